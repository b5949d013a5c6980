//! Short messages at the foot of the page: announced, dismissible, with undo where that makes sense.

use super::icon::{Icon, icon};
use crate::browser::wait;
use crate::reactive::spawn;
use leptos::prelude::*;
use std::rc::Rc;

/// How long a message stays, and so how long something can be undone.
const STAYS_MS: i32 = 8_000;

/// What the button of a message does.
type Action = Rc<dyn Fn()>;

#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    undo: Option<StoredValue<Action, LocalStorage>>,
}

/// The messages on screen.
#[derive(Clone, Copy)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    next_id: StoredValue<u32>,
}

impl Toasts {
    /// Makes the messages known to the app.
    pub fn provide() -> Self {
        let toasts = Self {
            list: RwSignal::new(Vec::new()),
            next_id: StoredValue::new(0),
        };
        provide_context(toasts);
        toasts
    }

    /// The messages of the app.
    pub fn get() -> Self {
        use_context().unwrap_or_else(|| Self {
            list: RwSignal::new(Vec::new()),
            next_id: StoredValue::new(0),
        })
    }

    /// Says something.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), None);
    }

    /// Says something that can be undone for some seconds.
    pub fn say_undoable(self, text: impl Into<String>, undo: impl Fn() + 'static) {
        let action: Action = Rc::new(undo);
        self.show(text.into(), Some(StoredValue::new_local(action)));
    }

    fn show(self, text: String, undo: Option<StoredValue<Action, LocalStorage>>) {
        let id = self.next_id.get_value();
        self.next_id.set_value(id + 1);
        self.list.try_update(|list| {
            list.push(Toast { id, text, undo });
            if list.len() > 3 {
                list.remove(0);
            }
        });
        spawn(async move {
            wait::milliseconds(STAYS_MS).await;
            self.dismiss(id);
        });
    }

    fn dismiss(self, id: u32) {
        self.list.try_update(|list| list.retain(|toast| toast.id != id));
    }
}

/// Where the messages appear; once, in the layout.
pub fn toast_region(toasts: Toasts) -> impl IntoView {
    view! {
        <div class="toasts" role="status" aria-live="polite" aria-label="Messages">
            <For each=move || toasts.list.get() key=|toast| toast.id let:toast>
                <div class="toast">
                    <p>{toast.text.clone()}</p>
                    {toast.undo.map(|undo| view! {
                        <button type="button" on:click=move |_| {
                            if let Some(undo) = undo.try_get_value() {
                                undo();
                            }
                            toasts.dismiss(toast.id);
                        }>"Undo"</button>
                    })}
                    <button type="button" aria-label="Dismiss" on:click=move |_| toasts.dismiss(toast.id)>
                        {icon(Icon::Close, "")}
                    </button>
                </div>
            </For>
        </div>
    }
}
