//! Debug files of a project (6.1): `GET /api/0/projects/{organization}/{project}/files/dsyms/`.

use crate::timestamp::Timestamp;
use crate::wire::raw::Raw;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// A file with which native and minified traces are made readable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DebugFile {
    /// Its number, as text; the answer to an upload sends a number.
    #[serde(deserialize_with = "text_or_number")]
    pub id: String,
    /// The id of the build that it belongs to, as older tools name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
    /// The id of the build that it belongs to.
    #[serde(default)]
    pub debug_id: Option<String>,
    /// Such as `arm64` or `any`.
    #[serde(default)]
    pub cpu_name: String,
    /// The name of the object; hostile text.
    #[serde(default)]
    pub object_name: String,
    /// Such as `proguard` or `macho`.
    #[serde(default)]
    pub symbol_type: Option<String>,
    /// How many bytes it has.
    #[serde(default)]
    pub size: u64,
    /// The hash of what is in it.
    #[serde(default)]
    pub sha1: String,
    /// When it was uploaded.
    pub date_created: Timestamp,
    /// Such as its content type.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// What the server found in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Raw>,
}

fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let raw = Raw::deserialize(deserializer)?;
    Ok(serde_json::from_str(raw.get()).unwrap_or_else(|_| raw.get().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::DebugFile;

    #[test]
    fn the_id_is_text_or_a_number() {
        for id in ["7", "\"7\""] {
            let text = format!(
                r#"{{"id": {id}, "debugId": null, "cpuName": "any", "objectName": "proguard-mapping", "symbolType": "proguard",
                    "size": 75, "sha1": "63f3", "dateCreated": "2026-11-23T08:35:32.120Z",
                    "headers": {{"Content-Type": "text/x-proguard+plain"}}, "data": {{"features": ["mapping"]}}}}"#
            );
            let file: DebugFile = serde_json::from_str(&text).expect("a file");
            assert_eq!((file.id.as_str(), file.size), ("7", 75));
        }
    }
}
