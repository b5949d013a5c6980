//! A field that searches a list. What is typed counts at once and is in the URL a moment later.

use crate::browser::wait;
use crate::reactive::{attribute, effect, spawn};
use leptos::prelude::*;

/// How long the field rests before the URL follows, in milliseconds.
const REST_MS: i32 = 400;

/// The field. `typed` is what is in it, `asked` what the URL says; `write` puts it there.
pub fn search_box(
    label: &'static str,
    example: &'static str,
    typed: RwSignal<String>,
    asked: Memo<String>,
    write: impl Fn(String) + Clone + 'static,
) -> AnyView {
    let keystrokes = StoredValue::new(0_u32);
    let written = StoredValue::new(typed.get_untracked());
    // Back and forward bring another text.
    effect(move || {
        let asked = asked.get();
        if written.with_value(|written| *written != asked) {
            written.set_value(asked.clone());
            typed.set(asked);
        }
    });
    let settle = move || {
        let Some(text) = typed.try_get_untracked() else { return };
        let text = text.trim().to_owned();
        // The field also loses the focus when it is taken away; what it knows is gone then.
        if written.try_with_value(|written| *written != text) == Some(true) {
            written.try_set_value(text.clone());
            write(text);
        }
    };
    let later = settle.clone();
    let changed = move |text: String| {
        typed.set(text);
        let now = keystrokes.get_value().wrapping_add(1);
        keystrokes.set_value(now);
        let settle = later.clone();
        spawn(async move {
            wait::milliseconds(REST_MS).await;
            if keystrokes.try_get_value() == Some(now) {
                settle();
            }
        });
    };
    view! {
        <input
            class="input"
            type="search"
            aria-label=label
            placeholder=example
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            prop:value=attribute(move || typed.get())
            on:input:target=move |event| changed(event.target().value())
            on:blur=move |_| settle()
        />
    }
    .into_any()
}
