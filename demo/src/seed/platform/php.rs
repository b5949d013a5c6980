//! Legacy Shop: PHP with Laravel.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const CONTROLLER: Code = Code {
    file: "/app/Http/Controllers/BasketController.php",
    path: "/var/www/shop/app/Http/Controllers/BasketController.php",
    module: "",
    first_line: 22,
    text: r#"    public function update(Request $request, int $id)
    {
        $basket = Basket::findOrFail($id);
        foreach ($request->input('lines') as $line) {
            $price = $this->prices[$line['sku']];
            $basket->lines()->updateOrCreate(['sku' => $line['sku']], ['price' => $price]);
        }
        $discount = 100 / $basket->lines()->count();
        return view('basket', compact('basket', 'discount'));
    }
"#,
};

const INDEX: Spot = Spot::bare("/public/index.php", "", 55, "{main}");
const PIPELINE: Spot = Spot::lib(
    "/vendor/laravel/framework/src/Illuminate/Pipeline/Pipeline.php",
    "",
    183,
    "Illuminate\\Pipeline\\Pipeline::Illuminate\\Pipeline\\{closure}",
);
const UPDATE: &str = "App\\Http\\Controllers\\BasketController::update";

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "legacy-shop",
    name: "Legacy Shop",
    platform: "php-laravel",
    event_platform: "php",
    setting: Setting::Server,
    sdk: ("sentry.php.laravel", "4.20.0"),
    runtime: ("php", "8.3.14"),
    package: "legacy@",
    modules: &[("laravel/framework", "11.46.1"), ("guzzlehttp/guzzle", "7.10.0")],
    transactions: &["/basket/{id}", "/login", "/sitemap.xml"],
    problems: &[
        Problem::error(&[Thrown::handled("ErrorException", "Undefined array key \"{sku}\"", "generic", &[
            INDEX, PIPELINE,
            Spot::app(&CONTROLLER, 26, UPDATE).vars(&[("line", r#"{"sku": "{sku}", "qty": 2}"#), ("id", "{id}")]),
        ])]),
        Problem::error(&[Thrown::handled("DivisionByZeroError", "Division by zero in basket {id}", "generic", &[
            INDEX, PIPELINE,
            Spot::app(&CONTROLLER, 29, UPDATE),
        ])]),
        Problem::error(&[
            Thrown::handled("PDOException", "SQLSTATE[HY000] [2002] Connection refused", "generic", &[
                Spot::lib("/vendor/laravel/framework/src/Illuminate/Database/Connectors/Connector.php", "", 66, "PDO::__construct"),
            ]),
            Thrown::handled(
                "Illuminate\\Database\\QueryException",
                "SQLSTATE[HY000] [2002] Connection refused (Connection: mysql, Host: {host}, SQL: select * from `baskets` where `id` = {id} limit 1)",
                "generic",
                &[INDEX, PIPELINE, Spot::app(&CONTROLLER, 24, UPDATE)],
            ),
        ])
        .level(Level::Fatal),
        Problem::error(&[Thrown::handled("TypeError", "foreach() argument must be of type array|object, {prop} given", "generic", &[
            INDEX, PIPELINE,
            Spot::app(&CONTROLLER, 25, UPDATE),
        ])])
        .level(Level::Warning),
    ],
    messages: &[(Level::Warning, "Deprecated: mysql_{prop}() was called"), (Level::Info, "Cron {word} ran")],
};
