//! How far a list of checks is loaded: its progress with a button that stops it; after that, from when on it is here, and
//! what is missing with a button that goes on.

use super::record::Reading;
use crate::reactive::{changing, changing_text};
use crate::ui::icon::{Icon, icon};
use glint_model::monitor_page::Progress;
use leptos::prelude::*;

/// What the line needs to know.
#[derive(Clone)]
pub struct Loading {
    /// How far reading is; tracked.
    pub reading: RwSignal<Reading>,
    /// From when on it is here, in words; tracked.
    pub reach: Signal<String>,
    /// Whether something of what is wanted is missing; tracked.
    pub is_part: Signal<bool>,
    /// What is loaded: `checks`.
    pub what: &'static str,
    /// Ends it.
    pub stop: Callback<()>,
    /// Goes on.
    pub go_on: Callback<()>,
}

/// Which of its states the line is in; progress alone does not draw it anew, so that the button keeps the focus.
#[derive(Clone, PartialEq)]
enum Phase {
    UnderWay,
    Rest(Reading),
}

/// The line.
pub fn loading_line(loading: Loading) -> AnyView {
    let reading = loading.reading;
    let phase = Memo::new(move |_| match reading.get() {
        Reading::UnderWay(_) => Phase::UnderWay,
        other => Phase::Rest(other),
    });
    view! {
        <div class="loading-line">
            {changing(move || match phase.get() {
                Phase::UnderWay => under_way(&loading),
                Phase::Rest(reading) => at_rest(&loading, &reading),
            })}
        </div>
    }
    .into_any()
}

fn under_way(loading: &Loading) -> AnyView {
    let (reading, stop, what) = (loading.reading, loading.stop, loading.what);
    let progress = Memo::new(move |last: Option<&Progress>| match reading.get() {
        Reading::UnderWay(progress) => progress,
        _ => last.copied().unwrap_or(Progress {
            pages: 0,
            left: None,
            share: 0.0,
        }),
    });
    let label = format!("Loading {what}");
    view! {
        <progress max="100" value=move || (progress.get().share * 100.0).floor() aria-label=label></progress>
        <span class="muted">{changing_text(move || format!("Loading {what}: {}", progress.get().text()))}</span>
        <button class="btn small" type="button" on:click=move |_| stop.run(())>"Stop"</button>
    }
    .into_any()
}

fn at_rest(loading: &Loading, reading: &Reading) -> AnyView {
    let (reach, is_part, go_on, what) = (loading.reach, loading.is_part, loading.go_on, loading.what);
    let error = match reading {
        Reading::Failed(error) => Some(error.sentence()),
        _ => None,
    };
    let label = if error.is_some() { "Try again" } else { "Load the rest" };
    let has_failed = error.is_some();
    let button = move || {
        (is_part.get() || has_failed).then(|| {
            view! { <button class="btn small" type="button" on:click=move |_| go_on.run(())>{label}</button> }
        })
    };
    view! {
        {error.map(|error| view! {
            <span class="problem" role="alert">{icon(Icon::Warning, "")}{format!("Not all {what} could be loaded. {error}")}</span>
        })}
        <span class="muted">{changing_text(move || reach.get())}</span>
        {changing(move || button().into_any())}
    }
    .into_any()
}
