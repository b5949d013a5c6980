//! No text ever becomes markup or code: nothing in the app may call what would make it so.

use proc_macro2::TokenTree;

use super::tokens::{each_run, is_mark, line, name};
use super::{Finding, Source};

const NAMES: [&str; 10] = [
    "inner_html",
    "set_inner_html",
    "outer_html",
    "set_outer_html",
    "insert_adjacent_html",
    "create_contextual_fragment",
    "set_html_unsafe",
    "srcdoc",
    "set_srcdoc",
    "eval",
];

/// Finds the forbidden names, and `document.write`.
pub fn check(source: &Source, tokens: &[TokenTree]) -> Vec<Finding> {
    let mut findings = Vec::new();
    each_run(tokens, &mut |run| {
        for (at, token) in run.iter().enumerate() {
            let Some(name) = name(token) else { continue };
            let is_write = matches!(name.as_str(), "write" | "writeln")
                && is_mark(at.checked_sub(1).and_then(|at| run.get(at)), '.')
                && run[..at - 1]
                    .iter()
                    .rev()
                    .take(3)
                    .any(|token| super::tokens::name(token).is_some_and(|name| name == "document"));
            if NAMES.contains(&name.as_str()) || is_write {
                let text = format!("`{name}` makes markup or code of text: build elements with view! instead");
                findings.push(source.finding(line(token), text));
            }
        }
    });
    findings
}
