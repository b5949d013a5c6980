//! Imports only go down the floors of `docs/architecture.md`.

use proc_macro2::{Delimiter, TokenTree};

use super::tokens::{inside, is_mark, line, name};
use super::{Finding, Source};

/// What has no business in a crate that knows no browser.
const BROWSER_CRATES: [&str; 7] = [
    "leptos",
    "leptos_router",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_net",
];

/// What widgets may import of the app.
const BELOW_UI: [&str; 4] = ["ui", "browser", "load", "reactive"];

/// Finds imports that go up, or sideways where they must not.
pub fn check(source: &Source, tokens: &[TokenTree]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if source.path.starts_with("model/src/") {
        foreign(
            source,
            tokens,
            "model",
            &[&BROWSER_CRATES[..], &["glint", "glint_demo"]].concat(),
            &mut findings,
        );
    } else if source.path.starts_with("demo/src/") {
        foreign(
            source,
            tokens,
            "demo",
            &[&BROWSER_CRATES[..], &["glint"]].concat(),
            &mut findings,
        );
    } else if let Some(module) = module(&source.path) {
        app(source, tokens, &module, &mut findings);
    }
    findings
}

/// The module that a file of the app is, or nothing for `lib.rs`, `main.rs` and files of elsewhere.
fn module(path: &str) -> Option<Vec<String>> {
    let inner = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let inner = inner.strip_suffix("/mod").unwrap_or(inner);
    let module: Vec<String> = inner.split('/').map(str::to_owned).collect();
    (module != ["lib"] && module != ["main"]).then_some(module)
}

fn foreign(source: &Source, tokens: &[TokenTree], room: &str, forbidden: &[&str], findings: &mut Vec<Finding>) {
    for (at, token) in tokens.iter().enumerate() {
        let names_crate = name(token).is_some_and(|name| forbidden.contains(&name.as_str()));
        let is_path = is_mark(tokens.get(at + 1), ':') && is_mark(tokens.get(at + 2), ':');
        let is_inner = is_mark(at.checked_sub(1).and_then(|at| tokens.get(at)), ':');
        if names_crate && is_path && !is_inner {
            findings.push(source.finding(line(token), format!("{room} must not know {token}")));
        }
        foreign(source, &inside(token), room, forbidden, findings);
    }
}

fn app(source: &Source, tokens: &[TokenTree], module: &[String], findings: &mut Vec<Finding>) {
    for (at, token) in tokens.iter().enumerate() {
        let word = name(token);
        let is_path = is_mark(tokens.get(at + 1), ':') && is_mark(tokens.get(at + 2), ':');
        let is_inner = is_mark(at.checked_sub(1).and_then(|at| tokens.get(at)), ':');
        if is_path && !is_inner {
            let (start, rest) = match word.as_deref() {
                Some("crate") => (Vec::new(), &tokens[at + 3..]),
                Some("super") => above(module, &tokens[at..]),
                _ => (vec![String::new()], &tokens[..0]),
            };
            for target in targets(start, rest) {
                if let Some(text) = objection(module, &target) {
                    findings.push(source.finding(line(token), text));
                }
            }
        }
        // A module in the file is one level of `super` more.
        let is_module = at >= 2 && name(&tokens[at - 2]).is_some_and(|word| word == "mod");
        match (is_module, at.checked_sub(1).and_then(|at| name(&tokens[at]))) {
            (true, Some(inner)) => app(source, &inside(token), &[module, &[inner]].concat(), findings),
            _ => app(source, &inside(token), module, findings),
        }
    }
}

/// Follows `super::super::`: where it leads, and what comes after.
fn above<'t>(module: &[String], mut tokens: &'t [TokenTree]) -> (Vec<String>, &'t [TokenTree]) {
    let mut start = module.to_vec();
    while tokens.first().and_then(name).is_some_and(|word| word == "super") && tokens.len() > 3 {
        start.pop();
        tokens = &tokens[3..];
    }
    (start, tokens)
}

/// The modules that a path names; several when it ends in braces.
fn targets(mut start: Vec<String>, mut rest: &[TokenTree]) -> Vec<Vec<String>> {
    while let Some(word) = rest.first().and_then(name) {
        start.push(word);
        if !(is_mark(rest.get(1), ':') && is_mark(rest.get(2), ':')) {
            return vec![start];
        }
        rest = &rest[3..];
    }
    match rest.first() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let parts: Vec<TokenTree> = group.stream().into_iter().collect();
            parts
                .split(|token| is_mark(Some(token), ','))
                .flat_map(|part| targets(start.clone(), part))
                .collect()
        }
        _ => vec![start],
    }
}

/// What is wrong with a module importing another, if anything is.
fn objection(from: &[String], to: &[String]) -> Option<String> {
    let (own, other) = (from.first()?.as_str(), to.first()?.as_str());
    if other.is_empty() || other.starts_with(char::is_uppercase) {
        return None;
    }
    if own == "page" && other == "page" {
        let (area, neighbour) = (from.get(1)?, to.get(1)?);
        let is_name = neighbour.starts_with(char::is_lowercase);
        return (is_name && area != neighbour)
            .then(|| format!("page::{area} must not import page::{neighbour}: move what they share down"));
    }
    let goes_up = floor(other) > floor(own);
    let knows_too_much = own == "ui" && !BELOW_UI.contains(&other);
    (goes_up || knows_too_much).then(|| format!("{own} must not import {other}: imports only go down"))
}

/// Counted from the ground; `model` is 0.
fn floor(room: &str) -> usize {
    match room {
        "browser" | "reactive" | "api" => 1,
        "page" => 3,
        "app" => 4,
        // load, session, route, ui, and what else a page stands on.
        _ => 2,
    }
}
