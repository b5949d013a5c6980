//! A chain as plain text, in the style of its platform's own traces, for copying.

use super::chain::{Relation, chain};
use super::frame_title::{FrameTitle, frame_title};
use crate::wire::entry::{Exception, ExceptionData, Frame};

enum Style {
    Python,
    JavaScript,
    Java,
    Plain,
}

/// The whole chain as plain text: Python's, JavaScript's or Java's way for their platforms, a plain one for the
/// others.
pub fn raw(data: &ExceptionData, platform: Option<&str>) -> String {
    let style = match platform.unwrap_or_default() {
        "python" => Style::Python,
        "javascript" | "node" => Style::JavaScript,
        "java" | "kotlin" | "android" => Style::Java,
        _ => Style::Plain,
    };
    let mut links = chain(data);
    let is_python = matches!(style, Style::Python);
    if is_python {
        links.reverse();
    }
    let mut out = String::new();
    for (at, link) in links.iter().enumerate() {
        let exception = &data.values[link.exception_index];
        if is_python {
            out.push_str(&in_python(exception, platform));
            if let (Some(relation), true) = (&link.relation, at + 1 < links.len()) {
                out.push_str(python_joint(relation));
            }
        } else {
            if let Some(relation) = &link.relation {
                out.push_str(&joint(relation));
            }
            out.push_str(&headed(exception, platform, &style));
        }
    }
    out
}

fn frames_of(exception: &Exception) -> &[Frame] {
    exception
        .stacktrace
        .as_ref()
        .and_then(|trace| trace.frames.as_deref())
        .unwrap_or_default()
}

/// `Type: value`, with what is there of it.
fn message_of(exception: &Exception, with_module: bool) -> String {
    let module = exception
        .module
        .as_deref()
        .filter(|module| with_module && !module.is_empty());
    let kind = exception
        .kind
        .as_deref()
        .filter(|kind| !kind.is_empty())
        .unwrap_or("Error");
    let kind = match module {
        Some(module) => format!("{module}.{kind}"),
        None => kind.to_owned(),
    };
    match exception.value.as_deref().filter(|value| !value.is_empty()) {
        Some(value) => format!("{kind}: {value}"),
        None => kind,
    }
}

fn in_python(exception: &Exception, platform: Option<&str>) -> String {
    let mut out = String::new();
    let frames = frames_of(exception);
    if !frames.is_empty() {
        out.push_str("Traceback (most recent call last):\n");
    }
    for frame in frames {
        let title = frame_title(frame, platform);
        let file = title.file.as_deref().unwrap_or("<unknown>");
        out.push_str(&format!("  File \"{file}\""));
        if let Some(line) = title.line {
            out.push_str(&format!(", line {line}"));
        }
        out.push_str(&format!(", in {}\n", title.function));
        if let Some(code) = frame
            .context_line
            .as_deref()
            .map(str::trim)
            .filter(|code| !code.is_empty())
        {
            out.push_str(&format!("    {code}\n"));
        }
    }
    out.push_str(&message_of(exception, false));
    out.push('\n');
    out
}

fn python_joint(relation: &Relation) -> &'static str {
    match relation {
        Relation::CausedBy => "\nThe above exception was the direct cause of the following exception:\n\n",
        Relation::DuringHandlingOf => "\nDuring handling of the above exception, another exception occurred:\n\n",
        Relation::MemberOf(_) | Relation::Within => "\nThe above exception is part of the following exception:\n\n",
    }
}

fn joint(relation: &Relation) -> String {
    match relation {
        Relation::CausedBy => "Caused by: ".to_owned(),
        relation => {
            let label = relation.label();
            let mut letters = label.chars();
            let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
            format!("{first}{}: ", letters.as_str())
        }
    }
}

/// The message, then the frames from the newest on.
fn headed(exception: &Exception, platform: Option<&str>, style: &Style) -> String {
    let mut out = message_of(exception, matches!(style, Style::Java));
    out.push('\n');
    for frame in frames_of(exception).iter().rev() {
        let title = frame_title(frame, platform);
        let place = place_of(&title);
        let line = match style {
            Style::Java => format!(
                "\tat {}({})",
                title.function,
                place.as_deref().unwrap_or("Unknown Source")
            ),
            Style::JavaScript if title.function == "(anonymous)" => {
                format!("    at {}", place.as_deref().unwrap_or("<anonymous>"))
            }
            Style::JavaScript => format!(
                "    at {} ({})",
                title.function,
                place.as_deref().unwrap_or("<anonymous>")
            ),
            Style::Python | Style::Plain => match place {
                Some(place) => format!("  {} ({place})", title.function),
                None => format!("  {}", title.function),
            },
        };
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// `file:line:column`, as far as it is known.
fn place_of(title: &FrameTitle) -> Option<String> {
    let mut place = title.file.clone()?;
    for number in [title.line, title.line.and(title.column)].into_iter().flatten() {
        place.push_str(&format!(":{number}"));
    }
    Some(place)
}

#[cfg(test)]
mod tests {
    use super::raw;
    use crate::wire::entry::ExceptionData;

    const CHAIN: &str = r#"{"values":[
        {"type":"ConnectionResetError","value":"[Errno 104] reset","stacktrace":{"frames":[{"filename":"http/client.py","function":"_send","lineNo":1344,"context_line":"    self.send(msg)"}]}},
        {"type":"UpstreamTimeout","value":"no answer","module":"shop.errors","mechanism":{"type":"x"},"stacktrace":{"frames":[
            {"module":"shop.views","filename":"shop/views.py","function":"pay","lineNo":142},
            {"module":"shop.gateway","filename":"shop/gateway.py","function":"charge","lineNo":88,"colNo":3}]}}]}"#;

    fn text(json: &str, platform: &str) -> String {
        let data: ExceptionData = serde_json::from_str(json).expect("exceptions");
        raw(&data, Some(platform))
    }

    #[test]
    fn python_tells_the_cause_first() {
        assert_eq!(
            text(CHAIN, "python"),
            "Traceback (most recent call last):\n  File \"http/client.py\", line 1344, in _send\n    self.send(msg)\nConnectionResetError: [Errno 104] reset\n\
             \nThe above exception was the direct cause of the following exception:\n\n\
             Traceback (most recent call last):\n  File \"shop/views.py\", line 142, in pay\n  File \"shop/gateway.py\", line 88, in charge\nUpstreamTimeout: no answer\n"
        );
    }

    #[test]
    fn java_and_javascript_tell_what_was_thrown_first() {
        assert_eq!(
            text(CHAIN, "java"),
            "shop.errors.UpstreamTimeout: no answer\n\tat shop.gateway.charge(shop/gateway.py:88:3)\n\tat shop.views.pay(shop/views.py:142)\n\
             Caused by: ConnectionResetError: [Errno 104] reset\n\tat _send(http/client.py:1344)\n"
        );
        assert_eq!(
            text(CHAIN, "node"),
            "UpstreamTimeout: no answer\n    at charge (shop/gateway.py:88:3)\n    at pay (shop/views.py:142)\n\
             Caused by: ConnectionResetError: [Errno 104] reset\n    at _send (http/client.py:1344)\n"
        );
    }

    #[test]
    fn what_is_missing_is_left_out() {
        assert_eq!(text(r#"{"values":[{}]}"#, "rust"), "Error\n");
        assert_eq!(text(r#"{"values":[]}"#, "python"), "");
        let sparse = r#"{"values":[{"value":"x","stacktrace":{"frames":[{},{"function":"f"}]}},{"type":"G","stacktrace":{"frames":null}}]}"#;
        assert_eq!(
            text(sparse, "go"),
            "G\nCaused by: Error: x\n  f\n  (unknown function)\n"
        );
        assert_eq!(
            text(sparse, "javascript"),
            "G\nCaused by: Error: x\n    at f (<anonymous>)\n    at <anonymous>\n"
        );
    }
}
