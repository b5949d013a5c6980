//! What holds for every platform, and for those without a guide.

use super::{Part, Recipe};

/// Said when the project has no platform.
pub(super) const NO_PLATFORM: &str = "This project has no platform yet, so these steps are general. Set one in the \
     project's settings to see the steps for it.";

/// Said when there is no guide for the platform.
pub(super) const NO_GUIDE: &str = "There is no special guide for this project's platform. These steps are general.";

/// Worth knowing everywhere.
pub(super) const NOTES: &[&str] = &[
    "Set release and environment to your own. Issues can be filtered by them, and show in which release they began.",
    "GlitchTip keeps no sessions. Where an SDK would send them by itself, the code here turns that off.",
    "A sample rate of 0.01 measures one request in a hundred for the performance pages. Set it to 0 to send errors \
     only.",
];

/// For any platform.
pub(super) const ANY: Recipe = Recipe {
    name: "any platform",
    steps: &[
        Part::words(
            "Install an SDK",
            "Every SDK for Sentry can send to GlitchTip. Take the one for your language from its package registry; \
             most are called sentry or sentry-sdk.",
        ),
        Part::new(
            "Tell it where to send",
            "Most SDKs read these variables from the environment of your application. Others take the same values when \
             they are started from your code.",
            "Shell",
            r#"export SENTRY_DSN="{dsn}"
export SENTRY_RELEASE="my-app@1.0.0"
export SENTRY_ENVIRONMENT="production""#,
        ),
        Part::words(
            "Turn sessions off",
            "If the SDK has an option for automatic session tracking, set it to false: GlitchTip keeps no sessions.",
        ),
        Part::words(
            "Cause a first error",
            "Raise an exception that nothing catches, or call the function of the SDK that captures a message.",
        ),
    ],
    notes: &[],
};
