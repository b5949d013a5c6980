//! Desktop: .NET with WPF. Signatures as function names, Windows paths.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const ORDERS: Code = Code {
    file: "C:\\src\\Acme.Core\\Orders.cs",
    path: "C:\\src\\Acme.Core\\Orders.cs",
    module: "Acme.Core.OrderService",
    first_line: 80,
    text: r#"    public async Task<Order> LoadAsync(Guid id)
    {
        await using var connection = await _pool.OpenAsync();
        var row = await connection.QuerySingleOrDefaultAsync<OrderRow>(Sql.ById, new { id });
        if (row is null)
        {
            throw new KeyNotFoundException($"no order {id}");
        }
        var lines = await connection.QueryAsync<LineRow>(Sql.Lines, new { id });
        return Order.From(row, lines.ToDictionary(line => line.Sku));
    }
"#,
};

const AWAITER: Spot = Spot::lib(
    "",
    "System.Runtime.CompilerServices.TaskAwaiter",
    0,
    "void TaskAwaiter.ThrowForNonSuccess(Task task)",
)
.package("System.Private.CoreLib, Version=8.0.0.0, Culture=neutral");
const CLICK: Spot = Spot::bare(
    "C:\\src\\Acme.Desktop\\Views\\MainWindow.xaml.cs",
    "Acme.Desktop.Views.MainWindow",
    212,
    "void MainWindow.OnSaveClick(object sender, RoutedEventArgs e)",
)
.package("Acme.Desktop, Version=5.1.0.0");
const LOAD: &str = "async Task<Order> OrderService.LoadAsync(Guid id)";
const DOMAIN: &str = "AppDomain.UnhandledException";

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "desktop",
    name: "Desktop",
    platform: "csharp",
    event_platform: "csharp",
    setting: Setting::Desktop,
    sdk: ("sentry.dotnet", "6.0.0"),
    runtime: (".NET", "8.0.22"),
    package: "Acme.Desktop@",
    modules: &[
        ("Acme.Core", "5.1.0.0"),
        ("Dapper", "2.1.66.0"),
        ("System.Private.CoreLib", "8.0.0.0"),
    ],
    transactions: &["MainWindow", "OrderDialog", "Startup"],
    problems: &[
        Problem::error(&[Thrown::unhandled(
            "System.NullReferenceException",
            "Object reference not set to an instance of an object. ({class})",
            DOMAIN,
            &[
                AWAITER,
                CLICK,
                Spot::app(&ORDERS, 89, LOAD).package("Acme.Core, Version=5.1.0.0"),
            ],
        )]),
        Problem::error(&[
            Thrown::unhandled(
                "System.ComponentModel.Win32Exception",
                "The wait operation timed out.",
                DOMAIN,
                &[],
            ),
            Thrown::unhandled(
                "Microsoft.Data.SqlClient.SqlException",
                "Execution Timeout Expired after {ms} ms.  The timeout period elapsed prior to completion of the operation.",
                DOMAIN,
                &[
                    AWAITER,
                    CLICK,
                    Spot::app(&ORDERS, 82, LOAD).package("Acme.Core, Version=5.1.0.0"),
                ],
            ),
        ]),
        Problem::error(&[Thrown::handled(
            "System.ArgumentException",
            "An item with the same key has already been added. Key: {sku}",
            "generic",
            &[
                AWAITER,
                Spot::app(&ORDERS, 89, LOAD).package("Acme.Core, Version=5.1.0.0"),
                Spot::lib(
                    "",
                    "System.Linq.Enumerable",
                    0,
                    "Dictionary<TKey, TSource> Enumerable.ToDictionary<TSource, TKey>(?)",
                )
                .package("System.Linq, Version=8.0.0.0"),
            ],
        )])
        .level(Level::Warning),
        Problem::error(&[Thrown::unhandled(
            "System.Collections.Generic.KeyNotFoundException",
            "no order {hex}-0000-4000-8000-000000000000",
            DOMAIN,
            &[
                AWAITER,
                CLICK,
                Spot::app(&ORDERS, 86, LOAD).package("Acme.Core, Version=5.1.0.0"),
            ],
        )]),
    ],
    messages: &[
        (Level::Info, "Printer \"{carrier}-{id}\" is offline"),
        (Level::Warning, "Start took {ms} ms"),
    ],
};
