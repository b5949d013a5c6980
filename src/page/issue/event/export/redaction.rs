//! What was found that looks private, and a switch for each kind of it.

use super::state::Export;
use crate::reactive::{changing, truth};
use glint_model::event_markdown::{Finding, findings};
use glint_model::text::counted;
use leptos::prelude::*;

/// The switches.
pub fn redaction_choice(export: Export) -> AnyView {
    let found = Memo::new(move |_| export.outline.with(|outline| findings(outline)));
    let switches = move || {
        match found.get() {
        found if found.is_empty() => view! {
            <p class="hint">
                "Nothing was found that looks like a token, a key, a password, an address or a cookie. Names and texts of \
                 people are not recognized: read the preview."
            </p>
        }
        .into_any(),
        found => {
            let rows: Vec<AnyView> = found.into_iter().map(|finding| switch(export, &finding)).collect();
            view! {
                {rows}
                <p class="hint">"Names and texts of people are not recognized: read the preview before it leaves."</p>
            }
            .into_any()
        }
    }
    };
    view! {
        <fieldset class="export-kinds">
            <legend>"Replaced before it leaves"</legend>
            {changing(switches)}
        </fieldset>
    }
    .into_any()
}

fn switch(export: Export, finding: &Finding) -> AnyView {
    let kind = finding.kind;
    view! {
        <label class="export-kind">
            <input
                type="checkbox"
                prop:checked=truth(move || export.hidden.get().has(kind))
                on:change=move |event| {
                    let is_in = event_target_checked(&event);
                    export.hidden.update(|kinds| *kinds = kinds.with(kind, is_in));
                }
            />
            <span>
                {kind.plural()}
                <small>{told(finding)}</small>
            </span>
        </label>
    }
    .into_any()
}

/// `4 times, 2 different: in Request (3), User`.
fn told(finding: &Finding) -> String {
    let places: Vec<String> = finding
        .places
        .iter()
        .map(|(place, count)| match count {
            1 => place.clone(),
            count => format!("{place} ({count})"),
        })
        .collect();
    let different = match finding.values {
        values if values == finding.count => String::new(),
        values => format!(", {values} different"),
    };
    format!(
        "{}{different}: in {}",
        counted(finding.count as u64, "time", "times"),
        places.join(", ")
    )
}
