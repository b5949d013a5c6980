//! Uptime: `/{organization}/uptime-monitors` and what is below it.

mod alerts;
mod all_monitors;
mod delete;
mod form;
mod from_list;
mod interval_field;
mod live;
mod monitor;
mod monitors;
mod path;
mod permission;
mod project_field;
mod screen;
mod snippets;
mod status_mark;
mod status_pages;
mod trouble;

pub use form::monitor_form_page;
pub use from_list::monitors_from_list_page;
pub use monitor::monitor_page;
pub use monitors::monitor_list_page;
pub use screen::monitor_screen_page;
pub use status_pages::status_page_list_page;
