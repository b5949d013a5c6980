//! What GlitchTip says and what follows from it. No browser, no Leptos, no I/O.
//!
//! `wire` holds the answers and bodies of the REST API as the server spells them; everything beside it is
//! pure functions over those types, each with its native tests.

/// CSP reports told in a sentence.
pub mod csp;
/// What was decided about issues of a list, until the server's own word comes.
pub mod decisions;
/// What is done with issues: how it is sent, shown and undone.
pub mod deed;
/// The DSN of a project key, taken apart.
pub mod dsn;
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
/// Issues as text to take away: Markdown and CSV.
pub mod issue_export;
/// The state of the issue list, as its URL carries it.
pub mod issue_filter;
/// The rows of the issue list, each issue once.
pub mod issue_rows;
/// What stands in an issue's heading.
pub mod issue_title;
/// JSON of any shape, made ready to be shown as a tree.
pub mod json_view;
/// Pages of lists: the `Link` and `X-Hits` headers.
pub mod link;
/// Times as the reader's clock shows them.
pub mod local_time;
/// What is different since one last looked.
pub mod looks;
/// What has happened since a list was loaded, and when to ask again.
pub mod news;
/// Where to go after signing in: only a path of this origin.
pub mod next_path;
/// What the preview of an issue shows.
pub mod preview;
/// How long ago something was.
pub mod relative_time;
/// Values as they were sent, with what hides in them made visible.
pub mod reveal;
/// Links built from data that anybody may have sent.
pub mod safe_url;
/// States of the issue list with a name.
pub mod saved_view;
/// How an application sends its first event, for each platform.
pub mod sdk_guide;
/// The search language of the issue list.
pub mod search;
/// Which issues are selected, and what may be done with them at once.
pub mod selection;
/// Exception chains and frames, made into rows.
pub mod stack_trace;
/// Which tags of an issue tell most.
pub mod tag_order;
/// How the values of a tag are spread.
pub mod tags;
/// A test event, sent without an SDK.
pub mod test_event;
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
