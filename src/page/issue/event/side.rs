//! The side column: how often and since when, events over time, the commits of the first release, and the tags.

mod bars;
mod commits;
mod facts;
mod marks;
mod over_time;

use super::data::EventData;
use super::tag_values::tag_values;
use crate::load::Loader;
use crate::page::issue::issue_page::IssueContext;
use commits::commits;
use facts::facts;
use leptos::prelude::*;
use over_time::over_time;

/// Shows the column.
pub fn side(context: &IssueContext, event: Loader<EventData>) -> impl IntoView + use<> {
    view! {
        <aside class="side" aria-label="About the issue">
            {over_time(context)}
            {facts(context.issue)}
            {tag_values(context, event)}
            {commits(context)}
        </aside>
    }
}
