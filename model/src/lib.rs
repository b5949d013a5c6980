//! What GlitchTip says and what follows from it. No browser, no Leptos, no I/O.
//!
//! `wire` holds the answers and bodies of the REST API as the server spells them; everything beside it is
//! pure functions over those types, each with its native tests.

/// CSP reports told in a sentence.
pub mod csp;
/// Percent-encoding of path segments and queries, and back.
pub mod encode;
/// What can go wrong with a request, and the sentence for it.
pub mod error;
/// An event, taken apart into what a page shows.
pub mod event_parts;
/// The facts about an event that a reader looks for first.
pub mod highlights;
/// Ids and slugs, a type for each.
pub mod id;
/// Source lines, coloured a little.
pub mod ink;
/// The state of the issue list, as its URL carries it.
pub mod issue_filter;
/// What stands in an issue's heading.
pub mod issue_title;
/// JSON of any shape, made ready to be shown as a tree.
pub mod json_view;
/// Pages of lists: the `Link` and `X-Hits` headers.
pub mod link;
/// Where to go after signing in: only a path of this origin.
pub mod next_path;
/// How long ago something was.
pub mod relative_time;
/// Values as they were sent, with what hides in them made visible.
pub mod reveal;
/// Links built from data that anybody may have sent.
pub mod safe_url;
/// The search language of the issue list.
pub mod search;
/// Exception chains and frames, made into rows.
pub mod stack_trace;
/// Which tags of an issue tell most.
pub mod tag_order;
/// How the values of a tag are spread.
pub mod tags;
#[cfg(test)]
mod testing;
/// Small helpers for words and numbers.
pub mod text;
/// The time range of the issue list.
pub mod time_range;
/// Points in time as GlitchTip writes them.
pub mod timestamp;
/// Sparse series made into the bars of a trend.
pub mod trend;
/// The wire types.
pub mod wire;
