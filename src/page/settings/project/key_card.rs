//! One key: its addresses, what to paste where, its limit, and its form.

use super::key_form::{KeyAim, key_form};
use super::keys::{Keys, edit_id};
use super::snippet::{address, code};
use crate::browser::intl;
use crate::reactive::{changing, maybe};
use crate::ui::time::long_time;
use glint_model::dsn::Dsn;
use glint_model::project_form::{csp_header, limit_words};
use glint_model::reveal::reveal;
use glint_model::test_event::{curl_command, envelope, event_id};
use glint_model::timestamp::Timestamp;
use glint_model::wire::project_key::ProjectKey;
use js_sys::Math;
use leptos::prelude::*;

/// The key.
pub fn card(keys: Keys, key: ProjectKey) -> AnyView {
    let name = reveal(&key.shown_name());
    let aim = KeyAim::Change(Box::new(key.clone()));
    let is_open = {
        let aim = aim.clone();
        Memo::new(move |_| keys.editing.with(|editing| editing.as_ref() == Some(&aim)))
    };
    let form = move || is_open.get().then(|| key_form(keys, aim.clone()));
    let limit = key.rate_limit.map(|_| {
        view! {
            <small>"Kept by the server, but not enforced by those of 2025: the event throttle is what drops events."</small>
        }
        .into_any()
    });
    let (created, words, addresses) = (key.date_created, limit_words(key.rate_limit), addresses(&key));
    let acts = {
        let name = name.clone();
        move || (keys.place.may.get() == Some(true)).then(|| acts(keys, &key, &name))
    };
    view! {
        <li class="panel" aria-label=name.clone()>
            <header>
                <div class="prj-key-what">
                    <h3>{name.clone()}</h3>
                    <small>{words} " · created " {long_time(created)}</small>
                    {limit}
                </div>
                <div class="end">{maybe(acts)}</div>
            </header>
            {maybe(form)}
            {addresses}
        </li>
    }
    .into_any()
}

fn acts(keys: Keys, key: &ProjectKey, name: &str) -> AnyView {
    let (edited, deleted) = (key.clone(), key.clone());
    view! {
        <button
            class="btn small"
            type="button"
            id=edit_id(&key.id)
            aria-label=format!("Edit {name}")
            on:click=move |_| keys.edit(KeyAim::Change(Box::new(edited.clone())))
        >
            "Edit"
        </button>
        <button
            class="btn small"
            type="button"
            aria-label=format!("Delete {name}")
            on:click=move |_| {
                keys.leaving.set(Some(deleted.clone()));
                keys.asking.open();
            }
        >
            "Delete"
        </button>
    }
    .into_any()
}

fn addresses(key: &ProjectKey) -> AnyView {
    let dsn = match Dsn::parse(&key.dsn.public) {
        Ok(dsn) => dsn,
        Err(problem) => {
            let shown = reveal(&key.dsn.public);
            return view! {
                <div class="panel-body">
                    <div class="problem-box">
                        <p>"The server sent a DSN for this key that cannot be used. " {problem.sentence()}</p>
                        <p><code>{shown}</code></p>
                    </div>
                </div>
            }
            .into_any();
        }
    };
    let (header, policy) = (csp_header(&dsn), csp_header(&dsn));
    let command = move || {
        let random = || (Math::random() * 18_446_744_073_709_551_616.0) as u64;
        curl_command(
            &dsn,
            &envelope(&event_id(random(), random()), Timestamp(intl::now_ms())),
        )
    };
    let (dsn_text, security) = Dsn::parse(&key.dsn.public)
        .map(|dsn| (dsn.as_str().to_owned(), dsn.security_endpoint()))
        .unwrap_or_default();
    let shown = StoredValue::new_local(command.clone());
    let is_open = RwSignal::new(false);
    // What is sent has the time in it: it is made when somebody looks.
    let test = move || {
        if !is_open.get() {
            return ().into_any();
        }
        let (text, fresh) = (shown.with_value(|make| make()), command.clone());
        code("Copy the command", "Command", text, fresh)
    };
    view! {
        <div class="panel-body">
            <dl class="prj-addresses">
                {address("DSN", "Copy the DSN", dsn_text)}
                {address("Security endpoint", "Copy the security endpoint", security)}
            </dl>
            <details class="prj-details">
                <summary>"Header for CSP reports"</summary>
                <p class="hint">
                    "Add it to what your web server answers. It blocks nothing: browsers report what a policy would block, and each \
                     violation becomes an issue. Put your own policy in place of “default-src 'self'”."
                </p>
                {code("Copy the header", "Header", header, move || policy.clone())}
            </details>
            <details class="prj-details" on:toggle=move |_| is_open.set(true)>
                <summary>"Test with curl"</summary>
                <p class="hint">"Sends an event from a terminal, without any SDK. Each copy sends another event."</p>
                {changing(test)}
            </details>
        </div>
    }
    .into_any()
}
