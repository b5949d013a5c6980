//! What makes a hostile event hostile: applied to an otherwise ordinary one.

use crate::seed::event::{entry, object};
use crate::seed::exception;
use crate::seed::fill::Filler;
use crate::seed::hostile::{Hostile, Twist};
use glint_model::wire::entry::{Exception, ExceptionData, Frame, Mechanism, Stacktrace};
use glint_model::wire::event::{Event, EventTag};
use glint_model::wire::issue::IssueType;
use serde_json::{Value, json};

const MARKUP: &str = "<img src=x onerror=\"document.title='owned'\"><b onmouseover=alert(1)>bold</b>";
const LINK: &str = "javascript:alert(document.domain)";
const RECURSION_FRAMES: i64 = 2000;

/// Gives an event its oddity and its exception or message.
pub fn apply(event: &mut Event, odd: &Hostile) {
    event.tags = tags(odd, std::mem::take(&mut event.tags));
    match odd.twist {
        Twist::Nothing => return,
        Twist::Markup => markup(event),
        Twist::Links => links(event),
        Twist::Deep => event.contexts = object(json!({"deep": deep(60)})),
        Twist::OddShapes => event.contexts = object(odd_shapes()),
        Twist::Processing => event.errors = Some(processing_errors()),
        Twist::TitleOnly | Twist::Recursion | Twist::Bare | Twist::ManyTags => {}
    }
    let first = if odd.kind == IssueType::Default {
        event.metadata.title = event.title.clone();
        entry("message", &json!({"formatted": odd.text()}))
    } else {
        entry("exception", &exception_data(odd))
    };
    event.entries.splice(0..0, first);
}

/// The tags of such an event, given those that it would have if nothing were odd.
pub fn tags(odd: &Hostile, mut ordinary: Vec<EventTag>) -> Vec<EventTag> {
    match odd.twist {
        Twist::Nothing | Twist::Bare => return Vec::new(),
        Twist::ManyTags => return many_tags(),
        Twist::Markup => {
            ordinary.push(tag(MARKUP, MARKUP));
            ordinary.push(tag("url", "https://example.com/\"><script>alert(1)</script>"));
        }
        Twist::Links => {
            ordinary.push(tag("url", LINK));
            ordinary.push(tag("docs", "JaVaScRiPt\u{3a}alert(1)"));
        }
        Twist::TitleOnly | Twist::Recursion | Twist::Deep | Twist::OddShapes | Twist::Processing => {}
    }
    ordinary
}

fn exception_data(odd: &Hostile) -> ExceptionData {
    let mut exception = exception::exception(&odd.thrown(), &Filler::new(0));
    exception.value = Some(odd.text()).filter(|text| !text.is_empty());
    if odd.twist != Twist::Bare {
        exception.stacktrace = Some(Stacktrace {
            frames: Some(frames(odd.twist)),
            registers: None,
        });
    }
    if odd.twist == Twist::Links {
        link_mechanism(&mut exception);
    }
    ExceptionData {
        values: vec![exception],
        has_system_frames: Some(false),
    }
}

fn frames(twist: Twist) -> Vec<Frame> {
    let path = |file: &str| match twist {
        Twist::Links => format!("{LINK}//{file}"),
        Twist::Markup => format!("{MARKUP}{file}"),
        _ => file.to_owned(),
    };
    let count = if twist == Twist::Recursion { RECURSION_FRAMES } else { 3 };
    let vars = match twist {
        Twist::Deep => object(json!({"tree": deep(60)})),
        Twist::Markup => object(json!({MARKUP: MARKUP, "plain": {"nested": [MARKUP, {"html": MARKUP}]}})),
        Twist::OddShapes => {
            object(json!({"__proto__": {"polluted": true}, "constructor": null, "": 0, "toString": [[], {}]}))
        }
        _ => None,
    };
    let line = |number: i64| {
        (
            number,
            Some(format!("    return visit(node.children[{number}])  # {}", path(""))),
        )
    };
    (0..count)
        .map(|index| Frame {
            filename: Some(path("shop/tree.py")),
            function: Some(if twist == Twist::Markup {
                MARKUP.to_owned()
            } else {
                "visit".to_owned()
            }),
            module: Some("shop.tree".to_owned()),
            abs_path: Some(path("/srv/shop/shop/tree.py")),
            line_no: Some(33),
            in_app: Some(true),
            context: Some((31..36).map(line).collect()),
            context_line: line(33).1,
            vars: vars.clone().filter(|_| index + 1 == count),
            ..Frame::default()
        })
        .collect()
}

fn link_mechanism(exception: &mut Exception) {
    exception.mechanism = Some(Mechanism {
        kind: Some("generic".to_owned()),
        handled: Some(false),
        description: Some("see the help link".to_owned()),
        help_link: Some(LINK.to_owned()),
        data: Some(json!({"url": "data:text/html,<script>alert(1)</script>"})),
        ..Mechanism::default()
    });
}

fn markup(event: &mut Event) {
    event.culprit = Some(MARKUP.to_owned());
    event
        .tags
        .push(tag("url", "https://example.com/\"><script>alert(1)</script>"));
    event.user = object(json!({"id": MARKUP, "username": MARKUP, "email": "a@b.example\" onclick=alert(1)"}));
    event.contexts = object(json!({MARKUP: {"type": "custom", MARKUP: MARKUP}}));
    event.context = object(json!({MARKUP: [MARKUP], "</script>": "</style><!--"}));
    replace(
        event,
        "breadcrumbs",
        &json!({"values": [
            {"type": "default", "category": MARKUP, "message": MARKUP, "data": {MARKUP: MARKUP}, "level": "info",
             "timestamp": event.date_created.to_iso(), "event_id": null},
        ]}),
    );
}

fn links(event: &mut Event) {
    event.context =
        object(json!({"link": LINK, "data": "data:text/html;base64,PHNjcmlwdD4=", "vb": "vbscript:msgbox(1)"}));
    replace(
        event,
        "breadcrumbs",
        &json!({"values": [
            {"type": "http", "category": "fetch", "message": null, "level": "error", "event_id": null,
             "timestamp": event.date_created.to_iso(), "data": {"url": LINK, "method": "GET", "status_code": 200}},
            {"type": "navigation", "category": "navigation", "message": null, "level": "info", "event_id": null,
             "timestamp": event.date_created.to_iso(), "data": {"from": LINK, "to": "//evil.example/\\@shop.example.com"}},
        ]}),
    );
    replace(
        event,
        "request",
        &json!({
            "apiTarget": null, "bodySize": null, "cookies": null, "data": null, "env": null, "fragment": null,
            "method": "GET", "protocol": null, "url": LINK, "headers": [["Referer", LINK]], "query": [["next", LINK]],
            "inferredContentType": null,
        }),
    );
}

fn replace(event: &mut Event, kind: &str, data: &Value) {
    event.entries.retain(|entry| entry.kind != kind);
    event.entries.extend(entry(kind, data));
}

fn deep(levels: u32) -> Value {
    (0..levels).fold(json!("the bottom"), |inner, level| {
        if level % 2 == 0 {
            json!({ format!("level {level}"): inner })
        } else {
            json!([level, inner])
        }
    })
}

fn many_tags() -> Vec<EventTag> {
    let numbered = (0..198).map(|index| tag(&format!("custom.tag.{index:03}"), &format!("value {index}")));
    let long = tag(&"k".repeat(200), &"v".repeat(200));
    let empty = EventTag {
        key: "null".to_owned(),
        value: None,
    };
    numbered.chain([long, empty]).collect()
}

fn odd_shapes() -> Value {
    json!({
        "__proto__": {"polluted": true},
        "constructor": {"type": "constructor", "name": ["a", 1, null]},
        "os": {"type": "os", "name": 17, "version": {"major": 1}},
        "device": {},
        "huge": {"number": 1e300, "precise": 9_007_199_254_740_993_i64, "list": [[[]]]},
    })
}

fn processing_errors() -> Vec<Value> {
    vec![
        json!({"type": "invalid_data", "name": "timestamp", "value": "yesterday"}),
        json!({"type": "js_no_source", "name": null, "value": "https://shop.example.com/static/js/app.min.js.map"}),
    ]
}

fn tag(key: &str, value: &str) -> EventTag {
    EventTag {
        key: key.to_owned(),
        value: Some(value.to_owned()),
    }
}
