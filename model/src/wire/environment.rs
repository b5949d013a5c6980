//! Environments: `GET /api/0/organizations/{organization}/environments/`, and those of a project, which it may hide.

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

/// The body that hides or shows an environment: `PUT /api/0/projects/{organization}/{project}/environments/{name}/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WriteEnvironment {
    /// Its number, which the server does not need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// Its name, which stays.
    pub name: String,
    /// Whether the project hides it.
    pub is_hidden: bool,
}

#[cfg(test)]
mod tests {
    use super::WriteEnvironment;

    #[test]
    fn an_environment_is_spelled_as_the_server_wants_it() {
        let body = WriteEnvironment {
            id: None,
            name: "development".to_owned(),
            is_hidden: true,
        };
        assert_eq!(
            serde_json::to_string(&body).expect("text"),
            r#"{"name":"development","isHidden":true}"#
        );
    }
}
