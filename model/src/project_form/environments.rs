//! The environments of a project, each name once.

use crate::wire::environment::Environment;

/// Each name once, in order. The server lists an environment more often than once; it is hidden when each of its rows is.
pub fn distinct(mut all: Vec<Environment>) -> Vec<Environment> {
    all.sort_by(|one, other| one.name.cmp(&other.name));
    all.dedup_by(|again, kept| {
        let is_same = again.name == kept.name;
        if is_same && again.is_hidden != Some(true) {
            kept.is_hidden = again.is_hidden;
        }
        is_same
    });
    all
}
