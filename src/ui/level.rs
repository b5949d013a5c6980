//! The mark of a level: a colour and a shape, and the word for who sees neither.

use glint_model::wire::issue::Level;
use leptos::prelude::*;

/// Shows a level.
pub fn level_mark(level: Level) -> impl IntoView {
    view! {
        <span class=format!("lvl {}", level.as_str()) role="img" aria-label=level.as_str() title=level.as_str()></span>
    }
}
