//! The entries of an event that was sent: exceptions, message, breadcrumbs and request, in the server's spelling.

use super::{items, text, time, without_nulls};
use crate::seed::event::entry;
use glint_model::wire::entry::{Entry, Exception, ExceptionData, Frame, MessageData, Stacktrace};
use serde_json::{Value, json};

/// The entries, in the server's order.
pub fn of(body: &Value) -> Vec<Entry> {
    let values = exceptions(body);
    let message = message(body);
    let crumbs = breadcrumbs(&body["breadcrumbs"]);
    let mut entries = Vec::new();
    if !values.is_empty() {
        let frames = values
            .iter()
            .filter_map(|it| it.stacktrace.as_ref()?.frames.as_ref())
            .flatten();
        let has_system_frames = frames.filter(|frame| frame.in_app != Some(true)).count() > 0;
        let data = ExceptionData {
            values,
            has_system_frames: Some(has_system_frames),
        };
        entries.extend(entry("exception", &data));
    }
    if let Some(message) = message {
        entries.extend(entry("message", &message));
    }
    if !crumbs.is_empty() {
        entries.extend(entry("breadcrumbs", &json!({"values": crumbs})));
    }
    if body["request"].is_object() {
        entries.extend(entry("request", &request(&body["request"])));
    }
    entries
}

/// The exceptions, the first cause first.
pub fn exceptions(body: &Value) -> Vec<Exception> {
    let readable = items(&body["exception"]).into_iter().filter(|value| value.is_object());
    readable.map(exception).collect()
}

fn exception(value: &Value) -> Exception {
    let frames: Vec<Frame> = items(&value["stacktrace"]["frames"]).into_iter().map(frame).collect();
    Exception {
        kind: text(&value["type"]),
        value: text(&value["value"]),
        module: text(&value["module"]),
        thread_id: None,
        mechanism: serde_json::from_value(value["mechanism"].clone()).unwrap_or_default(),
        stacktrace: (!frames.is_empty()).then_some(Stacktrace {
            frames: Some(frames),
            registers: None,
        }),
        raw_stacktrace: None,
    }
}

/// The server numbers the lines around the call, which the SDK sends in three parts.
fn frame(value: &Value) -> Frame {
    let line = value["lineno"].as_i64();
    let context_line = value["context_line"].as_str().map(str::to_owned);
    let lines = |name: &str| {
        let lines = value[name].as_array().into_iter().flatten();
        lines
            .map(|line| line.as_str().map(str::to_owned))
            .collect::<Vec<Option<String>>>()
    };
    let before = lines("pre_context");
    let first = line.unwrap_or_default() - before.len() as i64;
    let middle = context_line.clone().map(Some);
    let around = before.into_iter().chain(middle).chain(lines("post_context"));
    Frame {
        filename: text(&value["filename"]),
        function: text(&value["function"]),
        module: text(&value["module"]),
        package: text(&value["package"]),
        abs_path: text(&value["abs_path"]),
        line_no: line,
        col_no: value["colno"].as_i64(),
        in_app: value["in_app"].as_bool(),
        context: line.map(|_| (first..).zip(around).collect()),
        context_line,
        vars: value["vars"].as_object().cloned(),
        instruction_addr: text(&value["instruction_addr"]),
        symbol_addr: text(&value["symbol_addr"]),
        image_addr: text(&value["image_addr"]),
        platform: text(&value["platform"]),
        raw_function: None,
        source_link: text(&value["source_link"]),
    }
}

/// The message, which SDKs send as text or as an object, by either name.
pub fn message(body: &Value) -> Option<MessageData> {
    let value = [&body["logentry"], &body["message"]]
        .into_iter()
        .find(|value| value.is_object() || text(value).is_some())?;
    let data = MessageData {
        formatted: text(&value["formatted"])
            .or_else(|| text(&value["message"]))
            .or_else(|| text(value)),
        message: text(&value["message"]).filter(|_| value["formatted"].is_string()),
        params: Some(value["params"].clone()).filter(|params| !params.is_null()),
    };
    data.formatted.is_some().then_some(data)
}

fn breadcrumbs(value: &Value) -> Vec<Value> {
    let crumbs = items(value).into_iter().filter(|crumb| crumb.is_object());
    crumbs
        .map(|crumb| {
            json!({
                "type": text(&crumb["type"]).unwrap_or_else(|| "default".to_owned()),
                "category": crumb["category"],
                "message": crumb["message"],
                "level": text(&crumb["level"]).unwrap_or_else(|| "info".to_owned()),
                "data": crumb["data"],
                "timestamp": time(&crumb["timestamp"]),
                "event_id": null,
            })
        })
        .collect()
}

/// Headers and query become lists of pairs.
fn request(value: &Value) -> Value {
    let content_type = pairs(&value["headers"])
        .into_iter()
        .find(|pair| {
            pair[0]
                .as_str()
                .is_some_and(|name| name.eq_ignore_ascii_case("content-type"))
        })
        .map(|pair| pair[1].clone());
    json!({
        "apiTarget": null,
        "bodySize": null,
        "cookies": value["cookies"],
        "data": value["data"],
        "env": without_nulls(&value["env"]),
        "fragment": value["fragment"],
        "method": value["method"],
        "protocol": null,
        "url": value["url"],
        "headers": pairs(&value["headers"]),
        "query": pairs(&value["query_string"]),
        "inferredContentType": content_type,
    })
}

fn pairs(value: &Value) -> Vec<Value> {
    match value {
        Value::Object(fields) => fields.iter().map(|(key, value)| json!([key, value])).collect(),
        Value::Array(pairs) => pairs
            .iter()
            .filter(|pair| pair.as_array().is_some_and(|pair| pair.len() == 2))
            .cloned()
            .collect(),
        Value::String(query) => {
            let query = query.trim_start_matches('?');
            form_urlencoded::parse(query.as_bytes())
                .map(|(key, value)| json!([key, value]))
                .collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{exceptions, message, of};
    use serde_json::{Value, json};

    #[test]
    fn the_lines_around_a_call_get_their_numbers() {
        let body = json!({"exception": {"values": [{"type": "E", "stacktrace": {"frames": [
            {"filename": "a.js", "lineno": 12, "colno": 3, "in_app": true,
             "pre_context": ["ten", "eleven"], "context_line": "twelve", "post_context": ["thirteen"]},
            {"function": "no line", "context_line": "x"},
        ]}}]}});
        let exception = exceptions(&body).remove(0);
        let frames = exception.stacktrace.and_then(|trace| trace.frames).unwrap_or_default();
        let line = |number: i64, text: &str| (number, Some(text.to_owned()));
        let want = vec![
            line(10, "ten"),
            line(11, "eleven"),
            line(12, "twelve"),
            line(13, "thirteen"),
        ];
        assert_eq!(frames[0].context, Some(want));
        assert_eq!((frames[0].line_no, frames[0].col_no), (Some(12), Some(3)));
        assert_eq!(frames[1].context, None);
    }

    #[test]
    fn a_message_is_a_text_or_an_object() {
        for (body, formatted, template) in [
            (json!({"message": "plain"}), "plain", None),
            (json!({"logentry": {"message": "only"}}), "only", None),
            (
                json!({"message": "", "logentry": {"formatted": "a 7", "message": "a %s"}}),
                "a 7",
                Some("a %s"),
            ),
        ] {
            let data = message(&body).expect("a message");
            assert_eq!(
                (data.formatted.as_deref(), data.message.as_deref()),
                (Some(formatted), template)
            );
        }
        assert_eq!(message(&json!({"message": null})), None);
        assert_eq!(message(&json!({"message": ["odd"]})), None);
    }

    #[test]
    fn crumbs_and_request_are_spelled_as_the_server_spells_them() {
        let entries = of(&json!({
            "message": "m",
            "breadcrumbs": [{"message": "first", "timestamp": 1_795_435_200.5}],
            "request": {"url": "https://x.example/", "headers": {"Content-Type": "text/plain"}, "query_string": "a=1&b=%20"},
        }));
        let kinds: Vec<&str> = entries.iter().map(|entry| entry.kind.as_str()).collect();
        assert_eq!(kinds, ["message", "breadcrumbs", "request"]);
        let crumbs: Value = entries[1].read().expect("crumbs");
        assert_eq!(crumbs["values"][0]["timestamp"], "2026-11-23T12:00:00.500Z");
        let request: Value = entries[2].read().expect("a request");
        assert_eq!(request["query"], json!([["a", "1"], ["b", " "]]));
        assert_eq!(request["headers"], json!([["Content-Type", "text/plain"]]));
        assert_eq!(request["inferredContentType"], "text/plain");
    }
}
