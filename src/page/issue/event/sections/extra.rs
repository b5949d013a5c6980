//! What the application added by itself (`extra`).

use super::section::{rows_height, section};
use crate::page::issue::event::data::EventData;
use crate::ui::value_tree::foldable_tree;
use glint_model::json_view::Node;
use leptos::prelude::*;
use serde_json::Value;
use std::sync::Arc;

/// Shows it; nothing when there is none.
pub fn extra(event: &EventData) -> Option<AnyView> {
    let count = event
        .context
        .as_ref()
        .map(|extra| extra.len())
        .filter(|count| *count > 0)?;
    let event = event.clone();
    let build = move || {
        let extra = event.context.clone().unwrap_or_default();
        foldable_tree(&Node::root("extra", Arc::new(Value::Object(extra))), None)
    };
    Some(section("extra", "Extra", Some(count), None, rows_height(count), build))
}
