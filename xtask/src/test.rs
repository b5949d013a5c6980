//! `test`: everything that can be checked, with one closing line.

mod cargo;
mod e2e;
mod tally;

use std::process::Command;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::{dist, lint, paths, setup, sh, size};
use tally::Tally;

/// Checks everything: format, clippy, the project's own lints, all tests, the release build and its size, and the
/// browser tests. Goes on when a part fails, and ends with a line that counts.
#[derive(clap::Args)]
pub struct Args {
    /// Only this part; can be given several times
    #[arg(long, value_name = "NAME")]
    only: Vec<Part>,

    /// For the browser tests: use dist/ as it is
    #[arg(long)]
    no_build: bool,

    /// Handed on to Playwright, after `--`: file names, --grep and so on
    #[arg(last = true)]
    playwright: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// rustfmt
    Format,
    /// clippy, on the host and for wasm
    Clippy,
    /// The project's own lints
    Lint,
    /// Tests of the model, the demo server and this tool
    Native,
    /// The wire types against recorded answers
    Contract,
    /// Views as HTML text
    Rendering,
    /// The release build and its size
    Release,
    /// Playwright and axe over the release build
    E2e,
}

/// Runs the verb.
pub fn run(args: &Args) -> Result<()> {
    let chosen = |part: &Part| args.only.is_empty() || args.only.contains(part);
    let parts: Vec<Part> = Part::value_variants().iter().copied().filter(chosen).collect();
    if parts.contains(&Part::E2e) {
        setup::for_tests()?;
    } else if parts.contains(&Part::Release) {
        setup::for_release()?;
    } else {
        crate::tools::wasm_target()?;
    }

    let mut total = Tally::default();
    for part in &parts {
        let name = part
            .to_possible_value()
            .map(|value| value.get_name().to_owned())
            .unwrap_or_default();
        let built = args.no_build || parts.contains(&Part::Release);
        let result = sh::step(&format!("Part {name}"), || run_part(*part, built, &args.playwright));
        let tally = result.unwrap_or_else(|error| {
            eprintln!("{error:#}");
            Tally::one(false)
        });
        eprintln!("  {name}: {tally}");
        total += tally;
    }
    println!("{total}");
    if total.failed > 0 || total.passed == 0 {
        bail!("not everything passed; see the lines above");
    }
    Ok(())
}

fn run_part(part: Part, built: bool, playwright: &[String]) -> Result<Tally> {
    match part {
        Part::Format => succeeds(&[&["fmt", "--all", "--check"]]),
        Part::Clippy => succeeds(&[
            &[
                "clippy",
                "--workspace",
                "--all-targets",
                "--features",
                "ssr",
                "--",
                "-D",
                "warnings",
            ],
            &[
                "clippy",
                "-p",
                "glint",
                "--target",
                "wasm32-unknown-unknown",
                "--features",
                "split",
                "--",
                "-D",
                "warnings",
            ],
        ]),
        Part::Lint => {
            let findings = lint::all()?;
            for finding in &findings {
                eprintln!("{}:{}: {}", finding.file.display(), finding.line, finding.text);
            }
            Ok(Tally::one(findings.is_empty()))
        }
        Part::Native => cargo::test(&["-p", "glint-model", "-p", "glint-demo", "-p", "xtask"]),
        // With the feature of the rendering tests, so that Leptos is compiled once for both.
        Part::Contract => cargo::test(&["--workspace", "--features", "ssr", "--test", "contract"]),
        Part::Rendering => cargo::test_rendering(),
        Part::Release => {
            dist::build("/")?;
            Ok(Tally::one(size::report(None)?))
        }
        Part::E2e => {
            if !built {
                dist::build("/")?;
            }
            e2e::run(playwright)
        }
    }
}

/// One test: all of the cargo commands succeed. All are run.
fn succeeds(commands: &[&[&str]]) -> Result<Tally> {
    let mut passed = true;
    for arguments in commands {
        if let Err(error) = sh::run(Command::new(sh::cargo()).current_dir(paths::root()).args(*arguments)) {
            eprintln!("{error:#}");
            passed = false;
        }
    }
    Ok(Tally::one(passed))
}
