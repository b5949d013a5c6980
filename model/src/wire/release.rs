//! Releases: `GET /api/0/organizations/{organization}/releases/`.

use crate::id::ProjectSlug;
use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A release.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Release {
    /// The commit, as whoever made the release named it.
    #[serde(rename = "ref", default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub commit: Option<String>,
    /// When it was released, if anybody said so.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub date_released: Option<Timestamp>,
    /// The whole version, by which an issue is resolved in it; hostile text.
    pub version: String,
    /// When the server first heard of it; lists are in this order, the newest first.
    pub date_created: Timestamp,
    /// The version again.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub short_version: String,
    /// The projects that it is of; none when there were only files and no event yet.
    #[serde(default)]
    pub projects: Vec<ReleaseProject>,
    /// The repository that its commits are in (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub repository: Option<ReleaseRepository>,
    /// A page about it; never a link without a look at it.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub url: Option<String>,
    /// Whatever its maker added.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub data: Value,
    /// How many commits it has (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub commit_count: Option<u64>,
    /// Always 0 in 5.2.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub deploy_count: u64,
}

/// A project as a release names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseProject {
    /// Its name.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub name: String,
    /// Its slug.
    #[serde(default)]
    pub slug: Option<ProjectSlug>,
}

/// The repository of a release (6.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseRepository {
    /// Its number, as text.
    pub id: String,
    /// Its name.
    #[serde(default)]
    pub name: String,
}

impl Release {
    /// Whether it is a release of each of these projects.
    pub fn is_of_all(&self, projects: &[ProjectSlug]) -> bool {
        projects
            .iter()
            .all(|slug| self.projects.iter().any(|own| own.slug.as_ref() == Some(slug)))
    }
}

#[cfg(test)]
mod tests {
    use super::Release;
    use crate::id::ProjectSlug;

    fn release(more: &str) -> Release {
        let text = format!(r#"{{"version": "shop@3.0.0", "dateCreated": "2026-10-22T08:15:12.411Z"{more}}}"#);
        serde_json::from_str(&text).expect("a release")
    }

    #[test]
    fn a_release_of_several_projects_is_of_each() {
        let of_two = r#", "projects": [{"name": "Shop API", "slug": "shop-api"}, {"name": "Web", "slug": "shop-web"}]"#;
        for (more, projects, want) in [
            (of_two, &["shop-api"][..], true),
            (of_two, &["shop-web", "shop-api"], true),
            (of_two, &["shop-api", "billing"], false),
            (of_two, &["shop"], false),
            (r#", "projects": []"#, &["shop-api"], false),
            (
                r#", "projects": [{"name": "Shop API", "slug": null}]"#,
                &["shop-api"],
                false,
            ),
            ("", &["shop-api"], false),
            ("", &[], true),
        ] {
            let projects: Vec<ProjectSlug> = projects.iter().map(|slug| ProjectSlug::from(*slug)).collect();
            assert_eq!(release(more).is_of_all(&projects), want, "{more} {projects:?}");
        }
    }

    #[test]
    fn both_generations_are_read() {
        let newer = release(
            r#", "projects": [], "dateReleased": null, "commitCount": 3, "deployCount": 1,
               "repository": {"id": "2", "name": "acme/shop"}, "data": null"#,
        );
        assert_eq!(newer.commit_count, Some(3));
        assert_eq!(
            newer.repository.map(|repository| repository.name).as_deref(),
            Some("acme/shop")
        );
        assert_eq!(release(r#", "data": {}, "repository": null"#).repository, None);
    }
}
