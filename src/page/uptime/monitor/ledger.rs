//! The ledger: how long the monitor was up, down and unknown in each range, and what follows from that.

use super::context::MonitorContext;
use super::figures::window_text;
use super::loading::{Loading, loading_line};
use super::moment::moment;
use super::zone::zone;
use crate::reactive::{changing, changing_text, maybe};
use crate::ui::state::waiting;
use glint_model::text::thousands;
use glint_model::uptime::{Ledger, Summary, Window, duration_text};
use leptos::prelude::*;

/// The panel.
pub fn ledger_panel(context: MonitorContext) -> AnyView {
    let is_here = Memo::new(move |_| context.ledger.with(Option::is_some));
    view! {
        <section class="panel ledger-panel" aria-labelledby="ledger-heading">
            <header>
                <h2 id="ledger-heading">"Uptime"</h2>
                <span class="muted">{maybe(move || beginning(context))}</span>
            </header>
            <div class="inside">
                {loading(context)}
                {changing(move || match is_here.get() {
                    true => table(context),
                    false => waiting(6).into_any(),
                })}
            </div>
        </section>
    }
    .into_any()
}

/// Since when the record speaks.
fn beginning(context: MonitorContext) -> Option<AnyView> {
    let from = Memo::new(move |_| context.ledger.get().and_then(|ledger| ledger.known_from()));
    let view = maybe(move || {
        let from = from.get()?;
        Some(view! { "The record begins "{moment(from)}"; before that it is unknown." }.into_any())
    });
    Some(view)
}

fn loading(context: MonitorContext) -> AnyView {
    let record = context.record;
    let is_part = Signal::derive(move || {
        record.heard_at.get().is_some() && record.with(|history| history.changes.begins().is_none())
    });
    let reach = Signal::derive(move || match is_part.get() {
        true => "Older outages are not loaded: what they would change is unknown here.".to_owned(),
        false => String::new(),
    });
    loading_line(Loading {
        reading: record.changes.reading,
        reach,
        is_part,
        what: "outages",
        stop: Callback::new(move |()| record.stop(record.changes)),
        go_on: Callback::new(move |()| record.load_all_changes()),
    })
}

const HEADS: [&str; 8] = [
    "Range", "Uptime", "Down", "Unknown", "Outages", "Longest", "MTTR", "MTBF",
];

fn table(context: MonitorContext) -> AnyView {
    let heads: Vec<AnyView> = HEADS
        .into_iter()
        .map(|head| {
            let title = match head {
                "MTTR" => Some("Mean time to repair: how long an outage lasts"),
                "MTBF" => Some("Mean time between failures: how long it is up for each outage"),
                _ => None,
            };
            view! { <th scope="col" title=title>{head}</th> }.into_any()
        })
        .collect();
    let rows: Vec<AnyView> = Window::LEDGER
        .iter()
        .map(|window| row(context, Signal::stored(Some(*window)), false))
        .collect();
    view! {
        <div class="table-scroller">
            <table class="led" aria-labelledby="ledger-heading">
                <thead><tr>{heads}</tr></thead>
                <tbody>
                    {rows}
                    {row(context, context.window.into(), true)}
                </tbody>
            </table>
        </div>
        <p class="note">
            "MTTR is the mean time to repair, MTBF the mean time between failures. Percentages are cut, not rounded, and tell of \
             the known time only."
        </p>
    }
    .into_any()
}

/// What a row says; it is drawn anew only where this changes.
fn row(context: MonitorContext, window: Signal<Option<Window>>, is_chosen: bool) -> AnyView {
    let cells = Memo::new(move |_| {
        let (window, ledger) = (window.get()?, context.ledger.get()?);
        Some(cells(&ledger, window))
    });
    let cell = move |at: usize| {
        let text = move || {
            cells.with(|cells| {
                cells
                    .as_ref()
                    .and_then(|cells| cells.get(at).cloned())
                    .unwrap_or_default()
            })
        };
        let label = HEADS.get(at + 1).copied().unwrap_or_default();
        view! { <td data-label=label>{changing_text(text)}</td> }.into_any()
    };
    let name = move || {
        let name = window.get().map(window_text).unwrap_or_default();
        if is_chosen { format!("Chart: {name}") } else { name }
    };
    view! {
        <tr>
            <th scope="row">{changing_text(name)}</th>
            {(0..HEADS.len() - 1).map(cell).collect::<Vec<_>>()}
        </tr>
    }
    .into_any()
}

fn cells(ledger: &Ledger, window: Window) -> Vec<String> {
    let span = window.span(ledger.now(), &zone());
    let Summary {
        down_ms,
        unknown_ms,
        outages,
        longest_ms,
        mttr_ms,
        mtbf_ms,
        ..
    } = ledger.summary(span);
    let summary = ledger.summary(span);
    let is_known = summary.known_ms() > 0;
    let or_dash = |length: Option<i64>| length.map_or("–".to_owned(), duration_text);
    let if_known = |text: String| if is_known { text } else { "unknown".to_owned() };
    vec![
        summary.percent(),
        if_known(duration_text(down_ms)),
        if unknown_ms > 0 {
            duration_text(unknown_ms)
        } else {
            "–".to_owned()
        },
        if_known(thousands(u64::try_from(outages).unwrap_or(u64::MAX))),
        or_dash(longest_ms),
        or_dash(mttr_ms),
        or_dash(mtbf_ms),
    ]
}
