//! Commits of a release (6.1): `GET /api/0/issues/{issue}/commits/`.

use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// One commit, as whoever made the release told it. Hostile text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Commit {
    /// Its hash.
    pub id: String,
    /// What it says it does; the first line is its title.
    pub message: Option<String>,
    /// When it was made.
    #[serde(default)]
    pub date_created: Option<Timestamp>,
    /// Who made it.
    #[serde(default)]
    pub author_name: Option<String>,
    /// The address of who made it.
    #[serde(default)]
    pub author_email: Option<String>,
}
