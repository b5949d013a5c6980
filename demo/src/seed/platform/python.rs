//! Shop API: Django. Chains, groups and rich locals.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const GATEWAY: Code = Code {
    file: "shop/gateway.py",
    path: "/srv/shop/shop/gateway.py",
    module: "shop.gateway",
    first_line: 21,
    text: r#"class Gateway:
    """Talks to the payment provider."""

    timeout = 5.0

    def charge(self, amount_cents, currency, token):
        body = {"amount": amount_cents, "currency": currency, "source": token}
        signed = self.sign(body)
        return self.post("/v2/charges", signed)

    def post(self, path, body):
        connection = self.pool.acquire(timeout=self.timeout)
        connection.send(path, body)
        answer = connection.read(self.timeout)
        if answer is None:
            raise ConnectionResetError(104, "Connection reset by peer")
        return answer


def charge_order(order, gateway):
    try:
        return gateway.charge(order.total_cents, order.currency, order.card_token)
    except ConnectionResetError as error:
        raise UpstreamTimeout(f"payment provider did not answer within {gateway.timeout}s") from error
"#,
};

const VIEWS: Code = Code {
    file: "shop/views.py",
    path: "/srv/shop/shop/views.py",
    module: "shop.views",
    first_line: 60,
    text: r#"@require_POST
def checkout(request):
    cart = Cart.for_session(request.session)
    order = Order.from_cart(cart, customer=request.user)
    charge_order(order, gateway=settings.GATEWAY)
    order.mark_paid()
    return redirect("order-detail", number=order.number)


def product(request, sku):
    item = Product.objects.select_related("brand").get(sku=sku)
    price = item.prices[request.currency]
    return render(request, "product.html", {"item": item, "price": price})


def search(request):
    words = request.GET["q"].split()
    page = int(request.GET.get("page", "1"))
    hits = index.find(words, offset=(page - 1) * PAGE_SIZE)
    average = sum(hit.score for hit in hits) / len(hits)
    return JsonResponse({"hits": [hit.as_dict() for hit in hits], "average": average})
"#,
};

const REPORTS: Code = Code {
    file: "shop/reports.py",
    path: "/srv/shop/shop/reports.py",
    module: "shop.reports",
    first_line: 12,
    text: r#"def write_csv(rows, target):
    writer = csv.DictWriter(target, fieldnames=FIELDS)
    writer.writeheader()
    for row in rows:
        writer.writerow(row)


def ship_all(labels):
    failures = []
    for label in labels:
        try:
            carrier_for(label).ship(label)
        except Exception as error:
            failures.append(error)
    if failures:
        raise ExceptionGroup(f"{len(failures)} of {len(labels)} shipments failed", failures)


def monthly(path):
    with open(path, "rb") as source:
        return json.loads(source.read().decode("utf-8"))
"#,
};

const MIDDLEWARE: Spot = Spot::lib(
    "django/core/handlers/exception.py",
    "django.core.handlers.exception",
    55,
    "inner",
);
const HANDLER: Spot = Spot::lib(
    "django/core/handlers/base.py",
    "django.core.handlers.base",
    197,
    "_get_response",
)
.vars(&[
    ("callback_args", "[]"),
    (
        "self",
        r#""<django.core.handlers.wsgi.WSGIHandler object at 0x7fe8a2f98c20>""#,
    ),
]);
const CHECKOUT: Spot = Spot::app(&VIEWS, 64, "checkout").vars(&[
    ("cart", r#""<Cart {order}: 4 items>""#),
    ("request", r#""<WSGIRequest: POST '/checkout/'>""#),
    (
        "order",
        r#"{"number": "'{order}'", "total_cents": "7040", "currency": "'EUR'", "lines": [{"sku": "'{sku}'", "qty": "2"}, {"sku": "'SKU-0002'", "qty": "1"}], "customer": "<User: chloe170>"}"#,
    ),
]);
const GATEWAY_VARS: &[(&str, &str)] = &[
    ("self", r#""<shop.gateway.Gateway object at 0x7fe8a2f98c20>""#),
    ("path", r#""'/v2/charges'""#),
    (
        "body",
        r#"{"amount": "7040", "currency": "'EUR'", "source": "'[Filtered]'"}"#,
    ),
    ("answer", r#""None""#),
    ("connection", r#""<Connection to {host}:443>""#),
];

const ORM: &[Spot] = &[
    MIDDLEWARE,
    HANDLER,
    Spot::app(&VIEWS, 70, "product").vars(&[
        ("sku", r#""'{sku}'""#),
        ("request", r#""<WSGIRequest: GET '/p/{sku}/'>""#),
    ]),
    Spot::lib("django/db/models/query.py", "django.db.models.query", 637, "get").vars(&[
        ("kwargs", r#"{"sku": "'{sku}'"}"#),
        ("limit", r#""21""#),
        ("num", r#""0""#),
    ]),
];

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "shop-api",
    name: "Shop API",
    platform: "python-django",
    event_platform: "python",
    setting: Setting::Server,
    sdk: ("sentry.python", "2.48.0"),
    runtime: ("CPython", "3.13.0"),
    package: "shop@",
    modules: &[
        ("django", "5.2.9"),
        ("redis", "5.2.1"),
        ("celery", "5.5.3"),
        ("psycopg", "3.3.2"),
        ("urllib3", "2.5.0"),
        ("gunicorn", "23.0.0"),
        ("pydantic", "2.12.5"),
        ("sentry-sdk", "2.48.0"),
    ],
    transactions: &["/checkout/", "/search/", "/p/{sku}/", "/cart/", "/api/v1/orders/", "/account/orders/"],
    problems: &[
        Problem::error(&[
            Thrown::unhandled("ConnectionResetError", "[Errno 104] Connection reset by peer", "django", &[
                Spot::app(&GATEWAY, 42, "charge_order"),
                Spot::app(&GATEWAY, 29, "charge").vars(GATEWAY_VARS),
                Spot::app(&GATEWAY, 36, "post").vars(GATEWAY_VARS),
            ])
            .module("builtins"),
            Thrown::unhandled("UpstreamTimeout", "payment provider did not answer within {seconds}s", "django", &[
                MIDDLEWARE,
                HANDLER,
                CHECKOUT,
                Spot::app(&GATEWAY, 44, "charge_order").vars(GATEWAY_VARS),
            ])
            .module("shop.errors"),
        ])
        .level(Level::Fatal)
        .at("/checkout/"),
        Problem::error(&[Thrown::unhandled(
            "Product.DoesNotExist",
            "Product matching query does not exist: {sku}",
            "django",
            ORM,
        )
        .module("shop.models")])
        .at("/p/{sku}/"),
        Problem::error(&[Thrown::unhandled("KeyError", "'{currency}'", "django", &[
            MIDDLEWARE,
            HANDLER,
            Spot::app(&VIEWS, 71, "product").vars(&[
                ("item", r#""<Product: {sku}>""#),
                ("price", r#""None""#),
                ("request", r#""<WSGIRequest: GET '/p/{sku}/'>""#),
            ]),
        ])
        .module("builtins")])
        .at("/p/{sku}/"),
        Problem::error(&[Thrown::unhandled("ZeroDivisionError", "division by zero", "django", &[
            MIDDLEWARE,
            HANDLER,
            Spot::app(&VIEWS, 79, "search").vars(&[("words", r#"["'red'", "'shoes'"]"#), ("hits", "[]"), ("page", r#""9""#)]),
        ])
        .module("builtins")])
        .at("/search/"),
        Problem::error(&[
            Thrown::unhandled("UpstreamTimeout", "carrier {carrier} timed out", "chained", &[
                Spot::app(&REPORTS, 23, "ship_all"),
            ])
            .grouped(2, Some(0), false),
            Thrown::unhandled("ValueError", "label {id}: bad zip code '0O231'", "chained", &[
                Spot::app(&REPORTS, 23, "ship_all"),
            ])
            .grouped(1, Some(0), false),
            Thrown::unhandled("ExceptionGroup", "2 of 5 shipments failed for batch {id}", "django", &[
                MIDDLEWARE,
                HANDLER,
                Spot::app(&REPORTS, 27, "ship_all").vars(&[
                    ("failures", r#"["UpstreamTimeout('carrier {carrier} timed out')", "ValueError(\"label {id}: bad zip code '0O231'\")"]"#),
                    ("labels", r#"["<Label 17>", "<Label 18>", "<Label 19>", "<Label 20>", "<Label 21>"]"#),
                ]),
            ])
            .grouped(0, None, true),
        ])
        .at("shop.reports.ship_all"),
        Problem::error(&[Thrown::handled(
            "IntegrityError",
            "duplicate key value violates unique constraint \"orders_number_key\"\nDETAIL:  Key (number)=({order}) already exists.\n",
            "logging",
            &[
                MIDDLEWARE,
                HANDLER,
                Spot::app(&VIEWS, 63, "checkout"),
                Spot::lib("django/db/backends/utils.py", "django.db.backends.utils", 105, "_execute").vars(&[
                    ("sql", r#""'INSERT INTO orders (number, customer_id) VALUES (%s, %s)'""#),
                    ("params", r#"["'{order}'", "{id}"]"#),
                ]),
            ],
        )
        .module("django.db.utils")]),
        Problem::error(&[Thrown::unhandled(
            "OperationalError",
            "connection to server at \"{host}\", port 5432 failed: Connection refused",
            "django",
            &[
                MIDDLEWARE,
                HANDLER,
                Spot::lib("django/db/backends/base/base.py", "django.db.backends.base.base", 279, "connect"),
                Spot::lib("psycopg/connection.py", "psycopg", 117, "connect"),
            ],
        )
        .module("django.db.utils")])
        .level(Level::Fatal),
        Problem::error(&[Thrown::handled(
            "ValueError",
            "dict contains fields not in fieldnames: '{field}'",
            "celery",
            &[
                Spot::lib("celery/app/trace.py", "celery.app.trace", 453, "trace_task"),
                Spot::app(&REPORTS, 16, "write_csv").vars(&[
                    ("row", r#"{"number": "'{order}'", "{field}": "'12.50'"}"#),
                    ("target", r#""<_io.TextIOWrapper name='/srv/report.csv'>""#),
                ]),
                Spot::lib("csv.py", "csv", 154, "_dict_to_list"),
            ],
        )
        .module("builtins")])
        .level(Level::Warning)
        .at("shop.tasks.nightly_report"),
        Problem::error(&[Thrown::unhandled(
            "UnicodeDecodeError",
            "'utf-8' codec can't decode byte 0xfc in position {id}: invalid start byte",
            "celery",
            &[
                Spot::lib("celery/app/trace.py", "celery.app.trace", 453, "trace_task"),
                Spot::app(&REPORTS, 32, "monthly").vars(&[("path", r#""'/srv/data/{file}'""#)]),
            ],
        )
        .module("builtins")])
        .at("shop.tasks.monthly"),
        Problem::error(&[Thrown::unhandled("PermissionError", "[Errno 13] Permission denied: '/srv/data/{file}'", "celery", &[
            Spot::lib("celery/app/trace.py", "celery.app.trace", 453, "trace_task"),
            Spot::app(&REPORTS, 31, "monthly").vars(&[("path", r#""'/srv/data/{file}'""#)]),
        ])
        .module("builtins")])
        .at("shop.tasks.monthly"),
    ],
    messages: &[
        (Level::Warning, "Stock of {sku} is below the reorder level"),
        (Level::Info, "Coupon {word} was used more often than allowed"),
        (Level::Debug, "cache warmed in {ms} ms"),
        (Level::Sample, "sampled request to {host}"),
    ],
};
