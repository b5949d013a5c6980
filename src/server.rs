//! What the server says of itself, for pages that offer what only some servers can do. The navigation asks; until the
//! answer is there, nothing special is offered.

use glint_model::alert_rule::Kind;
use glint_model::wire::settings::Settings;
use leptos::prelude::*;

/// The server, the same for the whole app.
#[derive(Clone, Copy)]
pub struct Server(RwSignal<Option<Settings>>);

impl Server {
    /// Makes the server known to the app.
    pub fn provide() {
        provide_context(Self(RwSignal::new(None)));
    }

    /// The server that the app talks to.
    pub fn get() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(None)))
    }

    /// Takes over what the server said.
    pub fn put(self, settings: Settings) {
        self.0.try_set(Some(settings));
    }

    /// Whether issues can be assigned and resolved in a release: servers that list their features (6.1) can. Tracked.
    pub fn can_assign(self) -> bool {
        self.0.with(|settings| {
            settings
                .as_ref()
                .is_some_and(|settings| settings.enabled_features.is_some())
        })
    }

    /// Whether its alerts can tell recipients of this type: servers of 2025 know four. Tracked.
    pub fn knows_recipient(self, kind: Kind) -> bool {
        kind.is_in_5_2() || self.tests_recipients()
    }

    /// Whether it sends tests to the recipients of alerts, and gives them back with all their settings: servers that list their
    /// features (6.1) do. Tracked.
    pub fn tests_recipients(self) -> bool {
        self.can_assign()
    }

    /// Whether it watches uptime: servers of 2025 always do, newer ones say so. Tracked.
    pub fn has_uptime(self) -> bool {
        self.0.with(|settings| {
            settings
                .as_ref()
                .and_then(|settings| settings.enabled_features.as_ref())
                .is_none_or(|features| features.iter().any(|feature| feature == "uptime"))
        })
    }

    /// Whether it checks certificates: servers of 2025 take SSL monitors and never find them up. Until it has said what it
    /// is, nothing is said against it. Tracked.
    pub fn checks_certificates(self) -> bool {
        self.0.with(|settings| {
            settings
                .as_ref()
                .is_none_or(|settings| settings.enabled_features.is_some())
        })
    }

    /// Whether plans are sold there. Tracked.
    pub fn has_billing(self) -> bool {
        self.0
            .with(|settings| settings.as_ref().is_some_and(|settings| settings.billing_enabled))
    }

    /// Whether its operator says that they support GlitchTip. Tracked.
    pub fn is_supported(self) -> bool {
        self.0
            .with(|settings| settings.as_ref().is_some_and(|settings| settings.i_paid_for_glitch_tip))
    }

    /// Whether nobody may register there, not even through a provider. Tracked.
    pub fn is_closed(self) -> bool {
        self.0.with(|settings| {
            settings.as_ref().is_some_and(|settings| {
                !settings.enable_user_registration && !settings.enable_social_apps_user_registration
            })
        })
    }

    /// Whether it lets everybody create organizations; none until it has said so. Tracked.
    pub fn can_create_organizations(self) -> Option<bool> {
        self.0
            .with(|settings| settings.as_ref().map(|settings| settings.enable_organization_creation))
    }

    /// Its version; tracked.
    pub fn version(self) -> Option<String> {
        self.0
            .with(|settings| settings.as_ref().map(|settings| settings.version.clone()))
    }
}
