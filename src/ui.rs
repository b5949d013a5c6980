//! Widgets: how things look and behave. They know no route and no endpoint.

pub mod app_link;
pub mod chart;
pub mod copy_button;
pub mod copy_text;
pub mod dialog;
pub mod form;
pub mod icon;
pub mod images;
pub mod in_view;
pub mod lazy;
pub mod level;
pub mod long_text;
pub mod markdown;
pub mod menu;
pub mod nav_drawer;
pub mod page_title;
pub mod pick_list;
pub mod range_dialog;
pub mod stack_trace;
pub mod state;
pub mod tag_chips;
pub mod tag_spread;
pub mod threads;
pub mod time;
pub mod toast;
pub mod value_tree;
