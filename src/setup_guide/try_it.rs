//! Sending a test event from the browser; and from a terminal, where the browser may not.

use super::arrival::Arrival;
use super::code_block::code_block;
use crate::api::projects::send_envelope;
use crate::browser::{dom, intl};
use crate::reactive::{aria, changing_text, maybe, spawn};
use glint_model::dsn::Dsn;
use glint_model::test_event::{curl_command, envelope, event_id, refusal};
use glint_model::timestamp::Timestamp;
use js_sys::Math;
use leptos::prelude::*;

/// How the sending goes.
#[derive(Clone, PartialEq)]
enum Sending {
    NotYet,
    UnderWay,
    Sent,
    /// Why not, and the command that does the same.
    Refused(String, String),
}

/// The button that sends a test event, and what came of it.
pub fn try_it(dsn: Dsn, arrival: Option<Arrival>) -> AnyView {
    let state = RwSignal::new(Sending::NotYet);
    let send = move |_| {
        if state.get_untracked() != Sending::UnderWay {
            send(dsn.clone(), state, arrival);
        }
    };
    let said = move || match state.get() {
        Sending::NotYet => "",
        Sending::UnderWay => "Sending.",
        Sending::Sent => "Sent. The server took it; the issue follows within seconds.",
        Sending::Refused(..) => "The test event was not sent.",
    };
    let refused = maybe(move || match state.get() {
        Sending::Refused(why, command) => Some(not_sent(why, command)),
        _ => None,
    });
    view! {
        <div class="setup-try">
            <div>
                <h3>"Try the key without any code"</h3>
                <p>"Sends one small event from this browser, as an SDK would."</p>
            </div>
            <button
                class="btn primary"
                type="button"
                aria-disabled=aria(move || state.get() == Sending::UnderWay)
                on:click=send
            >
                "Send a test event"
            </button>
            <p class="said" role="status">{changing_text(move || said().to_owned())}</p>
            {refused}
        </div>
    }
    .into_any()
}

fn send(dsn: Dsn, state: RwSignal<Sending>, arrival: Option<Arrival>) {
    state.set(Sending::UnderWay);
    let body = envelope(&event_id(random(), random()), Timestamp(intl::now_ms()));
    spawn(async move {
        let outcome = match send_envelope(&dsn, &body).await {
            Ok(()) => Sending::Sent,
            Err(error) => {
                let own_origin = dom::window().location().origin().unwrap_or_default();
                Sending::Refused(refusal(&error, &dsn, &own_origin), curl_command(&dsn, &body))
            }
        };
        let is_sent = outcome == Sending::Sent;
        state.try_set(outcome);
        if let Some(arrival) = arrival.filter(|_| is_sent) {
            arrival.hurry();
        }
    });
}

fn not_sent(why: String, command: String) -> AnyView {
    view! {
        <div class="refused" role="alert">
            <p>{why}</p>
            <p>"The same can be sent from a terminal:"</p>
            {code_block("Send a test event from a terminal", "Shell", command)}
        </div>
    }
    .into_any()
}

/// Good enough for the id of an event; nothing is kept secret by it.
fn random() -> u64 {
    let half = || (Math::random() * 4_294_967_296.0) as u64;
    half() << 32 | half()
}
