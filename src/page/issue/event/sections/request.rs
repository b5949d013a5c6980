//! The HTTP request during which the event happened.

mod body;
mod line;

use super::section::{numbered, section};
use crate::page::issue::event::unreadable::{sent_to_show, sent_view};
use crate::reactive::maybe;
use crate::ui::copy_text::copy_text;
use crate::ui::icon::{Icon, icon};
use crate::ui::toast::Toasts;
use crate::ui::value_tree::{Secrets, pairs_at, secret_button, texts_at};
use glint_model::curl;
use glint_model::request_parts::{Pair, RequestParts, request_parts};
use glint_model::text::thousands;
use glint_model::wire::entry::Entry;
use leptos::prelude::*;
use std::sync::Arc;

/// About the height of a request, in pixels.
const HEIGHT: u32 = 420;

/// The longest entry that is read, in bytes: more would keep the page busy.
const LONGEST: usize = 4_000_000;

/// Shows a `request` entry; so many of them come before it.
pub fn request(entry: Entry, before: usize) -> AnyView {
    let secrets = Secrets::new();
    // It is read when it comes near, and its head says then what can be done with it.
    let read: RwSignal<Option<Arc<RequestParts>>> = RwSignal::new(None);
    let end = maybe(move || read.get().map(|parts| controls(&parts, secrets)));
    let build = move || {
        let is_readable = entry.data.get().len() <= LONGEST;
        match is_readable.then(|| entry.read().ok()).flatten() {
            Some(data) => {
                let parts = Arc::new(request_parts(data));
                read.set(Some(Arc::clone(&parts)));
                request_view(&parts, secrets)
            }
            None => sent_view(&sent_to_show(&entry)),
        }
    };
    let name = match before {
        0 => "Request".to_owned(),
        before => format!("Request {}", before + 1),
    };
    section(numbered("request", before), name, None, Some(end), HEIGHT, build)
}

fn controls(parts: &Arc<RequestParts>, secrets: Secrets) -> AnyView {
    let called = curl::command(parts, true).map(|_| Arc::clone(parts));
    let toasts = Toasts::get();
    let copy = called.map(|parts| {
        let press = move |_| {
            let command = curl::command(&parts, secrets.are_shown_now());
            copy_text(toasts, "cURL command", command.unwrap_or_default());
        };
        let note = "Secrets are copied only when they are shown.";
        view! {
            <button class="btn" type="button" title=note on:click=press>
                {icon(Icon::Copy, "")}
                "Copy as cURL"
            </button>
        }
    });
    view! { {parts.has_secrets().then(|| secret_button(secrets))}{copy} }.into_any()
}

fn request_view(parts: &Arc<RequestParts>, secrets: Secrets) -> AnyView {
    let body = parts.body.is_some().then(|| body::body(parts, secrets));
    view! {
        {line::line(parts, secrets)}
        {list("Query", "request.query", &parts.query, secrets)}
        {body}
        {list("Headers", "request.headers", &parts.headers, secrets)}
        {list("Cookies", "request.cookies", &parts.cookies, secrets)}
        {parts.fragment.as_ref().map(|fragment| line::fragment(fragment, secrets))}
        {values("Environment", "request.env", &parts.env, secrets)}
        {values("Other", "request", &parts.other, secrets)}
    }
    .into_any()
}

fn list(name: &'static str, path: &str, pairs: &[Pair], secrets: Secrets) -> Option<AnyView> {
    let texts = pairs
        .iter()
        .map(|pair| (pair.name.clone(), pair.value.clone(), pair.is_secret))
        .collect();
    (!pairs.is_empty()).then(|| part(name, pairs.len(), texts_at(path, texts, secrets)))
}

fn values(name: &'static str, path: &str, values: &[(String, serde_json::Value)], secrets: Secrets) -> Option<AnyView> {
    (!values.is_empty()).then(|| part(name, values.len(), pairs_at(path, values.to_vec(), Some(secrets))))
}

fn part(name: &'static str, count: usize, content: AnyView) -> AnyView {
    view! {
        <div class="part" role="group" aria-label=name>
            <h3>{name}" "<span class="faint">{thousands(count as u64)}</span></h3>
            {content}
        </div>
    }
    .into_any()
}
