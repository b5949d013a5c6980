//! Environments: `GET /api/0/organizations/{organization}/environments/`.

use serde::{Deserialize, Serialize};

/// An environment. The organization's list has one row for each project, so names repeat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Environment {
    /// Its number.
    pub id: i64,
    /// Its name, such as `production`.
    pub name: String,
    /// Whether a project hides it; only the project's list sends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_hidden: Option<bool>,
}
