//! One issue: `/{organization}/issues/{issue}` and what is below it.

mod act;
mod comments;
mod compare;
mod event;
mod events;
mod header;
mod issue_page;
mod json;
mod keys;
mod list_links;
mod merged;
mod paged;
mod place;
mod status;
mod tabs;
mod trouble;
mod user_reports;

pub use issue_page::issue_page;
