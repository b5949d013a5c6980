//! Apps on phones, and Apple's systems.

use super::{Part, Recipe};

pub(super) const ANDROID: Recipe = Recipe {
    name: "Android",
    steps: &[
        Part::new(
            "Add the library",
            "To the module of your app.",
            "build.gradle.kts",
            "dependencies {\n    implementation(\"io.sentry:sentry-android:8.+\")\n}",
        ),
        Part::new(
            "Tell it where to send",
            "Inside of the application element. The SDK starts by itself; the release is taken from the app.",
            "AndroidManifest.xml",
            r#"<meta-data android:name="io.sentry.dsn" android:value="{dsn}" />
<meta-data android:name="io.sentry.environment" android:value="production" />
<meta-data android:name="io.sentry.traces.sample-rate" android:value="0.01" />
<meta-data android:name="io.sentry.auto-session-tracking.enable" android:value="false" />"#,
        ),
        Part::new(
            "Cause a first error",
            "Start the app once with this in an activity.",
            "Kotlin",
            "io.sentry.Sentry.captureException(IllegalStateException(\"First error for GlitchTip\"))",
        ),
    ],
    notes: &["A crash is sent when the app is started the next time."],
};

pub(super) const APPLE: Recipe = Recipe {
    name: "Swift and Apple platforms",
    steps: &[
        Part::new(
            "Add the package",
            "In Xcode, choose to add package dependencies and enter this address. Take the product named Sentry.",
            "Swift Package Manager",
            "https://github.com/getsentry/sentry-cocoa.git",
        ),
        Part::new(
            "Start the SDK",
            "When the app starts: in the initialiser of your App, or when the application delegate has finished \
             launching.",
            "Swift",
            r#"import Sentry

SentrySDK.start { options in
    options.dsn = "{dsn}"
    options.environment = "production"
    options.tracesSampleRate = 0.01
    options.enableAutoSessionTracking = false
}"#,
        ),
        Part::new(
            "Cause a first error",
            "Run the app once with this in it.",
            "Swift",
            "SentrySDK.capture(message: \"First event for GlitchTip\")",
        ),
    ],
    notes: &[
        "The release is taken from the app's bundle. Upload its debug symbols with sentry-cli, or frames stay \
         addresses.",
        "A crash is sent when the app is started the next time, and not while a debugger is attached.",
    ],
};

pub(super) const REACT_NATIVE: Recipe = Recipe {
    name: "React Native",
    steps: &[
        Part::new(
            "Install the SDK",
            "Then install the pods again for iOS.",
            "Shell",
            "npm install @sentry/react-native",
        ),
        Part::new(
            "Start the SDK",
            "In the file that registers the app, with the app wrapped.",
            "JavaScript",
            r#"import * as Sentry from "@sentry/react-native";

Sentry.init({
  dsn: "{dsn}",
  environment: "production",
  tracesSampleRate: 0.01,
  enableAutoSessionTracking: false,
});

export default Sentry.wrap(App);"#,
        ),
        Part::new(
            "Cause a first error",
            "Put this button on a screen and press it once.",
            "JSX",
            "<Button title=\"Break it\" onPress={() => { throw new Error(\"First error for GlitchTip\"); }} />",
        ),
    ],
    notes: &["Upload the source maps of each release with sentry-cli, and stack traces show your own code."],
};

pub(super) const FLUTTER: Recipe = Recipe {
    name: "Flutter",
    steps: &[
        Part::new(
            "Install the SDK",
            "In the folder of your app.",
            "Shell",
            "flutter pub add sentry_flutter",
        ),
        Part::new(
            "Start the SDK",
            "In main, around the app.",
            "main.dart",
            r#"import 'package:flutter/widgets.dart';
import 'package:sentry_flutter/sentry_flutter.dart';

Future<void> main() async {
  await SentryFlutter.init(
    (options) {
      options.dsn = '{dsn}';
      options.environment = 'production';
      options.tracesSampleRate = 0.01;
      options.enableAutoSessionTracking = false;
    },
    appRunner: () => runApp(const MyApp()),
  );
}"#,
        ),
        Part::new(
            "Cause a first error",
            "Call this once, from a button for example.",
            "Dart",
            "throw StateError('First error for GlitchTip');",
        ),
    ],
    notes: &["For Dart without Flutter, the package is sentry and it is started with Sentry.init."],
};
