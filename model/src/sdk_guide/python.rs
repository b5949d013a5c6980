//! Python, and what is not a web framework of it.

use super::{Part, Recipe};

/// The package.
pub(super) const INSTALL: Part = Part::new(
    "Install the SDK",
    "Add sentry-sdk to your requirements as well.",
    "Shell",
    "pip install --upgrade sentry-sdk",
);

/// Starts the SDK; integrations for installed frameworks come by themselves.
pub(super) const INIT: &str = r#"import sentry_sdk

sentry_sdk.init(
    dsn="{dsn}",
    release="my-app@1.0.0",
    environment="production",
    traces_sample_rate=0.01,
    auto_session_tracking=False,
)"#;

pub(super) const PYTHON: Recipe = Recipe {
    name: "Python",
    steps: &[
        INSTALL,
        Part::new(
            "Start the SDK",
            "As early as possible, in the file that starts your program.",
            "Python",
            INIT,
        ),
        Part::new(
            "Cause a first error",
            "Run the program once with this line in it.",
            "Python",
            "1 / 0",
        ),
    ],
    notes: &["Log records of level error and above become events too."],
};

pub(super) const CELERY: Recipe = Recipe {
    name: "Celery",
    steps: &[
        INSTALL,
        Part::new(
            "Start the SDK in each worker",
            "In the module that defines your Celery app. If a web application sends the tasks, start the SDK there \
             as well.",
            "Python",
            r#"import sentry_sdk
from celery import signals


@signals.celeryd_init.connect
def start_sentry(**kwargs):
    sentry_sdk.init(
        dsn="{dsn}",
        release="my-app@1.0.0",
        environment="production",
        traces_sample_rate=0.01,
        auto_session_tracking=False,
    )"#,
        ),
        Part::new(
            "Cause a first error",
            "Restart the worker and run this task once.",
            "Python",
            "@app.task\ndef first_error():\n    return 1 / 0\n\n\nfirst_error.delay()",
        ),
    ],
    notes: &[],
};

pub(super) const RQ: Recipe = Recipe {
    name: "RQ",
    steps: &[
        INSTALL,
        Part::new(
            "Start the SDK",
            "In a settings module that the worker loads, such as worker_settings.py.",
            "worker_settings.py",
            INIT,
        ),
        Part::new(
            "Let the worker load it",
            "Name the module without its ending.",
            "Shell",
            "rq worker -c worker_settings",
        ),
        Part::new(
            "Cause a first error",
            "Put this function into a module that the worker can import, and enqueue it.",
            "Python",
            "def first_error():\n    return 1 / 0",
        ),
    ],
    notes: &[],
};

pub(super) const LAMBDA: Recipe = Recipe {
    name: "AWS Lambda (Python)",
    steps: &[
        INSTALL,
        Part::new(
            "Start the SDK",
            "Outside of the handler, so that it runs once for each instance.",
            "Python",
            r#"import sentry_sdk
from sentry_sdk.integrations.aws_lambda import AwsLambdaIntegration

sentry_sdk.init(
    dsn="{dsn}",
    release="my-app@1.0.0",
    environment="production",
    traces_sample_rate=0.01,
    auto_session_tracking=False,
    integrations=[AwsLambdaIntegration(timeout_warning=True)],
)"#,
        ),
        Part::new(
            "Cause a first error",
            "Invoke a handler like this one.",
            "Python",
            "def handler(event, context):\n    return 1 / 0",
        ),
    ],
    notes: &["The package has to be part of what you upload, or of a layer."],
};

pub(super) const SERVERLESS: Recipe = Recipe {
    name: "Serverless (Python)",
    steps: &[
        INSTALL,
        Part::new("Start the SDK", "Outside of your function.", "Python", INIT),
        Part::new(
            "Wrap your function and cause a first error",
            "The decorator reports what the function raises, and sends it before the platform freezes the process.",
            "Python",
            "from sentry_sdk.integrations.serverless import serverless_function\n\n\n@serverless_function\n\
             def my_function(*args):\n    return 1 / 0",
        ),
    ],
    notes: &[],
};
