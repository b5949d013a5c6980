//! One event: its highlights, its chain, message or report, its tags, and everything else that was sent.

use super::event_data::EventData;
use super::place::Place;
use crate::browser::{intl, storage};
use crate::ui::copy_button::copy_button;
use crate::ui::lazy::lazy_details;
use crate::ui::long_text::long_text;
use crate::ui::stack_trace::{StackChoice, stack_trace};
use crate::ui::tag_chips::{TagChip, tag_chips};
use crate::ui::time::{exact, long_time};
use crate::ui::value_tree::{pairs, value_view};
use glint_model::csp;
use glint_model::event_parts::{OtherPart, Part, Sent, event_parts};
use glint_model::highlights::highlights;
use glint_model::reveal::reveal;
use glint_model::wire::entry::MessageData;
use leptos::prelude::*;
use serde_json::{Map, Value};

/// Shows an event.
pub fn event_body(place: &Place, event: &EventData) -> AnyView {
    let choice = stack_choice();
    let parts = event_parts(event);
    let platform = event.platform.clone();
    let main: Vec<AnyView> = parts
        .main
        .into_iter()
        .map(|part| part_view(part, platform.as_deref(), choice))
        .collect();
    let chips: Vec<TagChip> = event
        .tags
        .iter()
        .map(|tag| TagChip {
            key: tag.key.clone(),
            value: tag.value.clone().unwrap_or_default(),
            link: tag
                .value
                .as_deref()
                .filter(|value| !value.is_empty())
                .map(|value| place.tag(&tag.key, value)),
        })
        .collect();
    view! {
        {strip(event)}
        {main}
        {(!chips.is_empty()).then(|| view! {
            <section class="panel" aria-label="Tags">
                <header><h2>"Tags"</h2><span class="faint">{chips.len()}</span></header>
                {tag_chips(chips)}
            </section>
        })}
        {(!parts.other.is_empty()).then(|| other_data(parts.other))}
    }
    .into_any()
}

/// What the reader chose for stack traces; every change is kept.
fn stack_choice() -> RwSignal<StackChoice> {
    let kept = storage::get(storage::STACK_TRACE).unwrap_or_default();
    let choice = RwSignal::new(StackChoice::parse(&kept));
    Effect::new(move |last: Option<StackChoice>| {
        let now = choice.get();
        if last.is_some_and(|last| last != now) {
            storage::set(storage::STACK_TRACE, Some(&now.to_text()));
        }
        now
    });
    choice
}

fn strip(event: &EventData) -> impl IntoView + use<> {
    let facts: Vec<AnyView> = highlights(event)
        .into_iter()
        .map(|fact| view! { <div><dt>{fact.label}</dt><dd>{fact.value}</dd></div> }.into_any())
        .collect();
    let (at, id) = (event.date_created, event.event_id.to_string());
    let copied = id.clone();
    let short = id.chars().take(8).collect::<String>();
    view! {
        <h2 class="visually-hidden">"Event"</h2>
        <p class="visually-hidden" role="status">{format!("Event {short} of {}", exact(at))}</p>
        <dl class="high">
            <div><dt>"When"</dt><dd>{long_time(at)}" "<small class="faint">{intl::local(at)}</small></dd></div>
            {facts}
            <div class="id">
                <dt>"Event"</dt>
                <dd>
                    <code title=id>{short}</code>
                    {copy_button("btn quiet icon small", "Copy the event's id", "Event id", move || copied.clone())}
                </dd>
            </div>
        </dl>
    }
}

fn part_view(part: Part, platform: Option<&str>, choice: RwSignal<StackChoice>) -> AnyView {
    match part {
        Part::Exception(data) => stack_trace(data, platform.map(str::to_owned), choice).into_any(),
        Part::Message(data) => message(data),
        Part::Csp(fields) => report(fields),
        Part::Unreadable { kind, sent, problem } => {
            let summary = view! { {format!("What was sent as {}", reveal(&kind))} }.into_any();
            view! {
                <section class="panel" aria-label="Unreadable entry">
                    <header><h2>"Unreadable entry"</h2></header>
                    <p class="note">
                        {format!("An entry of this event is not as Glint knows it ({}).", reveal(&problem))}
                    </p>
                    {lazy_details("other", false, summary, move || sent_view(&sent))}
                </section>
            }
            .into_any()
        }
    }
}

fn message(data: MessageData) -> AnyView {
    let MessageData {
        formatted,
        message,
        params,
    } = data;
    let template = message
        .clone()
        .filter(|message| formatted.as_ref().is_some_and(|formatted| formatted != message));
    let text = formatted.or(message).unwrap_or_default();
    let params = params.filter(|params| !params.is_null());
    let mut more: Vec<(String, Value)> = Vec::new();
    more.extend(template.map(|template| ("Template".to_owned(), Value::String(template))));
    more.extend(params.map(|params| ("Parameters".to_owned(), params)));
    view! {
        <section class="panel" aria-label="Message">
            <header><h2>"Message"</h2></header>
            <p class="message">{long_text(reveal(&text))}</p>
            {(!more.is_empty()).then(|| pairs(more))}
        </section>
    }
    .into_any()
}

fn report(fields: Map<String, Value>) -> AnyView {
    let sentence = serde_json::from_value(Value::Object(fields.clone()))
        .ok()
        .map(|report| csp::sentence(&report));
    let rows = fields.into_iter().filter(|(_, value)| !value.is_null()).collect();
    view! {
        <section class="panel" aria-label="Content Security Policy report">
            <header><h2>"Content Security Policy report"</h2></header>
            {sentence.map(|sentence| view! { <p class="sentence">{reveal(&sentence)}</p> })}
            {pairs(rows)}
        </section>
    }
    .into_any()
}

fn other_data(parts: Vec<OtherPart>) -> AnyView {
    let parts: Vec<AnyView> = parts
        .into_iter()
        .map(|OtherPart { name, sent }| {
            let count = match &sent {
                Sent::Tree(Value::Array(items)) => Some(items.len()),
                Sent::Tree(Value::Object(map)) => Some(map.len()),
                _ => None,
            };
            let summary = view! { <span>{reveal(&name)}</span><span class="faint">{count}</span> }.into_any();
            lazy_details("other", false, summary, move || sent_view(&sent))
        })
        .collect();
    view! {
        <section class="panel" aria-label="Other data">
            <header><h2>"Other data"</h2></header>
            {parts}
        </section>
    }
    .into_any()
}

fn sent_view(sent: &Sent) -> AnyView {
    match sent {
        Sent::Tree(value @ (Value::Array(_) | Value::Object(_))) => crate::ui::value_tree::value_tree(value),
        Sent::Tree(value) => view! { <p class="note">{value_view(value)}</p> }.into_any(),
        Sent::Text(text) => view! { <pre class="raw">{reveal(text)}</pre> }.into_any(),
    }
}
