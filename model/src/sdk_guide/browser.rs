//! JavaScript in the browser.

use super::{Part, Recipe};

/// What every browser SDK is started with. Sessions come from an integration that is there by default.
macro_rules! options {
    () => {
        r#"  dsn: "{dsn}",
  release: "my-app@1.0.0",
  environment: "production",
  // GlitchTip keeps no sessions.
  integrations: (defaults) => defaults.filter(({ name }) => name !== "BrowserSession"),
"#
    };
}
pub(super) use options;

/// Worth knowing for everything that runs in browsers.
pub(super) const NOTES: &[&str] = &[
    "Your visitors' browsers send the events themselves: the host in the DSN must be reachable for them, and a \
     Content-Security-Policy of your site must allow it under connect-src.",
    "Upload the source maps of each release with sentry-cli, and stack traces show your own code instead of bundles.",
    "Errors typed into the browser's console do not count; cause them from the page's own code.",
];

/// Causes an error.
const THROW: Part = Part::new(
    "Cause a first error",
    "Load the page once with this in it.",
    "JavaScript",
    "setTimeout(() => {\n  throw new Error(\"First error for GlitchTip\");\n}, 1000);",
);

/// The step that installs a package of this name.
macro_rules! install {
    ($package:literal) => {
        Part::new(
            "Install the SDK",
            "With npm, or in the same way with yarn, pnpm or bun.",
            "Shell",
            concat!("npm install ", $package),
        )
    };
}
pub(super) use install;

pub(super) const JAVASCRIPT: Recipe = Recipe {
    name: "JavaScript",
    steps: &[
        install!("@sentry/browser"),
        Part::new(
            "Start the SDK",
            "In the first script that your pages run.",
            "JavaScript",
            concat!(
                "import * as Sentry from \"@sentry/browser\";\n\nSentry.init({\n",
                options!(),
                "});"
            ),
        ),
        THROW,
    ],
    notes: NOTES,
};

pub(super) const REACT: Recipe = Recipe {
    name: "React",
    steps: &[
        install!("@sentry/react"),
        Part::new(
            "Start the SDK",
            "In a file of its own, imported before everything else in the file that renders the app.",
            "instrument.js",
            concat!(
                "import * as Sentry from \"@sentry/react\";\n\nSentry.init({\n",
                options!(),
                "});"
            ),
        ),
        Part::new(
            "Report errors of rendering",
            "From React 19 on, hand these to createRoot. With an older React, wrap the app in Sentry.ErrorBoundary.",
            "JavaScript",
            r#"const root = createRoot(document.getElementById("root"), {
  onUncaughtError: Sentry.reactErrorHandler(),
  onCaughtError: Sentry.reactErrorHandler(),
  onRecoverableError: Sentry.reactErrorHandler(),
});"#,
        ),
        Part::new(
            "Cause a first error",
            "Put this button on a page and press it once.",
            "JSX",
            "<button onClick={() => { throw new Error(\"First error for GlitchTip\"); }}>Break it</button>",
        ),
    ],
    notes: NOTES,
};

pub(super) const VUE: Recipe = Recipe {
    name: "Vue",
    steps: &[
        install!("@sentry/vue"),
        Part::new(
            "Start the SDK",
            "Where the app is created, before it is mounted.",
            "main.js",
            concat!(
                "import { createApp } from \"vue\";\nimport * as Sentry from \"@sentry/vue\";\nimport App from \
                 \"./App.vue\";\n\nconst app = createApp(App);\n\nSentry.init({\n  app,\n",
                options!(),
                "});\n\napp.mount(\"#app\");"
            ),
        ),
        THROW,
    ],
    notes: NOTES,
};

pub(super) const ANGULAR: Recipe = Recipe {
    name: "Angular",
    steps: &[
        install!("@sentry/angular"),
        Part::new(
            "Start the SDK",
            "In main.ts, before bootstrapApplication.",
            "main.ts",
            concat!(
                "import * as Sentry from \"@sentry/angular\";\n\nSentry.init({\n",
                options!(),
                "});"
            ),
        ),
        Part::new(
            "Report what Angular catches",
            "Add this provider to the application's configuration.",
            "app.config.ts",
            r#"import { ErrorHandler } from "@angular/core";
import * as Sentry from "@sentry/angular";

export const appConfig = {
  providers: [
    { provide: ErrorHandler, useValue: Sentry.createErrorHandler() },
  ],
};"#,
        ),
        THROW,
    ],
    notes: NOTES,
};

pub(super) const SVELTE: Recipe = Recipe {
    name: "Svelte",
    steps: &[
        install!("@sentry/svelte"),
        Part::new(
            "Start the SDK",
            "In main.js, before the app is mounted.",
            "main.js",
            concat!(
                "import * as Sentry from \"@sentry/svelte\";\n\nSentry.init({\n",
                options!(),
                "});"
            ),
        ),
        THROW,
    ],
    notes: NOTES,
};
