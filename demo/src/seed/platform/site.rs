//! Marketing Site: plain JavaScript, inline scripts and extensions of the visitor's browser. Its CSP reports are in
//! `csp.rs`.

use crate::seed::template::{Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const ONERROR: &str = "auto.browser.global_handlers.onerror";

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "marketing-site",
    name: "Marketing Site",
    platform: "javascript",
    event_platform: "javascript",
    setting: Setting::Browser,
    sdk: ("sentry.javascript.browser", "10.32.1"),
    runtime: ("", ""),
    package: "site@#",
    modules: &[],
    transactions: &["/", "/pricing", "/blog/:slug", "/contact"],
    problems: &[
        Problem::error(&[Thrown::unhandled(
            "ReferenceError",
            "{word} is not defined",
            ONERROR,
            &[Spot::bare("/js/main.js", "", 31, "HTMLDocument.<anonymous>").column(5)],
        )]),
        Problem::error(&[Thrown::unhandled(
            "TypeError",
            "null is not an object (evaluating 'form.{field}')",
            ONERROR,
            &[
                Spot::bare("/contact", "", 214, "onsubmit").column(13),
                Spot::bare("/js/main.js", "", 78, "validate").column(22),
            ],
        )]),
        Problem::error(&[Thrown::unhandled(
            "Error",
            "Extension context invalidated. ({hex})",
            ONERROR,
            &[Spot::bare(
                "chrome-extension://kbfnbcaeplbcioakkpcpgfkobkghlhen/content.js",
                "",
                2,
                "e",
            )
            .column(81_022)],
        )])
        .level(Level::Info),
        Problem::error(&[Thrown::unhandled(
            "SyntaxError",
            "Unexpected identifier '{prop}'",
            ONERROR,
            &[Spot::bare("/js/vendor.min.js", "", 1, "?").column(4_411)],
        )]),
    ],
    messages: &[(
        Level::Info,
        "ResizeObserver loop completed with undelivered notifications. ({id})",
    )],
};
