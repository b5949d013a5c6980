//! The ledger to take away: tables in CSV and in Markdown. Names are hostile: none of them begins a formula or markup.

use super::ledger::Outage;
use super::month::MonthRow;
use super::target::Target;
use super::words::{Source, duration_text, reason_text};
use crate::csv::row;
use crate::issue_export::markdown::escaped;
use crate::reveal::reveal;
use crate::text::counted;
use crate::timestamp::Timestamp;

/// The outages as a table by RFC 4180 with a header, in the order given. Times are UTC, lengths seconds. The end of an
/// outage that lasts is empty; `start_seen` and `end_seen` tell whether a check saw them.
pub fn outages_csv(outages: &[Outage], source: Source) -> String {
    let mut out = row(["start", "end", "length_seconds", "state", "start_seen", "reason"]);
    for outage in outages {
        let end = outage.end.map(Timestamp::to_iso).unwrap_or_default();
        out.push_str(&row([
            outage.start.to_iso().as_str(),
            &end,
            &seconds(outage.length_ms()),
            state(outage),
            if outage.began_before { "no" } else { "yes" },
            reason_text(outage.reason, source),
        ]));
    }
    out
}

/// The months as a table by RFC 4180 with a header, in the order given. Lengths are seconds; what is overspent of the
/// budget stands in a column of its own.
pub fn months_csv(months: &[MonthRow], target: Target) -> String {
    let mut out = row([
        "month",
        "uptime",
        "target_percent",
        "verdict",
        "up_seconds",
        "down_seconds",
        "unknown_seconds",
        "outages",
        "allowed_seconds",
        "left_seconds",
        "overspent_seconds",
    ]);
    for month in months {
        let summary = &month.summary;
        out.push_str(&row([
            month.month.word().as_str(),
            &summary.percent(),
            &target.to_string(),
            month.verdict.text(),
            &seconds(summary.up_ms),
            &seconds(summary.down_ms),
            &seconds(summary.unknown_ms),
            &summary.outages.to_string(),
            &seconds(month.allowed_ms),
            &seconds(month.left_ms.max(0)),
            &seconds(month.left_ms.saturating_neg().max(0)),
        ]));
    }
    out
}

/// The outages of a monitor as a table in Markdown, in the order given. `shown` writes a time for the reader.
pub fn outages_markdown(name: &str, outages: &[Outage], source: Source, shown: &dyn Fn(Timestamp) -> String) -> String {
    let count = u64::try_from(outages.len()).unwrap_or(u64::MAX);
    let mut out = format!("**{}**: {}\n", one_line(name), counted(count, "outage", "outages"));
    if outages.is_empty() {
        return out;
    }
    out.push_str("\n| Start | End | Length | Reason |\n| --- | --- | --- | --- |\n");
    for outage in outages {
        let before = if outage.began_before { "before " } else { "" };
        let least = if is_whole(outage) { "" } else { "at least " };
        let end = outage.end.map_or(state(outage).to_owned(), shown);
        out.push_str(&format!(
            "| {before}{} | {} | {least}{} | {} |\n",
            escaped(&shown(outage.start)),
            escaped(&end),
            duration_text(outage.length_ms()),
            reason_text(outage.reason, source),
        ));
    }
    out
}

/// The months of a monitor as a table in Markdown, in the order given.
pub fn months_markdown(name: &str, months: &[MonthRow], target: Target) -> String {
    let mut out = format!(
        "**{}**: target {target}%\n\n| Month | Uptime | Target | Downtime | Allowed | Left | Unknown | Outages |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- |\n",
        one_line(name)
    );
    for month in months {
        let summary = &month.summary;
        let left = if month.left_ms < 0 {
            format!("{} over", duration_text(month.left_ms.saturating_neg()))
        } else {
            duration_text(month.left_ms)
        };
        let running = if month.is_running { " (so far)" } else { "" };
        out.push_str(&format!(
            "| {}{running} | {} | {} | {} | {} | {left} | {} | {} |\n",
            month.month.label(),
            escaped(&summary.percent()),
            month.verdict.text(),
            duration_text(month.used_ms),
            duration_text(month.allowed_ms),
            duration_text(summary.unknown_ms),
            summary.outages,
        ));
    }
    out
}

/// What an outage's end is.
fn state(outage: &Outage) -> &'static str {
    match (outage.is_open, outage.end) {
        (true, _) => "still down",
        (false, Some(_)) => "over",
        (false, None) => "end not seen",
    }
}

/// Whether its length is exact, or still growing for all to see.
fn is_whole(outage: &Outage) -> bool {
    !outage.began_before && (outage.end.is_some() || outage.is_open)
}

/// Milliseconds as seconds: `12`, `12.345`.
fn seconds(length_ms: i64) -> String {
    let text = format!("{}.{:03}", length_ms / 1000, length_ms % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn one_line(text: &str) -> String {
    let text = reveal(text);
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
