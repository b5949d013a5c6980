//! What stands in an issue's heading: in the list, on the issue page and in the document title.

use crate::text::{first_line, visible};
use crate::wire::issue::{IssueType, Metadata};

/// What stands there when an issue says nothing at all.
const UNTITLED: &str = "(no title)";

/// A heading. All of it is hostile text, freed of control characters only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// One line, never empty: the exception's type, or the message.
    pub title: String,
    /// What the exception says, or the rest of a message; may have several lines.
    pub detail: Option<String>,
    /// Where it happened: `shop/gateway.py in charge`, or the culprit.
    pub location: Option<String>,
}

/// The heading of an issue or event of this type, from its metadata where there are any, else from its title.
pub fn heading(kind: IssueType, metadata: &Metadata, title: &str, culprit: Option<&str>) -> Heading {
    let (name, detail, location) = match kind {
        IssueType::Error => of_exception(metadata, title),
        IssueType::Csp => of_csp(metadata, title),
        IssueType::Default | IssueType::Unknown => of_message(metadata, title),
    };
    Heading {
        title: if name.is_empty() { UNTITLED.to_owned() } else { name },
        detail,
        location: location.or_else(|| line(culprit)),
    }
}

type Parts = (String, Option<String>, Option<String>);

fn of_exception(metadata: &Metadata, title: &str) -> Parts {
    let location = match (line(metadata.filename.as_deref()), line(metadata.function.as_deref())) {
        (Some(file), Some(function)) if is_known(&function) => Some(format!("{file} in {function}")),
        (Some(file), _) => Some(file),
        (None, Some(function)) if is_known(&function) => Some(function),
        (None, _) => None,
    };
    let value = paragraph(metadata.value.as_deref());
    if let Some(kind) = line(metadata.kind.as_deref()) {
        return (kind, value, location);
    }
    let (name, rest) = split_title(title);
    match value {
        // Without a type the title is the message itself; said once is enough.
        Some(value) if rest.is_none() && first_line(&value) == name => (name, None, location),
        Some(value) => (name, Some(value), location),
        None => (name, rest, location),
    }
}

fn of_csp(metadata: &Metadata, title: &str) -> Parts {
    let directive = line(metadata.directive.as_deref());
    let uri = line(metadata.uri.as_deref());
    let location = match (directive, uri) {
        (Some(directive), Some(uri)) => Some(format!("{directive} · {uri}")),
        (directive, uri) => directive.or(uri),
    };
    let name = line(metadata.message.as_deref()).or_else(|| line(metadata.title.as_deref()));
    (name.unwrap_or_else(|| first_line(title)), None, location)
}

fn of_message(metadata: &Metadata, title: &str) -> Parts {
    let own = [&metadata.message, &metadata.title]
        .into_iter()
        .flatten()
        .find(|text| !text.trim().is_empty());
    let text = visible(own.map_or(title, String::as_str));
    let text = text.trim();
    let rest = text
        .split_once('\n')
        .map(|(_, rest)| rest.trim())
        .filter(|rest| !rest.is_empty());
    (
        first_line(text),
        rest.map(str::to_owned),
        line(metadata.origin.as_deref()),
    )
}

/// `TypeError: x is undefined` as type and message, if it begins like a type; otherwise the first line alone.
fn split_title(title: &str) -> (String, Option<String>) {
    let title = visible(title);
    let title = title.trim();
    match title.split_once(": ") {
        Some((kind, value)) if looks_like_a_type(kind) && !value.trim().is_empty() => {
            (kind.to_owned(), Some(value.trim().to_owned()))
        }
        _ => (first_line(title), None),
    }
}

fn looks_like_a_type(text: &str) -> bool {
    let starts_well = text.starts_with(|c: char| c.is_alphabetic() || matches!(c, '*' | '_' | '<'));
    starts_well && text.chars().count() <= 120 && !text.contains(char::is_whitespace)
}

fn is_known(function: &str) -> bool {
    !matches!(function, "?" | "<unknown>")
}

fn line(text: Option<&str>) -> Option<String> {
    text.map(first_line).filter(|line| !line.is_empty())
}

fn paragraph(text: Option<&str>) -> Option<String> {
    text.map(|text| visible(text).trim().to_owned())
        .filter(|text| !text.is_empty())
}
