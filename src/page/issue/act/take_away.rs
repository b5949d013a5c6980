//! Names of the issue for somebody else: its address, its short id.

use crate::browser::{clipboard, dom};
use crate::page::issue::status::StatusChange;
use crate::reactive::spawn;
use leptos::prelude::*;

/// Copies the address of the issue. That of one event is the event's own to give.
pub fn copy_link(change: StatusChange) {
    let address = dom::origin() + &change.place.with_value(|place| place.newest().href());
    copy(change, address, "Link");
}

/// Copies the short id.
pub fn copy_short_id(change: StatusChange) {
    if let Some(issue) = untrack(|| change.issue.ready()) {
        copy(change, issue.short_id, "Short id");
    }
}

fn copy(change: StatusChange, text: String, what: &'static str) {
    spawn(async move {
        if clipboard::copy(&text).await {
            change.toasts.say(format!("{what} copied: {text}"));
        } else {
            change
                .toasts
                .say(format!("The browser did not allow copying. {what}: {text}"));
        }
    });
}
