//! Alerts of a project: `GET /api/0/projects/{organization}/{project}/alerts/`.

use crate::wire::raw::Raw;
use serde::{Deserialize, Serialize};

/// When somebody is told of what, and who.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Alert {
    /// Who is told.
    #[serde(default)]
    pub alert_recipients: Vec<AlertRecipient>,
    /// Its number.
    #[serde(default)]
    pub id: Option<i64>,
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
    /// Within how many minutes events are counted; null when it is not about events.
    #[serde(default)]
    pub timespan_minutes: Option<i64>,
    /// How many events it takes.
    #[serde(default)]
    pub quantity: Option<i64>,
    /// Whether monitors of the project set it off.
    #[serde(default)]
    pub uptime: bool,
}

/// Somebody who is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AlertRecipient {
    /// Its number.
    #[serde(default)]
    pub id: Option<i64>,
    /// `email`, `webhook`, `discord`, `googlechat`; newer servers know more.
    #[serde(default)]
    pub recipient_type: String,
    /// Where it is sent; empty for e-mail.
    #[serde(default)]
    pub url: Option<String>,
    /// What else that type needs (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub config: Option<Raw>,
    /// Tags that are added to the message (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub tags_to_add: Option<Raw>,
}
