//! The form that signs in: address and password, then a code when the account has a second step. Used by the sign-in
//! page and by the dialog that asks for the password again.

use crate::api::auth::{self, SignIn};
use crate::reactive::{effect, spawn};
use crate::session::{Session, SessionState};
use glint_model::error::{ApiError, sign_in_sentence};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use std::future::Future;

/// What the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To come in.
    Enter,
    /// To go on after the session has expired.
    Again,
}

/// Shows the step that the session is at.
pub fn sign_in_form(purpose: Purpose) -> impl IntoView {
    let session = Session::get();
    // An address typed in the first step, so that going back from the second one keeps it.
    let email = RwSignal::new(match session.state() {
        SessionState::SignedIn(user) => user.email.unwrap_or_default(),
        _ => String::new(),
    });
    let second_step = Memo::new(move |_| match session.state() {
        SessionState::SecondStep(types) => Some(types),
        _ => None,
    });
    view! {
        <div class="sign-in-form">
            {move || match second_step.get() {
                Some(types) => code_step(session, &types).into_any(),
                None => password_step(session, email, purpose).into_any(),
            }}
        </div>
    }
}

/// What both steps share: a problem that takes the focus, and one attempt at a time.
#[derive(Clone, Copy)]
struct Attempt {
    session: Session,
    problem: RwSignal<Option<String>>,
    is_busy: RwSignal<bool>,
    problem_node: NodeRef<html::P>,
}

impl Attempt {
    fn new(session: Session) -> Self {
        Self {
            session,
            problem: RwSignal::new(None),
            is_busy: RwSignal::new(false),
            problem_node: NodeRef::new(),
        }
    }

    fn make(self, attempt: impl Future<Output = Result<SignIn, ApiError>> + 'static) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.problem.set(None);
        spawn(async move {
            let outcome = attempt.await;
            self.is_busy.try_set(false);
            match outcome {
                Ok(SignIn::SignedOut) => self.refuse("The server did not sign you in. Please try again.".to_owned()),
                Ok(outcome) => self.session.take(outcome),
                Err(error) => self.refuse(sign_in_sentence(&error)),
            }
        });
    }

    fn refuse(self, sentence: String) {
        self.problem.try_set(Some(sentence));
    }

    fn problem_view(self) -> impl IntoView {
        effect(move || {
            if self.problem.get().is_some()
                && let Some(node) = self.problem_node.get()
            {
                let _ = node.focus();
            }
        });
        move || {
            self.problem.get().map(|text| {
                view! { <p class="problem-box" role="alert" tabindex="-1" node_ref=self.problem_node>{text}</p> }
            })
        }
    }
}

fn password_step(session: Session, email: RwSignal<String>, purpose: Purpose) -> impl IntoView {
    let attempt = Attempt::new(session);
    let password = RwSignal::new(String::new());
    let is_shown = RwSignal::new(false);
    // What is under way would go on as somebody else, over a page that shows what the first one may see.
    let is_theirs = purpose == Purpose::Again && email.with_untracked(|email| !email.is_empty());
    let first = NodeRef::<html::Input>::new();
    let second = NodeRef::<html::Input>::new();
    effect(move || {
        let wanted = if email.get_untracked().is_empty() {
            first.get()
        } else {
            second.get()
        };
        if let Some(input) = wanted {
            let _ = input.focus();
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (email, password) = (email.get(), password.get());
        if email.trim().is_empty() || password.is_empty() {
            attempt.refuse("Please give your e-mail address and your password.".to_owned());
            return;
        }
        attempt.make(async move { auth::sign_in(email.trim(), &password).await });
    };
    view! {
        <form on:submit=submit novalidate=true>
            {attempt.problem_view()}
            <div class="field">
                <label for="sign-in-email">"E-mail address"</label>
                <input
                    id="sign-in-email"
                    class="input"
                    type="email"
                    name="email"
                    autocomplete="username"
                    required=true
                    readonly=is_theirs
                    node_ref=first
                    prop:value=move || email.get()
                    on:input:target=move |event| email.set(event.target().value())
                />
            </div>
            <div class="field">
                <label for="sign-in-password">"Password"</label>
                <div class="with-button">
                    <input
                        id="sign-in-password"
                        class="input"
                        type=move || if is_shown.get() { "text" } else { "password" }
                        name="password"
                        autocomplete="current-password"
                        required=true
                        node_ref=second
                        prop:value=move || password.get()
                        on:input:target=move |event| password.set(event.target().value())
                    />
                    <button
                        class="btn"
                        type="button"
                        aria-label="Show the password"
                        aria-pressed=move || is_shown.get().to_string()
                        on:click=move |_| is_shown.update(|shown| *shown = !*shown)
                    >
                        {move || if is_shown.get() { "Hide" } else { "Show" }}
                    </button>
                </div>
            </div>
            <button class="btn primary" type="submit" aria-disabled=move || attempt.is_busy.get().to_string()>
                {move || if attempt.is_busy.get() { "Signing in…" } else { "Sign in" }}
            </button>
            {(purpose == Purpose::Again).then(|| view! {
                <button class="btn quiet" type="button" on:click=move |_| session.give_up()>"Sign out instead"</button>
            })}
        </form>
    }
}

fn code_step(session: Session, types: &[String]) -> impl IntoView + use<> {
    let attempt = Attempt::new(session);
    let code = RwSignal::new(String::new());
    let input = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    let hint = match (
        types.iter().any(|t| t == "totp"),
        types.iter().any(|t| t == "recovery_codes"),
    ) {
        (true, true) => "Six digits from your authenticator app, or one of your recovery codes.",
        (false, true) => "One of your recovery codes.",
        _ => "Six digits from your authenticator app.",
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let code = code.get().split_whitespace().collect::<String>();
        if code.is_empty() {
            attempt.refuse("Please give a code.".to_owned());
            return;
        }
        attempt.make(async move { auth::confirm_code(&code).await });
    };
    let start_over = move |_| {
        spawn(async move {
            if let Err(error) = session.sign_out().await {
                attempt.refuse(sign_in_sentence(&error));
            }
        });
    };
    view! {
        <form on:submit=submit novalidate=true>
            {attempt.problem_view()}
            <div class="field">
                <label for="sign-in-code">"Code"</label>
                <input
                    id="sign-in-code"
                    class="input"
                    type="text"
                    name="code"
                    inputmode="text"
                    autocomplete="one-time-code"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby="sign-in-code-hint"
                    node_ref=input
                    prop:value=move || code.get()
                    on:input:target=move |event| code.set(event.target().value())
                />
                <p class="hint" id="sign-in-code-hint">{hint}</p>
            </div>
            <button class="btn primary" type="submit" aria-disabled=move || attempt.is_busy.get().to_string()>
                {move || if attempt.is_busy.get() { "Checking…" } else { "Continue" }}
            </button>
            <button class="btn quiet" type="button" on:click=start_over>"Start over"</button>
        </form>
    }
}
