//! Short messages at the foot of the page: announced, dismissible, with undo where that makes sense. What cannot be
//! undone on the server is held back until its message goes, so that it can be undone here.

use super::icon::{Icon, icon};
use crate::browser::{dom, wait};
use crate::reactive::{maybe, spawn, truth};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// How long a message stays, in seconds, and so how long something can be undone. The clock stands still while the
/// pointer or the focus is on the messages.
const STAYS_S: u32 = 8;

/// How a change that was held back is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// As any other.
    Now,
    /// While the page goes away, so that nobody hears the answer.
    AtLast,
}

type Undo = Rc<dyn Fn()>;
type Finish = Rc<dyn Fn(Sending)>;

/// What the buttons of a message do, and what happens when it goes. Kept apart from the page that said it, which may be
/// gone by then.
struct Actions {
    id: u32,
    undo: Option<Undo>,
    send: Option<Finish>,
}

thread_local! {
    static ACTIONS: RefCell<Vec<Actions>> = const { RefCell::new(Vec::new()) };
}

#[derive(Clone, PartialEq)]
struct Toast {
    id: u32,
    text: String,
    can_undo: bool,
}

/// The messages on screen.
#[derive(Clone, Copy)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    next_id: StoredValue<u32>,
    is_paused: RwSignal<bool>,
}

impl Toasts {
    /// Makes the messages known to the app.
    pub fn provide() -> Self {
        let toasts = Self::new();
        provide_context(toasts);
        dom::on_leaving(move || toasts.finish_all(Sending::AtLast));
        toasts
    }

    /// The messages of the app.
    pub fn get() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    fn new() -> Self {
        Self {
            list: RwSignal::new(Vec::new()),
            next_id: StoredValue::new(0),
            is_paused: RwSignal::new(false),
        }
    }

    /// Says something.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), None, None, true);
    }

    /// Says what went wrong; it stays until it is dismissed.
    pub fn say_problem(self, text: impl Into<String>) {
        self.show(text.into(), None, None, false);
    }

    /// Says something that can be undone for some seconds.
    pub fn say_undoable(self, text: impl Into<String>, undo: impl Fn() + 'static) {
        self.show(text.into(), Some(Rc::new(undo)), None, true);
    }

    /// Says what is about to be done. `send` runs when the message goes, or the page does, unless it was undone before.
    pub fn hold(self, text: impl Into<String>, undo: impl Fn() + 'static, send: impl Fn(Sending) + 'static) {
        self.show(text.into(), Some(Rc::new(undo)), Some(Rc::new(send)), true);
    }

    /// Undoes what was said last that can be undone; false when there is nothing.
    pub fn undo_last(self) -> bool {
        let last = self
            .list
            .with_untracked(|list| list.iter().rev().find(|toast| toast.can_undo).map(|toast| toast.id));
        if let Some(id) = last {
            self.undo(id);
        }
        last.is_some()
    }

    /// Sends everything that is held back.
    pub fn finish_all(self, sending: Sending) {
        let held = ACTIONS.with_borrow_mut(|all| {
            let (held, rest) = std::mem::take(all)
                .into_iter()
                .partition(|actions| actions.send.is_some());
            *all = rest;
            let held: Vec<Actions> = held;
            held
        });
        for actions in held {
            self.remove(actions.id);
            if let Some(send) = actions.send {
                send(sending);
            }
        }
    }

    fn show(self, text: String, undo: Option<Undo>, send: Option<Finish>, is_passing: bool) {
        let Some(id) = self.next_id.try_get_value() else { return };
        self.next_id.set_value(id + 1);
        let can_undo = undo.is_some();
        ACTIONS.with_borrow_mut(|all| all.push(Actions { id, undo, send }));
        self.list.try_update(|list| list.push(Toast { id, text, can_undo }));
        let overflow = self
            .list
            .try_with_untracked(|list| (list.len() > 3).then(|| list.first().map(|toast| toast.id)))
            .flatten()
            .flatten();
        if let Some(oldest) = overflow {
            self.finish(oldest);
        }
        if is_passing {
            spawn(self.finish_in_time(id));
        }
    }

    async fn finish_in_time(self, id: u32) {
        let mut left = STAYS_S;
        while left > 0 {
            wait::milliseconds(1000).await;
            if !self.is_paused.try_get_untracked().unwrap_or_default() {
                left -= 1;
            }
        }
        self.finish(id);
    }

    fn undo(self, id: u32) {
        if let Some(undo) = self.take(id).and_then(|actions| actions.undo) {
            undo();
        }
    }

    /// The message goes, and what it held back is done.
    fn finish(self, id: u32) {
        if let Some(send) = self.take(id).and_then(|actions| actions.send) {
            send(Sending::Now);
        }
    }

    fn take(self, id: u32) -> Option<Actions> {
        self.remove(id);
        ACTIONS.with_borrow_mut(|all| {
            let at = all.iter().position(|actions| actions.id == id)?;
            Some(all.remove(at))
        })
    }

    fn remove(self, id: u32) {
        self.list.try_update(|list| list.retain(|toast| toast.id != id));
        if self.list.try_with_untracked(Vec::is_empty).unwrap_or(true) {
            self.is_paused.try_set(false);
        }
    }
}

/// Where the messages appear; once, in the layout.
pub fn toast_region(toasts: Toasts) -> AnyView {
    let pause = move |is_paused: bool| {
        toasts.is_paused.try_set(is_paused);
    };
    view! {
        <div
            class="toasts"
            role="status"
            aria-live="polite"
            aria-label="Messages"
            on:pointerenter=move |_| pause(true)
            on:pointerleave=move |_| pause(false)
            on:focusin=move |_| pause(true)
            on:focusout=move |_| pause(false)
        >
            <For each=move || toasts.list.get() key=|toast| toast.id let:toast>
                {message(toasts, toast)}
            </For>
        </div>
    }
    .into_any()
}

fn message(toasts: Toasts, toast: Toast) -> AnyView {
    let Toast { id, text, can_undo } = toast;
    let is_newest = truth(move || {
        toasts.list.with(|list| {
            list.iter()
                .rev()
                .find(|toast| toast.can_undo)
                .is_some_and(|toast| toast.id == id)
        })
    });
    view! {
        <div class="toast">
            <p>{text}</p>
            {can_undo.then(|| view! {
                <button type="button" on:click=move |_| toasts.undo(id)>
                    "Undo"
                    {maybe(move || is_newest.get().then(|| view! { <kbd aria-hidden="true">"z"</kbd> }.into_any()))}
                </button>
            }.into_any())}
            <button type="button" aria-label="Dismiss" on:click=move |_| toasts.finish(id)>
                {icon(Icon::Close, "")}
            </button>
        </div>
    }
    .into_any()
}
