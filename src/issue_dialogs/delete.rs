//! Asking before issues are deleted: what goes, and that nobody brings it back.

use crate::reactive::truth;
use crate::ui::dialog::Dialog;
use leptos::prelude::*;

/// What is about to be deleted.
pub struct DeleteQuestion {
    /// How many, for people: `3 issues`.
    pub subject: String,
    /// Which ones.
    pub what: AnyView,
    /// What has to be typed before it is done, if anything.
    pub word: Option<String>,
    /// Runs when it is to be done.
    pub delete: Callback<()>,
}

/// The dialog.
pub fn delete_dialog(question: DeleteQuestion, close: Callback<()>) -> AnyView {
    let DeleteQuestion {
        subject,
        what,
        word,
        delete,
    } = question;
    let typed = RwSignal::new(String::new());
    let is_ready = {
        let word = word.clone();
        truth(move || {
            word.as_ref()
                .is_none_or(|word| typed.with(|typed| typed.trim() == word))
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if is_ready.get_untracked() {
            close.run(());
            delete.run(());
        }
    };
    view! {
        <Dialog labelled_by="bulk-title" on_close=close>
            <form on:submit=submit>
                <h2 id="bulk-title">{format!("Delete {subject}?")}</h2>
                {what}
                <p class="lead">
                    "Their events and comments go with them. For 8 seconds it can be undone; after that nobody can."
                </p>
                {word.map(|word| view! {
                    <div class="field">
                        <label for="bulk-word">"To go on, type "<b class="typed">{word}</b></label>
                        <input
                            class="input"
                            id="bulk-word"
                            autocomplete="off"
                            on:input:target=move |event| typed.set(event.target().value())
                        />
                    </div>
                }.into_any())}
                <div class="actions">
                    <button class="btn" type="button" on:click=move |_| close.run(())>"Cancel"</button>
                    <button class="btn danger" type="submit" disabled=move || !is_ready.get()>"Delete"</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
