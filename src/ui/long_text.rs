//! Text of any length: a long one is cut until the reader asks for all of it.

use leptos::prelude::*;

/// Longer texts are cut to about this many characters.
const SHOWN: usize = 1_200;

/// Texts with more lines are cut.
const SHOWN_LINES: usize = 14;

/// Shows text with its line breaks.
pub fn long_text(text: String) -> AnyView {
    let Some(end) = cut(&text) else {
        return view! { <span class="text">{text}</span> }.into_any();
    };
    let is_whole = RwSignal::new(false);
    let start = format!("{}…", &text[..end]);
    let length = text.chars().count();
    view! {
        <span class="text">{move || if is_whole.get() { text.clone() } else { start.clone() }}</span>
        <button
            class="btn small"
            type="button"
            aria-expanded=move || is_whole.get().to_string()
            on:click=move |_| is_whole.update(|whole| *whole = !*whole)
        >
            {move || if is_whole.get() { "Show less".to_owned() } else { format!("Show all {length} characters") }}
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
