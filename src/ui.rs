//! Widgets: how things look and behave. They know no route and no endpoint.

pub mod dialog;
pub mod icon;
pub mod level;
pub mod menu;
pub mod nav_drawer;
pub mod page_title;
pub mod spark;
pub mod state;
pub mod time;
pub mod toast;
