//! Who is signed in. An expired session is not a place to be sent to: the password is asked for in a dialog over the
//! page, and what was under way goes on.

use crate::api::auth::{self, SignIn};
use crate::api::client::{self, Cancel};
use crate::browser::storage;
use crate::reactive::spawn;
use glint_model::error::ApiError;
use glint_model::wire::auth::AuthUser;
use js_sys::{Function, Promise};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// What is known about whoever uses the app.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionState {
    /// Not asked yet, or asked and not answered.
    Unknown,
    /// Nobody is signed in.
    SignedOut,
    /// The password was right, a second step is wanted.
    SecondStep(Vec<String>),
    /// Signed in.
    SignedIn(AuthUser),
    /// The server could not be asked.
    Unreachable(ApiError),
}

/// The session, the same for the whole app.
#[derive(Clone, Copy)]
pub struct Session {
    state: RwSignal<SessionState>,
    password_wanted: RwSignal<bool>,
}

thread_local! {
    static WAITING: RefCell<Vec<Function>> = const { RefCell::new(Vec::new()) };
}

impl Session {
    /// Makes the session known to the app and asks the server about it.
    pub fn provide() -> Self {
        let session = Self {
            state: RwSignal::new(SessionState::Unknown),
            password_wanted: RwSignal::new(false),
        };
        provide_context(session);
        client::on_signed_out(Rc::new(move || Box::pin(session.ask_password())));
        session.check();
        session
    }

    /// The session of the app. A page outside of the app's providers would get one that knows nothing.
    pub fn get() -> Self {
        use_context().unwrap_or_else(|| Self {
            state: RwSignal::new(SessionState::Unknown),
            password_wanted: RwSignal::new(false),
        })
    }

    /// Asks the server who is signed in.
    pub fn check(self) {
        spawn(async move {
            match auth::get_session(&Cancel::never()).await {
                Ok(outcome) => self.take(outcome),
                Err(error) => self.put(SessionState::Unreachable(error)),
            }
        });
    }

    /// What is known; tracked.
    pub fn state(self) -> SessionState {
        self.state.get()
    }

    /// Whether a page that needs a session may be shown: somebody is signed in, or was last time and the server has not
    /// said otherwise yet. Tracked.
    pub fn is_likely(self) -> bool {
        match self.state.get() {
            SessionState::SignedIn(_) => true,
            SessionState::Unknown => storage::get(storage::SIGNED_IN).is_some(),
            _ => false,
        }
    }

    /// Takes over what came of signing in, here or in the dialog.
    pub fn take(self, outcome: SignIn) {
        match outcome {
            SignIn::Done(user) => {
                storage::set(storage::SIGNED_IN, Some("yes"));
                self.put(SessionState::SignedIn(user));
                self.answer_waiting(true);
            }
            SignIn::SecondStep { types } => self.put(SessionState::SecondStep(types)),
            SignIn::SignedOut => {
                storage::set(storage::SIGNED_IN, None);
                client::forget_head_start();
                self.put(SessionState::SignedOut);
            }
        }
    }

    /// Signs out, here and on the server.
    pub async fn sign_out(self) -> Result<(), ApiError> {
        auth::sign_out().await?;
        // Not when a session merely ends: what was being written then must still be there.
        storage::forget_all(storage::DRAFTS);
        self.take(SignIn::SignedOut);
        Ok(())
    }

    /// Whether the dialog that asks for the password is wanted; tracked.
    pub fn password_wanted(self) -> bool {
        self.password_wanted.get()
    }

    /// Gives up the dialog: what was under way fails as signed out.
    pub fn give_up(self) {
        self.take(SignIn::SignedOut);
        self.answer_waiting(false);
    }

    fn put(self, state: SessionState) {
        self.state.try_set(state);
    }

    /// True when somebody signed in again, false when they gave up or nobody was signed in to begin with.
    async fn ask_password(self) -> bool {
        if !matches!(
            self.state.get_untracked(),
            SessionState::SignedIn(_) | SessionState::SecondStep(_)
        ) {
            return false;
        }
        // A second call that is refused must not draw the form anew, over what is being typed.
        if !self.password_wanted.get_untracked() {
            self.password_wanted.set(true);
        }
        let promise = Promise::new(&mut |resolve, _| WAITING.with_borrow_mut(|waiting| waiting.push(resolve)));
        JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
    }

    fn answer_waiting(self, is_signed_in: bool) {
        self.password_wanted.try_set(false);
        for resolve in WAITING.take() {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::from_bool(is_signed_in));
        }
    }
}
