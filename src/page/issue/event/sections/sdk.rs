//! What sent the event: the SDK, its integrations and packages.

use super::section::{all_fields, rows_height, section};
use crate::page::issue::event::data::EventData;
use crate::ui::long_text::long_raw;
use crate::ui::value_tree::pairs_at;
use glint_model::reveal::reveal;
use leptos::prelude::*;
use serde_json::{Map, Value};

/// Shows it; nothing when the event does not say.
pub fn sdk(event: &EventData) -> Option<AnyView> {
    let sdk = event.sdk.as_ref().filter(|sdk| !sdk.is_empty())?;
    let rows = sdk.len();
    let event = event.clone();
    let build = move || event.sdk.as_ref().map(sdk_view).unwrap_or_else(|| ().into_any());
    Some(section("sdk", "SDK", None, None, rows_height(rows), build))
}

fn sdk_view(sdk: &Map<String, Value>) -> AnyView {
    let text = |name: &str| sdk.get(name).and_then(Value::as_str);
    let mut facts: Vec<AnyView> = Vec::new();
    let mut push = |label: &'static str, value: AnyView| {
        facts.push(view! { <div><dt>{label}</dt><dd>{value}</dd></div> }.into_any());
    };
    for (label, name) in [("Name", "name"), ("Version", "version")] {
        if let Some(text) = text(name) {
            push(label, long_raw(text));
        }
    }
    let integrations = sdk.get("integrations").and_then(names);
    if let Some(integrations) = &integrations {
        push("Integrations", words(integrations));
    }
    let packages = sdk.get("packages").and_then(packages);
    if let Some(packages) = &packages {
        push("Packages", words(packages));
    }
    let is_told = |name: &str| match name {
        "name" | "version" => text(name).is_some(),
        "integrations" => integrations.is_some(),
        "packages" => packages.is_some(),
        _ => false,
    };
    let rest: Vec<(String, Value)> = sdk
        .iter()
        .filter(|(name, value)| !value.is_null() && !is_told(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let rest = (!rest.is_empty()).then(|| pairs_at("sdk", rest, None));
    let facts = (!facts.is_empty()).then(|| view! { <dl class="fact-list">{facts}</dl> });
    view! { {facts}{rest}{all_fields("sdk", sdk.clone())} }.into_any()
}

/// A list of texts; none when anything else is in it, or nothing.
fn names(value: &Value) -> Option<Vec<String>> {
    let names: Option<Vec<String>> = value
        .as_array()?
        .iter()
        .map(|name| name.as_str().map(str::to_owned))
        .collect();
    names.filter(|names| !names.is_empty())
}

/// `pypi:sentry-sdk 2.48.0` of each; none when one says anything else.
fn packages(value: &Value) -> Option<Vec<String>> {
    let packages: Option<Vec<String>> = value
        .as_array()?
        .iter()
        .map(|package| {
            let fields = package.as_object()?;
            let text = |name: &str| fields.get(name).and_then(Value::as_str);
            let is_plain = fields.keys().all(|name| matches!(name.as_str(), "name" | "version"));
            is_plain.then_some(())?;
            Some(
                [text("name")?, text("version").unwrap_or_default()]
                    .join(" ")
                    .trim_end()
                    .to_owned(),
            )
        })
        .collect();
    packages.filter(|packages| !packages.is_empty())
}

fn words(words: &[String]) -> AnyView {
    let words: Vec<AnyView> = words
        .iter()
        .map(|word| view! { <li>{reveal(word)}</li> }.into_any())
        .collect();
    view! { <ul class="words">{words}</ul> }.into_any()
}
