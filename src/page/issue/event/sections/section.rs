//! The frame of a section: heading, count, controls at the end, and content that is built when it comes near.

use crate::ui::in_view::when_near;
use crate::ui::lazy::lazy_details;
use crate::ui::value_tree::foldable_tree;
use glint_model::json_view::Node;
use glint_model::text::{counted, thousands};
use leptos::prelude::*;
use serde_json::{Map, Value};
use std::sync::Arc;

/// A section with this id and name. `count` stands beside the name, `end` at the end of its head; `height` is about that
/// of the content, in pixels.
pub fn section(
    id: impl Into<String>,
    name: impl Into<String>,
    count: Option<usize>,
    end: Option<AnyView>,
    height: u32,
    build: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let (id, name): (String, String) = (id.into(), name.into());
    let heading = name.clone();
    let count = count.map(|count| view! { <span class="faint">{thousands(count as u64)}</span> });
    view! {
        <section class="panel" id=id aria-label=name>
            <header>
                <h2>{heading}</h2>
                {count}
                {end.map(|end| view! { <div class="end">{end}</div> })}
            </header>
            <div class="inside">{when_near(height, build)}</div>
        </section>
    }
    .into_any()
}

/// The id of one of several sections of a kind: the first has the plain one.
pub fn numbered(id: &str, before: usize) -> String {
    match before {
        0 => id.to_owned(),
        before => format!("{id}-{}", before + 1),
    }
}

/// All fields of an object as a tree, folded; `path` is where they are found.
pub fn all_fields(path: &'static str, fields: Map<String, Value>) -> AnyView {
    let summary = counted(fields.len() as u64, "field", "fields");
    let fields = Arc::new(Value::Object(fields));
    lazy_details("fold", false, summary.into_any(), move || {
        foldable_tree(&Node::root(path, Arc::clone(&fields)), None)
    })
}

/// About the height of so many rows, in pixels.
pub fn rows_height(rows: usize) -> u32 {
    let shown = u32::try_from(rows.min(100)).unwrap_or(100);
    24 * shown + 16
}
