//! How an exception was caught, in words.

use crate::text::first_line;
use crate::wire::entry::Mechanism;
use serde_json::Value;

/// What SDKs call their hooks (without what stands before the last dot), and what that means.
const HOOKS: &[(&str, &str)] = &[
    ("generic", "reported by the application"),
    ("onerror", "nothing in the page caught it"),
    ("onunhandledrejection", "a promise failed and nothing dealt with it"),
    ("unhandledrejection", "a promise failed and nothing dealt with it"),
    ("onuncaughtexception", "nothing in the process caught it"),
    ("excepthook", "nothing in the program caught it"),
    ("threading", "nothing on its thread caught it"),
    ("uncaughtexceptionhandler", "nothing on its thread caught it"),
    ("unhandledexception", "nothing in the program caught it"),
    (
        "unobservedtaskexception",
        "a task failed and nothing looked at its result",
    ),
    ("panic", "the program panicked"),
    ("recover", "the program recovered from a panic"),
    ("anr", "the app did not respond"),
    ("apphang", "the app did not respond"),
    ("apphangtracking", "the app did not respond"),
    ("signalhandler", "the system sent a signal"),
    ("signal", "the system sent a signal"),
    ("mach", "the system ended the app"),
    ("minidump", "the program crashed and left a dump"),
    ("nsexception", "nothing in the app caught it"),
    ("watchdogtermination", "the system ended the app"),
    ("oomkilled", "the system ended the app to free memory"),
    ("logging", "written to the log"),
    ("console", "written to the console"),
    ("instrument", "thrown in a callback that the SDK watches"),
    ("settimeout", "thrown in a timer"),
    ("setinterval", "thrown in a timer"),
    ("requestanimationframe", "thrown while the page was drawn"),
    ("addeventlistener", "thrown while the page dealt with an event"),
    ("eventhandler", "thrown while the page dealt with an event"),
    ("xhr", "thrown while the page dealt with an answer"),
    ("error_boundary", "caught by an error boundary"),
    ("error_handler", "caught by the framework's error handler"),
    ("middleware", "caught by a middleware"),
];

/// In words what caught the exception; none where the SDK says nothing, or only that it belongs to a chain.
pub fn caught_by(mechanism: &Mechanism) -> Option<String> {
    let name = first_line(mechanism.kind.as_deref()?);
    if name.is_empty() || name == "chained" {
        return None;
    }
    let last = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let known = HOOKS.iter().find(|(hook, _)| *hook == last);
    Some(match known {
        Some((_, words)) => (*words).to_owned(),
        None => format!("caught by {name}"),
    })
}

/// The signal or code with which the system ended the program: `SIGSEGV (SEGV_NOOP)`, `EXC_BAD_ACCESS`.
pub fn system_code(mechanism: &Mechanism) -> Option<String> {
    let meta = mechanism.meta.as_ref()?;
    let named = |part: &Value, name: &str| part[name].as_str().map(first_line).filter(|text| !text.is_empty());
    let with_code = |part: &Value| {
        let name = named(part, "name")?;
        Some(match named(part, "code_name") {
            Some(code) => format!("{name} ({code})"),
            None => name,
        })
    };
    with_code(&meta["signal"])
        .or_else(|| with_code(&meta["mach_exception"]))
        .or_else(|| named(&meta["errno"], "name"))
}

#[cfg(test)]
mod tests {
    use super::{caught_by, system_code};
    use crate::testing::texts;
    use crate::wire::entry::Mechanism;

    fn mechanism(json: &str) -> Mechanism {
        serde_json::from_str(json).expect("a mechanism")
    }

    #[test]
    fn hooks_are_told_in_words() {
        for (kind, want) in [
            (
                "auto.browser.global_handlers.onerror",
                Some("nothing in the page caught it"),
            ),
            ("onerror", Some("nothing in the page caught it")),
            ("AppDomain.UnhandledException", Some("nothing in the program caught it")),
            ("UncaughtExceptionHandler", Some("nothing on its thread caught it")),
            ("ANR", Some("the app did not respond")),
            ("generic", Some("reported by the application")),
            ("django", Some("caught by django")),
            ("Spring6ExceptionResolver", Some("caught by Spring6ExceptionResolver")),
            ("chained", None),
            ("", None),
        ] {
            let mechanism = Mechanism {
                kind: Some(kind.to_owned()),
                ..Mechanism::default()
            };
            assert_eq!(caught_by(&mechanism).as_deref(), want, "{kind}");
        }
        assert_eq!(caught_by(&Mechanism::default()), None);
    }

    #[test]
    fn signals_are_named() {
        let code = |json: &str| system_code(&mechanism(json));
        assert_eq!(
            code(r#"{"meta":{"signal":{"number":11,"name":"SIGSEGV","code_name":"SEGV_NOOP"}}}"#).as_deref(),
            Some("SIGSEGV (SEGV_NOOP)")
        );
        assert_eq!(
            code(r#"{"meta":{"mach_exception":{"name":"EXC_BAD_ACCESS"}}}"#).as_deref(),
            Some("EXC_BAD_ACCESS")
        );
        assert_eq!(code(r#"{"meta":{"signal":{"number":11}}}"#), None);
        assert_eq!(code(r#"{"meta":"odd"}"#), None);
        assert_eq!(code("{}"), None);
    }

    #[test]
    fn words_are_one_line() {
        for text in texts(500) {
            let mechanism = Mechanism {
                kind: Some(text),
                ..Mechanism::default()
            };
            assert!(caught_by(&mechanism).is_none_or(|words| !words.contains(char::is_control)));
        }
    }
}
