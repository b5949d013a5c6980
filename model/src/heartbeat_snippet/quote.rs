//! Text inside of other languages.

use std::fmt::Write;

/// A string in double quotes for Python, JavaScript, Go and YAML: all four read these escapes. What is not printable ASCII
/// is escaped too, as UTF-16 where it must be.
pub(super) fn double_quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            ' '..='~' => out.push(c),
            '\0'..='\u{ffff}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            // No escape of four digits holds it, and the four languages write longer ones differently.
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A string in single quotes for PowerShell, which ends one at typographic quotes as well.
pub(super) fn powershell(text: &str) -> String {
    let mut out = String::from("'");
    for c in text.chars() {
        if matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}') {
            out.push(c);
        }
        out.push(c);
    }
    out.push('\'');
    out
}

/// A word of `ExecStart=` in systemd: `%` and `$` have a meaning there, and so has the backslash.
pub(super) fn systemd(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '%' => out.push_str("%%"),
            '$' => out.push_str("$$"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A command in a crontab, where an unescaped percent sign is the end of the line.
pub(super) fn cron(command: &str) -> String {
    command.replace('%', "\\%")
}

/// One line for a comment or a description: nothing in it ends the line.
pub(super) fn one_line(text: &str) -> String {
    let line: String = crate::text::visible(text)
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name as Kubernetes takes it: lower-case letters, digits and hyphens, at most 40 of them.
pub(super) fn kubernetes(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() == 40 {
            break;
        }
    }
    let name = out.trim_end_matches('-');
    if name.is_empty() {
        "heartbeat".to_owned()
    } else {
        name.to_owned()
    }
}
