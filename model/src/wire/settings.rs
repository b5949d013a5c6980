//! What the server says of itself: `GET /api/settings/`, which needs no sign-in.

use serde::{Deserialize, Serialize};

/// The server's settings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Providers to sign in with.
    #[serde(default)]
    pub social_apps: Vec<SocialApp>,
    /// Whether plans are sold.
    #[serde(default)]
    pub billing_enabled: bool,
    /// Whether the operator says that they support GlitchTip. The server spells it with a capital T in the middle.
    #[serde(default)]
    pub i_paid_for_glitch_tip: bool,
    /// Whether anybody may register.
    #[serde(default)]
    pub enable_user_registration: bool,
    /// Whether anybody may register through a provider.
    #[serde(default)]
    pub enable_social_apps_user_registration: bool,
    /// Whether anybody may create an organization.
    #[serde(default)]
    pub enable_organization_creation: bool,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub stripe_public_key: Option<String>,
    /// Where Plausible is, if the operator counts visits.
    #[serde(default)]
    pub plausible_url: Option<String>,
    /// The site's name at Plausible.
    #[serde(default)]
    pub plausible_domain: Option<String>,
    /// The token of a support chat.
    #[serde(default)]
    pub chatwoot_website_token: Option<String>,
    /// Where the frontend reports its own errors.
    #[serde(rename = "sentryDSN", default)]
    pub sentry_dsn: Option<String>,
    /// Not in use.
    #[serde(default)]
    #[cfg_attr(not(feature = "whole"), serde(skip_deserializing))]
    pub sentry_traces_sample_rate: Option<f64>,
    /// The server's own environment.
    #[serde(default)]
    pub environment: Option<String>,
    /// The server's version, such as `5.2.0`.
    #[serde(default)]
    pub version: String,
    /// The zone of the server's own daily numbers.
    #[serde(default)]
    pub server_time_zone: String,
    /// A line of Markdown that names the installation.
    #[serde(default)]
    pub glitchtip_instance_name: Option<String>,
    /// Features that are on (6.1); absent in 5.2, where a probe tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled_features: Option<Vec<String>>,
}

/// A provider to sign in with; snake case inside.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SocialApp {
    /// Such as `github`.
    #[serde(default)]
    pub provider: String,
    /// The name to show.
    #[serde(default)]
    pub name: String,
    /// The application's id at the provider.
    #[serde(default)]
    pub client_id: Option<String>,
    /// Where the provider asks for consent.
    #[serde(default)]
    pub authorize_url: Option<String>,
    /// What is asked for.
    #[serde(default)]
    pub scopes: Vec<String>,
}
