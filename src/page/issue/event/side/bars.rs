//! The bars of a trend. Who points at one, or goes along them with the arrow keys, is told its time and count.

use super::marks::ReleaseMark;
use crate::browser::intl;
use crate::reactive::{attribute, changing_text, truth};
use glint_model::local_time::LocalTime;
use glint_model::tags::width;
use glint_model::text::counted;
use glint_model::timestamp::Timestamp;
use glint_model::trend::{Bucket, Period, Trend};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Draws them. The bars are one stop for the keyboard: a slider that changes nothing.
pub fn bars(trend: &Trend, marks: &[ReleaseMark]) -> AnyView {
    let said: Vec<String> = trend
        .buckets
        .iter()
        .enumerate()
        .map(|(at, bar)| said(trend.period, bar, marks.iter().filter(|mark| mark.at == at)))
        .collect();
    let (said, summary) = (StoredValue::new(said), trend.summary());
    let at = RwSignal::new(None::<usize>);
    let last = trend.buckets.len().saturating_sub(1);
    let text = move |at: usize| said.with_value(|said| said.get(at).cloned().unwrap_or_default());
    let move_along = move |event: KeyboardEvent| {
        let now = at.get_untracked().unwrap_or(last);
        let next = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => (now + 1).min(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        at.set(Some(next));
    };
    let columns: Vec<AnyView> = trend
        .buckets
        .iter()
        .enumerate()
        .map(|(place, bar)| {
            let has_release = marks.iter().any(|mark| mark.at == place);
            column(place, bar.count, trend.peak, has_release, at)
        })
        .collect();
    let label = summary.clone();
    let shown = move || at.get().map_or_else(|| summary.clone(), text);
    view! {
        <div
            class="bars"
            role="slider"
            tabindex="0"
            aria-label=label
            aria-readonly="true"
            aria-valuemin="1"
            aria-valuemax=(last + 1).to_string()
            aria-valuenow=attribute(move || (at.get().unwrap_or(last) + 1).to_string())
            aria-valuetext=attribute(move || text(at.get().unwrap_or(last)))
            on:keydown=move_along
            on:focus=move |_| at.set(Some(last))
            on:blur=move |_| at.set(None)
            on:pointerleave=move |_| at.set(None)
        >
            {columns}
        </div>
        <p class="bars-said muted" aria-hidden="true">{changing_text(shown)}</p>
        {legend(marks)}
    }
    .into_any()
}

fn column(place: usize, count: u64, peak: u64, has_release: bool, at: RwSignal<Option<usize>>) -> AnyView {
    let height = width(count, peak);
    let class = match count {
        0 => "none",
        count if count == peak => "peak",
        _ => "",
    };
    view! {
        <span class:on=truth(move || at.get() == Some(place)) on:pointerenter=move |_| at.set(Some(place))>
            <i class=class style:height=height></i>
            {has_release.then(|| view! { <b class="release"></b> })}
        </span>
    }
    .into_any()
}

/// `3 events, 14:00 to 15:00. First release 3.0.0`
fn said<'a>(period: Period, bar: &Bucket, releases: impl Iterator<Item = &'a ReleaseMark>) -> String {
    let start = Timestamp(bar.start_ms);
    let time = match period {
        Period::Day => {
            let end = Timestamp(bar.start_ms.saturating_add(period.bucket_seconds() * 1000));
            format!(
                "{} to {}",
                intl::local_time(start).clock(),
                intl::local_time(end).clock()
            )
        }
        // The server counts by days of UTC.
        Period::Fortnight => {
            let now = LocalTime::at(Timestamp(intl::now_ms()), 0);
            let label = LocalTime::at(start, 0).label(now);
            let day = label.rsplit_once(' ').map_or(label.as_str(), |(day, _)| day);
            format!("{day} (UTC)")
        }
    };
    let mut said = format!("{}, {time}", counted(bar.count, "event", "events"));
    for release in releases {
        said.push_str(". ");
        said.push_str(&release.label);
    }
    said
}

fn legend(marks: &[ReleaseMark]) -> Option<AnyView> {
    if marks.is_empty() {
        return None;
    }
    let rows: Vec<AnyView> = marks
        .iter()
        .map(|mark| {
            let label = mark.label.clone();
            view! { <li><b class="release" aria-hidden="true"></b>{label}" · "{intl::ago(mark.when)}</li> }.into_any()
        })
        .collect();
    Some(view! { <ul class="release-marks">{rows}</ul> }.into_any())
}
