//! Which type of monitor: all of them, each with what it does.

use super::desk::Desk;
use super::fields::field_id;
use crate::reactive::{changing, changing_text, truth};
use crate::server::Server;
use glint_model::monitor_form::{Field, help};
use glint_model::wire::monitor::MonitorType;
use leptos::prelude::*;

/// The types to choose from.
pub fn kind_field(desk: Desk, kind: Memo<MonitorType>) -> AnyView {
    let choices: Vec<AnyView> = MonitorType::ALL
        .into_iter()
        .map(|one| choice(desk, kind, one))
        .collect();
    view! {
        <fieldset class="kinds">
            <legend>"Type"</legend>
            <div class="kind-choices">{choices}</div>
            <p class="problem" id="monitor-kind-problem" aria-live="polite">
                {changing_text(move || desk.problem(Field::Kind).unwrap_or_default())}
            </p>
        </fieldset>
        {changing(move || note(kind.get()))}
    }
    .into_any()
}

fn choice(desk: Desk, kind: Memo<MonitorType>, one: MonitorType) -> AnyView {
    let help_id = format!("monitor-kind-{}", one.as_str().to_lowercase().replace(' ', "-"));
    // The first is where a complaint about the type leads.
    let id = if one == MonitorType::Ping {
        field_id(Field::Kind).to_owned()
    } else {
        format!("{help_id}-choice")
    };
    let choose = move |_| desk.change(Field::Kind, |form| *form = std::mem::take(form).with_kind(one));
    view! {
        <label class="kind-choice">
            <input
                type="radio"
                name="monitor-kind"
                id=id
                value=one.as_str()
                aria-labelledby=format!("{help_id}-name")
                aria-describedby=help_id.clone()
                prop:checked=truth(move || kind.get() == one)
                on:change=choose
            />
            <span>
                <b id=format!("{help_id}-name")>{one.as_str()}</b>
                <small id=help_id>{help(one)}</small>
            </span>
        </label>
    }
    .into_any()
}

/// What only some servers do.
fn note(kind: MonitorType) -> AnyView {
    if kind != MonitorType::Ssl || Server::get().checks_certificates() {
        return ().into_any();
    }
    view! {
        <p class="form-note warning" role="status">
            "This server takes SSL monitors, but never checks them: one of 2025 always shows them as down. A newer GlitchTip \
             checks them. To know when a certificate fails, a GET monitor of the same address does: it is down with the reason \
             “SSL error” then."
        </p>
    }
    .into_any()
}
