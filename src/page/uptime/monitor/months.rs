//! Month by month against the target, with what is left of the time that it allows to be down.

use super::context::MonitorContext;
use super::take_away::{Away, take_away};
use super::target::{KeptTarget, target_field};
use super::zone::zone;
use crate::reactive::changing;
use crate::ui::icon::{Icon, icon};
use crate::ui::state::waiting;
use glint_model::reveal::reveal;
use glint_model::text::thousands;
use glint_model::uptime::{Ledger, MonthRow, Target, Verdict, duration_text, months_csv, months_markdown};
use leptos::prelude::*;
use std::sync::Arc;

/// So many months at most.
const MOST: usize = 13;

/// The panel.
pub fn months_panel(context: MonitorContext) -> AnyView {
    let kept = KeptTarget::open(context);
    let rows = Memo::new(move |_| {
        let ledger = context.ledger.get()?;
        Some(Arc::new(months(&ledger, kept.get())))
    });
    let name = context.of_monitor(|monitor| reveal(&monitor.name));
    let away = Away {
        id: "months-export",
        label: "Export the months",
        file: format!("months-monitor-{}", context.id),
        csv: Arc::new(move || {
            let rows = rows.get_untracked().unwrap_or_default();
            months_csv(&rows, kept.get())
        }),
        markdown: Arc::new(move || {
            let rows = rows.get_untracked().unwrap_or_default();
            months_markdown(&name.get_untracked().unwrap_or_default(), &rows, kept.get())
        }),
    };
    view! {
        <section class="panel months-panel" aria-labelledby="months-heading">
            <header>
                <h2 id="months-heading">"Month by month"</h2>
                <div class="end">
                    {target_field(kept)}
                    {take_away(away)}
                </div>
            </header>
            {changing(move || match rows.get() {
                Some(rows) => table(&rows, kept.get()),
                None => waiting(3).into_any(),
            })}
        </section>
    }
    .into_any()
}

fn months(ledger: &Ledger, target: Target) -> Vec<MonthRow> {
    ledger.months(target, &zone(), MOST)
}

fn table(rows: &[MonthRow], target: Target) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="note">"Nothing is known about any month yet."</p> }.into_any();
    }
    let rows: Vec<AnyView> = rows.iter().map(row).collect();
    view! {
        <div class="table-scroller">
            <table class="led" aria-labelledby="months-heading">
                <thead>
                    <tr>
                        <th scope="col">"Month"</th>
                        <th scope="col">"Uptime"</th>
                        <th scope="col">{format!("Target {target}%")}</th>
                        <th scope="col">"Outages"</th>
                        <th scope="col">"Down"</th>
                        <th scope="col">"Allowed"</th>
                        <th scope="col">"Left"</th>
                        <th scope="col">"Unknown"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(row: &MonthRow) -> AnyView {
    let left = if row.left_ms < 0 {
        format!("{} over", duration_text(row.left_ms.saturating_neg()))
    } else {
        duration_text(row.left_ms)
    };
    let sign = match row.verdict {
        Verdict::Met => Some(icon(Icon::Check, "good")),
        Verdict::Missed => Some(icon(Icon::Close, "bad")),
        Verdict::MetWhereKnown | Verdict::OnTrack | Verdict::Unknown => None,
    };
    let unknown = match row.summary.unknown_ms {
        0 => "–".to_owned(),
        length => duration_text(length),
    };
    let outages = thousands(u64::try_from(row.summary.outages).unwrap_or(u64::MAX));
    view! {
        <tr>
            <th scope="row">
                {row.month.label()}
                {row.is_running.then(|| view! { <small>" so far"</small> })}
            </th>
            <td data-label="Uptime">{row.summary.percent()}</td>
            <td data-label="Target"><span class="verdict">{sign}{row.verdict.text()}</span></td>
            <td data-label="Outages">{outages}</td>
            <td data-label="Down">{duration_text(row.used_ms)}</td>
            <td data-label="Allowed">{duration_text(row.allowed_ms)}</td>
            <td data-label="Left">{left}</td>
            <td data-label="Unknown">{unknown}</td>
        </tr>
    }
    .into_any()
}
