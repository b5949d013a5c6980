//! Keys for walking through events. All are in the overlay that `?` opens (`src/app/key_help.rs`).

use super::{FindOldest, Walk, Way};
use crate::route::{Step, use_go};
use crate::shortcuts::Shortcuts;
use crate::ui::toast::Toasts;
use leptos::prelude::*;

/// Listens as long as the bar is there.
pub fn listen_to_keys(walk: Walk, find: FindOldest) {
    let (go, toasts) = (use_go(), Toasts::get());
    Shortcuts::get().listen(move |key| {
        let way = match key {
            "[" => Way::Older,
            "]" => Way::Newer,
            "{" => Way::Oldest,
            "}" => Way::Newest,
            "g" => {
                walk.is_asking.set(true);
                return true;
            }
            _ => return false,
        };
        match untrack(|| (walk.goal(way), walk.is_at_end(way))) {
            (Some(route), _) => go(&route, Step::Stay),
            (None, true) if untrack(|| walk.here.with(Option::is_none)) => {}
            (None, true) => toasts.say(end(way)),
            (None, false) => find.start_or_stop(),
        }
        true
    });
}

fn end(way: Way) -> &'static str {
    match way {
        Way::Oldest | Way::Older => "This is the oldest event that is stored.",
        Way::Newer | Way::Newest => "This is the newest event.",
    }
}
