//! Checkout: Node with Express. Aggregate errors, system errors, library frames.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const PAYMENTS: Code = Code {
    file: "/srv/checkout/src/payments.js",
    path: "/srv/checkout/src/payments.js",
    module: "payments",
    first_line: 10,
    text: r#"export async function authorize(order, providers) {
  const attempts = providers.map((provider) => provider.authorize(order));
  try {
    return await Promise.any(attempts);
  } catch (error) {
    throw new AggregateError(error.errors, "all payment providers failed");
  }
}

async function rates(country) {
  const answer = await fetch(`http://tax.internal/v1/rates?country=${country}`);
  const body = await answer.json();
  return body.rates.find((rate) => rate.kind === "standard").percent;
}
"#,
};

const ORDERS: Code = Code {
    file: "/srv/checkout/src/orders.js",
    path: "/srv/checkout/src/orders.js",
    module: "orders",
    first_line: 31,
    text: r#"router.post("/orders", async (req, res) => {
  const order = schema.parse(req.body);
  const stock = await db.query("SELECT left FROM stock WHERE sku = $1", [order.sku]);
  if (stock.rows[0].left < order.quantity) {
    return res.status(409).json({ error: "sold out" });
  }
  const invoice = readFileSync(`/srv/templates/${order.locale}.html`, "utf8");
  const receipt = await authorize(order, providers);
  res.status(201).json({ receipt, invoice: render(invoice, order) });
});
"#,
};

const EXPRESS: Spot = Spot::lib(
    "/srv/checkout/node_modules/express/lib/router/layer.js",
    "express.lib.router:layer",
    95,
    "Layer.handle [as handle_request]",
)
.column(5);
const TICK: Spot = Spot::lib(
    "node:internal/process/task_queues",
    "task_queues",
    105,
    "process.processTicksAndRejections",
)
.column(5);

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "checkout",
    name: "Checkout",
    platform: "node-express",
    event_platform: "node",
    setting: Setting::Server,
    sdk: ("sentry.javascript.node", "10.32.1"),
    runtime: ("node", "v22.21.1"),
    package: "checkout@",
    modules: &[
        ("express", "4.21.2"),
        ("pg", "8.16.3"),
        ("zod", "4.1.12"),
        ("undici", "7.16.0"),
    ],
    transactions: &[
        "POST /orders",
        "GET /orders/:id",
        "POST /payments/webhook",
        "GET /health",
    ],
    problems: &[
        Problem::error(&[
            Thrown::unhandled("TypeError", "provider B: bad response {status}", "chained", &[]).grouped(
                2,
                Some(0),
                false,
            ),
            Thrown::unhandled("Error", "provider A: timeout after {ms} ms", "chained", &[]).grouped(1, Some(0), false),
            Thrown::unhandled(
                "AggregateError",
                "all payment providers failed for {order}",
                "generic",
                &[
                    TICK,
                    Spot::app(&ORDERS, 38, "<anonymous>")
                        .column(19)
                        .vars(&[("order", r#"{"sku": "{sku}", "quantity": 2, "locale": "de"}"#)]),
                    Spot::app(&PAYMENTS, 15, "authorize").column(11),
                ],
            )
            .grouped(0, None, true),
        ])
        .level(Level::Fatal)
        .at("POST /orders"),
        Problem::error(&[Thrown::unhandled(
            "Error",
            "connect ECONNREFUSED {host}:5432",
            "auto.middleware.express",
            &[
                EXPRESS,
                Spot::app(&ORDERS, 33, "<anonymous>").column(26),
                Spot::lib("node:net", "net", 1637, "TCPConnectWrap.afterConnect [as oncomplete]").column(16),
            ],
        )]),
        Problem::error(&[Thrown::unhandled(
            "Error",
            "ENOENT: no such file or directory, open '/srv/templates/{file}.html'",
            "onunhandledrejection",
            &[
                EXPRESS,
                Spot::app(&ORDERS, 37, "<anonymous>").column(19),
                Spot::lib("node:fs", "fs", 573, "Object.openSync").column(18),
            ],
        )]),
        Problem::error(&[Thrown::handled(
            "ZodError",
            "[{\"path\": [\"{field}\"], \"message\": \"Required\"}]",
            "generic",
            &[
                EXPRESS,
                Spot::app(&ORDERS, 32, "<anonymous>").column(24),
                Spot::lib(
                    "/srv/checkout/node_modules/zod/lib/types.js",
                    "zod.lib:types",
                    43,
                    "ZodObject.parse",
                )
                .column(19),
            ],
        )])
        .level(Level::Info),
        Problem::error(&[Thrown::unhandled(
            "TypeError",
            "Cannot read properties of undefined (reading '{prop}')",
            "onunhandledrejection",
            &[TICK, Spot::app(&PAYMENTS, 22, "rates").column(58)],
        )]),
        Problem::error(&[Thrown::unhandled(
            "SyntaxError",
            "Unexpected token '<', \"<html>{hex}\"... is not valid JSON",
            "onunhandledrejection",
            &[TICK, Spot::app(&PAYMENTS, 21, "rates").column(16)],
        )])
        .level(Level::Warning),
    ],
    messages: &[
        (Level::Warning, "Payment provider {carrier} answered in {ms} ms"),
        (Level::Info, "Order {order} was refunded"),
    ],
};
