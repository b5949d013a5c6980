//! The issue list: `/{organization}/issues?query&project&environment&start&end&sort&cursor`. The page that people live
//! in; all its state is in the URL.

mod actions;
mod aim;
mod assign_dialog;
mod bar_end;
mod bulk_bar;
mod bulk_dialogs;
mod empty;
mod export;
mod filters;
mod head;
mod keys;
mod list;
mod list_page;
mod looks;
mod marks;
mod news;
mod pager;
mod preview;
mod release_dialog;
mod row;
mod search_field;
mod select_all;
mod tools;
mod trends;
mod under_way;
mod views;
mod words;

pub use list_page::issue_list_page;
