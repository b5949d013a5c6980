//! The issue list: `/{organization}/issues?query&project&environment&start&end&sort&cursor`. The page that people live
//! in; all its state is in the URL.

mod actions;
mod empty;
mod filters;
mod head;
mod keys;
mod list;
mod list_page;
mod pager;
mod period_switch;
mod row;
mod search_field;
mod tools;
mod trends;

pub use list_page::issue_list_page;
