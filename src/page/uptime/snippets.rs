//! Where a heartbeat is sent, and ready text that sends it. A chunk of its own: most monitors are no heartbeats.

use crate::chunk::{PageView, chunk};
use crate::reactive::{aria, changing};
use crate::ui::copy_button::copy_button;
use glint_model::heartbeat_snippet::{Sender, Snippet};
use glint_model::monitor_interval::interval_text;
use leptos::prelude::*;

/// What the chunk is to show.
#[derive(Clone)]
pub struct HeartbeatFacts {
    endpoint: String,
    name: String,
    interval_s: i64,
}

/// The address that a monitor's heartbeats are sent to, and texts for many senders. `name` may be hostile.
pub fn heartbeat_snippets(endpoint: &str, name: &str, interval_s: i64) -> AnyView {
    let facts = HeartbeatFacts {
        endpoint: endpoint.to_owned(),
        name: name.to_owned(),
        interval_s,
    };
    let every = interval_text(interval_s);
    let endpoint = endpoint.to_owned();
    let copied = endpoint.clone();
    view! {
        <section class="panel heartbeat" aria-labelledby="heartbeat-title">
            <header><h2 id="heartbeat-title">"Send heartbeats"</h2></header>
            <div class="heartbeat-body">
                <p class="muted">
                    "Send a POST request without a body to this address "{every}" or more often. When none comes in time, the \
                     monitor is down. Whoever knows the address can send one: treat it like a password."
                </p>
                <div class="copy-line">
                    <code>{endpoint}</code>
                    {copy_button("btn quiet icon small", "Copy the address", "Address", move || copied.clone())}
                </div>
                {chunk(move || Box::pin(heartbeat_senders(facts.clone())))}
            </div>
        </section>
    }
    .into_any()
}

/// The list of senders, and the texts of the chosen one.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn heartbeat_senders(facts: HeartbeatFacts) -> PageView {
    let chosen = RwSignal::new(Sender::Curl);
    let choices: Vec<AnyView> = Sender::ALL.into_iter().map(|sender| choice(chosen, sender)).collect();
    Ok(view! {
        <div class="senders" role="group" aria-label="Ready text for">{choices}</div>
        {changing(move || texts(chosen.get(), &facts))}
    }
    .into_any())
}

fn choice(chosen: RwSignal<Sender>, sender: Sender) -> AnyView {
    view! {
        <button
            class="btn small"
            type="button"
            aria-pressed=aria(move || chosen.get() == sender)
            on:click=move |_| chosen.set(sender)
        >
            {sender.label()}
        </button>
    }
    .into_any()
}

fn texts(sender: Sender, facts: &HeartbeatFacts) -> AnyView {
    let Some(snippets) = sender.snippets(&facts.endpoint, &facts.name, facts.interval_s) else {
        let text = "There is no ready text: this is no address that could be sent to. Its beginning is the server's setting \
                    GLITCHTIP_DOMAIN.";
        return view! { <p class="hint">{text}</p> }.into_any();
    };
    let blocks: Vec<AnyView> = snippets.into_iter().map(block).collect();
    view! {
        <p class="hint">{sender.hint()}</p>
        {blocks}
    }
    .into_any()
}

fn block(snippet: Snippet) -> AnyView {
    let Snippet { title, text } = snippet;
    let (copied, name) = (text.clone(), title.clone());
    view! {
        <div class="setup-code" role="group" aria-label=name>
            <div class="head">
                <span>{title}</span>
                {copy_button("btn quiet icon small", "Copy the text", "Text", move || copied.clone())}
            </div>
            <pre><code>{text}</code></pre>
        </div>
    }
    .into_any()
}
