//! The side column: how often and since when, events over time, the commits of the first release, and the tags.

mod bars;
mod commits;
mod facts;
mod marks;
mod over_time;

use super::data::EventData;
use super::tag_values::tag_values;
use crate::chunk::{PageView, late_chunk};
use crate::load::Loader;
use crate::page::issue::issue_page::IssueContext;
use crate::ui::state::waiting;
use commits::commits;
use facts::facts;
use leptos::prelude::*;
use over_time::over_time;

/// Shows the column. A chunk of its own: the event comes first.
pub fn side(context: &IssueContext, event: Loader<EventData>) -> AnyView {
    let context = context.clone();
    let inside = late_chunk(
        move || Box::pin(issue_side(context.clone(), event)),
        || waiting(6).into_any(),
    );
    view! { <aside class="side" aria-label="About the issue">{inside}</aside> }.into_any()
}

/// What is in the column.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn issue_side(context: IssueContext, event: Loader<EventData>) -> PageView {
    Ok(view! {
        {over_time(&context)}
        {facts(context.issue)}
        {tag_values(&context, event)}
        {commits(&context)}
    }
    .into_any())
}
