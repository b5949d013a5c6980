//! Game engines: they are set up in their editors, and differ between versions.

use super::{Part, Recipe};

/// The DSN by itself.
const DSN: &str = "{dsn}";

/// What is common to the engines.
const NOTES: &[&str] =
    &["Names of menus and settings differ a little between versions of the engine and of the plugin."];

pub(super) const UNITY: Recipe = Recipe {
    name: "Unity",
    steps: &[
        Part::new(
            "Add the package",
            "In the package manager, choose to install a package from a git address.",
            "Address",
            "https://github.com/getsentry/unity.git",
        ),
        Part::new(
            "Tell it where to send",
            "Open Sentry in the Tools menu, and enter the DSN. Turn automatic session tracking off there as well.",
            "DSN",
            DSN,
        ),
        Part::new(
            "Cause a first error",
            "Run the game once with this in a script.",
            "C#",
            "Sentry.SentrySdk.CaptureMessage(\"First event for GlitchTip\");",
        ),
    ],
    notes: NOTES,
};

pub(super) const UNREAL: Recipe = Recipe {
    name: "Unreal Engine",
    steps: &[
        Part::words(
            "Add the plugin",
            "Install the plugin called Sentry from the marketplace or its repository, and turn it on.",
        ),
        Part::new(
            "Tell it where to send",
            "In the project's settings under Plugins, open Sentry and enter the DSN. Turn automatic session tracking \
             off there as well.",
            "DSN",
            DSN,
        ),
        Part::words(
            "Cause a first error",
            "Call Capture Message of the Sentry subsystem from a blueprint, once.",
        ),
    ],
    notes: NOTES,
};

pub(super) const GODOT: Recipe = Recipe {
    name: "Godot",
    steps: &[
        Part::words(
            "Add the extension",
            "Install the add-on called Sentry from the asset library or its repository, and start the editor again.",
        ),
        Part::new(
            "Tell it where to send",
            "In the project's settings, look for Sentry and enter the DSN.",
            "DSN",
            DSN,
        ),
        Part::new(
            "Cause a first error",
            "Run the game once with this in a script.",
            "GDScript",
            "SentrySDK.capture_message(\"First event for GlitchTip\")",
        ),
    ],
    notes: NOTES,
};
