//! How an exception was caught: a line of words, and what else the SDK says, folded.

use crate::ui::icon::{Icon, icon};
use crate::ui::lazy::lazy_details;
use crate::ui::value_tree::pairs;
use glint_model::reveal::reveal;
use glint_model::safe_url::SafeUrl;
use glint_model::stack_trace::{caught_by, system_code};
use glint_model::wire::entry::Mechanism;
use leptos::prelude::*;
use serde_json::Value;

/// Whether the application dealt with the exception, as a word beside its type.
pub fn handled(mechanism: Option<&Mechanism>) -> Option<AnyView> {
    let is_handled = mechanism?.handled?;
    let (class, word, meaning) = if is_handled {
        ("tagbadge", "handled", "The application dealt with it")
    } else {
        (
            "tagbadge unhandled",
            "unhandled",
            "The application did not deal with it",
        )
    };
    Some(view! { <span class=class title=meaning>{word}</span> }.into_any())
}

/// Shows how the exception was caught; nothing where the SDK says nothing of it.
pub fn caught(mechanism: &Mechanism) -> AnyView {
    let words: Vec<String> = [
        caught_by(mechanism).map(|words| capitalised(&reveal(&words))),
        system_code(mechanism).map(|code| reveal(&code)),
        (mechanism.synthetic == Some(true))
            .then(|| "The stack trace was made for this report, and may not begin where it went wrong".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let words = (!words.is_empty()).then(|| view! { <p class="caught">{words.join(" · ")}</p> });
    view! { {words}{help(mechanism)}{more(mechanism)} }.into_any()
}

fn help(mechanism: &Mechanism) -> Option<AnyView> {
    let url = SafeUrl::web(mechanism.help_link.as_deref()?)?;
    let host = url.host().to_owned();
    let label = format!("More about this at {host}");
    Some(
        view! {
            <p class="caught">
                <a class="link" href=url.to_string() target="_blank" rel="noopener noreferrer">
                    {label}
                    {icon(Icon::External, "")}
                </a>
            </p>
        }
        .into_any(),
    )
}

/// The fields that the words do not tell.
fn more(mechanism: &Mechanism) -> Option<AnyView> {
    let text = |text: &Option<String>| text.clone().filter(|text| !text.is_empty()).map(Value::String);
    let full = |value: &Option<Value>| {
        value.clone().filter(|value| match value {
            Value::Null => false,
            Value::Object(map) => !map.is_empty(),
            Value::Array(items) => !items.is_empty(),
            _ => true,
        })
    };
    let is_link = mechanism.help_link.as_deref().and_then(SafeUrl::web).is_some();
    let rows: Vec<(String, Value)> = [
        ("description", text(&mechanism.description)),
        ("help_link", text(&mechanism.help_link).filter(|_| !is_link)),
        ("data", full(&mechanism.data)),
        ("meta", full(&mechanism.meta)),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), value?)))
    .collect();
    if rows.is_empty() {
        return None;
    }
    let kind = text(&mechanism.kind).map(|kind| ("type".to_owned(), kind));
    let rows: Vec<(String, Value)> = kind.into_iter().chain(rows).collect();
    Some(lazy_details(
        "more mechanism",
        false,
        "How it was caught".into_any(),
        move || pairs(rows.clone()),
    ))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
