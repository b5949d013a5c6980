//! The search field. What is typed is never changed while it is typed; what was searched for stands in the URL, and below
//! the field in pieces. It is put right where that is safe when it is sent (`model::search::prepare`).

mod chip_row;
mod field;
mod known;
mod look_up;
mod look_up_line;
mod recent;
mod submit;
mod suggestions;
mod typed_notes;
mod typing;

use super::list::IssueList;
use crate::reactive::{aria, maybe};
use crate::ui::icon::{Icon, icon};
use field::Field;
use leptos::prelude::*;

/// The id of the field, which `/` moves the focus to.
const FIELD: &str = "issue-search";

/// Shows the search field with the search of the URL, help while one types, and what came of it.
pub fn search_field(list: IssueList) -> AnyView {
    let field = Field::open(list);
    let can_clear = move || field.query.with(|query| !query.is_empty()) || field.typed.with(|typed| !typed.is_blank());
    view! {
        <div class="search-box">
            <div class="search-anchor">
                <form
                    class="search"
                    role="search"
                    on:submit=move |event| {
                        event.prevent_default();
                        submit::submit(field, &field.text());
                    }
                >
                    {icon(Icon::Search, "")}
                    <input
                        type="text"
                        inputmode="search"
                        id=FIELD
                        name="query"
                        role="combobox"
                        aria-label="Search issues"
                        aria-autocomplete="list"
                        aria-expanded=aria(move || field.is_helping())
                        aria-controls=suggestions::LIST
                        aria-activedescendant=move || field.active().map(suggestions::option_id)
                        placeholder="is:unresolved level:error any-tag:value, then words"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        enterkeyhint="search"
                        node_ref=field.input
                        prop:value=move || field.query.get()
                        on:focus=move |_| field.focused()
                        on:blur=move |_| field.blurred()
                        on:input=move |_| field.changed()
                        on:click=move |_| field.clicked()
                        on:keydown=move |event| field.key_pressed(&event)
                        on:keyup=move |event| field.key_released(&event)
                    />
                    {maybe(move || can_clear().then(|| clear_button(field)))}
                </form>
                // Pressing what is offered must not take the focus from the field.
                <div class="search-help" on:mousedown=move |event| event.prevent_default()>
                    {suggestions::suggestions(field)}
                    {typed_notes::typed_notes(field)}
                </div>
            </div>
            {chip_row::chip_row(field)}
            {look_up_line::look_up_line(field)}
        </div>
    }
    .into_any()
}

fn clear_button(field: Field) -> AnyView {
    view! {
        <button type="button" aria-label="Clear the search" title="Clear the search" on:click=move |_| field.clear()>
            {icon(Icon::Close, "")}
        </button>
    }
    .into_any()
}
