//! Text to take along: an address in a line, code in a block, each with the button that copies.

use crate::ui::copy_button::copy_button;
use leptos::prelude::*;

/// An address under its name.
pub fn address(name: &'static str, label: &'static str, text: String) -> AnyView {
    let copied = text.clone();
    view! {
        <div>
            <dt>{name}</dt>
            <dd class="prj-code">
                <code>{text}</code>
                {copy_button("btn quiet icon small", label, name, move || copied.clone())}
            </dd>
        </div>
    }
    .into_any()
}

/// Code that is made anew each time it is copied; `shown` is how it looks. The keyboard scrolls it under the name `what`; it is
/// no landmark, since a page has several.
pub fn code(label: &'static str, what: &'static str, shown: String, fresh: impl Fn() -> String + 'static) -> AnyView {
    view! {
        <div class="prj-block">
            <pre tabindex="0" role="group" aria-label=what><code>{shown}</code></pre>
            {copy_button("btn quiet icon small", label, what, fresh)}
        </div>
    }
    .into_any()
}
