//! A list of things of which the first hundred are drawn, and the others when they are wanted.

use crate::reactive::changing;
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
                <button class="btn people-more" type="button" on:click=move |_| is_all.set(true)>
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
