use super::html;
use crate::event_markdown::{Sections, Subject, outline};
use crate::redact::Kinds;
use crate::testing::texts;
use crate::wire::event::Event;
use serde_json::json;

fn page(text: &str, address: &str) -> String {
    let event: Event = serde_json::from_value(json!({
        "id": "1f9d100e084d44fe969720b64face499", "eventID": "1f9d100e084d44fe969720b64face499",
        "projectID": 1, "groupID": "105", "dateCreated": "2026-11-23T08:04:50.032Z", "type": "error",
        "platform": text, "title": text, "culprit": text, "tags": [{"key": text, "value": text}],
        "contexts": {text: {"a": text}}, "context": {"x": text}, "user": {"email": text}, "packages": {text: text},
        "sdk": {"name": text},
        "entries": [
            {"type": "message", "data": {"formatted": text}},
            {"type": text, "data": {"a": text}},
            {"type": "request", "data": {"url": text, "method": text, "headers": [[text, text]], "data": text}},
            {"type": "exception", "data": {"values": [{"type": text, "value": text, "stacktrace": {"frames": [
                {"function": text, "filename": text, "inApp": true, "lineNo": 1, "context": [[1, text]],
                 "vars": {text: text}}]}}]}},
            {"type": "breadcrumbs", "data": {"values": [{"message": text, "category": text, "data": {text: text}}]}},
            {"type": "csp", "data": {"blocked_uri": text, "effective_directive": text}},
        ],
    }))
    .expect("an event");
    let subject = Subject {
        event: &event,
        issue: None,
        address: Some(address),
    };
    html(&outline(subject, Sections::EVERY), Kinds::NONE, "today")
}

/// The markup without the texts: what stands between angle brackets.
fn tags(page: &str) -> Vec<&str> {
    page.split('<')
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap_or_default())
        .collect()
}

const HOSTILE: [&str; 7] = [
    "<script>alert(1)</script>",
    "</pre><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "</title><script>x</script>",
    "</style><b>",
    "<!-- ' & \" -->",
    "javascript:alert(1)",
];

#[test]
fn nothing_of_an_event_becomes_markup() {
    let plain = page("plain", "https://glint.example/acme/issues/1");
    let expected = tags(&plain);
    for text in HOSTILE {
        let hostile = page(text, "https://glint.example/acme/issues/1");
        assert_eq!(tags(&hostile), expected, "{text}");
        assert!(!hostile.to_ascii_lowercase().contains("<script"), "{text}");
    }
    for text in texts(1_000).filter(|text| !text.trim().is_empty()) {
        for tag in tags(&page(&text, &text)) {
            let name = tag
                .trim_start_matches('/')
                .split([' ', '\n'])
                .next()
                .unwrap_or_default();
            let known = [
                "!doctype", "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "a",
                "section", "dl", "dt", "dd", "pre", "code", "mark",
            ];
            assert!(known.contains(&name), "{tag:?} by {text:?}");
            assert!(
                name == "meta"
                    || name == "a"
                    || name == "p"
                    || name == "html"
                    || name == "!doctype"
                    || !tag.contains('=')
            );
        }
    }
}

#[test]
fn only_a_safe_address_becomes_a_link() {
    assert!(page("x", "https://glint.example/a?b&c").contains("href=\"https://glint.example/a?b&amp;c\""));
    for address in [
        "javascript:alert(1)",
        "",
        "/relative",
        "data:text/html,x",
        "https://a b",
    ] {
        assert!(!page("x", address).contains("<a "), "{address}");
    }
}

#[test]
fn the_file_asks_for_nothing() {
    let page = page("x", "https://glint.example/");
    assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"));
    for word in ["src=", "url(", "@import", "<link", "srcset", "<script", " on"] {
        let found = page.matches(word).count();
        // The sentence of where the file opens has the word " on ".
        assert_eq!(
            found,
            usize::from(word == " on") * page.matches(" on glint.example").count(),
            "{word}"
        );
    }
}
