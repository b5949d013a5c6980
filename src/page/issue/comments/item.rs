//! One comment, or the form to change it.

use super::form::comment_form;
use super::talk::Talk;
use crate::browser::intl;
use crate::draft_store::has_draft;
use crate::reactive::{changing, effect, maybe};
use crate::ui::icon::{Icon, icon};
use crate::ui::markdown::markdown;
use crate::ui::time::long_time;
use glint_model::reveal::reveal;
use glint_model::text::initials;
use glint_model::wire::comment::Comment;
use leptos::prelude::*;

/// Shows the comment of this number.
pub fn comment_item(talk: Talk, id: i64) -> AnyView {
    let comment = Memo::new(move |_| {
        let rows = talk
            .list
            .rows
            .try_with(|rows| rows.iter().find(|row| row.id == id).cloned());
        rows.flatten()
    });
    let is_mine = Memo::new(move |_| {
        let me = talk.me.get().unwrap_or_default();
        comment.with(|comment| comment.as_ref().is_some_and(|comment| comment.is_by(&me)))
    });
    let takes_focus = StoredValue::new(true);
    // A change that was begun another time is still there. Who is asking may only be known after the comments are.
    effect(move || {
        if is_mine.get()
            && let Some(me) = talk.me.get_untracked()
            && has_draft(&me, &talk.about(id))
        {
            takes_focus.set_value(false);
            talk.begin_change(id);
        }
    });
    let is_edited = Memo::new(move |_| is_mine.get() && talk.edited.with(|edited| edited.contains(&id)));
    let body = move || {
        let me = talk.me.get_untracked();
        match me.filter(|_| is_edited.get()) {
            Some(me) => {
                let first = comment.with_untracked(|comment| comment.as_ref().map(|it| it.text().to_owned()));
                let has_focus = takes_focus.try_update_value(|takes| std::mem::replace(takes, true));
                let form = talk.change_of(&me, id, first.unwrap_or_default(), has_focus == Some(true));
                comment_form(form)
            }
            None => comment.with(|comment| comment.as_ref().map_or_else(|| ().into_any(), said)),
        }
    };
    let actions = move || (is_mine.get() && !is_edited.get()).then(|| buttons(talk, id));
    view! {
        <li class="comment panel" id=format!("comment-{id}")>
            <header>
                {comment.with_untracked(|comment| comment.as_ref().map(by_whom))}
                <div class="end">{maybe(actions)}</div>
            </header>
            {changing(body)}
        </li>
    }
    .into_any()
}

fn by_whom(comment: &Comment) -> AnyView {
    let email = comment
        .user
        .as_ref()
        .map(|user| user.email.as_str())
        .unwrap_or_default();
    let at = comment.date_created;
    let name = if email.is_empty() {
        view! { <span class="muted">"An account that is gone"</span> }.into_any()
    } else {
        view! { <b>{reveal(email)}</b> }.into_any()
    };
    view! {
        <span class="picture" aria-hidden="true">{initials(email)}</span>
        <span class="who">
            {name}
            <span class="when faint">{long_time(at)}" · "{intl::local(at)}</span>
        </span>
    }
    .into_any()
}

fn said(comment: &Comment) -> AnyView {
    if comment.text().trim().is_empty() {
        return view! { <p class="said muted">"This comment has no text."</p> }.into_any();
    }
    view! { <div class="said">{markdown(comment.text())}</div> }.into_any()
}

fn buttons(talk: Talk, id: i64) -> AnyView {
    view! {
        <button
            class="btn quiet icon"
            type="button"
            id=format!("edit-comment-{id}")
            aria-label="Edit the comment"
            title="Edit the comment"
            on:click=move |_| talk.begin_change(id)
        >
            {icon(Icon::Edit, "")}
        </button>
        <button
            class="btn quiet icon"
            type="button"
            aria-label="Delete the comment"
            title="Delete the comment"
            on:click=move |_| talk.asked.set(Some(id))
        >
            {icon(Icon::Delete, "")}
        </button>
    }
    .into_any()
}
