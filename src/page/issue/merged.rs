//! The hashes that the issue gathers events by, each with its newest event; and the way to take some out again.

mod hash_row;
mod unmerge;
mod work;

use super::issue_page::IssueContext;
use crate::chunk::PageView;
use crate::load::Load;
use crate::reactive::{changing, maybe};
use crate::ui::state::{failed, nothing, waiting};
use hash_row::hash_row;
use leptos::prelude::*;
use unmerge::{tools, unmerge_dialog};
use work::Hashes;

/// The page.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn merged_of_issue(context: IssueContext) -> PageView {
    let hashes = Hashes::open(&context);
    Ok(view! {
        <section class="merged" aria-labelledby="merged-title">
            <h2 class="visually-hidden" id="merged-title">"Merged hashes"</h2>
            {changing(move || hashes.list.first.with(|load| match load {
                Load::Loading => ().into_any(),
                Load::Slow => waiting(6).into_any(),
                Load::Failed(error) => failed(&error, move || hashes.list.first.reload()).into_any(),
                Load::Ready(()) => list(hashes),
            }))}
            {maybe(move || hashes.is_asked.get().then(|| unmerge_dialog(hashes)))}
        </section>
    }
    .into_any())
}

fn list(hashes: Hashes) -> AnyView {
    let count = Memo::new(move |_| hashes.list.total().count);
    let intro = move || {
        match count.get() {
        0 => {
            let text = "GlitchTip gives each kind of event a hash, and gathers those with the same hash in an issue. It names \
                        none for this one.";
            nothing("No hashes", text, ().into_any()).into_any()
        }
        1 => view! {
            <p class="intro">
                "All events of this issue have the same hash, so there is nothing to unmerge. More hashes appear here when \
                 other issues are merged into this one."
            </p>
        }
        .into_any(),
        _ => view! {
            <p class="intro">
                "These hashes gather their events in this issue, since it was merged. Choose those that do not belong here: "
                "each becomes an issue of its own again, with the events that have it."
            </p>
        }
        .into_any(),
    }
    };
    view! {
        {changing(intro)}
        {tools(hashes)}
        <ul class="hashes panel" aria-label="Hashes" hidden=move || count.get() == 0>
            <For each=move || hashes.list.rows.get() key=|row| row.id.clone() let:row>
                {hash_row(hashes, row)}
            </For>
        </ul>
        {maybe(move || (count.get() > 1).then(|| hashes.list.foot("hash", "hashes")))}
    }
    .into_any()
}
