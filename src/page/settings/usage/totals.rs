//! How much came in: in this period and the one before, and how much of the plan's limit that is.

use super::figures::{Figures, Known};
use super::limit::limit_bar;
use super::plan::Billing;
use crate::browser::intl;
use crate::load::Load;
use crate::reactive::changing;
use crate::ui::state::{failed, waiting};
use glint_model::text::counted;
use glint_model::usage::Counts;
use leptos::prelude::*;

/// The panel.
pub fn totals_panel(figures: Figures, billing: Billing) -> AnyView {
    let body = move || match figures.now.get() {
        Load::Loading => view! { <div class="panel-body"></div> }.into_any(),
        Load::Slow => waiting(3).into_any(),
        Load::Failed(error) => failed(&error, move || figures.now.reload()).into_any(),
        Load::Ready(Known::Nothing) => view! {
            <p class="panel-body muted">"This server does not say what came in."</p>
        }
        .into_any(),
        Load::Ready(Known::Sums(counts)) => sums(counts, billing),
        Load::Ready(Known::Period(counts)) => period(counts, figures, billing),
    };
    view! {
        <section class="panel" aria-labelledby="usage-heading">
            <header><h2 id="usage-heading">"Usage"</h2></header>
            {changing(body)}
        </section>
    }
    .into_any()
}

fn sums(counts: Counts, billing: Billing) -> AnyView {
    view! {
        <div class="panel-body">
            <dl class="usage-totals">{total("Events so far", counted(counts.total(), "event", "events"), String::new())}</dl>
            {limit_bar(counts, billing)}
            <p class="muted">
                "This server gives one sum for each kind, and says neither over which time it counts nor what came in \
                 before or day by day. Newer servers do."
            </p>
        </div>
    }
    .into_any()
}

fn period(counts: Counts, figures: Figures, billing: Billing) -> AnyView {
    let since = move || match (
        billing.period(),
        billing.subscription.with(|load| load.ready().is_some()),
    ) {
        (Some((from, to)), _) => format!("{} to {}", intl::day(from), intl::day(to)),
        (None, true) => "the last 30 days".to_owned(),
        // Which time that is belongs to the plan, which is not here yet, or cannot be read.
        (None, false) => String::new(),
    };
    let before = move || match figures.before.get() {
        Load::Ready(Some(counts)) => (counted(counts.total(), "event", "events"), String::new()),
        Load::Ready(None) => ("Not known".to_owned(), "This server does not say.".to_owned()),
        Load::Failed(error) => ("Not known".to_owned(), error.sentence()),
        Load::Loading | Load::Slow => ("…".to_owned(), String::new()),
    };
    let expected = move || {
        let found = figures.expected(billing)?;
        let is_over = found
            .expected
            .zip(billing.limit())
            .is_some_and(|(expected, limit)| expected > limit);
        let over = if is_over {
            "; that is over the plan’s limit"
        } else {
            ""
        };
        let by = format!("by {}, when it goes on like this{over}", intl::day(found.ends));
        Some(match found.expected {
            Some(events) => (format!("about {}", counted(events, "event", "events")), by),
            None => ("Too early to tell".to_owned(), "It takes three whole days.".to_owned()),
        })
    };
    view! {
        <div class="panel-body">
            <dl class="usage-totals">
                {changing(move || total("This period", counted(counts.total(), "event", "events"), since()))}
                {changing(move || {
                    let (value, note) = before();
                    total("The period before", value, note)
                })}
                {changing(move || expected().map_or_else(
                    || ().into_any(),
                    |(value, note)| total(in_all(billing), value, note),
                ))}
            </dl>
            {limit_bar(counts, billing)}
        </div>
    }
    .into_any()
}

fn in_all(billing: Billing) -> &'static str {
    if billing.period().is_some() {
        "This period in all"
    } else {
        "This month in all"
    }
}

fn total(name: &'static str, value: String, note: String) -> AnyView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>
                <b>{value}</b>
                <small>{note}</small>
            </dd>
        </div>
    }
    .into_any()
}
