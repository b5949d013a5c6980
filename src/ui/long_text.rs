//! Text of any length: a long one is cut until the reader asks for more of it.

use crate::reactive::{aria, changing_text};
use glint_model::reveal::reveal;
use glint_model::text::thousands;
use leptos::prelude::*;
use std::sync::Arc;

/// Longer texts are cut to about this many characters.
const SHOWN: usize = 1_200;

/// Texts with more lines are cut.
const SHOWN_LINES: usize = 14;

/// So much more of a text is shown at a time, in bytes: laying out a text of megabytes would block the page.
const STEP: usize = 40_000;

/// Shows text with its line breaks. What hides in it has been made visible already.
pub fn long_text(text: String) -> AnyView {
    cut_text(text, str::to_owned)
}

/// Shows text as it was sent, with what hides in it made visible; no more of it than is shown.
pub fn long_raw(text: &str) -> AnyView {
    cut_text(text.to_owned(), reveal)
}

/// Whether all of a text is shown at once.
pub fn is_short(text: &str) -> bool {
    cut(text).is_none()
}

fn cut_text(text: String, readable: fn(&str) -> String) -> AnyView {
    let Some(first) = cut(&text) else {
        return view! { <span class="text">{readable(&text)}</span> }.into_any();
    };
    let text: Arc<str> = text.into();
    let (whole, characters) = (text.len(), thousands(text.chars().count() as u64));
    let end = RwSignal::new(first);
    let shown = move || match end.get() {
        end if end >= whole => readable(&text),
        end => format!(
            "{}…",
            readable(text.get(..text.floor_char_boundary(end)).unwrap_or_default())
        ),
    };
    let more = move |_| {
        end.update(|end| *end = if *end >= whole { first } else { end.saturating_add(STEP) });
    };
    let label = move || match end.get() {
        end if end >= whole => "Show less".to_owned(),
        end if end.saturating_add(STEP) >= whole => format!("Show all {characters} characters"),
        _ => format!("Show more of {characters} characters"),
    };
    view! {
        <span class="text">{changing_text(shown)}</span>
        <button class="btn small" type="button" aria-expanded=aria(move || end.get() >= whole) on:click=more>
            {changing_text(label)}
        </button>
    }
    .into_any()
}

/// Where to cut; none when the text is short.
fn cut(text: &str) -> Option<usize> {
    let by_length = text.char_indices().nth(SHOWN).map(|(at, _)| at);
    let by_lines = text.match_indices('\n').nth(SHOWN_LINES).map(|(at, _)| at);
    match (by_length, by_lines) {
        (Some(length), Some(lines)) => Some(length.min(lines)),
        (length, lines) => length.or(lines),
    }
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn short_texts_stay_whole() {
        assert_eq!(cut(""), None);
        assert_eq!(cut(&"é".repeat(1_200)), None);
        assert_eq!(cut(&"line\n".repeat(14)), None);
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(cut(&"é".repeat(1_201)), Some(2_400));
        assert_eq!(cut(&"line\n".repeat(20)), Some(14 * 5 + 4));
    }
}
