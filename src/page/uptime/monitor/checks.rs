//! All checks, the newest first: what came of each, why, and how long the answer took. More are asked for page by page; what
//! the chart has loaded is here already.

use super::context::MonitorContext;
use super::moment::cell_moment;
use super::record::Reading;
use crate::reactive::{aria, changing, changing_text, effect, maybe};
use glint_model::chart::Unit;
use glint_model::link::Hits;
use glint_model::text::{counted, thousands};
use glint_model::uptime::{Check, Outcome, Source, outcome, reason_text, slow_limit};
use leptos::prelude::*;

/// So many rows come at a time: a page of the server.
const STEP: usize = 100;

/// What the list has: its rows, and whether more of them are loaded.
#[derive(Clone, Default, PartialEq)]
struct Rows {
    checks: Vec<Check>,
    loaded: usize,
    slow_limit: Option<f64>,
    is_end: bool,
}

/// The table.
pub fn checks(context: MonitorContext) -> AnyView {
    let record = context.record;
    let wanted = RwSignal::new(STEP);
    let rows = Memo::new(move |_| {
        let most = wanted.get();
        record.with(|history| {
            let all = &history.checks;
            let Some(newest) = all.loaded().last() else {
                return Rows::default();
            };
            // Up to the first gap.
            let here = all.checks_in(newest);
            Rows {
                checks: here.iter().rev().take(most).copied().collect(),
                loaded: here.len(),
                slow_limit: slow_limit(here),
                is_end: all.begins().is_some_and(|begins| begins >= newest.start),
            }
        })
    });
    let is_busy = Memo::new(move |_| matches!(record.checks.reading.get(), Reading::UnderWay(_)));
    let trouble = Memo::new(move |_| match record.checks.reading.get() {
        Reading::Failed(error) => Some(error.sentence()),
        _ => None,
    });
    effect(move || {
        let wanted = wanted.get();
        let is_short = rows.with(|rows| rows.loaded < wanted && !rows.is_end);
        let (is_busy, has_trouble) = (is_busy.get(), trouble.with(Option::is_some));
        let is_answered = record.answered_at.get().is_some();
        if is_short && is_answered && !is_busy && !has_trouble {
            record.load_older();
        }
    });
    view! {
        <div class="table-scroller">
            <table class="led" aria-labelledby="lists-heading">
                <thead>
                    <tr>
                        <th scope="col">"Time"</th>
                        <th scope="col">"Status"</th>
                        <th scope="col">"Reason"</th>
                        <th scope="col" class="num">"Response time"</th>
                    </tr>
                </thead>
                <tbody>
                    {changing(move || {
                        let source = context.source.get();
                        rows.with(|rows| {
                            let limit = rows.slow_limit;
                            rows.checks.iter().map(|check| row(check, source, limit)).collect::<Vec<_>>()
                        })
                        .into_any()
                    })}
                </tbody>
            </table>
        </div>
        <div class="list-foot">
            <span class="muted" role="status">
                {changing_text(move || rows.with(|rows| said(rows, record.checks.hits.get())))}
            </span>
            {maybe(move || trouble.get().map(|text| view! { <span class="problem" role="alert">{text}</span> }.into_any()))}
            {maybe(move || {
                let has_more = rows.with(|rows| rows.loaded > rows.checks.len() || !rows.is_end);
                has_more.then(|| more(context, wanted, is_busy, trouble))
            })}
        </div>
    }
    .into_any()
}

fn more(
    context: MonitorContext,
    wanted: RwSignal<usize>,
    is_busy: Memo<bool>,
    trouble: Memo<Option<String>>,
) -> AnyView {
    let label = move || match (is_busy.get(), trouble.with(Option::is_some)) {
        (true, _) => "Loading…",
        (_, true) => "Try again",
        _ => "Show more",
    };
    let press = move |_| {
        if trouble.with_untracked(Option::is_some) {
            context.record.load_older();
        } else {
            wanted.update(|wanted| *wanted += STEP);
        }
    };
    view! {
        <button class="btn" type="button" aria-disabled=aria(move || is_busy.get()) on:click=press>
            {changing_text(move || label().to_owned())}
        </button>
    }
    .into_any()
}

/// `100 of 1 000+ checks`.
fn said(rows: &Rows, hits: Option<Hits>) -> String {
    let here = u64::try_from(rows.checks.len()).unwrap_or_default();
    if rows.is_end && rows.loaded == rows.checks.len() {
        return counted(here, "check", "checks");
    }
    match hits {
        Some(hits) if hits.count >= here => format!("{} of {} checks", thousands(here), hits.label()),
        _ => format!("{} checks, and there are more", thousands(here)),
    }
}

fn row(check: &Check, source: Source, limit: Option<f64>) -> AnyView {
    let (class, word) = match (outcome(check, limit), source) {
        (Outcome::Up, Source::Heartbeat) => ("outcome up", "Received"),
        (Outcome::TimedOut | Outcome::Failed, Source::Heartbeat) => ("outcome failed", "Not received"),
        (Outcome::Up, _) => ("outcome up", "Up"),
        (Outcome::Slow, _) => ("outcome slow", "Slow"),
        (Outcome::TimedOut, _) => ("outcome timed-out", "Timed out"),
        (Outcome::Failed, _) => ("outcome failed", "Failed"),
    };
    let reason = match check.is_up {
        true => "–",
        false => reason_text(check.reason, source),
    };
    let time = check
        .response_ms
        .map_or("–".to_owned(), |ms| Unit::Milliseconds.text(ms));
    view! {
        <tr>
            <td data-label="Time">{cell_moment(check.at)}</td>
            <td data-label="Status"><span class=class><i aria-hidden="true"></i>{word}</span></td>
            <td data-label="Reason">{reason}</td>
            <td data-label="Response time" class="num">{time}</td>
        </tr>
    }
    .into_any()
}
