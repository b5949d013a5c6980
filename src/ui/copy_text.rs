//! Text for the clipboard, and the word on whether it got there.

use super::toast::Toasts;
use crate::browser::clipboard;
use crate::reactive::spawn;

/// Copies a text; `what` names it in the message: `Stack trace`.
pub fn copy_text(toasts: Toasts, what: &'static str, text: String) {
    spawn(async move {
        if clipboard::copy(&text).await {
            toasts.say(format!("{what} copied"));
        } else {
            toasts.say("The browser did not allow copying. Select the text and copy it by hand.");
        }
    });
}
