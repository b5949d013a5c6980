//! A report of a Content Security Policy: what happened in a sentence, what would allow it, and all fields.

use crate::ui::copy_button::copy_button;
use crate::ui::icon::{Icon, icon};
use crate::ui::value_tree::pairs_at;
use glint_model::csp::{Advice, advice, sentence};
use glint_model::reveal::reveal;
use glint_model::wire::entry::CspData;
use leptos::prelude::*;
use serde_json::{Map, Value};

/// Shows a report.
pub fn csp_report(fields: Map<String, Value>) -> AnyView {
    let report: Option<CspData> = serde_json::from_value(Value::Object(fields.clone())).ok();
    let told = report.as_ref().map(sentence);
    let advice = report.as_ref().and_then(advice);
    let rows = fields.into_iter().filter(|(_, value)| !value.is_null()).collect();
    view! {
        <section class="panel csp" id="csp" aria-label="Content Security Policy report">
            <header><h2>"Content Security Policy report"</h2></header>
            {told.map(|told| view! { <p class="sentence">{reveal(&told)}</p> })}
            {advice.map(advice_view)}
            {pairs_at("csp", rows, None)}
        </section>
    }
    .into_any()
}

fn advice_view(advice: Advice) -> AnyView {
    match advice {
        Advice::Leave(why) => view! { <p class="note">{reveal(&why)}</p> }.into_any(),
        Advice::Allow {
            directive,
            warning,
            is_strong,
        } => {
            let copied = directive.clone();
            let class = if is_strong { "warning strong" } else { "warning" };
            view! {
                <div class="allow">
                    <h3>"What would allow it"</h3>
                    <p class="directive">
                        <code>{reveal(&directive)}</code>
                        {copy_button("btn quiet icon small", "Copy the directive", "Directive", move || copied.clone())}
                    </p>
                    <p class=class>{icon(Icon::Warning, "")}<span>{reveal(&warning)}</span></p>
                </div>
            }
            .into_any()
        }
    }
}
