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
    /// What the texts were before anything was typed, or when they were saved last.
    first: RwSignal<Vec<String>>,
    is_restored: RwSignal<bool>,
}

impl FormDraft {
    /// The draft of whoever is signed in about this thing, such as “team acme/backend”. The texts hold what the server has; what
    /// was typed before and not saved is put into them.
    pub fn open(about: String, texts: Texts) -> Self {
        let first: Vec<String> = texts.iter().map(|(_, text)| text.get_untracked()).collect();
        let form = Self {
            draft: RwSignal::new(None),
            texts: StoredValue::new(texts),
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
        truth(move || self.now().0)
    }

    /// What is typed is saved now. Also when the form is gone by then: ask for this before it is sent.
    pub fn saved_later(self) -> impl Fn() + Clone + 'static {
        let forget = self.draft.get_untracked().map(Draft::forget_later);
        move || {
            if let Some(forget) = &forget {
                forget();
            }
            self.is_restored.try_set(false);
            if let Some(texts) = self.texts.try_get_value() {
                let now = texts.iter().filter_map(|(_, text)| text.try_get_untracked());
                self.first.try_set(now.collect());
            }
        }
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
            would_be_lost: truth(move || self.draft.get().is_some_and(|draft| draft.kept() == Kept::InTab)),
            text: "What you typed is kept in this browser, and is here when you come back.",
            discard: Callback::new(move |()| self.start_over()),
        })
    }

    fn keep_what_is_typed(self) {
        let mut is_first = true;
        effect(move || {
            let (is_unsaved, texts) = self.now();
            let draft = self.draft.get_untracked();
            let Some(draft) = draft.filter(|_| !std::mem::take(&mut is_first)) else {
                return;
            };
            let text = if is_unsaved {
                serde_json::to_string(&texts).unwrap_or_default()
            } else {
                String::new()
            };
            draft.type_in(text);
        });
    }

    /// Whether the texts differ from what is saved, and what they are; tracked.
    fn now(self) -> (bool, Vec<(&'static str, String)>) {
        let texts: Vec<(&'static str, String)> = self
            .texts
            .with_value(|texts| texts.iter().map(|(name, text)| (*name, text.get())).collect());
        let is_unsaved = self
            .first
            .with(|first| texts.iter().zip(first).any(|((_, now), first)| now != first));
        (is_unsaved, texts)
    }
}
