//! The suggestions below the field, as a list box that the focus never goes to. Nothing in it is active until an arrow
//! key says so.

use super::field::{Field, Typed};
use crate::browser::dom;
use crate::reactive::{aria, changing, truth};
use crate::ui::icon::{Icon, icon};
use glint_model::reveal::reveal;
use glint_model::search::{Help, Known, Suggestion, suggest};
use leptos::prelude::*;

/// The id of the list.
pub const LIST: &str = "issue-search-help";

/// Something to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A piece of a search, or a whole one.
    Take(Suggestion),
    /// Recent searches are forgotten.
    ForgetRecent,
}

/// What there is to take for what is typed.
pub fn entries(typed: &Typed, known: &Known) -> Vec<Entry> {
    let suggestions = suggest(&typed.text, typed.caret, known);
    let has = |help: Help| suggestions.iter().any(|suggestion| suggestion.help == help);
    // Examples come only where nothing of a word is typed: there is room for it.
    let can_forget = has(Help::Recent) && has(Help::Example);
    let mut entries: Vec<Entry> = suggestions.into_iter().map(Entry::Take).collect();
    if can_forget {
        entries.push(Entry::ForgetRecent);
    }
    entries
}

/// The id of an entry.
pub fn option_id(at: usize) -> String {
    format!("{LIST}-{at}")
}

/// Shows the suggestions.
pub fn suggestions(field: Field) -> AnyView {
    let options = move || {
        let entries = field.entries.get();
        entries
            .into_iter()
            .enumerate()
            .map(|(at, entry)| option(field, at, entry))
            .collect::<Vec<_>>()
            .into_any()
    };
    view! {
        <ul
            id=LIST
            role="listbox"
            aria-label="Suggestions"
            hidden=truth(move || !field.is_helping())
        >
            {changing(options)}
        </ul>
    }
    .into_any()
}

fn option(field: Field, at: usize, entry: Entry) -> AnyView {
    let inside = match entry {
        Entry::Take(suggestion) => view! {
            <span class="label">{reveal(&suggestion.label)}</span>
            <small>{suggestion.hint}</small>
        }
        .into_any(),
        Entry::ForgetRecent => view! {
            {icon(Icon::Delete, "")}
            <span>"Forget recent searches"</span>
        }
        .into_any(),
    };
    view! {
        <li id=option_id(at) role="option" aria-selected=aria(move || field.active() == Some(at)) on:click=move |_| field.take(at)>
            {inside}
        </li>
    }
    .into_any()
}

/// Scrolls the list, not the page, to an entry.
pub fn keep_in_sight(at: usize) {
    let (Some(list), Some(option)) = (dom::by_id(LIST), dom::by_id(&option_id(at))) else {
        return;
    };
    let (top, bottom) = (option.offset_top(), option.offset_top() + option.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, entries};
    use crate::page::issues::search_field::field::Typed;
    use glint_model::search::Known;

    fn can_forget(text: &str, recent: &[&str]) -> bool {
        let known = Known {
            recent: recent.iter().map(|text| (*text).to_owned()).collect(),
            ..Known::default()
        };
        let typed = Typed {
            text: text.to_owned(),
            caret: text.len(),
            is_fresh: false,
        };
        let entries = entries(&typed, &known);
        assert!(!entries.is_empty(), "{text:?}");
        entries.last() == Some(&Entry::ForgetRecent)
    }

    #[test]
    fn recent_searches_can_be_forgotten_where_all_of_them_are_offered() {
        assert!(can_forget("", &["timeout"]));
        assert!(can_forget("is:unresolved ", &["timeout"]));
        assert!(!can_forget("", &[]));
        assert!(!can_forget("time", &["timeout"]));
        assert!(!can_forget("is:", &["timeout"]));
    }
}
