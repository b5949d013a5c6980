//! Thin wrappers of what the browser offers, each in terms of this app. No Leptos here.

pub mod clipboard;
pub mod database;
pub mod dom;
pub mod favicon;
pub mod files;
pub mod full_screen;
pub mod intl;
pub mod listener;
pub mod notification;
pub mod panic;
pub mod resize;
pub mod scroll;
pub mod storage;
pub mod tabs;
pub mod version;
pub mod visibility;
pub mod wait;
pub mod wake_lock;
