//! The values of both events, section by section.

use crate::reactive::changing;
use crate::ui::lazy::in_steps;
use crate::ui::long_text::long_text;
use crate::ui::state::nothing;
use glint_model::comparison::{ComparedRow, ComparedSection, Piece, changed_words};
use glint_model::reveal::reveal;
use glint_model::text::counted;
use leptos::prelude::*;
use std::sync::Arc;

/// So many rows of a section are drawn at a time.
const STEP: usize = 100;

/// Longer values are shown whole, without marking which of their words differ.
const MARKED: usize = 2_000;

/// Shows the sections: what differs, or everything.
pub fn table(sections: Vec<ComparedSection>, shows_all: Memo<bool>) -> AnyView {
    let sections = Arc::new(sections);
    changing(move || {
        let shows_all = shows_all.get();
        let has_difference = sections.iter().any(|section| section.differing() > 0);
        if !has_difference && !shows_all {
            return nothing(
                "The two events say the same",
                "Apart from their ids and when they happened, nothing that was sent differs.",
                ().into_any(),
            )
            .into_any();
        }
        let panels: Vec<AnyView> = sections
            .iter()
            .filter_map(|section| panel(section, shows_all))
            .collect();
        let same: Vec<&str> = sections
            .iter()
            .filter(|section| section.differing() == 0)
            .map(|section| section.name)
            .collect();
        let same = (!shows_all && !same.is_empty())
            .then(|| view! { <p class="muted">{format!("The same in both: {}.", same.join(", "))}</p> });
        view! { {panels}{same} }.into_any()
    })
}

fn panel(section: &ComparedSection, shows_all: bool) -> Option<AnyView> {
    let rows: Vec<ComparedRow> = section
        .rows
        .iter()
        .filter(|row| shows_all || !row.is_same())
        .cloned()
        .collect();
    if rows.is_empty() {
        return None;
    }
    let count = match section.differing() {
        0 => "no difference".to_owned(),
        count => counted(count as u64, "difference", "differences"),
    };
    let left_out = (section.left_out > 0).then(|| {
        let many = counted(section.left_out as u64, "more value", "more values");
        view! { <p class="note">{format!("{many} were not compared.")}</p> }
    });
    let total = rows.len();
    let draw = move |at: usize| rows.get(at).map(row).unwrap_or_else(|| ().into_any());
    Some(
        view! {
            <section class="panel compared" aria-label=section.name>
                <header><h2>{section.name}</h2><span class="faint">{count}</span></header>
                <div>{in_steps(0..total, STEP, "values", Arc::new(draw))}</div>
                {left_out}
            </section>
        }
        .into_any(),
    )
}

fn row(row: &ComparedRow) -> AnyView {
    let is_same = row.is_same();
    let class = match (is_same, row.name.is_empty()) {
        (true, true) => "pair unnamed same",
        (true, false) => "pair same",
        (false, true) => "pair unnamed",
        (false, false) => "pair",
    };
    let (left, right) = match (&row.left, &row.right) {
        (Some(left), Some(right)) if !is_same && left.len() + right.len() < MARKED => {
            let (on_left, on_right) = changed_words(left, right);
            (pieces(&on_left), pieces(&on_right))
        }
        (left, right) => (whole(left.as_deref()), whole(right.as_deref())),
    };
    let name = reveal(&row.name);
    view! {
        <div class=class>
            <p class="name">{name}</p>
            <p class="left"><span class="visually-hidden">"First: "</span>{left}</p>
            <p class="right"><span class="visually-hidden">"Second: "</span>{right}</p>
        </div>
    }
    .into_any()
}

fn whole(value: Option<&str>) -> AnyView {
    match value {
        None => view! { <span class="faint">"not there"</span> }.into_any(),
        Some("") => view! { <span class="faint">"empty"</span> }.into_any(),
        Some(text) => long_text(reveal(text)),
    }
}

fn pieces(pieces: &[Piece<'_>]) -> AnyView {
    let views: Vec<AnyView> = pieces
        .iter()
        .map(|piece| {
            let text = reveal(piece.text);
            if piece.is_changed {
                view! { <mark>{text}</mark> }.into_any()
            } else {
                text.into_any()
            }
        })
        .collect();
    if views.is_empty() {
        whole(Some(""))
    } else {
        views.into_any()
    }
}
