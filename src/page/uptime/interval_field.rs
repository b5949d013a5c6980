//! How often a monitor looks, in words, with the usual intervals at hand.

use crate::reactive::{aria, changing_text};
use crate::server::Server;
use crate::ui::form::{Frame, TextField, TextKind, text_field};
use glint_model::monitor_form::interval_s;
use glint_model::monitor_interval::{USUAL_S, checks_a_month, interval_text, short_interval};
use glint_model::text::thousands;
use leptos::prelude::*;

/// So many checks count as one event of a plan.
const CHECKS_AN_EVENT: u64 = 10;

/// The interval in a form.
pub struct IntervalField {
    /// The id of the field.
    pub id: &'static str,
    /// What is typed.
    pub value: Signal<String>,
    /// What is wrong with it.
    pub problem: Signal<Option<String>>,
    /// Whether it is a heartbeat that has to come so often.
    pub is_heartbeat: Signal<bool>,
    /// Is told what is typed.
    pub typed: Callback<String>,
    /// Runs when it is left.
    pub left: Callback<()>,
}

/// The field with its shortcuts.
pub fn interval_field(field: IntervalField) -> AnyView {
    let IntervalField {
        id,
        value,
        problem,
        is_heartbeat,
        typed,
        left,
    } = field;
    let choices: Vec<AnyView> = USUAL_S
        .into_iter()
        .map(|seconds| choice(value, typed, seconds))
        .collect();
    let server = Server::get();
    let hint = changing_text(move || {
        words(
            value.with(|text| interval_s(text)),
            is_heartbeat.get(),
            server.has_billing(),
        )
    });
    let frame = Frame {
        id,
        label: "Interval",
        is_optional: false,
        hint,
        problem,
    };
    view! {
        <div class="interval">
            {text_field(TextField { frame, kind: TextKind::Number("seconds"), value, example: "", typed, left })}
            <div class="interval-choices" role="group" aria-label="Usual intervals">{choices}</div>
        </div>
    }
    .into_any()
}

fn choice(value: Signal<String>, typed: Callback<String>, seconds: i64) -> AnyView {
    view! {
        <button
            class="btn small"
            type="button"
            aria-label=interval_text(seconds)
            aria-pressed=aria(move || value.with(|text| interval_s(text)) == Some(seconds))
            on:click=move |_| typed.run(seconds.to_string())
        >
            {short_interval(seconds)}
        </button>
    }
    .into_any()
}

fn words(seconds: Option<i64>, is_heartbeat: bool, has_billing: bool) -> String {
    let Some(seconds) = seconds else {
        return "Seconds between two checks, 1 to 32 767.".to_owned();
    };
    let every = interval_text(seconds);
    let mut words = if is_heartbeat {
        format!("A heartbeat has to come {every}, or the monitor is down.")
    } else {
        format!("It looks {every}.")
    };
    if has_billing {
        let checks = checks_a_month(seconds);
        words.push_str(&format!(
            " That makes about {} checks a month, which count as {} events of your plan.",
            thousands(checks),
            thousands(checks.div_ceil(CHECKS_AN_EVENT))
        ));
    }
    words
}
