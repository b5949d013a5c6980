//! Running other programs, and saying what is going on while they run.

use std::ffi::OsString;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// The cargo that started this program, or the one on the PATH.
pub fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Says one thing that is about to be done.
pub fn say(text: &str) {
    eprintln!("\x1b[36m>\x1b[0m {text}");
}

/// Does `work` under a heading, and says how long it took when that was two seconds or more.
pub fn step<T>(heading: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(heading);
    let started = Instant::now();
    let result = work()?;
    let seconds = started.elapsed().as_secs_f64();
    if seconds >= 2.0 {
        eprintln!("  done in {seconds:.1} s");
    }
    Ok(result)
}

/// Runs a program whose output goes straight to the terminal.
///
/// Fails when it cannot be started or ends with anything but success; the error names the command.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command
        .status()
        .with_context(|| format!("`{shown}` could not be started"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Runs a program quietly and gives what it wrote to its standard output, trimmed.
///
/// Fails like [`run`]; the error then ends with what the program wrote to its standard error.
pub fn capture(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("`{shown}` could not be started"))?;
    if !output.status.success() {
        bail!(
            "`{shown}` failed ({}):\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn shown(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for arg in command.get_args() {
        text.push(' ');
        text.push_str(&arg.to_string_lossy());
    }
    if text.len() > 160 {
        let end = (0..=160).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        text.truncate(end);
        text.push_str(" ...");
    }
    text
}
