//! JavaScript that runs in the browser and outside of it.

use super::browser::{self, install};
use super::{Part, Recipe, node};

pub(super) const NEXTJS: Recipe = Recipe {
    name: "Next.js",
    steps: &[
        install!("@sentry/nextjs"),
        Part::new(
            "Start the SDK in the browser",
            "In the project's folder, or in src if there is one.",
            "instrumentation-client.ts",
            concat!(
                "import * as Sentry from \"@sentry/nextjs\";\n\nSentry.init({\n",
                browser::options!(),
                "  tracesSampleRate: 0.01,\n});"
            ),
        ),
        Part::new(
            "Start it on the server",
            "In the project's folder.",
            "sentry.server.config.ts",
            concat!(
                "import * as Sentry from \"@sentry/nextjs\";\n\nSentry.init({\n",
                node::options!(),
                "});"
            ),
        ),
        Part::new(
            "Load the server's part",
            "Beside instrumentation-client.ts. Correct the path of the import when that is in src.",
            "instrumentation.ts",
            r#"import * as Sentry from "@sentry/nextjs";

export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    await import("./sentry.server.config");
  }
}

export const onRequestError = Sentry.captureRequestError;"#,
        ),
        Part::new(
            "Wrap the configuration",
            "Source maps can be uploaded to GlitchTip with sentry-cli; here that is left out, and so are reports about \
             the build to the makers of the SDK.",
            "next.config.ts",
            r#"import { withSentryConfig } from "@sentry/nextjs";

const nextConfig = {};

export default withSentryConfig(nextConfig, {
  telemetry: false,
  sourcemaps: { disable: true },
});"#,
        ),
        Part::new(
            "Cause a first error",
            "Put this button into a client component and press it once.",
            "JSX",
            "<button onClick={() => { throw new Error(\"First error for GlitchTip\"); }}>Break it</button>",
        ),
    ],
    notes: browser::NOTES,
};

pub(super) const NUXT: Recipe = Recipe {
    name: "Nuxt",
    steps: &[
        install!("@sentry/nuxt"),
        Part::new(
            "Add the module",
            "Reports about the build to the makers of the SDK are turned off here.",
            "nuxt.config.ts",
            r#"export default defineNuxtConfig({
  modules: ["@sentry/nuxt/module"],
  sentry: { telemetry: false },
});"#,
        ),
        Part::new(
            "Start the SDK in the browser",
            "In the project's folder.",
            "sentry.client.config.ts",
            concat!(
                "import * as Sentry from \"@sentry/nuxt\";\n\nSentry.init({\n",
                browser::options!(),
                "});"
            ),
        ),
        Part::new(
            "Start it on the server",
            "Beside the other one. The built server loads it with node --import and the path of the built file.",
            "sentry.server.config.ts",
            concat!(
                "import * as Sentry from \"@sentry/nuxt\";\n\nSentry.init({\n",
                node::options!(),
                "});"
            ),
        ),
        Part::new(
            "Cause a first error",
            "Put this button on a page and press it once.",
            "Vue",
            r#"<script setup>
function firstError() {
  throw new Error("First error for GlitchTip");
}
</script>

<template>
  <button @click="firstError">Break it</button>
</template>"#,
        ),
    ],
    notes: browser::NOTES,
};

pub(super) const ELECTRON: Recipe = Recipe {
    name: "Electron",
    steps: &[
        install!("@sentry/electron"),
        Part::new(
            "Start the SDK in the main process",
            "As early as possible.",
            "JavaScript",
            r#"import * as Sentry from "@sentry/electron/main";

Sentry.init({
  dsn: "{dsn}",
  release: "my-app@1.0.0",
  environment: "production",
  // GlitchTip keeps no sessions.
  integrations: (defaults) => defaults.filter(({ name }) => name !== "MainProcessSession"),
});"#,
        ),
        Part::new(
            "Start it in each renderer",
            "It sends through the main process and needs no DSN.",
            "JavaScript",
            "import * as Sentry from \"@sentry/electron/renderer\";\n\nSentry.init();",
        ),
        Part::new(
            "Cause a first error",
            "Run the app once with this in a renderer.",
            "JavaScript",
            "setTimeout(() => {\n  throw new Error(\"First error for GlitchTip\");\n}, 1000);",
        ),
    ],
    notes: &[],
};
