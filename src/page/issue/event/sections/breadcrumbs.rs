//! The breadcrumbs of an event: one timeline that ends in the event itself, with what a reader can ask of it.

mod bar;
mod blocks;
mod list;
mod marked;
mod menus;
mod row;
mod trail;

use crate::page::issue::event::data::EventData;
use crate::reactive::changing_text;
use crate::ui::lazy::{in_steps, lazy_details};
use bar::bar;
use glint_model::breadcrumbs::{Timeline, Unreadable, timeline};
use glint_model::reveal::reveal;
use glint_model::text::counted;
use glint_model::wire::entry::Entry;
use leptos::prelude::*;
use list::list;
use menus::menus;
use std::sync::Arc;
use trail::Trail;

/// So many unreadable crumbs are drawn at a time.
const STEP: usize = 20;

/// Shows a `breadcrumbs` entry of the event.
pub fn breadcrumbs_section(entry: &Entry, event: &EventData) -> AnyView {
    match timeline(entry, event) {
        Ok(timeline) => shown(timeline),
        Err(problem) => as_sent(entry, &problem),
    }
}

fn shown(mut timeline: Timeline) -> AnyView {
    let unreadable = std::mem::take(&mut timeline.unreadable);
    let is_bare = timeline.crumbs.is_empty();
    let trail = Trail::new(timeline);
    view! {
        <section class="panel trail" aria-label="Breadcrumbs">
            <header>
                <h2>"Breadcrumbs"</h2>
                <span class="faint" role="status">{changing_text(move || trail.count_text())}</span>
                {(!is_bare).then(|| bar(trail))}
            </header>
            {(!is_bare).then(|| menus(trail))}
            {is_bare.then(|| view! { <p class="note">"None came with this event."</p> })}
            {list(trail)}
            {(!unreadable.is_empty()).then(|| unreadable_view(unreadable))}
        </section>
    }
    .into_any()
}

fn unreadable_view(rows: Vec<Unreadable>) -> AnyView {
    let summary = format!(
        "{} could not be read",
        counted(rows.len() as u64, "breadcrumb", "breadcrumbs")
    );
    let rows = Arc::new(rows);
    lazy_details("other", false, summary.into_any(), move || {
        let rows = Arc::clone(&rows);
        let count = rows.len();
        let draw = move |at: usize| match rows.get(at) {
            Some(row) => view! {
                <p class="note">{format!("Number {}: {}", row.number, row.problem)}</p>
                <pre class="raw">{row.sent.clone()}</pre>
            }
            .into_any(),
            None => ().into_any(),
        };
        in_steps(0..count, STEP, "breadcrumbs", Arc::new(draw))
    })
}

/// An entry that is no list of anything.
fn as_sent(entry: &Entry, problem: &str) -> AnyView {
    let sent = reveal(entry.data.get());
    let note = format!("They are not as Glint knows them ({problem}).");
    view! {
        <section class="panel trail" aria-label="Breadcrumbs">
            <header><h2>"Breadcrumbs"</h2></header>
            <p class="note">{note}</p>
            {lazy_details("other", false, "What was sent".into_any(), move || {
                view! { <pre class="raw">{sent.clone()}</pre> }.into_any()
            })}
        </section>
    }
    .into_any()
}
