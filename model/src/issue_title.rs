//! What stands in an issue's heading: in the list, on the issue page and in the document title.

use crate::stack_trace::short_path;
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
    let file = line(metadata.filename.as_deref()).map(|file| short_path(&file));
    let file = file.filter(|file| !file.is_empty());
    let location = match (file, line(metadata.function.as_deref())) {
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
        // Something was thrown that is no exception: what it says is all there is.
        Some(value) if !is_known(&name) => of_thrown_value(&value, location),
        // Without a type the title is the message itself; said once is enough.
        Some(value) if rest.is_none() && first_line(&value) == name => of_thrown_value(&value, location),
        Some(value) => (name, Some(value), location),
        None => (name, rest, location),
    }
}

/// The first line of a value as the name, the other lines as the detail.
fn of_thrown_value(value: &str, location: Option<String>) -> Parts {
    (first_line(value), other_lines(value), location)
}

fn other_lines(text: &str) -> Option<String> {
    let (_, rest) = text.split_once('\n')?;
    Some(rest.trim().to_owned()).filter(|rest| !rest.is_empty())
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
        .find(|text| !first_line(text).is_empty());
    let text = visible(own.map_or(title, String::as_str));
    let text = text.trim();
    (first_line(text), other_lines(text), line(metadata.origin.as_deref()))
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
    !matches!(function, "" | "?" | "<unknown>")
}

fn line(text: Option<&str>) -> Option<String> {
    text.map(first_line).filter(|line| !line.is_empty())
}

fn paragraph(text: Option<&str>) -> Option<String> {
    text.map(|text| visible(text).trim().to_owned())
        .filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::heading;
    use crate::testing::texts;
    use crate::wire::issue::{IssueType, Metadata};

    fn metadata(json: &str) -> Metadata {
        serde_json::from_str(json).expect("metadata")
    }

    fn parts(
        kind: IssueType,
        json: &str,
        title: &str,
        culprit: Option<&str>,
    ) -> (String, Option<String>, Option<String>) {
        let heading = heading(kind, &metadata(json), title, culprit);
        (heading.title, heading.detail, heading.location)
    }

    fn text(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn exceptions_show_type_message_and_place() {
        assert_eq!(
            parts(
                IssueType::Error,
                r#"{"type":"KeyError","value":"'x'","filename":"shop/gateway.py","function":"charge"}"#,
                "KeyError: 'x'",
                None
            ),
            ("KeyError".to_owned(), text("'x'"), text("shop/gateway.py in charge"))
        );
        assert_eq!(
            parts(
                IssueType::Error,
                r#"{"type":"E","value":"","filename":"../../a.js","function":"?"}"#,
                "E",
                Some("/cart")
            ),
            ("E".to_owned(), None, text("a.js"))
        );
        assert_eq!(
            parts(IssueType::Error, r#"{"type":"E"}"#, "E", Some(" /cart ")),
            ("E".to_owned(), None, text("/cart"))
        );
    }

    #[test]
    fn without_metadata_the_title_is_taken_apart() {
        for (title, name, detail) in [
            ("TypeError: x is undefined: y", "TypeError", text("x is undefined: y")),
            (
                "*errors.errorString: context deadline exceeded",
                "*errors.errorString",
                text("context deadline exceeded"),
            ),
            ("Slow query: SELECT 1", "Slow query: SELECT 1", None),
            ("no colon at all", "no colon at all", None),
            ("TypeError: ", "TypeError:", None),
            ("TypeError: a\nb", "TypeError", text("a\nb")),
        ] {
            assert_eq!(
                parts(IssueType::Error, "{}", title, None),
                (name.to_owned(), detail, None),
                "{title}"
            );
        }
    }

    #[test]
    fn a_rejected_string_is_said_once() {
        let json = r#"{"value":"a plain string rejection"}"#;
        assert_eq!(
            parts(IssueType::Error, json, "a plain string rejection", None),
            ("a plain string rejection".to_owned(), None, None)
        );
        assert_eq!(
            parts(IssueType::Error, json, "?", None),
            ("a plain string rejection".to_owned(), None, None)
        );
        assert_eq!(
            parts(IssueType::Error, json, "Error", None),
            ("Error".to_owned(), text("a plain string rejection"), None)
        );
    }

    #[test]
    fn messages_show_their_first_line() {
        assert_eq!(
            parts(IssueType::Default, "{}", "stored: with\nmore\n", None),
            ("stored: with".to_owned(), text("more"), None)
        );
        assert_eq!(
            parts(
                IssueType::Default,
                r#"{"title":"Deploy finished","origin":"hook"}"#,
                "cut...",
                Some("")
            ),
            ("Deploy finished".to_owned(), None, text("hook"))
        );
    }

    #[test]
    fn csp_reports_show_directive_and_address() {
        assert_eq!(
            parts(
                IssueType::Csp,
                r#"{"directive":"img-src","uri":"tracker.example","message":"Blocked 'img'"}"#,
                "x",
                None
            ),
            ("Blocked 'img'".to_owned(), None, text("img-src · tracker.example"))
        );
        assert_eq!(
            parts(IssueType::Csp, r#"{"title":"Blocked 'frame'"}"#, "x", Some("frame-src")),
            ("Blocked 'frame'".to_owned(), None, text("frame-src"))
        );
    }

    #[test]
    fn a_title_is_one_line_and_never_empty() {
        for title in texts(2000) {
            for kind in [IssueType::Error, IssueType::Default, IssueType::Csp, IssueType::Unknown] {
                for json in ["{}", r#"{"type":" ","value":"\n","title":"","message":"\u0000"}"#] {
                    let (name, detail, _) = parts(kind, json, &title, None);
                    assert!(
                        !name.is_empty() && !name.contains(char::is_control) && !name.contains('\u{202e}'),
                        "{title:?}: {name:?}"
                    );
                    assert!(detail.is_none_or(|detail| !detail.trim().is_empty()), "{title:?}");
                }
            }
        }
        assert_eq!(parts(IssueType::Error, "{}", "", None).0, "(no title)");
    }
}
