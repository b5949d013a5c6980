//! Addresses in views come from a route or a `SafeUrl`, never from bare text.
//!
//! Inside `view!`, the value of `href`, `src`, `action` and the like must be a string literal, or call `.href(..)`,
//! or name `SafeUrl`, or be a variable whose every binding in the file does. Outside of it, `set_href` and its like,
//! and `set_attribute("href", ..)` of anything that does not call `.href()`, are not allowed at all.

use proc_macro2::{Delimiter, TokenTree};

use super::tokens::{each_run, inside, is_mark, is_text, line, name};
use super::{Finding, Source};

const ATTRIBUTES: [&str; 7] = ["href", "src", "action", "formaction", "srcset", "poster", "ping"];
const SETTERS: [&str; 5] = ["set_href", "set_src", "set_action", "set_form_action", "set_srcset"];
const NAMED_SETTERS: [&str; 3] = ["set_attribute", "set_attribute_ns", "attr"];

/// Finds addresses of unknown origin.
pub fn check(source: &Source, tokens: &[TokenTree]) -> Vec<Finding> {
    let mut findings = Vec::new();
    each_run(tokens, &mut |run| {
        for at in 0..run.len() {
            let is_view = name(&run[at]).is_some_and(|name| name == "view") && is_mark(run.get(at + 1), '!');
            if let (true, Some(TokenTree::Group(group))) = (is_view, run.get(at + 2)) {
                let view: Vec<TokenTree> = group.stream().into_iter().collect();
                check_view(source, tokens, &view, &mut findings);
            }
            check_setter(source, &run[at..], &mut findings);
        }
    });
    findings
}

fn check_view(source: &Source, file: &[TokenTree], view: &[TokenTree], findings: &mut Vec<Finding>) {
    for at in 0..view.len() {
        let Some(attribute) = name(&view[at]).filter(|name| ATTRIBUTES.contains(&name.as_str())) else {
            continue;
        };
        let follows_dot = is_mark(at.checked_sub(1).and_then(|at| view.get(at)), '.');
        if follows_dot || !is_mark(view.get(at + 1), '=') || is_mark(view.get(at + 2), '=') {
            continue;
        }
        let value = value(&view[at + 2..]);
        if !is_known(&value, file, 0) {
            let text = format!("{attribute}= needs a text literal, a Route's .href() or a SafeUrl");
            findings.push(source.finding(line(&view[at]), text));
        }
    }
}

/// The tokens of an attribute's value: one block or literal, or all up to the next attribute or the tag's end.
fn value(tokens: &[TokenTree]) -> Vec<TokenTree> {
    match tokens.first() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => return inside(&tokens[0]),
        Some(literal) if is_text(literal) => return vec![literal.clone()],
        _ => {}
    }
    let mut value = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let ends_arrow = at > 0 && (is_mark(tokens.get(at - 1), '-') || is_mark(tokens.get(at - 1), '='));
        if is_mark(Some(token), '>') && !ends_arrow {
            break;
        }
        if is_mark(Some(token), '/') && is_mark(tokens.get(at + 1), '>') {
            break;
        }
        let follows_name = at > 0 && !matches!(tokens[at - 1], TokenTree::Punct(_));
        if name(token).is_some() && follows_name && starts_attribute(&tokens[at..]) {
            break;
        }
        value.push(token.clone());
    }
    value
}

/// `name=`, `name:more=` or `name-more=`.
fn starts_attribute(tokens: &[TokenTree]) -> bool {
    let mut at = 1;
    while is_mark(tokens.get(at), ':') || is_mark(tokens.get(at), '-') {
        at += 2;
    }
    is_mark(tokens.get(at), '=') && !is_mark(tokens.get(at + 1), '=') && !is_mark(tokens.get(at + 1), '>')
}

/// Whether a value is known to be an address of the app or a checked one.
fn is_known(value: &[TokenTree], file: &[TokenTree], depth: usize) -> bool {
    if let [only] = value
        && is_text(only)
    {
        return true;
    }
    let mut known = false;
    each_run(value, &mut |run| {
        for (at, token) in run.iter().enumerate() {
            let Some(name) = name(token) else { continue };
            let is_href_call = name == "href"
                && is_mark(at.checked_sub(1).and_then(|at| run.get(at)), '.')
                && matches!(run.get(at + 1), Some(TokenTree::Group(_)));
            known |= is_href_call || name == "SafeUrl";
        }
    });
    if known {
        return true;
    }
    // A variable, perhaps with `.clone()` and the like behind it, perhaps read by `move || ...`.
    let variable = value.iter().find_map(|token| name(token).filter(|name| name != "move"));
    let is_plain = value.iter().all(|token| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => matches!(punct.as_char(), '.' | '&' | '|'),
        TokenTree::Group(group) => group.stream().is_empty(),
        TokenTree::Literal(_) => false,
    });
    depth < 4 && is_plain && variable.is_some_and(|variable| is_bound_well(&variable, file, depth))
}

/// Whether the file binds the variable at all, and every `let` and type of it is known.
fn is_bound_well(variable: &str, file: &[TokenTree], depth: usize) -> bool {
    let (mut well, mut badly) = (0, 0);
    each_run(file, &mut |run| {
        for at in 0..run.len() {
            if name(&run[at]).as_deref() != Some(variable) {
                continue;
            }
            let before = at.checked_sub(1).and_then(|at| run.get(at)).and_then(name);
            let end = |from: usize, marks: &[char]| {
                (from..run.len())
                    .find(|&at| marks.iter().any(|&mark| is_mark(run.get(at), mark)))
                    .unwrap_or(run.len())
            };
            let bound = if before.is_some_and(|word| word == "let" || word == "mut") && is_mark(run.get(at + 1), '=') {
                &run[at + 2..end(at + 2, &[';'])]
            } else if is_mark(run.get(at + 1), ':')
                && !is_mark(run.get(at + 2), ':')
                && !is_mark(at.checked_sub(1).and_then(|at| run.get(at)), ':')
            {
                &run[at + 2..end(at + 2, &[',', ';', '='])]
            } else {
                continue;
            };
            if is_known(bound, file, depth + 1) {
                well += 1
            } else {
                badly += 1
            }
        }
    });
    well > 0 && badly == 0
}

fn check_setter(source: &Source, run: &[TokenTree], findings: &mut Vec<Finding>) {
    let Some(setter) = run.first().and_then(name) else {
        return;
    };
    let Some(TokenTree::Group(arguments)) = run.get(1) else {
        return;
    };
    let names_attribute = arguments.stream().into_iter().any(|token| {
        let text = token.to_string();
        ATTRIBUTES.iter().any(|attribute| text == format!("\"{attribute}\""))
    });
    // A browser's own address of a file that was made here, as in a view.
    let is_known = arguments.stream().to_string().replace(' ', "").ends_with(".href()");
    if SETTERS.contains(&setter.as_str()) || (NAMED_SETTERS.contains(&setter.as_str()) && names_attribute && !is_known)
    {
        let text = format!("`{setter}` goes round the checks on addresses: write the attribute in view!");
        findings.push(source.finding(line(&run[0]), text));
    }
}
