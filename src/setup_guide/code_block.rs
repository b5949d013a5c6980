//! Text to take along: code with its language, and the button that copies.

use crate::ui::copy_button::copy_button;
use leptos::prelude::*;

/// A button that copies the text.
pub fn copy(label: &'static str, what: &'static str, text: String) -> AnyView {
    copy_button("btn quiet icon small", label, what, move || text.clone()).into_any()
}

/// Code under the name of its language or file. `about` names the block for those who cannot see where it stands.
pub fn code_block(about: &'static str, language: &'static str, text: String) -> AnyView {
    view! {
        <div class="setup-code" role="group" aria-label=about>
            <div class="head">
                <span>{language}</span>
                {copy("Copy the code", "Code", text.clone())}
            </div>
            <pre><code>{text}</code></pre>
        </div>
    }
    .into_any()
}
