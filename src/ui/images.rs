//! The programs, libraries and maps of an event, in a list that can be searched. Takes plain data; remembers nothing.

use super::lazy::in_steps;
use crate::reactive::{changing, changing_text};
use glint_model::reveal::reveal;
use glint_model::stack_trace::{ImageRow, image_rows};
use glint_model::text::{counted, thousands};
use glint_model::wire::debug_meta::DebugMeta;
use leptos::prelude::*;
use std::sync::Arc;

/// So many images are drawn at a time.
const STEP: usize = 50;

/// From so many images on they can be searched.
const MANY: usize = 8;

/// Shows the images; nothing where there are none.
pub fn images(data: &DebugMeta) -> AnyView {
    let rows: Arc<Vec<ImageRow>> = Arc::new(image_rows(data));
    let count = rows.len();
    if count == 0 {
        return ().into_any();
    }
    let search = RwSignal::new(String::new());
    let counted_rows = Arc::clone(&rows);
    let found = Memo::new(move |_| {
        let typed = search.get();
        let places = counted_rows.iter().enumerate().filter(|(_, row)| row.has(&typed));
        places.map(|(place, _)| place).collect::<Vec<usize>>()
    });
    let field = (count >= MANY).then(|| {
        view! {
            <input
                class="input"
                type="search"
                aria-label="Search the images"
                placeholder="Search the images"
                autocomplete="off"
                on:input=move |event| search.set(event_target_value(&event))
            />
        }
    });
    view! {
        <section class="panel images" aria-label="Images">
            <header>
                <h2>"Images"</h2>
                <span class="faint">{thousands(count as u64)}</span>
                <div class="end">{field}</div>
            </header>
            <p class="visually-hidden" role="status">
                {changing_text(move || match search.with(String::is_empty) {
                    true => String::new(),
                    false => format!("{} found", counted(found.with(Vec::len) as u64, "image", "images")),
                })}
            </p>
            {changing(move || list(&rows, found.get()))}
        </section>
    }
    .into_any()
}

fn list(rows: &Arc<Vec<ImageRow>>, found: Vec<usize>) -> AnyView {
    if found.is_empty() {
        return view! { <p class="note">"No image has these words."</p> }.into_any();
    }
    let count = found.len();
    let rows = Arc::clone(rows);
    let draw = move |place: usize| {
        let row = found.get(place).and_then(|index| rows.get(*index));
        row.map_or_else(|| ().into_any(), image)
    };
    in_steps(0..count, STEP, "images", Arc::new(draw))
}

fn image(row: &ImageRow) -> AnyView {
    let title = row.path.as_deref().map(reveal);
    view! {
        <div class="image">
            <b>{reveal(&row.name)}</b>
            <span class="faint">{reveal(&row.kind)}</span>
            <span class="range">{row.range.clone()}</span>
            <code>{row.debug_id.as_deref().map(reveal)}</code>
            <span class="path">{title}</span>
        </div>
    }
    .into_any()
}
