//! Which sections go along.

use super::state::Export;
use crate::reactive::truth;
use glint_model::event_markdown::Section;
use leptos::prelude::*;

/// A box for each section.
pub fn section_choice(export: Export) -> AnyView {
    let boxes: Vec<AnyView> = Section::ALL
        .into_iter()
        .map(|section| {
            view! {
                <label class="export-section">
                    <input
                        type="checkbox"
                        prop:checked=truth(move || export.has(section))
                        on:change=move |event| export.choose(section, event_target_checked(&event))
                    />
                    <span>{section.label()}</span>
                </label>
            }
            .into_any()
        })
        .collect();
    view! { <fieldset class="export-sections"><legend>"Sections"</legend>{boxes}</fieldset> }.into_any()
}
