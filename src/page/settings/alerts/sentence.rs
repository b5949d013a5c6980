//! The sentence of an alert, with its parts to be changed in place.

use super::desk::{Desk, is_on};
use crate::reactive::{aria, changing_text, truth};
use glint_model::alert_rule::{RuleField, whole};
use leptos::ev::FocusEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What sets the alert off: “When an issue happens 5 times in 1 minute, or a monitor goes down or comes up”.
pub(super) fn condition(desk: Desk) -> AnyView {
    let legend = format!("alert-{}-when", desk.key);
    let counts = desk.counts;
    view! {
        <div class="alr-sentence" role="group" aria-labelledby=legend>
            <span class="alr-word" id=legend.clone()>"When"</span>
            <div class="alr-conditions">
                <div class="alr-condition">
                    <label>
                        <input
                            type="checkbox"
                            id=desk.field_id(RuleField::Condition)
                            prop:checked=truth(move || is_on(counts))
                            aria-describedby=format!("alert-{}-condition-problem", desk.key)
                            on:change:target=move |event| desk.switch(counts, event.target().checked())
                        />
                        " an issue happens"
                    </label>
                    {number(desk, RuleField::Quantity, desk.quantity, "How many times")}
                    <span>{changing_text(move || unit(desk.quantity, "time in", "times in"))}</span>
                    {number(desk, RuleField::Window, desk.window, "In how many minutes")}
                    <span>{changing_text(move || unit(desk.window, "minute", "minutes"))}</span>
                </div>
                <div class="alr-condition">
                    <label>
                        <input
                            type="checkbox"
                            prop:checked=truth(move || is_on(desk.uptime))
                            on:change:target=move |event| desk.switch(desk.uptime, event.target().checked())
                        />
                        {changing_text(move || {
                            let or = if is_on(counts) { " or a monitor" } else { " a monitor" };
                            format!("{or} goes down or comes up")
                        })}
                    </label>
                </div>
                {[RuleField::Condition, RuleField::Quantity, RuleField::Window].map(|field| problem(desk, field)).into_iter().collect::<Vec<_>>()}
            </div>
        </div>
    }
    .into_any()
}

/// What the alert is called.
pub(super) fn name_field(desk: Desk) -> AnyView {
    let id = desk.field_id(RuleField::Name);
    view! {
        <div class="field alr-name">
            <label for=id.clone()>"Name" <span class="optional">" (optional)"</span></label>
            <input
                class="input"
                id=id.clone()
                type="text"
                autocomplete="off"
                aria-describedby=format!("{id}-problem")
                aria-invalid=aria(move || desk.problem(RuleField::Name).is_some())
                prop:value=desk.name
                on:input:target=move |event| {
                    desk.name.set(event.target().value());
                    desk.changed(RuleField::Name);
                }
                on:blur=move |event| left(desk, &event, desk.name)
            />
            {problem(desk, RuleField::Name)}
        </div>
    }
    .into_any()
}

fn number(desk: Desk, field: RuleField, value: RwSignal<String>, label: &'static str) -> AnyView {
    let id = desk.field_id(field);
    view! {
        <input
            class="input alr-number"
            id=id.clone()
            type="text"
            inputmode="numeric"
            autocomplete="off"
            maxlength="10"
            aria-label=label
            aria-describedby=format!("{id}-problem")
            aria-invalid=aria(move || desk.problem(field).is_some())
            disabled=truth(move || !is_on(desk.counts))
            prop:value=value
            on:input:target=move |event| {
                value.set(event.target().value());
                desk.changed(field);
            }
            on:blur=move |event| left(desk, &event, value)
        />
    }
    .into_any()
}

/// A field was left: what is wrong is said then, unless nothing was typed yet.
fn left(desk: Desk, event: &FocusEvent, value: RwSignal<String>) {
    if !goes_to_button(event) && value.try_with_untracked(|text| text.trim().is_empty()) == Some(false) {
        desk.is_judged.try_set(true);
    }
}

/// Whether a button is pressed: a complaint that is drawn then would move it away from under the pointer, and the press
/// would be lost. Saving looks at all fields anyway.
fn goes_to_button(event: &FocusEvent) -> bool {
    let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
    to.is_some_and(|to| to.closest("button").ok().flatten().is_some())
}

fn problem(desk: Desk, field: RuleField) -> AnyView {
    view! {
        <p class="alr-problem" id=format!("{}-problem", desk.field_id(field)) aria-live="polite">
            {changing_text(move || desk.problem(field).unwrap_or_default())}
        </p>
    }
    .into_any()
}

/// The noun behind a number that is typed; tracked.
fn unit(number: RwSignal<String>, one: &'static str, many: &'static str) -> String {
    if number.with(|text| whole(text)) == Some(1) {
        one
    } else {
        many
    }
    .to_owned()
}
