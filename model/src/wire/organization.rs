//! Organizations: `GET /api/0/organizations/`, `GET /api/0/organizations/{organization}/`.

use crate::id::OrganizationSlug;
use crate::timestamp::Timestamp;
use crate::wire::project::Project;
use crate::wire::team::Team;
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::value::RawValue;

/// A status, named twice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OrganizationStatus {
    /// Such as `active`.
    pub id: String,
    /// The same word again.
    pub name: String,
}

/// A picture that no server of either generation serves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Avatar {
    /// Always empty.
    #[serde(default)]
    pub avatar_type: String,
    /// Always null.
    #[serde(default)]
    pub avatar_uuid: Option<String>,
}

/// An organization as the list sends it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// Its name.
    pub name: String,
    /// Its number, as text.
    pub id: String,
    /// When it was created.
    pub date_created: Timestamp,
    /// `active`.
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub status: OrganizationStatus,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub avatar: Avatar,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub is_early_adopter: bool,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub require2fa: bool,
    /// Its slug.
    pub slug: OrganizationSlug,
    /// False when everything sent to it is refused.
    #[serde(default = "yes")]
    pub is_accepting_events: bool,
    /// Percent of events that are dropped, 0 to 100.
    #[serde(default)]
    pub event_throttle_rate: i64,
}

/// An organization as its own endpoint sends it: with projects, teams and what the reader may do.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationDetail {
    /// What the list sends as well.
    #[serde(flatten)]
    pub organization: Organization,
    /// All its projects.
    pub projects: Vec<Project>,
    /// All its teams.
    pub teams: Vec<Team>,
    /// The scopes of the reader's role, such as `project:write`.
    pub access: Vec<String>,
    /// Whether members may join teams by themselves.
    pub open_membership: bool,
}

/// What only the detail answer has.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Details {
    #[serde(default)]
    projects: Vec<Project>,
    #[serde(default)]
    teams: Vec<Team>,
    #[serde(default)]
    access: Vec<String>,
    #[serde(default)]
    open_membership: bool,
}

/// Reads the text twice, once for each half: `flatten` would put the whole answer into a tree first, and the code for
/// that into the bundle.
impl<'de> Deserialize<'de> for OrganizationDetail {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&RawValue>::deserialize(deserializer)?.get();
        let organization = serde_json::from_str(text).map_err(de::Error::custom)?;
        let details: Details = serde_json::from_str(text).map_err(de::Error::custom)?;
        Ok(Self {
            organization,
            projects: details.projects,
            teams: details.teams,
            access: details.access,
            open_membership: details.open_membership,
        })
    }
}

/// The body that creates an organization or gives it another name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteOrganization {
    /// Its name, at most 200 characters; the server makes the slug of it once and for all.
    pub name: String,
}

fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::WriteOrganization;

    #[test]
    fn an_organization_is_spelled_as_the_server_wants_it() {
        let name = "Acme".to_owned();
        let text = serde_json::to_string(&WriteOrganization { name }).expect("text");
        assert_eq!(text, r#"{"name":"Acme"}"#);
    }
}
