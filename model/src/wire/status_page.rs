//! Status pages: `GET|POST /api/0/organizations/{organization}/status-pages/`. The list has the pages of all organizations
//! of the reader, and is a 500 as soon as a page has a monitor (servers of 2025).

use crate::wire::monitor::Monitor;
use serde::{Deserialize, Serialize};

/// A page of monitors that the server itself shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StatusPage {
    /// Whether it is shown to people who are not signed in.
    #[serde(default)]
    pub is_public: bool,
    /// Its name.
    pub name: String,
    /// Its monitors. They are attached in the server's own administration.
    #[serde(default)]
    pub monitors: Vec<Monitor>,
    /// Its slug.
    #[serde(default)]
    pub slug: Option<String>,
}

/// The body that creates a status page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WriteStatusPage {
    /// Its name, at most 200 characters.
    pub name: String,
    /// Whether it is shown to people who are not signed in.
    pub is_public: bool,
}
