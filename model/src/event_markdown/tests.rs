use super::markdown::longest_run;
use super::{Finding, Section, Sections, Subject, findings, markdown, outline};
use crate::redact::{Kind, Kinds};
use crate::testing::{issue, texts};
use crate::wire::event::Event;
use serde_json::{Value, json};

fn event(more: Value) -> Event {
    let mut event = json!({
        "id": "1f9d100e084d44fe969720b64face499", "eventID": "1f9d100e084d44fe969720b64face499",
        "projectID": 1, "groupID": "105", "dateCreated": "2026-11-23T08:04:50.032Z", "type": "error",
        "platform": "python", "title": "KeyError: 'total'",
    });
    if let (Some(event), Value::Object(more)) = (event.as_object_mut(), more) {
        event.extend(more);
    }
    serde_json::from_value(event).expect("an event")
}

fn text_of(event: &Event, sections: Sections, hidden: Kinds) -> String {
    let subject = Subject {
        event,
        issue: None,
        address: Some("https://glint.example/acme/issues/105"),
    };
    markdown(&outline(subject, sections), hidden).text
}

fn hostile(text: &str) -> Event {
    event(json!({
        "title": text, "culprit": text, "platform": text, "tags": [{"key": text, "value": text}],
        "contexts": {text: {text: text}}, "context": {text: [text]}, "user": {"email": text, text: text},
        "packages": {text: text}, "sdk": {"name": text}, "user_report": {"comments": text},
        "entries": [
            {"type": "message", "data": {"formatted": text, "params": [text]}},
            {"type": text, "data": {"a": text}},
            {"type": "request", "data": {"url": text, "method": text, "headers": [[text, text]], "data": text,
                "query": [[text, text]], "cookies": {text: text}, "env": {text: text}}},
            {"type": "exception", "data": {"values": [{"type": text, "value": text, "module": text, "stacktrace":
                {"frames": [{"function": text, "filename": text, "inApp": true, "lineNo": 1,
                    "context": [[1, text]], "vars": {text: text}}]}}]}},
            {"type": "exception", "data": {"values": text}},
            {"type": "breadcrumbs", "data": {"values": [{"message": text, "category": text, "data": {text: text}}]}},
            {"type": "csp", "data": {"blocked_uri": text, "effective_directive": text}},
        ],
    }))
}

/// What of a Markdown text is neither in a fence nor in a code span: only words of this program may be there.
fn outside(text: &str) -> String {
    let mut out = String::new();
    let mut fence: Option<usize> = None;
    for line in text.split(['\n', '\r']) {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match fence {
            Some(open) if ticks >= open && line.trim_matches(['`', ' ', '\t']).is_empty() => fence = None,
            Some(_) => {}
            None if ticks >= 3 => fence = Some(ticks),
            None => {
                out.push_str(&without_spans(line));
                out.push('\n');
            }
        }
    }
    assert_eq!(fence, None, "a fence stays open in {text:?}");
    out
}

fn without_spans(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('`') {
        out.push_str(&rest[..at]);
        let ticks = longest_run(&rest[at..rest[at..].find(|c| c != '`').map_or(rest.len(), |end| at + end)]);
        let inside = &rest[at + ticks..];
        let mut from = 0;
        let end = loop {
            let start = inside[from..]
                .find('`')
                .map(|place| from + place)
                .expect("a span is closed");
            let length = inside[start..].len() - inside[start..].trim_start_matches('`').len();
            if length == ticks {
                break start;
            }
            from = start + length;
        };
        rest = &inside[end + ticks..];
    }
    out + rest
}

#[test]
fn hostile_text_stays_in_its_quotes() {
    let extra = [
        "```\n# escaped\n/close\n```",
        "`````",
        "~~~\n</pre>",
        "`a`\n\n/label ~x",
        "\r\n````\r@all",
        "text `` with ``` ticks ````",
    ];
    for text in texts(600).chain(extra.map(str::to_owned)) {
        for text in [text.clone(), format!("```{text}`"), text.replace(['/', '.'], "`")] {
            let page = text_of(&hostile(&text), Sections::EVERY, Kinds::NONE);
            for line in outside(&page).lines() {
                let own = line.is_empty()
                    || [
                        "# ",
                        "## ",
                        "- ",
                        "> ",
                        "<https://glint.example/",
                        "Local variables of",
                        "Frames of",
                        "Parameters:",
                        "Query:",
                        "Headers:",
                        "Cookies:",
                        "Body:",
                        "Environment:",
                    ]
                    .iter()
                    .any(|start| line.starts_with(start) || line.trim() == start.trim());
                assert!(own, "{line:?} of {page}");
                assert!(!line.contains(['@', '[', '!', '*', '|', '~']), "{line:?}");
            }
            assert!(!page.contains(['\u{202e}', '\0', '\u{200b}']));
        }
    }
}

#[test]
fn sections_are_chosen_and_kept() {
    let all = hostile("needle");
    for section in Section::ALL {
        let only = Sections::parse("").with(section, true);
        assert_eq!(Sections::parse(&only.to_text()), only);
        let page = text_of(&all, only, Kinds::NONE);
        assert!(page.matches("\n## ").count() >= 1, "{section:?}: {page}");
    }
    let none = text_of(&all, Sections::parse("unknown words"), Kinds::NONE);
    assert!(!none.contains("\n## "), "{none}");
    assert!(!Sections::default().has(Section::User) && !Sections::default().has(Section::Locals));
    let empty = text_of(&event(json!({})), Sections::EVERY, Kinds::NONE);
    assert_eq!(empty.matches("\n## ").count(), 1, "{empty}");
}

#[test]
fn what_is_private_is_replaced_everywhere_by_the_same_number() {
    let event = event(json!({
        "title": "no mail to ann@example.com",
        "user": {"email": "ann@example.com", "ip_address": "203.0.113.7"},
        "entries": [{"type": "request", "data": {
            "url": "https://shop.example/?mail=ann%40example.com",
            "headers": [["Authorization", "Custom abc"], ["X-Api-Key", "0123abcd"], ["Accept", "text/html"]],
            "cookies": [["sid", "one two"], ["theme", "dark"]],
            "data": {"password": {"old": "hunter2", "new": ["hunter3"]}, "note": "to bob@example.com"},
        }}],
    }));
    let page = text_of(&event, Sections::EVERY, Kinds::EVERY);
    for secret in [
        "ann@",
        "203.0",
        "Custom abc",
        "0123abcd",
        "one two",
        "dark",
        "hunter",
        "bob@",
    ] {
        assert!(!page.contains(secret), "{secret} in {page}");
    }
    assert_eq!(page.matches("[e-mail 1]").count(), 2, "{page}");
    for kept in [
        "text/html",
        "Authorization: [authorization 1]",
        "theme=[cookie 2]",
        "\"note\": \"to [e-mail",
    ] {
        assert!(page.contains(kept), "{kept} in {page}");
    }
    let subject = Subject {
        event: &event,
        issue: None,
        address: None,
    };
    let found = findings(&outline(subject, Sections::EVERY));
    let mails = found.iter().find(|one| one.kind == Kind::Email);
    let expected = Finding {
        kind: Kind::Email,
        count: 4,
        values: 3,
        places: vec![
            ("Title".to_owned(), 1),
            ("Request".to_owned(), 2),
            ("User".to_owned(), 1),
        ],
    };
    assert_eq!(mails, Some(&expected));
    let shown = text_of(&event, Sections::EVERY, Kinds::EVERY.with(Kind::Email, false));
    assert!(
        shown.contains("ann@example.com") && !shown.contains("hunter"),
        "{shown}"
    );
}

#[test]
fn marks_are_where_something_was_replaced() {
    for text in texts(300) {
        let event = hostile(&format!("{text} ann@example.com 203.0.113.7"));
        let subject = Subject {
            event: &event,
            issue: None,
            address: None,
        };
        let page = markdown(&outline(subject, Sections::EVERY), Kinds::EVERY);
        assert!(!page.marks.is_empty());
        for mark in &page.marks {
            let part = page.text.get(mark.clone()).expect("between characters");
            assert!(part.starts_with('[') && part.ends_with(']'), "{part}");
        }
        assert!(!page.text.contains("ann@example.com"), "{}", page.text);
    }
}

#[test]
fn a_secret_that_is_cut_through_does_not_leave() {
    for length in 1_900..2_030 {
        let text = format!("{} ann.lee@example.com {}", "x".repeat(length), "y".repeat(3_000));
        let event = event(json!({"contexts": {"a": {"b": text}}}));
        let page = text_of(&event, Sections::EVERY, Kinds::EVERY);
        assert!(!page.contains("ann"), "{length}");
    }
}

#[test]
fn large_events_stay_small_and_say_so() {
    let long = "word ".repeat(100_000);
    let crumbs: Vec<Value> = (0..1_000).map(|at| json!({"message": format!("crumb {at}")})).collect();
    let frames: Vec<Value> = (0..500)
        .map(|at| json!({"function": format!("f{at}"), "filename": "a.py", "lineNo": at, "inApp": true}))
        .collect();
    let event = event(json!({
        "context": {"long": long, "list": vec![1; 5_000]},
        "entries": [
            {"type": "breadcrumbs", "data": {"values": crumbs}},
            {"type": "request", "data": {"data": long}},
            {"type": "exception", "data": {"values": [{"type": "E", "value": long, "stacktrace": {"frames": frames}}]}},
        ],
    }));
    let page = text_of(&event, Sections::EVERY, Kinds::EVERY);
    assert!(page.len() < 120_000, "{}", page.len());
    for said in [
        "more characters)",
        "940 earlier ones are left out",
        "… 4940 more",
        "more lines …",
        "crumb 999",
        "f499",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("crumb 0\n"));
}

#[test]
fn facts_of_the_issue_go_along() {
    let (event, issue) = (
        event(json!({"tags": [{"key": "release", "value": "shop@1.2"}]})),
        issue("7"),
    );
    let subject = Subject {
        event: &event,
        issue: Some(&issue),
        address: Some("javascript:alert(1)"),
    };
    let page = markdown(&outline(subject, Sections::default()), Kinds::EVERY).text;
    assert!(page.starts_with("# `KeyError: 'total'`\n\n> What follows"), "{page}");
    for fact in ["- Issue: `SHOP-API-7`\n", "- Release: `shop@1.2`\n", "- Events: `3`\n"] {
        assert!(page.contains(fact), "{page}");
    }
}
