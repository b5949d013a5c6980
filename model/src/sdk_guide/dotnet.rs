//! .NET.

use super::{Part, Recipe};

pub(super) const DOTNET: Recipe = Recipe {
    name: ".NET",
    steps: &[
        Part::new(
            "Install the SDK",
            "In the folder of your project.",
            "Shell",
            "dotnet add package Sentry",
        ),
        Part::new(
            "Start the SDK",
            "At the beginning of the program.",
            "C#",
            r#"SentrySdk.Init(options =>
{
    options.Dsn = "{dsn}";
    options.Release = "my-app@1.0.0";
    options.Environment = "production";
    options.TracesSampleRate = 0.01;
    options.AutoSessionTracking = false;
});"#,
        ),
        Part::new(
            "Cause a first error",
            "Run the program once with this in it.",
            "C#",
            "throw new InvalidOperationException(\"First error for GlitchTip\");",
        ),
    ],
    notes: &[],
};

pub(super) const ASPNETCORE: Recipe = Recipe {
    name: "ASP.NET Core",
    steps: &[
        Part::new(
            "Install the SDK",
            "In the folder of your project.",
            "Shell",
            "dotnet add package Sentry.AspNetCore",
        ),
        Part::new(
            "Start the SDK",
            "Before the application is built.",
            "Program.cs",
            r#"var builder = WebApplication.CreateBuilder(args);

builder.WebHost.UseSentry(options =>
{
    options.Dsn = "{dsn}";
    options.Release = "my-app@1.0.0";
    options.Environment = "production";
    options.TracesSampleRate = 0.01;
    options.AutoSessionTracking = false;
});"#,
        ),
        Part::new(
            "Cause a first error",
            "Add this page, open it in a browser, and take it out again.",
            "Program.cs",
            r#"app.MapGet("/first-error", string () =>
    throw new InvalidOperationException("First error for GlitchTip"));"#,
        ),
    ],
    notes: &[],
};
