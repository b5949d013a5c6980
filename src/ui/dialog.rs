//! A modal dialog: the browser's own `<dialog>`, which keeps the focus inside and gives it back.

use crate::reactive::effect;
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlDialogElement;

/// Shows `children` in a modal dialog as long as it is mounted. `on_close` runs when Escape closes it.
#[component]
pub fn Dialog(
    /// The id of the element that names it.
    labelled_by: &'static str,
    /// Runs when the reader closes it with Escape.
    on_close: Callback<()>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let shown = StoredValue::new_local(None::<HtmlDialogElement>);
    effect(move || {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
            shown.set_value(Some(dialog));
        }
    });
    // Only a dialog that is closed gives the focus back; one that is taken away loses it.
    on_cleanup(move || {
        if let Some(dialog) = shown.try_get_value().flatten() {
            dialog.close();
        }
    });
    view! {
        <dialog
            class="dialog"
            node_ref=node
            aria-labelledby=labelled_by
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                on_close.run(());
            }
        >
            {children()}
        </dialog>
    }
}
