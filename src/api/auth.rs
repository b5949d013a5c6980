//! Sign-in and sign-out: `/_allauth/browser/v1/auth/...`. A 401 is a normal answer there.

use super::client::{Call, Cancel};
use glint_model::error::ApiError;
use glint_model::wire::auth::{AuthAnswer, AuthUser};
use gloo_net::http::Method;
use serde::Serialize;

/// What came of an attempt to sign in.
#[derive(Clone, Debug, PartialEq)]
pub enum SignIn {
    /// Signed in.
    Done(AuthUser),
    /// The password was right; a code is wanted (or, where the account has one, a security key).
    SecondStep {
        /// What can serve: `totp`, `recovery_codes`, `webauthn`.
        types: Vec<String>,
    },
    /// Nobody is signed in.
    SignedOut,
}

#[derive(Serialize)]
struct Credentials<'a> {
    email: &'a str,
    password: &'a str,
}

#[derive(Serialize)]
struct Code<'a> {
    code: &'a str,
}

/// Who is signed in: `GET auth/session`.
pub async fn get_session(cancel: &Cancel) -> Result<SignIn, ApiError> {
    outcome(Call::fixed(Method::GET, "_allauth/browser/v1/auth/session").cancel_with(cancel)).await
}

/// Signs in: `POST auth/login`. Sets a new session and a new CSRF token.
pub async fn sign_in(email: &str, password: &str) -> Result<SignIn, ApiError> {
    changing(Call::fixed(Method::POST, "_allauth/browser/v1/auth/login").body(&Credentials { email, password })).await
}

/// The second step, with the code of an authenticator or a recovery code: `POST auth/2fa/authenticate`.
pub async fn confirm_code(code: &str) -> Result<SignIn, ApiError> {
    changing(Call::fixed(Method::POST, "_allauth/browser/v1/auth/2fa/authenticate").body(&Code { code })).await
}

/// Signs out: `DELETE auth/session`, which answers 401 when it worked.
pub async fn sign_out() -> Result<(), ApiError> {
    changing(Call::fixed(Method::DELETE, "_allauth/browser/v1/auth/session"))
        .await
        .map(|_| ())
}

/// A change needs a CSRF token; the first visit may not have one yet, and a stale one is renewed once.
async fn changing(call: Call) -> Result<SignIn, ApiError> {
    if super::client::csrf_token().is_none() {
        get_session(&Cancel::never()).await?;
    }
    match outcome_of(&call).await {
        Err(ApiError::Csrf) => {
            get_session(&Cancel::never()).await?;
            outcome_of(&call).await
        }
        other => other,
    }
}

async fn outcome(call: Call) -> Result<SignIn, ApiError> {
    outcome_of(&call).await
}

async fn outcome_of(call: &Call) -> Result<SignIn, ApiError> {
    let answer = call.answer().await?;
    match answer.status {
        200 => {
            let user = answer.read::<AuthAnswer>()?.data.user;
            Ok(user.map_or(SignIn::SignedOut, SignIn::Done))
        }
        401 | 410 => {
            let body = answer.read::<AuthAnswer>().unwrap_or_default();
            Ok(match body.pending_second_step() {
                Some(step) => SignIn::SecondStep {
                    types: step.types.clone().unwrap_or_default(),
                },
                None => SignIn::SignedOut,
            })
        }
        _ => Err(answer.error()),
    }
}
