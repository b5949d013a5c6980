//! How much of the plan's limit is used up, and what is dropped beyond it.

use super::plan::Billing;
use crate::open_organization::OpenOrganization;
use crate::reactive::maybe;
use glint_model::text::{counted, thousands};
use glint_model::usage::{Counts, Limit, LimitLevel, RULES, dropped, percent_text};
use leptos::prelude::*;

/// The bar; nothing where there is no plan.
pub fn limit_bar(counts: Counts, billing: Billing) -> AnyView {
    maybe(move || {
        let limit = billing.limit()?;
        let used = counts.total();
        Some(bar(Limit { used, limit }, dropped_now()))
    })
}

/// How many of a hundred events the server drops, as the whole page says; tracked.
fn dropped_now() -> i64 {
    let said = OpenOrganization::get().and_then(|open| {
        open.with(|details| {
            let organization = &details.organization;
            dropped(organization.is_accepting_events, organization.event_throttle_rate)
        })
    });
    said.unwrap_or_default()
}

fn bar(limit: Limit, dropped: i64) -> AnyView {
    let class = match limit.level() {
        LimitLevel::Fine => "usage-bar",
        LimitLevel::Near => "usage-bar near",
        LimitLevel::Over => "usage-bar over",
    };
    let text = format!(
        "{} of {} ({})",
        thousands(limit.used),
        counted(limit.limit, "event", "events"),
        percent_text(limit.percent()),
    );
    let rules: Vec<AnyView> = RULES.iter().map(|rule| view! { <li>{*rule}</li> }.into_any()).collect();
    view! {
        <div class="usage-limit">
            <p><b>{text}</b> " " {limit.sentence(dropped)}</p>
            <progress
                class=class
                max="100"
                value=limit.percent().min(100.0).to_string()
                aria-label="Part of the plan’s limit"
            ></progress>
            <details>
                <summary>"What is dropped beyond the limit"</summary>
                <ul>{rules}</ul>
            </details>
        </div>
    }
    .into_any()
}
