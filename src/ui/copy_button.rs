//! A button that puts text on the clipboard, and says whether that worked.

use super::icon::{Icon, icon};
use super::toast::Toasts;
use crate::browser::clipboard;
use crate::reactive::spawn;
use leptos::prelude::*;

/// Copies what `text` gives when the button is pressed. `label` names the button, `what` the thing in the message:
/// `Stack trace`.
pub fn copy_button(
    class: &'static str,
    label: &'static str,
    what: &'static str,
    text: impl Fn() -> String + 'static,
) -> impl IntoView {
    let toasts = Toasts::get();
    let copy = move |_| {
        let text = text();
        spawn(async move {
            if clipboard::copy(&text).await {
                toasts.say(format!("{what} copied"));
            } else {
                toasts.say("The browser did not allow copying. Select the text and copy it by hand.");
            }
        });
    };
    view! {
        <button class=class type="button" aria-label=label title=label on:click=copy>{icon(Icon::Copy, "")}</button>
    }
}
