//! django-allauth's headless API, browser client: `/_allauth/browser/v1/...`. Snake case, no trailing slashes.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Every answer with data. A 401 is a normal one: it says what may be done next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AuthAnswer {
    /// The HTTP status again.
    pub status: u16,
    /// Who is signed in, or how to sign in.
    #[serde(default)]
    pub data: AuthData,
    /// Whether anybody is signed in.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub meta: AuthMeta,
}

/// The data of an answer about the session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AuthData {
    /// Who is signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<AuthUser>,
    /// How they signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub methods: Option<Vec<Value>>,
    /// What may be done next when nobody is signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flows: Option<Vec<AuthFlow>>,
}

/// Whoever is signed in, as allauth names them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AuthUser {
    /// The account's number.
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub id: i64,
    /// The name to show.
    #[serde(default)]
    pub display: String,
    /// The address.
    #[serde(default)]
    pub email: Option<String>,
    /// Whether there is a password.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub has_usable_password: bool,
}

/// One thing that may be done next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AuthFlow {
    /// Such as `login` or `mfa_authenticate`.
    pub id: String,
    /// Whether it is under way and waits for the user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_pending: Option<bool>,
    /// For a second step: `totp`, `recovery_codes`, `webauthn`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub types: Option<Vec<String>>,
    /// For signing in through a provider: their ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub providers: Option<Vec<String>>,
}

/// Whether anybody is signed in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AuthMeta {
    /// True when a session is there.
    #[serde(default)]
    pub is_authenticated: bool,
}

/// The body of a refusal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AuthProblem {
    /// The HTTP status again.
    pub status: u16,
    /// What is wrong; absent on 409 and 429.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<AuthError>,
}

/// One thing that is wrong. The message is in the language of the request: decide by the code.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AuthError {
    /// A sentence.
    #[serde(default)]
    pub message: String,
    /// Such as `email_password_mismatch`.
    #[serde(default)]
    pub code: String,
    /// The field it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub param: Option<String>,
}

impl AuthAnswer {
    /// The second step that waits for the user, if one does.
    pub fn pending_second_step(&self) -> Option<&AuthFlow> {
        self.data
            .flows
            .iter()
            .flatten()
            .find(|flow| flow.id == "mfa_authenticate" && flow.is_pending == Some(true))
    }
}
