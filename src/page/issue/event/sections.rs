//! What comes below the stack trace. A chunk of its own, since nobody reads it first.

mod breadcrumbs;
mod contexts;
mod csp_report;
mod extra;
mod modules;
mod processing;
mod report;
mod request;
mod sdk;
mod section;
mod tags;
mod unknown;
mod user;

pub use csp_report::csp_report;

use super::data::EventData;
use crate::chunk::PageView;
use crate::page::issue::issue_page::IssueContext;
use crate::ui::in_view::when_near;
use breadcrumbs::breadcrumbs_section;
use glint_model::event_parts::{OtherPart, event_parts};
use glint_model::wire::entry::Entry;
use leptos::prelude::*;
use section::numbered;

/// About the height of a timeline, in pixels.
const TRAIL_HEIGHT: u32 = 480;

/// The sections of an event.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn event_sections(context: IssueContext, event: EventData) -> PageView {
    let (mut trails, mut requests, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for part in event_parts(&event).other {
        match part {
            OtherPart::Breadcrumbs(entry) => trails.push(trail(entry, &event, trails.len())),
            OtherPart::Request(entry) => requests.push(request::request(entry, requests.len())),
            OtherPart::Unknown(entry) => unknown.push(unknown::unknown(entry, unknown.len())),
        }
    }
    Ok(view! {
        {trails}
        {requests}
        {user::user(&event)}
        {tags::tags(&context.place, &event)}
        {contexts::contexts(&event)}
        {extra::extra(&event)}
        {modules::modules(&event)}
        {sdk::sdk(&event)}
        {processing::processing(&event)}
        {report::report(&context.place, &event)}
        {unknown}
    }
    .into_any())
}

fn trail(entry: Entry, event: &EventData, before: usize) -> AnyView {
    let event = event.clone();
    let build = move || breadcrumbs_section(&entry, &event);
    view! { <div id=numbered("breadcrumbs", before)>{when_near(TRAIL_HEIGHT, build)}</div> }.into_any()
}
