//! Projects, as an organization and `GET /api/0/organizations/{organization}/projects/` send them.

use crate::id::{ProjectId, ProjectSlug};
use crate::timestamp::Timestamp;
use crate::wire::organization::{Avatar, Organization};
use crate::wire::team::TeamReference;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Project {
    /// Its name.
    pub name: String,
    /// Its slug.
    pub slug: ProjectSlug,
    /// Its number, as text.
    pub id: ProjectId,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub avatar: Avatar,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub color: String,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub features: Vec<Value>,
    /// Not in use: always true.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub has_access: bool,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub is_bookmarked: bool,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub is_internal: bool,
    /// Whether the reader is in one of its teams; only then are its issues listed.
    #[serde(default)]
    pub is_member: bool,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub is_public: bool,
    /// Whether addresses of users are shortened. The server spells it with three capitals.
    #[serde(rename = "scrubIPAddresses", default)]
    pub scrub_ip_addresses: bool,
    /// When it was created.
    pub date_created: Timestamp,
    /// The platform it was created for.
    #[serde(default)]
    pub platform: Option<String>,
    /// When its first event came; null means none yet.
    #[serde(default)]
    pub first_event: Option<Timestamp>,
    /// Percent of events that are dropped, 0 to 100.
    #[serde(default)]
    pub event_throttle_rate: i64,
    /// The teams that look after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teams: Option<Vec<TeamReference>>,
    /// Its organization; only lists across organizations and the detail answer send it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<Organization>,
}

/// The body that creates a project: `POST /api/0/teams/{organization}/{team}/projects/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WriteProject {
    /// Its name, at most 64 characters; the server makes the slug of it.
    pub name: String,
    /// The platform, if one was chosen.
    #[serde(default)]
    pub platform: Option<String>,
}

/// The body that changes a project: `PUT /api/0/projects/{organization}/{project}/`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UpdateProject {
    /// Its name, which the server always wants.
    pub name: String,
    /// The platform, or none at all (sent as null); none leaves it as it is
    /// (`contract/recordings/PUT_project__eventThrottleRate_250.json` has none, and the platform stays).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<Option<String>>,
    /// Another slug; none leaves it as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Percent of events that are dropped; none leaves it as it is. The server itself does not hold it between 0 and 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_throttle_rate: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::{UpdateProject, WriteProject};

    #[test]
    fn what_is_sent_is_spelled_as_the_server_wants_it() {
        let write = WriteProject {
            name: "Shop API".to_owned(),
            platform: Some("python-django".to_owned()),
        };
        assert_eq!(
            serde_json::to_string(&write).expect("text"),
            r#"{"name":"Shop API","platform":"python-django"}"#
        );
        let update = UpdateProject {
            name: "Jobs".to_owned(),
            ..UpdateProject::default()
        };
        assert_eq!(serde_json::to_string(&update).expect("text"), r#"{"name":"Jobs"}"#);
        let update = UpdateProject {
            platform: Some(None),
            slug: Some("work".to_owned()),
            event_throttle_rate: Some(10),
            ..update
        };
        assert_eq!(
            serde_json::to_string(&update).expect("text"),
            r#"{"name":"Jobs","platform":null,"slug":"work","eventThrottleRate":10}"#
        );
    }
}
