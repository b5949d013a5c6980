//! What is typed into a form of texts, kept in the browser until it is saved: neither a wrong turn nor the end of a session
//! loses it. (`draft_store` keeps one text; this one keeps those of a form by their names.)

use crate::draft_store::{Draft, Kept};
use crate::reactive::{effect, maybe, truth};
use crate::session::{Session, SessionState};
use crate::ui::form::{Leaving, ask_before_leaving};
use leptos::prelude::*;

/// The texts of a form, each with the name it is kept by.
pub type Texts = Vec<(&'static str, RwSignal<String>)>;

/// The draft of a form, for as long as the form is there.
#[derive(Clone, Copy)]
pub struct FormDraft {
    /// None until it is known who is signed in.
    draft: RwSignal<Option<Draft>>,
    texts: StoredValue<Texts>,
    /// The names of texts that hold secrets: they are not kept in the browser.
    secrets: &'static [&'static str],
    /// What the texts were before anything was typed, or when they were saved last.
    first: RwSignal<Vec<String>>,
    is_restored: RwSignal<bool>,
}

impl FormDraft {
    /// The draft of whoever is signed in about this thing, such as “team acme/backend”. The texts hold what the server has; what
    /// was typed before and not saved is put into them.
    pub fn open(about: String, texts: Texts) -> Self {
        Self::open_with_secrets(about, texts, &[])
    }

    /// The same, for a form in which some texts hold secrets: those count as typed, but are not kept in the browser.
    pub fn open_with_secrets(about: String, texts: Texts, secrets: &'static [&'static str]) -> Self {
        let first: Vec<String> = texts.iter().map(|(_, text)| text.get_untracked()).collect();
        let form = Self {
            draft: RwSignal::new(None),
            texts: StoredValue::new(texts),
            secrets,
            first: RwSignal::new(first),
            is_restored: RwSignal::new(false),
        };
        let (session, owner) = (Session::get(), Owner::current());
        effect(move || {
            let SessionState::SignedIn(user) = session.state() else {
                return;
            };
            if form.draft.with_untracked(Option::is_some) {
                return;
            }
            let me = user.email.unwrap_or(user.display);
            // It lives as long as the form, not until the session changes.
            if let Some(draft) = owner.as_ref().map(|owner| owner.with(|| Draft::open(&me, &about))) {
                form.restore(draft);
                form.draft.set(Some(draft));
            }
        });
        form.keep_what_is_typed();
        form
    }

    fn restore(self, draft: Draft) {
        let kept: Vec<(String, String)> = draft
            .read()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        self.texts.with_value(|texts| {
            for (name, text) in texts {
                if let Some((_, kept)) = kept.iter().find(|(of, _)| of == name)
                    && text.with_untracked(|now| now != kept)
                {
                    text.set(kept.clone());
                    self.is_restored.set(true);
                }
            }
        });
    }

    /// Whether something is typed that is not saved.
    pub fn is_unsaved(self) -> Signal<bool> {
        truth(move || !self.changes().is_empty())
    }

    /// Whether something is typed that would be gone with the page; tracked.
    pub fn would_be_lost(self) -> Signal<bool> {
        truth(move || {
            let is_kept = self.draft.get().is_some_and(|draft| draft.kept() != Kept::InTab);
            let is_secret = |name: &str| self.secrets.contains(&name);
            let changes = self.changes();
            !changes.is_empty() && (!is_kept || changes.iter().any(|(name, _)| is_secret(name)))
        })
    }

    /// What is typed at this moment is being sent; the answer runs when the server has taken it. What was typed in the
    /// meantime is not saved, and stays. Also when the form is gone by then.
    pub fn saved_later(self) -> impl Fn() + Clone + 'static {
        let (forget, sent) = (self.forget_later(), self.values());
        move || {
            self.is_restored.try_set(false);
            if self.first.try_set(sent.clone()).is_some() || self.values() == sent {
                forget();
            }
        }
    }

    /// The form will be over: the answer runs when it is, and forgets all that is typed by then. For what is created or
    /// deleted. Also when the form is gone by then.
    pub fn done_later(self) -> impl Fn() + Clone + 'static {
        let forget = self.forget_later();
        move || {
            forget();
            self.is_restored.try_set(false);
            self.first.try_set(self.values());
        }
    }

    /// The server has this text now, such as a name that it trimmed: it is shown, unless something else was typed since.
    pub fn settle(self, name: &str, value: String) {
        let at = self
            .texts
            .try_with_value(|texts| texts.iter().position(|(of, _)| *of == name));
        let Some(at) = at.flatten() else { return };
        let text = self.texts.with_value(|texts| texts.get(at).map(|(_, text)| *text));
        let was = self.first.try_with_untracked(|first| first.get(at).cloned()).flatten();
        if let Some(text) = text
            && text.try_get_untracked() == was
        {
            text.try_set(value.clone());
        }
        self.first.try_update(|first| {
            if let Some(first) = first.get_mut(at) {
                *first = value;
            }
        });
    }

    fn forget_later(self) -> impl Fn() + Clone + 'static {
        let forget = self.draft.get_untracked().map(Draft::forget_later);
        move || {
            if let Some(forget) = &forget {
                forget();
            }
        }
    }

    /// What is in the texts; not tracked.
    fn values(self) -> Vec<String> {
        self.texts
            .try_with_value(|texts| texts.iter().filter_map(|(_, text)| text.try_get_untracked()).collect())
            .unwrap_or_default()
    }

    /// Puts back what the server has.
    pub fn start_over(self) {
        if let Some(draft) = self.draft.get_untracked() {
            (draft.forget_later())();
        }
        self.is_restored.set(false);
        let first = self.first.get_untracked();
        self.texts.with_value(|texts| {
            for ((_, text), first) in texts.iter().zip(first) {
                text.set(first);
            }
        });
    }

    /// Says that what is there was typed on an earlier visit; above the fields.
    pub fn note(self) -> AnyView {
        maybe(move || {
            self.is_restored.get().then(|| {
                view! {
                    <p class="form-note" role="status">
                        <span>"This is what you typed here before and did not save."</span>
                        <button class="btn small" type="button" on:click=move |_| self.start_over()>
                            "Start over"
                        </button>
                    </p>
                }
                .into_any()
            })
        })
    }

    /// Asks before a link leads away from what is not saved; somewhere in the form.
    pub fn guard(self) -> AnyView {
        ask_before_leaving(Leaving {
            is_unsaved: self.is_unsaved(),
            would_be_lost: self.would_be_lost(),
            text: "What you typed is kept in this browser, and is here when you come back.",
            discard: Callback::new(move |()| self.start_over()),
        })
    }

    /// Keeps what differs from what the server has. The rest is the server's, and may be another by the next visit.
    fn keep_what_is_typed(self) {
        effect(move || {
            let mut typed = self.changes();
            typed.retain(|(name, _)| !self.secrets.contains(name));
            let Some(draft) = self.draft.get() else { return };
            draft.type_in(if typed.is_empty() {
                String::new()
            } else {
                serde_json::to_string(&typed).unwrap_or_default()
            });
        });
    }

    /// The texts that differ from what is saved; tracked.
    fn changes(self) -> Vec<(&'static str, String)> {
        let first = self.first.get();
        self.texts.with_value(|texts| {
            let now = texts.iter().map(|(name, text)| (*name, text.get()));
            now.zip(first)
                .filter(|((_, now), first)| now != first)
                .map(|(change, _)| change)
                .collect()
        })
    }
}
