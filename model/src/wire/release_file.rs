//! Files of a release: `GET /api/0/organizations/{organization}/releases/{version}/files/`.

use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A file that was uploaded for a release: a source map or a source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleaseFile {
    /// Its number, as text.
    pub id: String,
    /// When it was uploaded.
    pub date_created: Timestamp,
    /// The hash of what is in it.
    #[serde(default)]
    pub sha1: Option<String>,
    /// What the uploader said of it: `debug-id`, `sourcemap`.
    #[serde(default)]
    pub headers: Option<BTreeMap<String, String>>,
    /// Its name; hostile text.
    pub name: String,
    /// How many bytes it has (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
}
