//! What GlitchTip says and what follows from it. No browser, no Leptos, no I/O.
//!
//! `wire` holds the answers and bodies of the REST API as the server spells them; everything beside it is
//! pure functions over those types, each with its native tests.

/// What a role may do.
pub mod access;
/// Which alerts of a project would tell of a monitor, and whom.
pub mod alert_reach;
/// An alert as somebody reads and edits it.
pub mod alert_rule;
/// Breadcrumbs as one timeline that ends in the event.
pub mod breadcrumbs;
/// Charts over time: scales, ticks, paths and words, ready to be drawn.
pub mod chart;
/// Two events side by side.
pub mod comparison;
/// What the contexts of an event say first, and in words.
pub mod context_facts;
/// CSP reports told in a sentence.
pub mod csp;
/// Tables as CSV.
pub mod csv;
/// A request as a `curl` command.
pub mod curl;
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
/// Which event a pasted text means.
pub mod event_jump;
/// An event as Markdown, for a ticket or an assistant.
pub mod event_markdown;
/// The modules of an event, found and copied.
pub mod event_modules;
/// An event, taken apart into what a page shows.
pub mod event_parts;
/// Which of an issue's events one is.
pub mod event_place;
/// The rows of the table of an issue's events.
pub mod event_rows;
/// An event as a page of its own, without a script.
pub mod event_snapshot;
/// Where in a form a refusal is said.
pub mod form_refusal;
/// Ready text that sends a heartbeat to a monitor.
pub mod heartbeat_snippet;
/// The facts about an event that a reader looks for first.
pub mod highlights;
/// The home page: order, attention, search, the way to the first event.
pub mod home;
/// Ids and slugs, a type for each.
pub mod id;
/// Source lines, coloured a little.
pub mod ink;
/// Issues as text to take away: Markdown and CSV.
pub mod invitation_standing;
pub mod invite_list;
pub mod issue_export;
/// The state of the issue list, as its URL carries it.
pub mod issue_filter;
/// The rows of the issue list, each issue once.
pub mod issue_rows;
/// What stands in an issue's heading.
pub mod issue_title;
/// JSON text as lines, in the words it came in.
pub mod json_lines;
/// JSON of any shape, made ready to be shown as a tree.
pub mod json_view;
/// Events that are too large to be read in one go.
pub mod large_event;
/// Pages of lists: the `Link` and `X-Hits` headers.
pub mod link;
/// Times as the reader's clock shows them.
pub mod local_time;
/// What is different since one last looked.
pub mod looks;
/// Markdown as people write it in comments, read into a tree that holds no markup.
pub mod markdown;
/// The members of an organization at a glance.
pub mod member_counts;
/// The form for a monitor: what is wrong with it, and what is sent.
pub mod member_list;
pub mod member_role;
pub mod monitor_form;
/// How often a monitor looks, in words.
pub mod monitor_interval;
/// What the page of one monitor shows.
pub mod monitor_page;
/// Many monitors from a pasted list.
pub mod monitor_paste;
/// All monitors of an organization on one page.
pub mod monitor_wall;
/// What has happened since a list was loaded, and when to ask again.
pub mod news;
/// Where to go after signing in: only a path of this origin.
pub mod next_path;
/// The platforms that a project can be for.
pub mod platform;
/// What the preview of an issue shows.
pub mod preview;
/// What a server noted while it took an event in.
pub mod processing_errors;
/// The forms for a project, its keys and what is uploaded for it.
pub mod project_form;
/// All projects of an organization on one page.
pub mod project_list;
/// Hours of the day in which nobody wants to be disturbed.
pub mod quiet_hours;
/// What in a text had better not leave.
pub mod redact;
/// How long ago something was.
pub mod relative_time;
/// The HTTP request of an event, taken apart.
pub mod request_parts;
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
/// Which organization a status page belongs to, and what it may be called.
pub mod status_pages;
/// Which tags of an issue tell most.
pub mod tag_order;
/// How the values of a tag are spread.
pub mod tags;
/// What changes of teams mean for what is known of their organization.
pub mod team_changes;
/// The slug of a team, as it is typed and sent.
pub mod team_slug;
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
/// Links that open a new issue in another tracker.
pub mod tracker_link;
/// Sparse series made into the bars of a trend.
pub mod trend;
/// Values that were cut short before they were sent.
pub mod trimmed;
/// What the checks of a monitor tell: outages, uptime, response times.
pub mod uptime;
/// What has changed about the monitors of an organization, and what is told of it.
pub mod uptime_watch;
/// What an organization uses, and the plan that it has.
pub mod usage;
/// What is looked for among names.
pub mod wanted;
/// The wire types.
pub mod wire;
