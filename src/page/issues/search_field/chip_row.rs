//! What is searched for, in pieces that can be taken out. The default search needs no such row.

use super::field::Field;
use crate::browser::{dom, wait};
use crate::reactive::{maybe, spawn};
use crate::route::Step;
use crate::ui::icon::{Icon, icon};
use glint_model::reveal::reveal;
use glint_model::search::{Chip, DEFAULT_QUERY, chips};
use leptos::prelude::*;

/// Shows the pieces of the search.
pub fn chip_row(field: Field) -> AnyView {
    let pieces = Memo::new(move |_| {
        field.query.with(|query| {
            if query == DEFAULT_QUERY {
                Vec::new()
            } else {
                chips(query)
            }
        })
    });
    maybe(move || {
        let pieces = pieces.get();
        if pieces.is_empty() {
            return None;
        }
        let chips: Vec<AnyView> = pieces
            .into_iter()
            .enumerate()
            .map(|(at, piece)| chip(field, at, piece))
            .collect();
        Some(view! { <ul class="tokens" aria-label="What is searched for">{chips}</ul> }.into_any())
    })
}

fn button_id(at: usize) -> String {
    format!("issue-search-token-{at}")
}

fn chip(field: Field, at: usize, piece: Chip) -> AnyView {
    let Chip {
        text,
        has_problem,
        without,
        ..
    } = piece;
    let text = reveal(&text);
    let label = format!("Remove {text}");
    let problem = has_problem.then(|| {
        view! {
            {icon(Icon::Warning, "")}
            <span class="visually-hidden">"Not as meant: "</span>
        }
    });
    let remove = move |_| {
        field.list_what_matches(&without, Step::Stay);
        stay_near(field, at);
    };
    view! {
        <li class="token" class:problem=has_problem>
            {problem}
            <span>{text}</span>
            <button type="button" id=button_id(at) aria-label=label.clone() title=label on:click=remove>
                {icon(Icon::Close, "")}
            </button>
        </li>
    }
    .into_any()
}

/// Moves the focus to the piece that took the place of the one that was taken out, or the one before it.
fn stay_near(field: Field, at: usize) {
    spawn(async move {
        wait::frame().await;
        let next = dom::by_id(&button_id(at)).or_else(|| dom::by_id(&button_id(at.checked_sub(1)?)));
        if next.is_some() {
            dom::focus_in_place(next);
        } else {
            field.focus_quietly();
        }
    });
}
