//! `cargo xtask`: the one tool of the repository. One file a verb; what verbs share has files of its own.

mod backend;
mod bench;
mod bundle;
mod chromium;
mod demo;
mod dist;
mod hook;
mod lint;
mod node;
mod paths;
mod preview;
mod proxy;
mod serve;
mod setup;
mod sh;
mod size;
mod test;
mod tools;
mod web;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds, serves, tests and measures Glint.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Setup(setup::Args),
    Serve(serve::Args),
    Dist(dist::Args),
    Preview(preview::Args),
    Demo(demo::Args),
    Test(test::Args),
    Size(size::Args),
    Bench(bench::Args),
    #[command(hide = true)]
    Hook(hook::Args),
}

fn main() -> ExitCode {
    let result = match Cli::parse().verb {
        Verb::Setup(args) => setup::run(&args),
        Verb::Serve(args) => serve::run(&args),
        Verb::Dist(args) => dist::run(&args),
        Verb::Preview(args) => preview::run(&args),
        Verb::Demo(args) => demo::run(&args),
        Verb::Test(args) => test::run(&args),
        Verb::Size(args) => size::run(&args),
        Verb::Bench(args) => bench::run(&args),
        Verb::Hook(args) => hook::run(&args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
