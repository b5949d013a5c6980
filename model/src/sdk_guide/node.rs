//! JavaScript on servers.

use super::browser::install;
use super::{Part, Recipe};

/// What the SDK for Node.js is started with. Sessions come from two integrations that are there by default.
macro_rules! options {
    () => {
        r#"  dsn: "{dsn}",
  release: "my-app@1.0.0",
  environment: "production",
  tracesSampleRate: 0.01,
  // GlitchTip keeps no sessions.
  integrations: (defaults) => [
    ...defaults.filter(({ name }) => name !== "ProcessSession"),
    Sentry.httpIntegration({ trackIncomingRequestsAsSessions: false }),
  ],
"#
    };
}
pub(super) use options;

const INSTRUMENT: Part = Part::new(
    "Start the SDK",
    "In a file of its own: it has to run before anything else is loaded.",
    "instrument.mjs",
    concat!(
        "import * as Sentry from \"@sentry/node\";\n\nSentry.init({\n",
        options!(),
        "});"
    ),
);

const RUN: Part = Part::new(
    "Load it first",
    "With your own file's name in place of app.js.",
    "Shell",
    "node --import ./instrument.mjs app.js",
);

pub(super) const NODE: Recipe = Recipe {
    name: "Node.js",
    steps: &[
        install!("@sentry/node"),
        INSTRUMENT,
        RUN,
        Part::new(
            "Cause a first error",
            "Run your program once with this in it.",
            "JavaScript",
            "setTimeout(() => {\n  throw new Error(\"First error for GlitchTip\");\n}, 1000);",
        ),
    ],
    notes: &[],
};

pub(super) const EXPRESS: Recipe = Recipe {
    name: "Express",
    steps: &[
        install!("@sentry/node"),
        INSTRUMENT,
        RUN,
        Part::new(
            "Report errors of handlers, and cause a first one",
            "Behind all your routes, and before other error handlers. Then open /first-error.",
            "app.js",
            r#"import * as Sentry from "@sentry/node";

app.get("/first-error", () => {
  throw new Error("First error for GlitchTip");
});

Sentry.setupExpressErrorHandler(app);"#,
        ),
    ],
    notes: &[],
};

pub(super) const KOA: Recipe = Recipe {
    name: "Koa",
    steps: &[
        install!("@sentry/node"),
        INSTRUMENT,
        RUN,
        Part::new(
            "Report errors of handlers, and cause a first one",
            "Before other middleware. Then open any page.",
            "app.js",
            r#"import * as Sentry from "@sentry/node";

Sentry.setupKoaErrorHandler(app);

app.use(() => {
  throw new Error("First error for GlitchTip");
});"#,
        ),
    ],
    notes: &[],
};

pub(super) const CONNECT: Recipe = Recipe {
    name: "Connect",
    steps: &[
        install!("@sentry/node"),
        INSTRUMENT,
        RUN,
        Part::new(
            "Report errors of handlers, and cause a first one",
            "Before other middleware. Then open any page.",
            "app.js",
            r#"import * as Sentry from "@sentry/node";

Sentry.setupConnectErrorHandler(app);

app.use(() => {
  throw new Error("First error for GlitchTip");
});"#,
        ),
    ],
    notes: &[],
};

pub(super) const NESTJS: Recipe = Recipe {
    name: "NestJS",
    steps: &[
        install!("@sentry/nestjs"),
        Part::new(
            "Start the SDK",
            "In a file of its own, which main.ts imports in its first line.",
            "instrument.ts",
            concat!(
                "import * as Sentry from \"@sentry/nestjs\";\n\nSentry.init({\n",
                options!(),
                "});"
            ),
        ),
        Part::new(
            "Report what Nest catches",
            "Add the module and the filter to your root module.",
            "app.module.ts",
            r#"import { Module } from "@nestjs/common";
import { APP_FILTER } from "@nestjs/core";
import { SentryGlobalFilter, SentryModule } from "@sentry/nestjs/setup";

@Module({
  imports: [SentryModule.forRoot()],
  providers: [{ provide: APP_FILTER, useClass: SentryGlobalFilter }],
})
export class AppModule {}"#,
        ),
        Part::new(
            "Cause a first error",
            "Add this to a controller and open the page.",
            "TypeScript",
            "@Get(\"first-error\")\nfirstError() {\n  throw new Error(\"First error for GlitchTip\");\n}",
        ),
    ],
    notes: &[],
};

pub(super) const DENO: Recipe = Recipe {
    name: "Deno",
    steps: &[
        Part::new(
            "Start the SDK",
            "In the first file that your program loads.",
            "TypeScript",
            r#"import * as Sentry from "npm:@sentry/deno";

Sentry.init({
  dsn: "{dsn}",
  release: "my-app@1.0.0",
  environment: "production",
  tracesSampleRate: 0.01,
});"#,
        ),
        Part::new(
            "Cause a first error",
            "Run the program once with this in it. It needs leave to use the network: --allow-net.",
            "TypeScript",
            "setTimeout(() => {\n  throw new Error(\"First error for GlitchTip\");\n}, 1000);",
        ),
    ],
    notes: &[],
};

pub(super) const BUN: Recipe = Recipe {
    name: "Bun",
    steps: &[
        Part::new("Install the SDK", "With Bun itself.", "Shell", "bun add @sentry/bun"),
        Part::new(
            "Start the SDK",
            "In a file of its own: it has to run before anything else is loaded.",
            "instrument.ts",
            r#"import * as Sentry from "@sentry/bun";

Sentry.init({
  dsn: "{dsn}",
  release: "my-app@1.0.0",
  environment: "production",
  tracesSampleRate: 0.01,
  // GlitchTip keeps no sessions.
  integrations: (defaults) => defaults.filter(({ name }) => name !== "ProcessSession"),
});"#,
        ),
        Part::new(
            "Load it first",
            "With your own file's name in place of app.ts.",
            "Shell",
            "bun --preload ./instrument.ts app.ts",
        ),
        Part::new(
            "Cause a first error",
            "Run the program once with this in it.",
            "TypeScript",
            "setTimeout(() => {\n  throw new Error(\"First error for GlitchTip\");\n}, 1000);",
        ),
    ],
    notes: &[],
};
