//! What this browser remembers. Storage can be switched off or full: then nothing is remembered, and nothing breaks.

use super::dom::window;

/// `light` or `dark`; absent means what the system prefers. Read by `boot.js` as well.
pub const THEME: &str = "glint.theme";
/// `yes` when somebody was signed in last time, so that pages need not wait for the session. Read by `boot.js` as well.
pub const SIGNED_IN: &str = "glint.signed-in";
/// The slug of the organization that was open last.
pub const ORGANIZATION: &str = "glint.organization";
/// `24h` or `14d`: the trend of the issue list.
pub const TREND: &str = "glint.trend";
/// `compact` when the rows of the issue list are one line high.
pub const DENSITY: &str = "glint.density";
/// `off` when single keys are no commands.
pub const SHORTCUTS: &str = "glint.shortcuts";
/// Which frames of stack traces are shown, and which end comes first: `app newest`.
pub const STACK_TRACE: &str = "glint.stack-trace";
/// The columns of the table of events, one in a line; absent means the usual ones.
pub const EVENT_COLUMNS: &str = "glint.event-columns";
/// How times of breadcrumbs are told, and where the newest is: `clock last`.
pub const BREADCRUMBS: &str = "glint.breadcrumbs";
/// Which sections of an event go along when it is copied: `facts exceptions tags`.
pub const EXPORT: &str = "glint.export";
/// Before the slug of an organization: what was searched for there of late, one search in a line.
pub const SEARCHES: &str = "glint.searches.";
/// Before the server's address and the slug of an organization: what was seen of its issues, and when.
pub const LOOKS: &str = "glint.looks.";
/// Before the server's address, whose it is, and what it is about: a text that was typed and not sent yet.
pub const DRAFTS: &str = "glint.drafts.";

/// Before the server's address, the slug of an organization and the number of a project: which facts about its events are
/// pinned.
pub const PINS: &str = "glint.pins.";

/// Before the server's address and the slugs of an organization and a project: how its issues are filed in a tracker.
pub const TRACKER: &str = "glint.tracker.";
/// Before the server's address, the slug of an organization and the number of a monitor: how much uptime was promised.
pub const TARGETS: &str = "glint.targets.";
/// Before the server's address and the slug of an organization: its saved views.
pub const VIEWS: &str = "glint.views.";
/// Before the server's address and whose they are: organizations and projects with a star.
pub const STARS: &str = "glint.stars.";
/// Before the server's address and the slug of an organization: what is told here of its monitors.
pub const NOTICES: &str = "glint.notices.";
/// The same as for the views, in this tab only: the id of the view that was opened last.
pub const OPENED_VIEW: &str = "glint.opened-view.";

/// What was kept under this key.
pub fn get(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Keeps a value, or forgets it.
pub fn set(key: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

/// Forgets everything whose key begins so.
pub fn forget_all(prefix: &str) {
    let Ok(Some(storage)) = window().local_storage() else {
        return;
    };
    let keys: Vec<String> = (0..storage.length().unwrap_or_default())
        .filter_map(|at| storage.key(at).ok()?)
        .filter(|key| key.starts_with(prefix))
        .collect();
    for key in keys {
        let _ = storage.remove_item(&key);
    }
}

/// Keeps a value; false where the browser does not.
pub fn keep(key: &str, value: &str) -> bool {
    matches!(window().local_storage(), Ok(Some(storage)) if storage.set_item(key, value).is_ok())
}

/// What was kept under this key in this tab.
pub fn get_in_tab(key: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(key).ok()?
}

/// Keeps a value until this tab is closed, or forgets it.
pub fn set_in_tab(key: &str, value: Option<&str>) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}
