use super::{Advice, advice};
use crate::testing::texts;
use crate::wire::entry::CspData;

fn report(blocked: &str, directive: &str, policy: &str) -> Option<Advice> {
    advice(&CspData {
        blocked_uri: Some(blocked.to_owned()),
        effective_directive: Some(directive.to_owned()),
        original_policy: Some(policy.to_owned()),
        ..CspData::default()
    })
}

#[track_caller]
fn directive(blocked: &str, effective: &str, policy: &str) -> (String, bool) {
    match report(blocked, effective, policy) {
        Some(Advice::Allow {
            directive, is_strong, ..
        }) => (directive, is_strong),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_directive_allows_this_and_keeps_the_rest() {
    let policy = "default-src 'self'; script-src 'self' 'nonce-x' ; IMG-SRC 'none'; report-uri /csp";
    for (blocked, effective, want, is_strong) in [
        (
            "https://Ads.example:8443/p.gif?x",
            "img-src",
            "img-src https://ads.example:8443",
            false,
        ),
        (
            "https://cdn.example/a.js",
            "script-src-elem",
            "script-src 'self' 'nonce-x' https://cdn.example",
            false,
        ),
        (
            "https://ads.example/",
            "frame-src",
            "frame-src 'self' https://ads.example",
            false,
        ),
        (
            "wss://chat.example/s",
            "connect-src",
            "connect-src 'self' wss://chat.example",
            false,
        ),
        (
            "inline",
            "script-src-attr",
            "script-src 'self' 'nonce-x' 'unsafe-inline'",
            true,
        ),
        ("inline", "style-src-elem", "style-src 'self' 'unsafe-inline'", true),
        ("eval", "script-src", "script-src 'self' 'nonce-x' 'unsafe-eval'", true),
        (
            "wasm-eval",
            "script-src",
            "script-src 'self' 'nonce-x' 'wasm-unsafe-eval'",
            false,
        ),
        ("data", "script-src", "script-src 'self' 'nonce-x' data:", true),
        ("data", "font-src", "font-src 'self' data:", false),
        ("self", "img-src", "img-src 'self'", false),
        (
            "https://x.example",
            "form-action",
            "form-action https://x.example",
            false,
        ),
    ] {
        assert_eq!(directive(blocked, effective, policy), (want.to_owned(), is_strong));
    }
    assert_eq!(
        directive("https://a.example", "img-src", "").0,
        "img-src https://a.example"
    );
}

#[test]
fn the_warning_says_what_else_it_allows() {
    let Some(Advice::Allow { warning, .. }) = report("https://x.example/a.js", "script-src-elem", "") else {
        panic!("a directive")
    };
    assert_eq!(
        warning,
        "Adding this lets every script of https://x.example run on your pages."
    );
    let Some(Advice::Allow { warning, .. }) = report("inline", "script-src", "script-src 'nonce-x'") else {
        panic!("a directive")
    };
    assert!(
        warning.contains("safe way") && warning.contains("do not heed it"),
        "{warning}"
    );
}

#[test]
fn some_reports_want_no_change() {
    for (blocked, effective) in [
        ("chrome-extension://abc/x.js", "script-src"),
        ("moz-extension", "script-src"),
        ("https://x.example", "frame-ancestors"),
        ("self", "script-src"),
    ] {
        let leave = report(blocked, effective, "script-src 'self'");
        assert!(matches!(leave, Some(Advice::Leave(_))), "{blocked}: {leave:?}");
    }
    for (blocked, effective) in [
        ("", "img-src"),
        ("https://x.example", ""),
        ("https://x.example", "report-uri"),
        ("trusted-types-sink", "require-trusted-types-for"),
        ("https://x.example; script-src *", "img-src"),
        ("https://x.example, y", "img-src"),
        ("https://user@x.example/", "img-src"),
        ("https://x.example\u{202e}", "img-src"),
        ("javascript://x.example", "img-src"),
        ("/path", "img-src"),
    ] {
        let advice = report(blocked, effective, "");
        let is_plain =
            matches!(&advice, Some(Advice::Allow { directive, .. }) if directive == "img-src https://x.example");
        // What hides in an address is taken out of it first.
        assert!(
            advice.is_none() || is_plain && blocked.ends_with('\u{202e}'),
            "{blocked}: {advice:?}"
        );
    }
}

#[test]
fn no_report_brings_a_second_directive_with_it() {
    let texts: Vec<String> = texts(9_000).collect();
    for three in texts.chunks_exact(3) {
        for (blocked, policy) in [
            (three[0].clone(), three[1].clone()),
            (format!("https://{}", three[0]), format!("img-src {}", three[1])),
        ] {
            for effective in ["img-src", &three[2]] {
                if let Some(Advice::Allow { directive, .. }) = report(&blocked, effective, &policy) {
                    assert!(
                        !directive.contains([';', ',', '\n']) && directive.is_ascii(),
                        "{directive:?} of {blocked:?}"
                    );
                }
            }
        }
    }
}
