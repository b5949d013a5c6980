//! A list of things of which the first hundred are drawn, and the others when they are wanted.

use crate::browser::{dom, wait};
use crate::reactive::{changing, spawn};
use glint_model::text::thousands;
use leptos::prelude::*;
use std::sync::Arc;

/// So many are drawn at first.
const FIRST: usize = 100;

/// Shows the rows of a list of this many; `is_all` remembers that all were wanted. `row` draws one by its place.
pub fn rows(
    label: &'static str,
    count: usize,
    is_all: RwSignal<bool>,
    row: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let row: Arc<dyn Fn(usize) -> AnyView + Send + Sync> = Arc::new(row);
    changing(move || {
        let shown = if is_all.get() { count } else { count.min(FIRST) };
        let items: Vec<AnyView> = (0..shown).map(|at| untrack(|| row(at))).collect();
        let more = (shown < count).then(|| {
            let text = format!("Show all {}", thousands(count as u64));
            view! {
                <button
                    class="btn people-more"
                    type="button"
                    on:click=move |_| {
                        is_all.set(true);
                        focus_row(label, FIRST);
                    }
                >
                    {text}
                </button>
            }
            .into_any()
        });
        view! {
            <ul class="things" aria-label=label>{items}</ul>
            {more}
        }
        .into_any()
    })
}

/// Lets the keyboard go on at a row of the list that is called `label`, once it is drawn: the button that showed it is gone then.
pub fn focus_row(label: &'static str, at: usize) {
    spawn(async move {
        wait::frame().await;
        if let Some(row) = dom::first(&format!("ul.things[aria-label=\"{label}\"] > li:nth-child({})", at + 1)) {
            let _ = row.set_attribute("tabindex", "-1");
            dom::focus(Some(row));
        }
    });
}
