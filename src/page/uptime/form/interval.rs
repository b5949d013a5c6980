//! How often it looks, in words, with the usual intervals at hand.

use super::desk::Desk;
use super::fields::number_field;
use crate::reactive::{aria, changing_text};
use crate::server::Server;
use glint_model::monitor_form::{Field, field_problem};
use glint_model::monitor_interval::{USUAL_S, checks_a_month, interval_text, short_interval};
use glint_model::text::thousands;
use glint_model::wire::monitor::MonitorType;
use leptos::prelude::*;

/// So many checks count as one event of a plan (`reference/inventory.md`, BIL-09).
const CHECKS_AN_EVENT: u64 = 10;

/// The field with its shortcuts.
pub fn interval_field(desk: Desk, kind: Memo<MonitorType>) -> AnyView {
    let choices: Vec<AnyView> = USUAL_S.into_iter().map(|seconds| choice(desk, seconds)).collect();
    let server = Server::get();
    let hint = changing_text(move || {
        let told = desk.form.with(|form| {
            let is_fine = field_problem(form, Field::Interval).is_none();
            form.interval_s().filter(|_| is_fine)
        });
        words(told, kind.get(), server.has_billing())
    });
    let field = number_field(desk, Field::Interval, "seconds", false, hint, |form| &mut form.interval);
    view! {
        <div class="interval">
            {field}
            <div class="interval-choices" role="group" aria-label="Usual intervals">{choices}</div>
        </div>
    }
    .into_any()
}

fn choice(desk: Desk, seconds: i64) -> AnyView {
    let choose = move |_| desk.change(Field::Interval, |form| form.interval = seconds.to_string());
    view! {
        <button
            class="btn small"
            type="button"
            aria-label=interval_text(seconds)
            aria-pressed=aria(move || desk.form.with(|form| form.interval_s() == Some(seconds)))
            on:click=choose
        >
            {short_interval(seconds)}
        </button>
    }
    .into_any()
}

fn words(seconds: Option<i64>, kind: MonitorType, has_billing: bool) -> String {
    let Some(seconds) = seconds else {
        return "Seconds between two checks, 1 to 32 767.".to_owned();
    };
    let every = interval_text(seconds);
    let mut words = match kind {
        MonitorType::Heartbeat => format!("A heartbeat has to come {every}, or the monitor is down."),
        _ => format!("It looks {every}."),
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
