//! PHP.

use super::{Part, Recipe};

pub(super) const PHP: Recipe = Recipe {
    name: "PHP",
    steps: &[
        Part::new(
            "Install the SDK",
            "With Composer.",
            "Shell",
            "composer require sentry/sentry",
        ),
        Part::new(
            "Start the SDK",
            "As early as possible, right after Composer's autoloader.",
            "PHP",
            r#"<?php

require __DIR__ . '/vendor/autoload.php';

\Sentry\init([
    'dsn' => '{dsn}',
    'release' => 'my-app@1.0.0',
    'environment' => 'production',
    'traces_sample_rate' => 0.01,
]);"#,
        ),
        Part::new(
            "Cause a first error",
            "Run the script once with this in it.",
            "PHP",
            r"throw new \RuntimeException('First error for GlitchTip');",
        ),
    ],
    notes: &[],
};

pub(super) const LARAVEL: Recipe = Recipe {
    name: "Laravel",
    steps: &[
        Part::new(
            "Install the SDK",
            "With Composer.",
            "Shell",
            "composer require sentry/sentry-laravel",
        ),
        Part::new(
            "Tell it where to send",
            "In the environment of the application.",
            ".env",
            r#"SENTRY_LARAVEL_DSN="{dsn}"
SENTRY_RELEASE="my-app@1.0.0"
SENTRY_TRACES_SAMPLE_RATE=0.01"#,
        ),
        Part::new(
            "Report unhandled exceptions",
            "From Laravel 11 on, in the part of this file that deals with exceptions.",
            "bootstrap/app.php",
            r"->withExceptions(function (Exceptions $exceptions) {
    \Sentry\Laravel\Integration::handles($exceptions);
})",
        ),
        Part::new(
            "Send a first event",
            "The command says whether the server took it.",
            "Shell",
            "php artisan sentry:test",
        ),
    ],
    notes: &["The environment is that of Laravel (APP_ENV)."],
};

pub(super) const SYMFONY: Recipe = Recipe {
    name: "Symfony",
    steps: &[
        Part::new(
            "Install the SDK",
            "With Composer. Symfony Flex registers the bundle.",
            "Shell",
            "composer require sentry/sentry-symfony",
        ),
        Part::new(
            "Tell it where to send",
            "In the environment of the application.",
            ".env",
            "SENTRY_DSN=\"{dsn}\"",
        ),
        Part::new(
            "Configure the bundle",
            "Flex may have made this file already.",
            "config/packages/sentry.yaml",
            r#"sentry:
    dsn: "%env(SENTRY_DSN)%"
    options:
        environment: "%kernel.environment%"
        release: "my-app@1.0.0"
        traces_sample_rate: 0.01"#,
        ),
        Part::new(
            "Send a first event",
            "Flex turns the bundle on for production only. The command says whether the server took it.",
            "Shell",
            "php bin/console sentry:test --env=prod",
        ),
    ],
    notes: &[],
};

pub(super) const DRUPAL: Recipe = Recipe {
    name: "Drupal",
    steps: &[
        Part::new(
            "Install the module",
            "Raven is the module of Drupal's community for Sentry, and so for GlitchTip.",
            "Shell",
            "composer require drupal/raven\nvendor/bin/drush pm:install raven",
        ),
        Part::new(
            "Tell it where to send",
            "In settings.php, or on the administration page for logging and errors.",
            "settings.php",
            r"$config['raven.settings']['client_key'] = '{dsn}';
$config['raven.settings']['environment'] = 'production';
$config['raven.settings']['release'] = 'my-app@1.0.0';",
        ),
        Part::new(
            "Send a first event",
            "Choose on the same page which levels are sent. Then write a log message of one of them.",
            "PHP",
            r"\Drupal::logger('glitchtip')->error('First error for GlitchTip');",
        ),
    ],
    notes: &[],
};
