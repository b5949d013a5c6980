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
/// Which frames of stack traces are shown, and which end comes first: `app newest`.
pub const STACK_TRACE: &str = "glint.stack-trace";

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
