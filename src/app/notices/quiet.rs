//! When no notification may disturb.

use super::form::Choice;
use crate::browser::intl;
use crate::reactive::{attribute, maybe, truth};
use leptos::prelude::*;

const DAYS: [(&str, &str); 7] = [
    ("Mon", "Monday"),
    ("Tue", "Tuesday"),
    ("Wed", "Wednesday"),
    ("Thu", "Thursday"),
    ("Fri", "Friday"),
    ("Sat", "Saturday"),
    ("Sun", "Sunday"),
];

/// The quiet hours.
pub(super) fn quiet_hours(choice: Choice) -> AnyView {
    let is_quiet = Memo::new(move |_| choice.settings().is_quiet);
    view! {
        <label class="switch">
            <input
                type="checkbox"
                prop:checked=truth(move || is_quiet.get())
                on:change=move |event| {
                    let is_on = event_target_checked(&event);
                    choice.change(|settings| settings.is_quiet = is_on);
                }
            />
            <span>"Quiet hours: no notifications then"</span>
        </label>
        {maybe(move || is_quiet.get().then(|| hours(choice)))}
    }
    .into_any()
}

fn hours(choice: Choice) -> AnyView {
    let zone = intl::zone();
    let zone = if zone.is_empty() {
        "your own time".to_owned()
    } else {
        format!("your own time, {zone}")
    };
    let days: Vec<AnyView> = DAYS
        .iter()
        .enumerate()
        .map(|(day, names)| chosen_day(choice, day, names))
        .collect();
    view! {
        <fieldset class="quiet-hours">
            <legend class="visually-hidden">"Quiet hours"</legend>
            <div class="quiet-times">
                <label>
                    "From "
                    <input
                        class="input"
                        type="time"
                        required
                        prop:value=attribute(move || choice.settings().hours.from())
                        on:change=move |event| {
                            let text = event_target_value(&event);
                            choice.change(|settings| settings.hours.set_from(&text));
                        }
                    />
                </label>
                <label>
                    "to "
                    <input
                        class="input"
                        type="time"
                        required
                        prop:value=attribute(move || choice.settings().hours.to())
                        on:change=move |event| {
                            let text = event_target_value(&event);
                            choice.change(|settings| settings.hours.set_to(&text));
                        }
                    />
                </label>
            </div>
            <div class="quiet-days" role="group" aria-label="On the nights and days that begin on">{days}</div>
            <p class="notices-hint">
                {format!("In {zone}; a day counts by its start. What is still down when they end is told then.")}
            </p>
        </fieldset>
    }
    .into_any()
}

fn chosen_day(choice: Choice, day: usize, (short, long): &(&'static str, &'static str)) -> AnyView {
    view! {
        <label>
            <input
                type="checkbox"
                aria-label=*long
                prop:checked=truth(move || choice.settings().hours.has_day(day))
                on:change=move |event| {
                    let is_chosen = event_target_checked(&event);
                    choice.change(|settings| settings.hours.set_day(day, is_chosen));
                }
            />
            <span aria-hidden="true">{*short}</span>
        </label>
    }
    .into_any()
}
