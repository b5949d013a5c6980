//! What came in over the last 7, 30 or 90 days: errors and transactions, a bar for each of the reader's days.

use crate::api::client::{Cancel, server_now_ms};
use crate::api::event_counts::{EventCategory, EventCountsQuery, get_event_counts};
use crate::browser::intl;
use crate::load::{Load, load};
use crate::page::settings::query::asked;
use crate::reactive::{changing, changing_text};
use crate::route::{Route, SettingsPart, Step, use_go};
use crate::ui::chart::{ChartOptions, time_chart};
use crate::ui::state::failed;
use glint_model::chart::Chart;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::text::counted;
use glint_model::timestamp::Timestamp;
use glint_model::usage::{History, HistoryRange};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The name of the range in the URL.
const RANGE: &str = "range";

/// What was counted, and drawn of it.
#[derive(Clone)]
struct Drawn {
    chart: Arc<Chart>,
    said: String,
}

/// The panel.
pub fn chart_panel(organization: &OrganizationSlug) -> AnyView {
    let route = use_context::<Memo<Route>>();
    let range = Memo::new(move |_| {
        let word = route.and_then(|route| asked(route, RANGE)).unwrap_or_default();
        HistoryRange::parse(&word)
    });
    let slug = organization.clone();
    let counted = load(move |cancel| {
        let (organization, range) = (slug.clone(), range.get());
        Box::pin(async move { count(&organization, range, &cancel).await })
    });
    let chart = Signal::derive(move || counted.with(|load| load.ready().map(|drawn| Arc::clone(&drawn.chart))));
    let said = move || counted.with(|load| load.ready().map(|drawn| drawn.said.clone()).unwrap_or_default());
    let problem = Memo::new(move |_| {
        counted.with(|load| match load {
            Load::Failed(error) => Some(error),
            _ => None,
        })
    });
    let file = format!("events-{organization}");
    let body = move || match problem.get() {
        Some(error) => failed(&error, move || counted.reload()).into_any(),
        None => view! {
            <p class="org-said" role="status">{changing_text(said)}</p>
            <div class="org-plot">{time_chart(chart, ChartOptions::new(file.clone()).height(220))}</div>
        }
        .into_any(),
    };
    view! {
        <section class="panel" aria-labelledby="events-heading">
            <header>
                <h2 id="events-heading">"Events"</h2>
                <div class="end">{ranges(organization, range)}</div>
            </header>
            <div>{changing(body)}</div>
        </section>
    }
    .into_any()
}

fn ranges(organization: &OrganizationSlug, range: Memo<HistoryRange>) -> AnyView {
    let links: Vec<AnyView> = HistoryRange::ALL
        .into_iter()
        .map(|one| {
            let route = Route::Settings {
                organization: organization.clone(),
                part: SettingsPart::Organization,
                query: vec![(RANGE.to_owned(), one.word().to_owned())],
            };
            let href = route.href();
            let go = use_go();
            let follow = move |event: MouseEvent| {
                let is_held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
                if event.button() == 0 && !is_held {
                    event.prevent_default();
                    go(&route, Step::Stay);
                }
            };
            view! {
                <a href=href aria-current=move || (range.get() == one).then_some("true") on:click=follow>
                    {format!("{} days", one.days())}
                </a>
            }
            .into_any()
        })
        .collect();
    view! { <div class="seg" role="group" aria-label="Range">{links}</div> }.into_any()
}

async fn count(organization: &OrganizationSlug, range: HistoryRange, cancel: &Cancel) -> Result<Drawn, ApiError> {
    let history = History::new(range, Timestamp(server_now_ms()), &intl::CLOCK);
    let errors = hours(organization, EventCategory::Error, &history, cancel).await?;
    let transactions = hours(organization, EventCategory::Transaction, &history, cancel).await?;
    let sum = |hours: &[(Timestamp, u64)]| hours.iter().map(|(_, count)| count).sum();
    Ok(Drawn {
        said: format!(
            "{} and {} in {} days.",
            counted(sum(&errors), "error", "errors"),
            counted(sum(&transactions), "transaction", "transactions"),
            range.days(),
        ),
        chart: Arc::new(history.chart(&errors, &transactions, &intl::CLOCK)),
    })
}

async fn hours(
    organization: &OrganizationSlug,
    category: EventCategory,
    history: &History,
    cancel: &Cancel,
) -> Result<Vec<(Timestamp, u64)>, ApiError> {
    let mut hours = Vec::new();
    for piece in history.pieces() {
        let query = EventCountsQuery {
            category,
            start: piece.0,
            end: piece.1,
            projects: Vec::new(),
        };
        let counts = get_event_counts(organization, &query, cancel).await?;
        hours.extend(History::hours_of(piece, &counts));
    }
    Ok(hours)
}
