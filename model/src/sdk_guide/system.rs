//! Languages with one guide or two: Go, Rust, Ruby, Elixir, C and C++, PowerShell.

use super::{Part, Recipe};

const GO_INSTALL: Part = Part::new(
    "Install the SDK",
    "In the folder of your module.",
    "Shell",
    "go get github.com/getsentry/sentry-go",
);

const GO_INIT: Part = Part::new(
    "Start the SDK",
    "At the beginning of main. Import github.com/getsentry/sentry-go, log and time.",
    "Go",
    r#"err := sentry.Init(sentry.ClientOptions{
	Dsn:              "{dsn}",
	Release:          "my-app@1.0.0",
	Environment:      "production",
	EnableTracing:    true,
	TracesSampleRate: 0.01,
})
if err != nil {
	log.Fatal(err)
}
defer sentry.Flush(2 * time.Second)"#,
);

pub(super) const GO: Recipe = Recipe {
    name: "Go",
    steps: &[
        GO_INSTALL,
        GO_INIT,
        Part::new(
            "Cause a first error",
            "Behind it. Go reports nothing by itself: call this where your program meets an error.",
            "Go",
            "sentry.CaptureException(errors.New(\"first error for GlitchTip\"))",
        ),
    ],
    notes: &["There are packages for the usual web frameworks beside it, such as sentry-go/http."],
};

pub(super) const GO_HTTP: Recipe = Recipe {
    name: "Go net/http",
    steps: &[
        GO_INSTALL,
        GO_INIT,
        Part::new(
            "Wrap your handlers, and cause a first error",
            "Import github.com/getsentry/sentry-go/http as sentryhttp. Then open /first-error.",
            "Go",
            r#"http.HandleFunc("/first-error", func(http.ResponseWriter, *http.Request) {
	panic("first error for GlitchTip")
})
handler := sentryhttp.New(sentryhttp.Options{Repanic: true}).Handle(http.DefaultServeMux)
log.Fatal(http.ListenAndServe(":3000", handler))"#,
        ),
    ],
    notes: &[],
};

pub(super) const RUST: Recipe = Recipe {
    name: "Rust",
    steps: &[
        Part::new(
            "Add the crate",
            "In the folder of your crate.",
            "Shell",
            "cargo add sentry",
        ),
        Part::new(
            "Start the SDK",
            "At the beginning of main, before any async runtime. What it gives back must live as long as the program.",
            "Rust",
            r#"let _guard = sentry::init((
    "{dsn}",
    sentry::ClientOptions::new()
        .maybe_release(sentry::release_name!())
        .environment("production")
        .traces_sample_rate(0.01),
));"#,
        ),
        Part::new(
            "Cause a first error",
            "Run the program once with this behind it.",
            "Rust",
            "panic!(\"first error for GlitchTip\");",
        ),
    ],
    notes: &["Before version 0.48.4 of the crate, ClientOptions is filled in as a struct with the same names."],
};

pub(super) const RUBY: Recipe = Recipe {
    name: "Ruby",
    steps: &[
        Part::new("Install the SDK", "With Bundler.", "Shell", "bundle add sentry-ruby"),
        Part::new(
            "Start the SDK",
            "As early as possible.",
            "Ruby",
            r#"require "sentry-ruby"

Sentry.init do |config|
  config.dsn = "{dsn}"
  config.release = "my-app@1.0.0"
  config.environment = "production"
  config.traces_sample_rate = 0.01
  config.auto_session_tracking = false
end"#,
        ),
        Part::new(
            "Cause a first error",
            "Run the program once with this in it. A Rack application can use Sentry::Rack::CaptureExceptions instead.",
            "Ruby",
            "begin\n  1 / 0\nrescue ZeroDivisionError => error\n  Sentry.capture_exception(error)\nend",
        ),
    ],
    notes: &[],
};

pub(super) const RAILS: Recipe = Recipe {
    name: "Rails",
    steps: &[
        Part::new(
            "Install the SDK",
            "With Bundler.",
            "Shell",
            "bundle add sentry-ruby sentry-rails",
        ),
        Part::new(
            "Start the SDK",
            "In an initialiser.",
            "config/initializers/sentry.rb",
            r#"Sentry.init do |config|
  config.dsn = "{dsn}"
  config.release = "my-app@1.0.0"
  config.environment = Rails.env
  config.breadcrumbs_logger = [:active_support_logger, :http_logger]
  config.traces_sample_rate = 0.01
  config.auto_session_tracking = false
end"#,
        ),
        Part::new(
            "Cause a first error",
            "In any action of a controller. Open its page, and take the line out again.",
            "Ruby",
            "raise \"First error for GlitchTip\"",
        ),
    ],
    notes: &["Sidekiq and Resque have gems of their own: sentry-sidekiq and sentry-resque."],
};

pub(super) const ELIXIR: Recipe = Recipe {
    name: "Elixir",
    steps: &[
        Part::new(
            "Add the packages",
            "In mix.exs, the SDK and its HTTP client. Then run mix deps.get.",
            "mix.exs",
            "{:sentry, \"~> 13.0\"},\n{:finch, \"~> 0.21\"}",
        ),
        Part::new(
            "Configure the SDK",
            "For the environments that are to send events.",
            "config/prod.exs",
            r#"config :sentry,
  dsn: "{dsn}",
  release: "my-app@1.0.0",
  environment_name: :prod,
  enable_source_code_context: true,
  root_source_code_paths: [File.cwd!()]"#,
        ),
        Part::new(
            "Report crashes of processes",
            "When the application starts.",
            "application.ex",
            ":logger.add_handler(:sentry_handler, Sentry.LoggerHandler, %{})",
        ),
        Part::new(
            "Send a first event",
            "The command says whether the server took it.",
            "Shell",
            "MIX_ENV=prod mix sentry.send_test_event",
        ),
    ],
    notes: &["Up to version 11, the SDK takes hackney instead of finch. Before Elixir 1.18 it needs jason as well."],
};

pub(super) const NATIVE: Recipe = Recipe {
    name: "C and C++",
    steps: &[
        Part::words(
            "Build the SDK",
            "Get a release of sentry-native, build it with CMake, and link your program with sentry.",
        ),
        Part::new(
            "Start the SDK",
            "At the beginning of main; and sentry_close before it ends.",
            "C",
            r#"#include <sentry.h>

sentry_options_t *options = sentry_options_new();
sentry_options_set_dsn(options, "{dsn}");
sentry_options_set_release(options, "my-app@1.0.0");
sentry_options_set_environment(options, "production");
sentry_options_set_auto_session_tracking(options, 0);
sentry_init(options);"#,
        ),
        Part::new(
            "Send a first event",
            "Run the program once with this behind it.",
            "C",
            r#"sentry_capture_event(sentry_value_new_message_event(
    SENTRY_LEVEL_INFO, "first", "First event for GlitchTip"));
sentry_close();"#,
        ),
    ],
    notes: &["Upload the debug symbols of each release with sentry-cli, or frames stay addresses."],
};

pub(super) const POWERSHELL: Recipe = Recipe {
    name: "PowerShell",
    steps: &[
        Part::new(
            "Install the module",
            "From the PowerShell Gallery.",
            "PowerShell",
            "Install-Module -Name Sentry -Scope CurrentUser",
        ),
        Part::new(
            "Start the SDK",
            "At the beginning of the script.",
            "PowerShell",
            r"Import-Module Sentry

Start-Sentry {
    $_.Dsn = '{dsn}'
    $_.Release = 'my-app@1.0.0'
    $_.Environment = 'production'
    $_.AutoSessionTracking = $false
}",
        ),
        Part::new(
            "Cause a first error",
            "Run the script once with this behind it.",
            "PowerShell",
            "try {\n    throw 'First error for GlitchTip'\n} catch {\n    $_ | Out-Sentry\n}",
        ),
    ],
    notes: &[],
};
