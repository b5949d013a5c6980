//! The bodies of refusals by `/api/0`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// `{"detail": ...}`, or `{"message": ...}` of a 429.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// A sentence, or the list of fields that are wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<Value>,
    /// The sentence of a 429.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}
