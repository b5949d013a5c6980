//! One issue with one of its events: `/{organization}/issues/{issue}` and `.../events/{event}`.

mod event_body;
mod event_data;
mod event_links;
mod header;
mod issue_page;
mod keys;
mod list_links;
mod place;
mod side;
mod status;
mod tag_values;
mod trouble;

pub use issue_page::issue_page;
