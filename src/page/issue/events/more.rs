//! The foot of the table: the next page, by itself for the first hundred rows, then by a button.

use super::filter_bar::FIELD;
use super::list::EventList;
use super::near_end::near_end;
use crate::browser::{dom, visibility};
use crate::reactive::{aria, changing_text, effect, maybe};
use crate::route::{IssuePart, Step, use_go};
use crate::ui::icon::{Icon, icon};
use crate::ui::state::nothing;
use glint_model::text::counted;
use leptos::html;
use leptos::prelude::*;

/// As many rows come by themselves: some 1.5 MB.
const BY_ITSELF: usize = 100;

/// Shows the foot while there is more.
pub fn more(list: EventList) -> AnyView {
    let foot = NodeRef::<html::Div>::new();
    let is_near = near_end(foot);
    let has_more = Memo::new(move |_| list.rows.with(|rows| rows.next.is_some()));
    if !visibility::saves_data() {
        effect(move || {
            let is_due = is_near.get()
                && has_more.get()
                && !list.is_busy.get()
                && !list.is_filtered()
                && list.trouble.with(Option::is_none)
                && list.rows.with(|rows| rows.rows.len()) < BY_ITSELF;
            if is_due {
                list.load_more();
            }
        });
    }
    let trouble = move || {
        let error = list.trouble.get().filter(|_| !list.is_empty())?;
        Some(view! { <p class="problem" role="alert">{error.sentence()}</p> }.into_any())
    };
    let label = move || {
        if list.is_busy.get() {
            "Loading…"
        } else if list.trouble.with(Option::is_some) {
            "Try again"
        } else {
            "Load more"
        }
    };
    view! {
        <div class="events-more" node_ref=foot>
            {maybe(trouble)}
            {maybe(move || {
                (has_more.get() && !list.is_empty())
                    .then(|| {
                        view! {
                            <button
                                class="btn"
                                type="button"
                                aria-disabled=aria(move || list.is_busy.get())
                                on:click=move |_| list.load_more()
                            >
                                {changing_text(move || label().to_owned())}
                            </button>
                        }
                        .into_any()
                    })
            })}
            {maybe(move || list.has_loaded.get().then(|| refresh(list)))}
        </div>
    }
    .into_any()
}

fn refresh(list: EventList) -> AnyView {
    view! {
        <button
            class="btn quiet"
            type="button"
            on:click=move |_| list.reload()
        >
            {icon(Icon::Reload, "")}
            "Load again from the newest"
        </button>
    }
    .into_any()
}

/// What stands there when none of the rows that are loaded fits.
pub fn nothing_fits(list: EventList, loaded: usize) -> AnyView {
    let go = use_go();
    let clear = move |_| {
        list.typed.set(String::new());
        go(
            &list.place.with_value(|place| place.part(IssuePart::Events)),
            Step::Replace,
        );
        // The button goes.
        dom::focus(dom::by_id(FIELD));
    };
    let action = view! { <button class="btn" type="button" on:click=clear>"Clear the filter"</button> }.into_any();
    let text = format!(
        "The filter looks through what is loaded: {} so far.",
        counted(loaded as u64, "event", "events")
    );
    nothing("No loaded event fits", text, action).into_any()
}
