//! The raw form of an event (`.../json/`), close to what the SDK sent: other names, tags as a map.

use crate::seed::issues::IssueSeed;
use glint_model::wire::entry::Frame;
use glint_model::wire::event::Event;
use glint_model::wire::issue::IssueType;
use serde_json::{Map, Value, json};

/// The raw form; an entry that an event does not have leaves no key behind.
pub fn value(issue: &IssueSeed, event: &Event) -> Value {
    let mut raw = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value.filter(|value| !value.is_null()) {
            raw.insert(key.to_owned(), value);
        }
    };
    put("platform", event.platform.clone().map(Value::from));
    put("event_id", Some(json!(event.event_id)));
    put("timestamp", Some(json!(seconds(event.date_created.0))));
    put("datetime", Some(json!(event.date_created)));
    put("project", Some(json!(event.project_id)));
    put("level", Some(json!(issue.level)));
    put(
        "modules",
        Some(event.packages.clone().map_or_else(|| json!({}), Value::Object)),
    );
    put("sdk", Some(event.sdk.clone().map_or_else(|| json!({}), Value::Object)));
    put("type", Some(json!(event.kind)));
    put("title", event.title.clone().map(Value::from));
    put("transaction", event.culprit.clone().map(Value::from));
    put("tags", Some(tags(event)));
    put("hashes", Some(json!([super::hashes::hash(issue.id)])));
    put("contexts", event.contexts.clone().map(Value::Object));
    put("extra", event.context.clone().map(Value::Object));
    put("user", event.user.clone().map(Value::Object));
    put(
        "environment",
        event
            .tags
            .iter()
            .find(|tag| tag.key == "environment")
            .map(|tag| json!(tag.value)),
    );
    if event.kind != IssueType::Csp {
        for entry in &event.entries {
            let data = serde_json::from_str(entry.data.get()).unwrap_or_default();
            match entry.kind.as_str() {
                "exception" => put("exception", Some(json!({"values": exceptions(&data)}))),
                "message" => put("logentry", Some(data)),
                "request" => put("request", Some(request(data))),
                other => put(other, Some(data)),
            }
        }
    }
    Value::Object(raw)
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of our century fit a double")]
fn seconds(milliseconds: i64) -> f64 {
    milliseconds as f64 / 1000.0
}

fn tags(event: &Event) -> Value {
    event
        .tags
        .iter()
        .map(|tag| (tag.key.clone(), json!(tag.value)))
        .collect()
}

fn request(mut data: Value) -> Value {
    if let Some(fields) = data.as_object_mut() {
        fields.retain(|name, value| !value.is_null() && name != "inferredContentType");
        if let Some(query) = fields.remove("query") {
            fields.insert("query_string".to_owned(), query);
        }
    }
    data
}

/// The exceptions with the frames' own names: `lineno`, `in_app`, source in three parts.
fn exceptions(data: &Value) -> Vec<Value> {
    let values = data["values"].as_array().cloned().unwrap_or_default();
    values
        .into_iter()
        .map(|mut exception| {
            let frames = exception["stacktrace"]["frames"]
                .as_array()
                .cloned()
                .unwrap_or_default();
            if !frames.is_empty() {
                exception["stacktrace"]["frames"] = frames.into_iter().map(raw_frame).collect();
            }
            exception
        })
        .collect()
}

fn raw_frame(value: Value) -> Value {
    let frame: Frame = serde_json::from_value(value).unwrap_or_default();
    let line = frame.line_no.unwrap_or_default();
    let context = frame.context.unwrap_or_default();
    let part = |wanted: fn(i64, i64) -> bool| -> Vec<String> {
        context
            .iter()
            .filter(|(number, _)| wanted(*number, line))
            .filter_map(|(_, text)| text.clone())
            .collect()
    };
    let mut raw = json!({
        "filename": frame.filename,
        "function": frame.function,
        "module": frame.module,
        "package": frame.package,
        "abs_path": frame.abs_path,
        "lineno": frame.line_no,
        "colno": frame.col_no,
        "in_app": frame.in_app,
        "context_line": frame.context_line,
        "vars": frame.vars,
        "instruction_addr": frame.instruction_addr,
    });
    if let Some(fields) = raw.as_object_mut() {
        if !context.is_empty() {
            fields.insert("pre_context".to_owned(), json!(part(|number, line| number < line)));
            fields.insert("post_context".to_owned(), json!(part(|number, line| number > line)));
        }
        fields.retain(|_, value| !value.is_null());
    }
    raw
}
