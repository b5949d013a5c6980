//! Text with the words of a search marked in it.

use glint_model::breadcrumbs::marks;
use leptos::prelude::*;

/// Shows the text; the words are in small letters.
pub fn marked(text: &str, words: &[String]) -> AnyView {
    if words.is_empty() {
        return text.to_owned().into_any();
    }
    let pieces: Vec<AnyView> = marks(text, words)
        .into_iter()
        .map(|(is_found, piece)| {
            let piece = piece.to_owned();
            if is_found {
                view! { <mark>{piece}</mark> }.into_any()
            } else {
                piece.into_any()
            }
        })
        .collect();
    pieces.into_any()
}
