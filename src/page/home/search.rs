//! The field that searches organizations and projects. What is typed counts at once and is in the URL a moment later.

use super::desk::Desk;
use crate::browser::wait;
use crate::reactive::{changing_text, spawn};
use crate::ui::icon::{Icon, icon};
use glint_model::text::counted;
use leptos::prelude::*;

/// How long the field rests before the URL follows, in milliseconds.
const REST_MS: i32 = 400;

/// The id of the field.
pub const FIELD: &str = "home-search";

/// The field, and how much is found.
pub fn search(desk: Desk) -> AnyView {
    let keystrokes = StoredValue::new(0_u32);
    let typed = move |text: String| {
        desk.typed.set(text);
        let now = keystrokes.get_value().wrapping_add(1);
        keystrokes.set_value(now);
        spawn(async move {
            wait::milliseconds(REST_MS).await;
            if keystrokes.try_get_value() == Some(now) {
                desk.write_search();
            }
        });
    };
    view! {
        <div class="home-tools" role="search" aria-label="Organizations and projects">
            <div class="home-find">
                {icon(Icon::Search, "")}
                <input
                    class="input"
                    type="search"
                    id=FIELD
                    aria-label="Search organizations and projects"
                    placeholder="Search organizations and projects"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    prop:value=move || desk.typed.get()
                    on:input:target=move |event| typed(event.target().value())
                />
            </div>
            <p class="said" role="status">{changing_text(move || said(desk))}</p>
        </div>
    }
    .into_any()
}

fn said(desk: Desk) -> String {
    if !desk.has_projects.get() {
        return String::new();
    }
    desk.found.with(|found| {
        let projects: usize = found.iter().map(|shelf| shelf.projects.len()).sum();
        format!(
            "{} in {}",
            counted(projects as u64, "project", "projects"),
            counted(found.len() as u64, "organization", "organizations")
        )
    })
}
