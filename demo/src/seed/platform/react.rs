//! Shop Web: React. Source-mapped and minified frames, browser oddities.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const BUNDLE: &str = "https://shop.example.com/static/js/app.min.js";
const ONERROR: &str = "auto.browser.global_handlers.onerror";
const REJECTION: &str = "auto.browser.global_handlers.onunhandledrejection";

const CART: Code = Code {
    file: "../../../src/cart.ts",
    path: BUNDLE,
    module: "app",
    first_line: 8,
    text: r#"export function total(lines: Line[], coupon?: Coupon): Money {
  const sum = lines.reduce((cents, line) => cents + line.price.cents * line.quantity, 0);
  const off = coupon ? Math.round((sum * coupon.percent) / 100) : 0;
  return { cents: sum - off, currency: lines[0].price.currency };
}

export async function addToCart(sku: string): Promise<Cart> {
  const product = await getProduct(sku);
  const cart = load();
  cart.lines.push({ sku, quantity: 1, price: product.price });
  save(cart);
  return cart;
}

function save(cart: Cart) {
  localStorage.setItem("cart", JSON.stringify(cart));
}
"#,
};

const CHECKOUT: Code = Code {
    file: "../../../src/Checkout.tsx",
    path: BUNDLE,
    module: "app",
    first_line: 14,
    text: r#"function assertAddress(address: Address | undefined): string {
  return address!.zip.trim().toUpperCase();
}

export function Checkout({ cart, customer }: Props) {
  const [busy, setBusy] = useState(false);
  const zip = assertAddress(customer.address);
  const rate = useMemo(() => shippingRates[zip].standard, [zip]);

  async function pay() {
    setBusy(true);
    try {
      await api.post("/checkout/", { cart: cart.id, rate: rate.id });
    } catch (error) {
      throw new Error("Checkout failed", { cause: error });
    } finally {
      setBusy(false);
    }
  }
  return <Form onSubmit={pay} disabled={busy} total={total(cart.lines, cart.coupon)} />;
}
"#,
};

const API: Code = Code {
    file: "../../../src/api.ts",
    path: BUNDLE,
    module: "app",
    first_line: 3,
    text: r#"export async function request(method: string, path: string, body?: unknown) {
  const response = await fetch(path, { method, body: JSON.stringify(body) });
  if (!response.ok) {
    throw new HttpError(response.status, path);
  }
  return response.json();
}

export const getProduct = (sku: string) => request("GET", `/api/products/${sku}`);
"#,
};

const RENDER: &[Spot] = &[
    Spot::lib(
        "../../../node_modules/react-dom/index.js",
        "app",
        16372,
        "performWorkOnRoot",
    )
    .column(23),
    Spot::lib(
        "../../../node_modules/react-dom/index.js",
        "app",
        11091,
        "renderRootSync",
    )
    .column(7),
    Spot::lib(
        "../../../node_modules/react-dom/index.js",
        "app",
        5529,
        "renderWithHooks",
    )
    .column(18),
    Spot::app(&CHECKOUT, 20, "Checkout").column(15),
    Spot::app(&CHECKOUT, 15, "assertAddress").column(19),
];

const MINIFIED: &[Spot] = &[
    Spot::bare("<anonymous>", "", 0, "Array.map"),
    Spot::bare("/static/js/app.min.js", "", 1, "HTMLButtonElement.<anonymous>").column(18_402),
    Spot::bare("/static/js/app.min.js", "", 1, "n").column(73_214),
    Spot::bare("/static/js/app.min.js", "", 1, "Ue").column(414),
];

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "shop-web",
    name: "Shop Web",
    platform: "javascript-react",
    event_platform: "javascript",
    setting: Setting::Browser,
    sdk: ("sentry.javascript.react", "10.32.1"),
    runtime: ("", ""),
    package: "web@",
    modules: &[],
    transactions: &["/", "/cart", "/checkout", "/p/:sku", "/account"],
    problems: &[
        Problem::error(&[Thrown::unhandled(
            "TypeError",
            "Cannot read properties of undefined (reading '{prop}')",
            ONERROR,
            RENDER,
        )]),
        Problem::error(&[
            Thrown::handled(
                "HttpError",
                "Request failed with status code {status}",
                "auto.browser.browserapierrors",
                &[
                    Spot::app(&API, 4, "request").column(26),
                    Spot::app(&API, 6, "request").column(11),
                ],
            ),
            Thrown::unhandled(
                "Error",
                "Checkout failed",
                REJECTION,
                &[
                    Spot::app(&CHECKOUT, 26, "pay").column(13),
                    Spot::app(&CHECKOUT, 28, "pay").column(13),
                ],
            ),
        ])
        .at("/checkout"),
        Problem::error(&[Thrown::unhandled(
            "TypeError",
            "Cannot read properties of undefined (reading '{prop}')",
            ONERROR,
            MINIFIED,
        )]),
        Problem::error(&[Thrown::unhandled(
            "HttpError",
            "Request failed with status code {status}: /api/products/{sku}",
            REJECTION,
            &[
                Spot::app(&CART, 15, "addToCart").column(25),
                Spot::app(&API, 11, "getProduct").column(45),
                Spot::app(&API, 6, "request").column(11),
            ],
        )])
        .level(Level::Warning),
        Problem::error(&[Thrown::unhandled(
            "QuotaExceededError",
            "Failed to execute 'setItem' on 'Storage': Setting the value of 'cart' exceeded the quota.",
            REJECTION,
            &[
                Spot::app(&CART, 18, "addToCart").column(3),
                Spot::app(&CART, 23, "save").column(16),
            ],
        )]),
        Problem::error(&[Thrown::unhandled(
            "ChunkLoadError",
            "Loading chunk {id} failed.\n(error: https://shop.example.com/static/js/{id}.chunk.js)",
            REJECTION,
            &[
                Spot::bare("/static/js/runtime.min.js", "", 1, "r.f.j").column(2304),
                Spot::bare("/static/js/runtime.min.js", "", 1, "Array.reduce").column(0),
            ],
        )]),
        Problem::error(&[Thrown::unhandled("Error", "Script error.", ONERROR, &[])]).level(Level::Info),
        Problem::error(&[Thrown::unhandled(
            "UnhandledRejection",
            "Non-Error promise rejection captured with keys: {field}, message",
            REJECTION,
            &[],
        )]),
        Problem::error(&[Thrown::unhandled(
            "NotFoundError",
            "Failed to execute 'removeChild' on 'Node': The node to be removed is not a child of this node.",
            ONERROR,
            &[
                Spot::lib("../../../node_modules/react-dom/index.js", "app", 10_442, "removeChild").column(20),
                Spot::lib(
                    "../../../node_modules/react-dom/index.js",
                    "app",
                    12_307,
                    "commitDeletionEffects",
                )
                .column(7),
            ],
        )]),
        Problem::error(&[Thrown::handled(
            "RangeError",
            "Invalid currency code : {currency}",
            "generic",
            &[
                Spot::app(&CHECKOUT, 33, "Checkout").column(59),
                Spot::app(&CART, 11, "total")
                    .column(10)
                    .vars(&[("sum", "12300"), ("off", "0")]),
            ],
        )]),
    ],
    messages: &[
        (Level::Info, "Rage click on button.pay ({id} times)"),
        (Level::Warning, "Slow paint on /p/{sku}: {ms} ms"),
    ],
};
