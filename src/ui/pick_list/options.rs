//! The list below the field, as a list box that the focus never goes to.

use super::{Pick, PickList};
use crate::browser::dom;
use crate::reactive::{aria, changing, maybe, truth};
use crate::ui::icon::{Icon, icon};
use crate::ui::time::short_time;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// The most that are drawn; the others come by filtering.
pub(super) const MOST_SHOWN: usize = 100;

impl PickList {
    /// Scrolls the list, not the page, to an option.
    pub(super) fn keep_in_sight(self, at: usize) {
        let (Some(list), Some(option)) = (dom::by_id(&self.list_id()), dom::by_id(&self.option_id(at))) else {
            return;
        };
        let (top, bottom) = (option.offset_top(), option.offset_top() + option.offset_height());
        if top < list.scroll_top() {
            list.set_scroll_top(top);
        } else if bottom > list.scroll_top() + list.client_height() {
            list.set_scroll_top(bottom - list.client_height());
        }
    }

    /// The options, and what there is to say when they are not all.
    pub(super) fn body(self) -> AnyView {
        let options = move || {
            let places = self.fitting.get();
            let options = self.picks.with(|picks| {
                let picks = picks.as_deref().unwrap_or_default();
                let shown = places.iter().take(MOST_SHOWN).filter_map(|place| picks.get(*place));
                shown
                    .enumerate()
                    .map(|(at, pick)| self.option(at, pick))
                    .collect::<Vec<_>>()
            });
            options.into_any()
        };
        let rest = move || {
            let text = match self.fitting.with(Vec::len) {
                0 => format!(
                    "Nothing here matches “{}”.",
                    self.typed.with(|typed| reveal(typed.trim()))
                ),
                count if count > MOST_SHOWN => format!("Type to find one of the {} others.", count - MOST_SHOWN),
                _ => return None,
            };
            Some(view! { <p class="rest">{text}</p> }.into_any())
        };
        // A press must not take the focus from the field.
        view! {
            <ul
                id=self.list_id()
                role="listbox"
                aria-label="Choices"
                hidden=truth(move || self.count() == 0)
                on:mousedown=move |event| event.prevent_default()
            >
                {changing(options)}
            </ul>
            {maybe(rest)}
        }
        .into_any()
    }

    fn option(self, at: usize, pick: &Pick) -> AnyView {
        let is_current = pick.is_current;
        view! {
            <li
                id=self.option_id(at)
                role="option"
                aria-selected=aria(move || self.active() == Some(at))
                on:click=move |_| self.take(at)
            >
                {pick.sign.map(|sign| icon(sign, ""))}
                <span class="label">
                    {reveal(&pick.label)}
                    {(!pick.hint.is_empty()).then(|| view! { " " <small>{reveal(&pick.hint)}</small> }.into_any())}
                </span>
                {is_current.then(|| {
                    view! { <span class="visually-hidden">", as it is now"</span> {icon(Icon::Check, "check")} }.into_any()
                })}
                {pick.since.map(|since| view! { <small>{short_time(since)}</small> }.into_any())}
            </li>
        }
        .into_any()
    }
}
