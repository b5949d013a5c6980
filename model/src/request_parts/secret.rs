//! What looks like a secret: by its name, since a value says little about itself.

use serde_json::Value;

/// What stands in the place of a secret.
pub const MASK: &str = "••••••";

/// A name with one of these in it, written without dashes and the like, names a secret.
const TELLING: [&str; 21] = [
    "accesskey",
    "apikey",
    "authorization",
    "bearer",
    "cookie",
    "credential",
    "creditcard",
    "csrf",
    "cardnumber",
    "jwt",
    "passcode",
    "passphrase",
    "passwd",
    "password",
    "privatekey",
    "pwd",
    "secret",
    "sess",
    "signature",
    "token",
    "xsrf",
];

/// These are secrets only as a whole name.
const WHOLE: [&str; 14] = [
    "auth",
    "connectsid",
    "cvc",
    "cvv",
    "iban",
    "otp",
    "pass",
    "pin",
    "sid",
    "ssn",
    "sig",
    "xauth",
    "xauthkey",
    "xkey",
];

/// Whether something of this name, such as a header or a parameter, is likely to be a secret.
pub fn is_secret_name(name: &str) -> bool {
    let bare: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    WHOLE.contains(&bare.as_str()) || TELLING.iter().any(|part| bare.contains(part))
}

/// Whether a named value is a secret. Objects and lists are none; what is in them may be.
pub fn is_secret(name: &str, value: &Value) -> bool {
    match value {
        Value::String(text) => !is_placeholder(text) && is_secret_name(name),
        Value::Number(_) => is_secret_name(name),
        Value::Array(items) => items.iter().any(|item| is_secret(name, item) || has_secrets(item)),
        Value::Object(_) => has_secrets(value),
        Value::Null | Value::Bool(_) => false,
    }
}

/// Whether there is a secret somewhere in a value.
pub fn has_secrets(value: &Value) -> bool {
    match value {
        Value::Object(map) => map.iter().any(|(name, value)| is_secret(name, value)),
        Value::Array(items) => items.iter().any(has_secrets),
        _ => false,
    }
}

/// Whether a value hides nothing any more: SDKs and servers put such texts in the place of secrets.
pub fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let inner = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'))
        .unwrap_or(text)
        .to_ascii_lowercase();
    text.is_empty()
        || matches!(
            inner.as_str(),
            "filtered" | "redacted" | "masked" | "removed" | "scrubbed"
        )
        || text.chars().all(|c| matches!(c, '*' | '•'))
}
