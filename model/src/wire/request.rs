//! The HTTP request during which an event happened. Camel case in single events, snake case in lists.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The data of a `request` entry. Hostile text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestData {
    /// The address, whole.
    #[serde(default)]
    pub url: Option<String>,
    /// Such as `GET`.
    #[serde(default)]
    pub method: Option<String>,
    /// Headers in the order sent; names repeat.
    #[serde(default)]
    pub headers: Option<Vec<(String, Option<String>)>>,
    /// The parameters of the query in their order; names repeat.
    #[serde(default, alias = "query_string")]
    pub query: Option<Vec<(String, Option<String>)>>,
    /// The fragment of the address.
    #[serde(default)]
    pub fragment: Option<String>,
    /// Cookies by name.
    #[serde(default)]
    pub cookies: Option<Value>,
    /// The body: text, or JSON of any shape.
    #[serde(default)]
    pub data: Option<Value>,
    /// What the body looks like, such as `application/json`.
    #[serde(default, alias = "inferred_content_type")]
    pub inferred_content_type: Option<String>,
    /// The server's variables.
    #[serde(default)]
    pub env: Option<Map<String, Value>>,
    /// Not in use.
    #[serde(default, alias = "api_target", skip_serializing_if = "Option::is_none")]
    pub api_target: Option<Value>,
    /// The size of the body in bytes; not in use.
    #[serde(default, alias = "body_size", skip_serializing_if = "Option::is_none")]
    pub body_size: Option<i64>,
    /// Not in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol: Option<Value>,
}
