//! An event as Markdown, for a ticket or an assistant: chosen sections, the application's own frames first, with what is
//! private found in it. The same outline becomes a page of its own (`event_snapshot`) and the text of a new issue
//! (`tracker_link`).
//!
//! Everything from the event stands in code spans and fences that are longer than any run of backticks within: it can
//! begin no markup, no mention, no link and no command of a tracker.

mod breadcrumbs;
mod exceptions;
mod facts;
mod findings;
mod json;
mod markdown;
mod outline;
mod request;
mod section;
mod span;

pub use findings::{Finding, findings};
pub use markdown::{Rendered, markdown};
pub use outline::{Block, Outline, Part, Subject, UNTRUSTED, outline};
pub use section::{Section, Sections};
pub use span::Span;

/// About how many tokens a language model makes of so many characters.
pub fn about_tokens(characters: usize) -> usize {
    characters.div_ceil(4)
}

#[cfg(test)]
mod tests;
