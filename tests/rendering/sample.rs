//! Chains made up for these tests.

use glint::ui::stack_trace::{StackChoice, StackView, stack_trace};
use glint_model::stack_trace::FrameOrder;
use glint_model::wire::entry::ExceptionData;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::page::{Page, draw};

/// A frame of the application with its source and a local.
pub fn own(function: &str, line: i64) -> Value {
    json!({
        "function": function, "filename": "shop/views.py", "module": "shop.views", "inApp": true, "lineNo": line,
        "context": [[line - 1, "before"], [line, "the line"], [line + 1, "after"]],
        "vars": {"order": {"id": 7}},
    })
}

/// A frame of a library.
pub fn library(package: &str, line: i64) -> Value {
    json!({
        "function": "run", "filename": format!("{package}/core.py"), "module": format!("{package}.core"),
        "absPath": format!("/venv/site-packages/{package}/core.py"), "inApp": false, "lineNo": line,
    })
}

/// A chain of exceptions, the first cause first.
pub fn chain(values: Value) -> ExceptionData {
    serde_json::from_value(json!({ "values": values })).expect("a chain")
}

/// One exception with these frames.
pub fn thrown(frames: Vec<Value>) -> ExceptionData {
    chain(json!([{"type": "ValueError", "value": "no", "stacktrace": {"frames": frames}}]))
}

/// The chain as it is drawn.
pub fn drawn(data: ExceptionData, view: StackView, order: FrameOrder) -> Page {
    draw(move || {
        stack_trace(
            data,
            Some("python".to_owned()),
            RwSignal::new(StackChoice {
                view,
                order: Some(order),
                ..StackChoice::default()
            }),
        )
    })
}
