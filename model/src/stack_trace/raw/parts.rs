//! What several styles need.

use crate::stack_trace::chain::Relation;
use crate::stack_trace::frame_title::{FrameTitle, frame_title};
use crate::wire::entry::{Exception, Frame};

/// One exception of a chain, and what it has to do with the one before.
pub struct Thrown<'a> {
    /// The exception.
    pub exception: &'a Exception,
    /// How it belongs to the one that it led to; none for what was thrown.
    pub relation: Option<Relation>,
    /// The event's platform.
    pub platform: Option<&'a str>,
}

impl<'a> Thrown<'a> {
    /// Its frames, the oldest call first.
    pub fn frames(&self) -> &'a [Frame] {
        let trace = self.exception.stacktrace.as_ref();
        trace.and_then(|trace| trace.frames.as_deref()).unwrap_or_default()
    }

    /// Its type; `Error` where none was sent.
    pub fn kind(&self) -> &'a str {
        sent(self.exception.kind.as_deref()).unwrap_or("Error")
    }

    /// Its type with the module before it, joined by `joint`, where the type does not name it already.
    pub fn full_kind(&self, joint: &str) -> String {
        let kind = self.kind();
        match sent(self.exception.module.as_deref()) {
            // .NET sends the assembly with its version, which is no part of a name.
            Some(module) if !kind.starts_with(module) && !module.contains([',', ' ']) => {
                format!("{module}{joint}{kind}")
            }
            _ => kind.to_owned(),
        }
    }

    /// Its message.
    pub fn value(&self) -> Option<&'a str> {
        sent(self.exception.value.as_deref())
    }

    /// The thread it was raised on.
    pub fn thread(&self) -> Option<String> {
        let thread = self.exception.thread_id.as_ref()?.to_string();
        Some(thread.trim_matches('"').to_owned()).filter(|thread| !thread.is_empty())
    }

    /// What stands before an exception that led to the one above: `Caused by: `.
    pub fn joint(&self) -> String {
        match &self.relation {
            None => String::new(),
            Some(Relation::CausedBy) => "Caused by: ".to_owned(),
            Some(relation) => {
                let label = relation.label();
                let mut letters = label.chars();
                let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
                format!("{first}{}: ", letters.as_str())
            }
        }
    }

    /// `Type: message`, with what is there of it.
    pub fn message(&self, kind: &str) -> String {
        match self.value() {
            Some(value) => format!("{kind}: {value}"),
            None => kind.to_owned(),
        }
    }
}

/// The text, unless it is empty.
pub fn sent(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
}

/// A frame, read for its line.
pub struct Line {
    /// Its title.
    pub title: FrameTitle,
    /// The whole path where that is known, else the short one.
    pub path: Option<String>,
}

/// Reads a frame for its line.
pub fn line_of(frame: &Frame, platform: Option<&str>) -> Line {
    let title = frame_title(frame, platform);
    // Source maps leave paths that climb about (`/static/../../src/a.ts`), which nobody could follow.
    let whole = sent(frame.abs_path.as_deref())
        .filter(|path| !path.contains("/../") && !path.contains("/./") && !path.contains(char::is_control));
    Line {
        path: whole.map(str::to_owned).or_else(|| title.file.clone()),
        title,
    }
}

impl Line {
    /// `path:line`, as far as it is known.
    pub fn place(&self) -> Option<String> {
        with_numbers(self.path.as_deref(), self.title.line, None)
    }

    /// `path:line:column`, as far as it is known.
    pub fn place_with_column(&self) -> Option<String> {
        with_numbers(self.path.as_deref(), self.title.line, self.title.column)
    }
}

/// `file:line:column`, as far as it is known.
pub fn with_numbers(file: Option<&str>, line: Option<i64>, column: Option<i64>) -> Option<String> {
    let mut place = file?.to_owned();
    for number in [line, line.and(column)].into_iter().flatten() {
        place.push_str(&format!(":{number}"));
    }
    Some(place)
}
