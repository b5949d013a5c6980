//! Every outage, the newest first: when it began and ended, how long it lasted, and why. One that lasts counts on.

use super::context::MonitorContext;
use super::moment::cell_moment;
use super::take_away::{Away, take_away};
use super::tick::ticking;
use crate::browser::intl;
use crate::reactive::{changing, changing_text, maybe};
use crate::ui::state::waiting;
use glint_model::reveal::reveal;
use glint_model::text::{counted, thousands};
use glint_model::timestamp::Timestamp;
use glint_model::uptime::{Outage, Source, duration_text, outages_csv, outages_markdown, reason_text};
use leptos::prelude::*;
use std::sync::Arc;

/// So many rows come at a time.
const STEP: usize = 50;

/// The outages, the newest first; none until the ledger is here. One that lasts is the same from moment to moment.
fn known(context: MonitorContext) -> Memo<Option<Arc<Vec<Outage>>>> {
    Memo::new(move |_| {
        let ledger = context.ledger.get()?;
        let rows = ledger.outages().iter().rev().map(|outage| Outage {
            until: if outage.is_open { outage.start } else { outage.until },
            ..*outage
        });
        Some(Arc::new(rows.collect()))
    })
}

/// The table.
pub fn outages(context: MonitorContext) -> AnyView {
    let rows = known(context);
    let shown = RwSignal::new(STEP);
    let time = ticking();
    let drawn = move || {
        let Some(all) = rows.get() else {
            return waiting(5).into_any();
        };
        if all.is_empty() {
            return none(context);
        }
        let source = context.source.get();
        let rows: Vec<AnyView> = all
            .iter()
            .take(shown.get())
            .map(|outage| row(outage, source, time))
            .collect();
        view! {
            <div class="table-scroller">
                <table class="led" aria-labelledby="lists-heading">
                    <thead>
                        <tr>
                            <th scope="col">"Began"</th>
                            <th scope="col">"Ended"</th>
                            <th scope="col">"Lasted"</th>
                            <th scope="col">"Reason"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {foot(all.len(), shown)}
        }
        .into_any()
    };
    changing(drawn)
}

fn none(context: MonitorContext) -> AnyView {
    let from = context.ledger.get_untracked().and_then(|ledger| ledger.known_from());
    let text = match from {
        Some(from) => format!("No outage since {}, when the record begins.", intl::local(from)),
        None => "Nothing is known about outages: no check has been recorded.".to_owned(),
    };
    view! { <p class="note">{text}</p> }.into_any()
}

fn row(outage: &Outage, source: Source, time: RwSignal<Timestamp>) -> AnyView {
    let ended = match outage.end {
        Some(end) => cell_moment(end),
        None if outage.is_open => view! { <b class="bad">"Still down"</b> }.into_any(),
        None => view! { <span class="muted">"Not seen"</span> }.into_any(),
    };
    let is_least = outage.began_before || outage.end.is_none() && !outage.is_open;
    let least = if is_least { "at least " } else { "" };
    let (start, length_ms) = (outage.start, outage.length_ms());
    let lasted = if outage.is_open {
        changing_text(move || format!("{least}{}", duration_text(time.get().0.saturating_sub(start.0))))
    } else {
        format!("{least}{}", duration_text(length_ms)).into_any()
    };
    view! {
        <tr>
            <td data-label="Began">
                {outage.began_before.then_some("Before ")}
                {cell_moment(start)}
            </td>
            <td data-label="Ended">{ended}</td>
            <td data-label="Lasted">{lasted}</td>
            <td data-label="Reason">{reason_text(outage.reason, source)}</td>
        </tr>
    }
    .into_any()
}

fn foot(count: usize, shown: RwSignal<usize>) -> AnyView {
    let all = u64::try_from(count).unwrap_or(u64::MAX);
    let said = move || {
        let here = shown.get().min(count);
        if here < count {
            format!(
                "{} of {}",
                thousands(u64::try_from(here).unwrap_or_default()),
                counted(all, "outage", "outages")
            )
        } else {
            counted(all, "outage", "outages")
        }
    };
    let more = move || {
        (shown.get() < count).then(|| {
            view! {
                <button class="btn" type="button" on:click=move |_| shown.update(|shown| *shown += STEP)>"Show more"</button>
            }
            .into_any()
        })
    };
    view! {
        <div class="list-foot">
            <span class="muted" role="status">{changing_text(said)}</span>
            {maybe(more)}
        </div>
    }
    .into_any()
}

/// The menu that takes them away, made when it is shown.
pub fn export(context: MonitorContext) -> impl Fn() -> AnyView + Send + 'static {
    let name = context.of_monitor(|monitor| reveal(&monitor.name));
    let all = move || {
        let ledger = context.ledger.get_untracked();
        let outages = ledger.map(|ledger| ledger.outages().iter().rev().copied().collect::<Vec<_>>());
        outages.unwrap_or_default()
    };
    move || {
        take_away(Away {
            id: "outages-export",
            label: "Export the outages",
            file: format!("outages-monitor-{}", context.id),
            csv: Arc::new(move || outages_csv(&all(), context.source.get_untracked())),
            markdown: Arc::new(move || {
                let name = name.get_untracked().unwrap_or_default();
                outages_markdown(&name, &all(), context.source.get_untracked(), &intl::local)
            }),
        })
    }
}
