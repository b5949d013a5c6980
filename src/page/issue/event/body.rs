//! One event: its highlights, its chain, message or report, and everything else that was sent.

use super::data::EventData;
use super::exceptions::exceptions;
use super::jumps::jumps;
use super::sections::{csp_report, event_sections};
use super::stack_setup::stack_setup;
use super::strip::strip;
use super::unreadable::{sent_to_show, unreadable_entry};
use crate::chunk::late_chunk;
use crate::page::issue::issue_page::IssueContext;
use crate::ui::images::images;
use crate::ui::in_view::when_near;
use crate::ui::long_text::long_text;
use crate::ui::stack_trace::StackSetup;
use crate::ui::threads::threads;
use crate::ui::time::exact;
use crate::ui::value_tree::pairs;
use glint_model::event_parts::{Part, event_parts};
use glint_model::reveal::reveal;
use glint_model::wire::debug_meta::DebugMeta;
use glint_model::wire::entry::{Entry, MessageData};
use glint_model::wire::threads::ThreadsData;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::Arc;

/// About the height of threads and of images before they are drawn, in pixels.
const HEIGHT: u32 = 240;

/// Shows an event.
pub fn event_body(context: &IssueContext, event: &EventData) -> AnyView {
    let setup = stack_setup(context, event);
    let platform: Option<Arc<str>> = event.platform.as_deref().map(Arc::from);
    let main: Vec<AnyView> = event_parts(event)
        .main
        .into_iter()
        .map(|part| part_view(part, platform.as_ref(), &setup))
        .collect();
    let sections = {
        let (context, event) = (context.clone(), event.clone());
        late_chunk(
            move || Box::pin(event_sections(context.clone(), event.clone())),
            || ().into_any(),
        )
    };
    let short: String = event.event_id.as_str().chars().take(8).collect();
    view! {
        <p class="visually-hidden" role="status">
            {format!("Event {} of {}", reveal(&short), exact(event.date_created))}
        </p>
        {strip(context, event)}
        {jumps(event)}
        <div class="parts" id="stack" tabindex="-1">{main}</div>
        {sections}
    }
    .into_any()
}

fn part_view(part: Part, platform: Option<&Arc<str>>, setup: &StackSetup) -> AnyView {
    let of_event = platform.cloned();
    match part {
        Part::Exceptions(entry) => exceptions(entry, platform.map(AsRef::as_ref), setup),
        Part::Threads(entry) => {
            let choice = setup.choice;
            later(entry, move |data: ThreadsData| {
                threads(data, of_event.as_deref(), choice)
            })
        }
        Part::Images(entry) => later(entry, |data: DebugMeta| images(&data)),
        Part::Message(data) => message(data),
        Part::Csp(fields) => csp_report(fields),
        Part::Unreadable { kind, sent, problem } => unreadable_entry(&kind, &problem, move || sent.clone()),
    }
}

/// An entry that is read and drawn when it comes near.
fn later<T: DeserializeOwned>(entry: Entry, draw: impl Fn(T) -> AnyView + Send + 'static) -> AnyView {
    when_near(HEIGHT, move || match entry.read::<T>() {
        Ok(data) => draw(data),
        Err(problem) => {
            let sent = entry.clone();
            unreadable_entry(&entry.kind, &problem.to_string(), move || sent_to_show(&sent))
        }
    })
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
