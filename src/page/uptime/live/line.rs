//! How old the data is, what is wrong when it is not renewed, and a button that asks at once.

use super::Live;
use crate::reactive::{aria, changing_text, maybe};
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// Shows it in a line: `25 s ago` and the button; when the server cannot be reached, since when and why.
pub fn live_line(live: Live) -> AnyView {
    let age = move || age_words(live);
    view! {
        <span class="live">
            {maybe(move || live.trouble().map(|_| icon(Icon::Warning, "bad")))}
            <span class="faint" title="When what is shown was asked for">{changing_text(age)}</span>
            <span class="visually-hidden" role="status">
                {changing_text(move || trouble_text(live).unwrap_or_default())}
            </span>
            <button
                class="btn quiet icon small"
                type="button"
                aria-label="Refresh"
                title="Refresh"
                aria-busy=aria(move || live.is_asking())
                on:click=move |_| live.ask_now()
            >
                {icon(Icon::Reload, "")}
            </button>
        </span>
    }
    .into_any()
}

/// How old what is shown is, and that it stays so when the browser saves data.
pub fn age_words(live: Live) -> String {
    let age = live.age().unwrap_or_default();
    if Live::is_manual() && !age.is_empty() {
        format!("{age}, not refreshed by itself to save data")
    } else {
        age
    }
}

/// A notice over the page while asking fails; what is shown stays.
pub fn live_notice(live: Live) -> AnyView {
    maybe(move || {
        let text = trouble_text(live)?;
        let age = live.age().unwrap_or_default();
        let view = view! {
            <p class="notice-line">
                {icon(Icon::Warning, "")}
                <span>{format!("{text} What is shown was asked for {age}.")}</span>
                <button class="btn small" type="button" on:click=move |_| live.ask_now()>
                    "Try again"
                </button>
            </p>
        };
        Some(view.into_any())
    })
}

/// Since when there are no answers, and why.
pub fn trouble_text(live: Live) -> Option<String> {
    let trouble = live.trouble()?;
    let since = live.ago(trouble.since_ms);
    Some(format!(
        "Refreshing does not work, first {since}. {}",
        trouble.error.sentence()
    ))
}
