//! iOS App: Swift. Images, addresses and signals.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const APP: &str = "/private/var/containers/Bundle/Application/6F1A/Acme.app/Acme";

const CART: Code = Code {
    file: "CartViewController.swift",
    path: "/Users/ci/acme-ios/Acme/CartViewController.swift",
    module: "",
    first_line: 50,
    text: r#"    @IBAction func checkoutTapped(_ sender: UIButton) {
        let lines = cart.lines.filter { $0.quantity > 0 }
        guard let total = lines.map(\.price).reduce(+) else { return }
        let zip = addressField.text!.uppercased()
        api.checkout(cart: cart.id, zip: zip) { [unowned self] result in
            switch result {
            case .success(let order): show(order)
            case .failure(let error): fatalError("checkout: \(error)")
            }
        }
    }
"#,
};

const START: Spot = Spot::lib("", "", 0, "start")
    .package("/usr/lib/dyld")
    .address(0x1_b2c3_d4e5);
const MAIN: Spot = Spot::lib("", "", 0, "UIApplicationMain")
    .package("/System/Library/PrivateFrameworks/UIKitCore.framework/UIKitCore")
    .address(0x1_8f01_22c0);
const TAPPED: &str = "CartViewController.checkoutTapped(_:)";

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "ios-app",
    name: "iOS App",
    platform: "cocoa-swift",
    event_platform: "cocoa",
    setting: Setting::Phone,
    sdk: ("sentry.cocoa", "9.0.0"),
    runtime: ("", ""),
    package: "com.acme.Acme@",
    modules: &[],
    transactions: &["CartViewController", "ProductViewController", "AppDelegate"],
    problems: &[
        Problem::error(&[Thrown::unhandled(
            "EXC_BAD_ACCESS",
            "Attempted to dereference garbage pointer at 0x{hex}.",
            "mach",
            &[
                START,
                MAIN,
                Spot::app(&CART, 54, TAPPED).package(APP).address(0x1_02f3_a8c4),
            ],
        )])
        .level(Level::Fatal),
        Problem::error(&[Thrown::unhandled(
            "Fatal Error",
            "Unexpectedly found nil while unwrapping an Optional value: {field}",
            "mach",
            &[
                START,
                MAIN,
                Spot::app(&CART, 53, TAPPED).package(APP).address(0x1_02f3_a900),
            ],
        )])
        .level(Level::Fatal),
        Problem::error(&[Thrown::handled(
            "App Hanging",
            "App hanging for at least {ms} ms.",
            "AppHang",
            &[
                START,
                MAIN,
                Spot::app(&CART, 52, TAPPED).package(APP).address(0x1_02f3_a93c),
                Spot::lib("", "", 0, "<redacted>")
                    .package("/usr/lib/swift/libswiftCore.dylib")
                    .address(0x1_9aab_0010),
            ],
        )])
        .level(Level::Warning),
        Problem::error(&[Thrown::handled(
            "NSURLErrorDomain",
            "The request timed out. (Code: -{id})",
            "NSError",
            &[Spot::bare(
                "APIClient.swift",
                "",
                117,
                "closure #1 in APIClient.checkout(cart:zip:completion:)",
            )
            .package(APP)
            .address(0x1_02f4_0010)],
        )]),
    ],
    messages: &[
        (Level::Info, "Low memory warning {id}"),
        (Level::Debug, "Background fetch took {ms} ms"),
    ],
};
