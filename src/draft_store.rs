//! What was typed and not sent yet: kept in the browser while it is typed, so that neither a failure nor the end of a
//! session nor a closed tab loses it. A draft belongs to whoever typed it and to one thing, such as the comment on an issue.

use crate::browser::listener::Listener;
use crate::browser::{dom, storage, wait};
use crate::reactive::spawn;
use crate::sign_out::forget_with;
use leptos::prelude::*;
use std::cell::RefCell;

/// How long nobody types before a draft is kept, in milliseconds.
const REST_MS: i32 = 400;

thread_local! {
    /// What the browser did not take, by key: it lasts as long as the tab.
    static UNKEPT: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Where a draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// There is none.
    Nothing,
    /// In the browser.
    InBrowser,
    /// In this tab only: the browser keeps nothing.
    InTab,
}

/// A draft, for as long as the page is there that it is typed in.
#[derive(Clone, Copy)]
pub struct Draft {
    key: StoredValue<String>,
    /// What is typed and not kept yet.
    waiting: StoredValue<Option<String>>,
    /// How many times something was typed.
    turn: StoredValue<u32>,
    kept: RwSignal<Kept>,
}

impl Draft {
    /// The draft of this person about this thing, on the server that the app talks to. What is typed is kept at the
    /// latest when the page is taken down or goes away.
    pub fn open(whose: &str, about: &str) -> Self {
        let key = key_of(whose, about);
        let kept = match read(&key) {
            Some(_) if unkept(&key).is_some() => Kept::InTab,
            Some(_) => Kept::InBrowser,
            None => Kept::Nothing,
        };
        let draft = Self {
            key: StoredValue::new(key),
            waiting: StoredValue::new(None),
            turn: StoredValue::new(0),
            kept: RwSignal::new(kept),
        };
        StoredValue::new_local(Listener::new(dom::window().into(), "pagehide", move |_| draft.keep()));
        on_cleanup(move || draft.keep());
        draft
    }

    /// What was kept.
    pub fn read(self) -> Option<String> {
        read(&self.key.try_get_value()?)
    }

    /// Where it is kept; tracked.
    pub fn kept(self) -> Kept {
        self.kept.get()
    }

    /// Keeps a text when nobody has typed for a moment.
    pub fn type_in(self, text: String) {
        self.waiting.try_set_value(Some(text));
        let Some(turn) = self.turn.try_get_value().map(|turn| turn.wrapping_add(1)) else {
            return;
        };
        self.turn.try_set_value(turn);
        spawn(async move {
            wait::milliseconds(REST_MS).await;
            if self.turn.try_get_value() == Some(turn) {
                self.keep();
            }
        });
    }

    /// Forgets it, since it was sent or given up; also when the page is gone by then.
    pub fn forget_later(self) -> impl Fn() + Clone + 'static {
        let key = self.key.get_value();
        move || {
            self.waiting.try_set_value(None);
            set(&key, "");
            self.kept.try_set(Kept::Nothing);
        }
    }

    /// Keeps what waits for it.
    fn keep(self) {
        let Some(text) = self.waiting.try_update_value(Option::take).flatten() else {
            return;
        };
        // A page that is taken down at sign-out must not leave behind what was just forgotten.
        if storage::get(storage::SIGNED_IN).is_none() {
            return;
        }
        if let Some(key) = self.key.try_get_value() {
            self.kept.try_set(set(&key, &text));
        }
    }
}

/// Whether there is a draft of this person about this thing.
pub fn has_draft(whose: &str, about: &str) -> bool {
    read(&key_of(whose, about)).is_some()
}

/// The draft of this person about this thing.
pub fn get_draft(whose: &str, about: &str) -> Option<String> {
    read(&key_of(whose, about))
}

/// Keeps a draft of a page that is not there any more, or forgets it when the text is empty.
pub fn put_draft(whose: &str, about: &str, text: &str) {
    set(&key_of(whose, about), text);
}

/// Several servers may be looked at from one address.
fn key_of(whose: &str, about: &str) -> String {
    format!("{}{} {whose} {about}", storage::DRAFTS, dom::api_base())
}

fn set(key: &str, text: &str) -> Kept {
    UNKEPT.with_borrow_mut(|all| all.retain(|(of, _)| of != key));
    if text.trim().is_empty() {
        storage::set(key, None);
        return Kept::Nothing;
    }
    if storage::keep(key, text) {
        return Kept::InBrowser;
    }
    forget_with(forget_unkept);
    UNKEPT.with_borrow_mut(|all| all.push((key.to_owned(), text.to_owned())));
    Kept::InTab
}

fn read(key: &str) -> Option<String> {
    unkept(key).or_else(|| storage::get(key))
}

fn unkept(key: &str) -> Option<String> {
    UNKEPT.with_borrow(|all| all.iter().find(|(of, _)| of == key).map(|(_, text)| text.clone()))
}

fn forget_unkept() {
    UNKEPT.take();
}
