//! The signed-in user: `GET /api/0/users/me/`.

use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The account of whoever is signed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct User {
    /// Its number, as text.
    pub id: String,
    /// Preferences kept by the server.
    #[serde(default)]
    pub options: UserOptions,
    /// The login; the address.
    #[serde(default)]
    pub username: String,
    /// When it was created.
    #[serde(default)]
    pub date_joined: Option<Timestamp>,
    /// The primary address.
    pub email: String,
    /// Whether there is a password to sign in with.
    #[serde(default)]
    pub has_password_auth: bool,
    /// Accounts at providers.
    #[serde(default)]
    pub identities: Vec<Value>,
    /// When it last signed in.
    #[serde(default)]
    pub last_login: Option<Timestamp>,
    /// Whether it may do everything.
    #[serde(default)]
    pub is_superuser: bool,
    /// Whether it may sign in.
    #[serde(default)]
    pub is_active: bool,
    /// The name to show; may be empty.
    #[serde(default)]
    pub name: String,
    /// For the support chat.
    #[serde(default)]
    pub chatwoot_identifier_hash: Option<String>,
}

/// Preferences kept by the server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UserOptions {
    /// An IANA name.
    #[serde(default)]
    pub timezone: Option<String>,
    /// Which end of a stack trace comes first.
    #[serde(default)]
    pub stacktrace_order: Option<Value>,
    /// Such as `en`.
    #[serde(default)]
    pub language: Option<String>,
    /// Whether hours go to 24.
    #[serde(default)]
    pub clock24_hours: Option<bool>,
    /// `light`, `dark` or `system`.
    #[serde(default)]
    pub preferred_theme: Option<String>,
}
