//! Java and Kotlin on servers.

use super::{Part, Recipe};

/// The step that adds a library of this name.
macro_rules! library {
    ($name:literal) => {
        Part::new(
            "Add the library",
            "With Gradle. With Maven, take the same group and name, and the newest version.",
            "build.gradle.kts",
            concat!("dependencies {\n    implementation(\"io.sentry:", $name, ":8.+\")\n}"),
        )
    };
}

pub(super) const JAVA: Recipe = Recipe {
    name: "Java",
    steps: &[
        library!("sentry"),
        Part::new(
            "Start the SDK",
            "At the beginning of main. Exceptions that nothing catches are reported from then on.",
            "Java",
            r#"io.sentry.Sentry.init(options -> {
    options.setDsn("{dsn}");
    options.setRelease("my-app@1.0.0");
    options.setEnvironment("production");
    options.setTracesSampleRate(0.01);
});"#,
        ),
        Part::new(
            "Cause a first error",
            "Run the program once with this in it.",
            "Java",
            "throw new IllegalStateException(\"First error for GlitchTip\");",
        ),
    ],
    notes: &[],
};

pub(super) const KOTLIN: Recipe = Recipe {
    name: "Kotlin",
    steps: &[
        library!("sentry"),
        Part::new(
            "Start the SDK",
            "At the beginning of main. Exceptions that nothing catches are reported from then on.",
            "Kotlin",
            r#"io.sentry.Sentry.init { options ->
    options.dsn = "{dsn}"
    options.release = "my-app@1.0.0"
    options.environment = "production"
    options.tracesSampleRate = 0.01
}"#,
        ),
        Part::new(
            "Cause a first error",
            "Run the program once with this in it.",
            "Kotlin",
            "throw IllegalStateException(\"First error for GlitchTip\")",
        ),
    ],
    notes: &["For an app on Android, choose the platform java-android."],
};

pub(super) const SPRING: Recipe = Recipe {
    name: "Spring Boot",
    steps: &[
        library!("sentry-spring-boot-starter-jakarta"),
        Part::new(
            "Tell it where to send",
            "Among the application's properties.",
            "application.properties",
            "sentry.dsn={dsn}\nsentry.release=my-app@1.0.0\nsentry.environment=production\n\
             sentry.traces-sample-rate=0.01",
        ),
        Part::new(
            "Cause a first error",
            "Add this to a controller and open the page.",
            "Java",
            r#"@GetMapping("/first-error")
String firstError() {
    throw new IllegalStateException("First error for GlitchTip");
}"#,
        ),
    ],
    notes: &[
        "This library is for Spring Boot 3. Spring Boot 2 takes sentry-spring-boot-starter, and Spring Boot 4 \
         sentry-spring-boot-4-starter.",
    ],
};

pub(super) const LOGBACK: Recipe = Recipe {
    name: "Logback",
    steps: &[
        library!("sentry-logback"),
        Part::new(
            "Add the appender",
            "Log messages of level error become events.",
            "logback.xml",
            r#"<configuration>
  <appender name="Sentry" class="io.sentry.logback.SentryAppender">
    <options>
      <dsn>{dsn}</dsn>
      <release>my-app@1.0.0</release>
      <environment>production</environment>
    </options>
  </appender>
  <root level="info">
    <appender-ref ref="Sentry"/>
  </root>
</configuration>"#,
        ),
        LOG_ERROR,
    ],
    notes: &[],
};

/// Logs an error with SLF4J.
const LOG_ERROR: Part = Part::new(
    "Cause a first error",
    "Run the program once with this in it.",
    "Java",
    "org.slf4j.LoggerFactory.getLogger(\"first\").error(\"First error for GlitchTip\", new IllegalStateException());",
);

pub(super) const LOG4J2: Recipe = Recipe {
    name: "Log4j 2",
    steps: &[
        library!("sentry-log4j2"),
        Part::new(
            "Add the appender",
            "Log messages of level error become events.",
            "log4j2.xml",
            r#"<Configuration packages="org.apache.logging.log4j.core,io.sentry.log4j2">
  <Appenders>
    <Sentry name="Sentry" dsn="{dsn}"/>
  </Appenders>
  <Loggers>
    <Root level="info">
      <AppenderRef ref="Sentry"/>
    </Root>
  </Loggers>
</Configuration>"#,
        ),
        Part::new(
            "Set release and environment",
            "Among the program's resources.",
            "sentry.properties",
            "release=my-app@1.0.0\nenvironment=production",
        ),
        Part::new(
            "Cause a first error",
            "Run the program once with this in it.",
            "Java",
            "org.apache.logging.log4j.LogManager.getLogger().error(\"First error for GlitchTip\", \
             new IllegalStateException());",
        ),
    ],
    notes: &[],
};

/// There is no SDK of today for the first Log4j: what its messages tell must be reported by the program.
pub(super) const LOG4J: Recipe = Recipe {
    name: "Log4j",
    steps: JAVA.steps,
    notes: &[
        "No current SDK reads the messages of Log4j 1, so this is the guide for plain Java. Log4j 2 and Logback \
         have one.",
    ],
};

pub(super) const LOGGING: Recipe = Recipe {
    name: "java.util.logging",
    steps: &[
        library!("sentry-jul"),
        Part::new(
            "Tell it where to send",
            "Among the program's resources.",
            "sentry.properties",
            "dsn={dsn}\nrelease=my-app@1.0.0\nenvironment=production",
        ),
        Part::new(
            "Add the handler",
            "Name the file with -Djava.util.logging.config.file. Log messages of level SEVERE become events.",
            "logging.properties",
            ".level=INFO\nhandlers=io.sentry.jul.SentryHandler",
        ),
        Part::new(
            "Cause a first error",
            "Run the program once with this in it.",
            "Java",
            "java.util.logging.Logger.getLogger(\"first\").severe(\"First error for GlitchTip\");",
        ),
    ],
    notes: &[],
};
