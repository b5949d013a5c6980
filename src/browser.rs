//! Thin wrappers of what the browser offers, each in terms of this app. No Leptos here.

pub mod clipboard;
pub mod dom;
pub mod intl;
pub mod panic;
pub mod scroll;
pub mod storage;
pub mod version;
pub mod wait;
