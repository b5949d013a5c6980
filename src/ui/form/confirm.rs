//! The question before something that cannot be undone: it says what goes, and where much goes its name has to be typed.

use crate::reactive::{aria, changing, maybe, spawn};
use crate::ui::dialog::Dialog;
use crate::ui::toast::Toasts;
use glint_model::reveal::reveal;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// What is asked.
pub struct Question {
    /// Such as “Delete this project?”.
    pub title: String,
    /// What goes, and what stays.
    pub what_goes: AnyView,
    /// What has to be typed first; none when a press is enough.
    pub name: Option<String>,
    /// What the button says: “Delete the project”.
    pub verb: &'static str,
    /// What it says while that is under way: “Deleting…”.
    pub busy: &'static str,
    /// Whether it destroys something; otherwise the button looks like any other.
    pub is_dangerous: bool,
    /// Does it.
    pub run: Callback<()>,
}

/// The state of a question: asked or not, under way, refused.
#[derive(Clone, Copy)]
pub struct Asking {
    is_open: RwSignal<bool>,
    is_busy: RwSignal<bool>,
    problem: RwSignal<Option<String>>,
    /// How often it was asked: an answer that comes late is not about the question of now.
    turn: StoredValue<u32>,
    toasts: Toasts,
}

impl Asking {
    /// Not asked yet.
    pub fn closed() -> Self {
        Self {
            is_open: RwSignal::new(false),
            is_busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            turn: StoredValue::new(0),
            toasts: Toasts::get(),
        }
    }

    /// Asks.
    pub fn open(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.is_busy.set(false);
        self.problem.set(None);
        self.is_open.set(true);
    }

    /// Takes it back. What is under way goes on.
    pub fn close(self) {
        self.is_open.try_set(false);
    }

    /// Does it, unless that is under way already. When `work` came through the question goes and `done` follows; what it
    /// gives otherwise is said in the question, or in a message when nobody sees that any more.
    pub fn act<T: 'static>(
        self,
        work: impl Future<Output = Result<T, String>> + 'static,
        done: impl FnOnce(T) + 'static,
    ) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.problem.set(None);
        self.is_busy.set(true);
        let turn = self.turn.get_value();
        spawn(async move {
            let outcome = work.await;
            let is_asked = self.turn.try_get_value() == Some(turn) && self.is_open.try_get_untracked() == Some(true);
            if self.turn.try_get_value() == Some(turn) {
                self.is_busy.try_set(false);
            }
            match outcome {
                Ok(given) => {
                    if is_asked {
                        self.close();
                    }
                    done(given);
                }
                Err(sentence) if is_asked => {
                    self.problem.try_set(Some(sentence));
                }
                Err(sentence) => self.toasts.say_problem(sentence),
            }
        });
    }

    /// The question, while it is asked.
    pub fn view(self, question: impl Fn() -> Question + Send + 'static) -> AnyView {
        maybe(move || self.is_open.get().then(|| asked(self, untrack(&question))))
    }
}

/// Whether a name was typed as it is seen: a space more is not seen, and a hidden character is by its number.
fn is_same(typed: &str, name: &str) -> bool {
    let seen = |text: &str| reveal(text).split_whitespace().collect::<Vec<_>>().join(" ");
    seen(typed) == seen(name)
}

fn asked(asking: Asking, question: Question) -> AnyView {
    let Question {
        title,
        what_goes,
        name,
        verb,
        busy,
        is_dangerous,
        run,
    } = question;
    let typed = RwSignal::new(String::new());
    let wanted = StoredValue::new(name.clone());
    let is_typed = Signal::derive(move || {
        wanted.with_value(|wanted| {
            wanted
                .as_ref()
                .is_none_or(|name| typed.with(|typed| is_same(typed, name)))
        })
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if is_typed.get_untracked() {
            run.run(());
        } else {
            asking
                .problem
                .set(Some("That is not the name; type it as it stands above.".to_owned()));
        }
    };
    let field = name.map(|name| {
        view! {
            <div class="field">
                <label for="confirm-name">"Type “"<b class="confirm-name">{reveal(&name)}</b>"” to go on"</label>
                <input
                    class="input"
                    id="confirm-name"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    autofocus
                    prop:value=typed
                    on:input:target=move |event| typed.set(event.target().value())
                />
            </div>
        }
        .into_any()
    });
    let class = if is_dangerous { "btn danger" } else { "btn primary" };
    view! {
        <Dialog labelled_by="confirm-title" on_close=Callback::new(move |()| asking.close())>
            <form class="confirm" novalidate=true on:submit=submit>
                <h2 id="confirm-title">{title}</h2>
                <div class="lead">{what_goes}</div>
                {field}
                {maybe(move || asking.problem.get().map(|problem| view! {
                    <p class="problem-box" role="alert">{problem}</p>
                }.into_any()))}
                <div class="actions">
                    <button class="btn" type="button" on:click=move |_| asking.close()>"Cancel"</button>
                    <button
                        class=class
                        type="submit"
                        aria-disabled=aria(move || asking.is_busy.get() || !is_typed.get())
                    >
                        {changing(move || if asking.is_busy.get() { busy } else { verb }.into_any())}
                    </button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
