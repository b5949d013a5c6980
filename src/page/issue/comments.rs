//! Comments on the issue: a form for a new one, and below it all that were written, the newest first.

mod delete;
mod form;
mod held;
mod item;
mod talk;

use super::issue_page::IssueContext;
use crate::chunk::PageView;
use crate::load::Load;
use crate::reactive::{changing, maybe};
use crate::ui::state::{failed, waiting};
use delete::delete_dialog;
use form::comment_form;
use item::comment_item;
use leptos::prelude::*;
use talk::Talk;

/// The page.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn comments_of_issue(context: IssueContext) -> PageView {
    let talk = Talk::open(&context);
    let write = move || match talk.me.get() {
        Some(me) => comment_form(talk.new_comment(&me)),
        // Whose the draft is has to be known first.
        None => waiting(4).into_any(),
    };
    Ok(view! {
        <section class="talk" aria-labelledby="talk-title">
            <h2 class="visually-hidden" id="talk-title" tabindex="-1">"Comments"</h2>
            <div class="panel">{changing(write)}</div>
            {changing(move || talk.list.first.with(|load| match load {
                Load::Loading => ().into_any(),
                Load::Slow => waiting(6).into_any(),
                Load::Failed(error) => failed(&error, move || talk.list.first.reload()).into_any(),
                Load::Ready(()) => list(talk),
            }))}
            {maybe(move || talk.asked.get().map(|id| delete_dialog(talk, id)))}
        </section>
    }
    .into_any())
}

fn list(talk: Talk) -> AnyView {
    let is_empty = Memo::new(move |_| talk.shown().is_empty() && !talk.list.has_more());
    view! {
        <ul class="comments" aria-label="Comments">
            <For each=move || talk.shown() key=|id| *id let:id>
                {comment_item(talk, id)}
            </For>
        </ul>
        {changing(move || if is_empty.get() {
            view! {
                <p class="none muted">
                    "Nobody has commented on this issue yet. What you found out helps whoever looks at it next."
                </p>
            }
            .into_any()
        } else {
            talk.list.foot("comment", "comments")
        })}
    }
    .into_any()
}
