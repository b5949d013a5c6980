//! Teams, as an organization sends them, and what is sent to make one.

use crate::timestamp::Timestamp;
use crate::wire::project::Project;
use serde::{Deserialize, Serialize};

/// A team as a project names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamReference {
    /// Its number, as text.
    pub id: String,
    /// Its slug.
    pub slug: String,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Team {
    /// Its number, as text.
    pub id: String,
    /// Its slug.
    pub slug: String,
    /// When it was created.
    #[serde(default)]
    pub date_created: Option<Timestamp>,
    /// Whether the reader is in it.
    #[serde(default)]
    pub is_member: bool,
    /// How many are in it.
    #[serde(default)]
    pub member_count: u64,
    /// Its projects; an organization's own answer leaves them out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<Vec<Project>>,
}

/// The body that creates a team or gives it another slug.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteTeam {
    /// Letters, digits, `-` and `_`, at most 50.
    pub slug: String,
}

#[cfg(test)]
mod tests {
    use super::WriteTeam;

    #[test]
    fn a_team_is_spelled_as_the_server_wants_it() {
        let slug = "mobile".to_owned();
        let text = serde_json::to_string(&WriteTeam { slug }).expect("text");
        assert_eq!(text, r#"{"slug":"mobile"}"#);
    }
}
