//! The desktop's own notifications. They need HTTPS (or localhost) and the reader's leave, which a browser gives only to what
//! was asked for by a click.

use super::dom::window;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, Notification, NotificationOptions, NotificationPermission};

/// Whether notifications may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// This browser has none, or not at this address.
    Missing,
    /// Nobody was asked yet.
    Unasked,
    /// They may.
    Granted,
    /// They may not, and the page cannot ask again.
    Denied,
}

/// Whether notifications may be shown now.
pub fn permission() -> Permission {
    if !Reflect::has(&window(), &"Notification".into()).unwrap_or_default() {
        return Permission::Missing;
    }
    match Notification::permission() {
        NotificationPermission::Granted => Permission::Granted,
        NotificationPermission::Denied => Permission::Denied,
        _ => Permission::Unasked,
    }
}

/// Asks for leave, when nobody was asked yet. To be called by what a click does.
pub async fn ask() -> Permission {
    if permission() == Permission::Unasked
        && let Ok(asked) = Notification::request_permission()
    {
        let _ = JsFuture::from(asked).await;
    }
    permission()
}

/// Shows a notification; one with the same tag goes. `on_click` runs when it is clicked, with the tab in front. False when
/// the browser did not take it, as those of phones do.
pub fn show(title: &str, body: &str, tag: &str, on_click: impl FnOnce() + 'static) -> bool {
    if permission() != Permission::Granted {
        return false;
    }
    let options = NotificationOptions::new();
    options.set_body(body);
    options.set_tag(tag);
    let Ok(notification) = Notification::new_with_options(title, &options) else {
        return false;
    };
    let clicked = notification.clone();
    let run: JsValue = Closure::once_into_js(move |event: Event| {
        event.prevent_default();
        let _ = window().focus();
        clicked.close();
        on_click();
    });
    notification.set_onclick(run.dyn_ref());
    true
}
