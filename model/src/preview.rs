//! What the preview of an issue shows: the newest event, boiled down to where it happened and in which release.

mod frames;
mod place;

pub use frames::{FrameLine, Frames};
pub use place::{Card, Side, Start, Window, beside, sheet};

use crate::csp;
use crate::event_parts::{Part, event_parts};
use crate::highlights::{Highlight, highlights};
use crate::issue_title::Heading;
use crate::reveal::reveal;
use crate::wire::entry::{ExceptionData, MessageData};
use crate::wire::event::Event;
use serde_json::Value;

/// Longer texts are cut to this many characters; a few lines are all that a preview has room for.
const LONGEST_TEXT: usize = 1_000;

/// An event, as short as it still tells what went wrong.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventPreview {
    /// What there is to see of it.
    pub what: What,
    /// Whether the application dealt with what was thrown, if the SDK says so.
    pub is_handled: Option<bool>,
    /// Release and environment, as far as the event says them.
    pub facts: Vec<Highlight>,
}

/// What there is to see of an event. Hostile text, with what hides in it made visible.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum What {
    /// Where the exception was thrown.
    Frames(Frames),
    /// The message, or the sentence of a CSP report.
    Text(String),
    /// No more than the heading says.
    #[default]
    Nothing,
}

/// The preview of an event, below the heading of its issue: what that says already is not said again.
pub fn event_preview(event: &Event, heading: &Heading) -> EventPreview {
    let parts = event_parts(event).main;
    let exception: Option<ExceptionData> = parts.iter().find_map(|part| match part {
        Part::Exceptions(entry) => entry.read().ok(),
        _ => None,
    });
    let thrown = exception.as_ref().and_then(|data| data.values.last());
    let frames = exception
        .as_ref()
        .and_then(|data| frames::top(data, event.platform.as_deref()));
    let what = match frames {
        Some(frames) => What::Frames(frames),
        None => parts
            .iter()
            .find_map(text_of)
            .filter(|text| !is_said(text, heading))
            .map_or(What::Nothing, |text| What::Text(short(&reveal(&text)))),
    };
    EventPreview {
        what,
        is_handled: thrown
            .and_then(|thrown| thrown.mechanism.as_ref())
            .and_then(|mechanism| mechanism.handled),
        facts: highlights(event)
            .into_iter()
            .filter(|fact| matches!(fact.label, "Release" | "Environment"))
            .collect(),
    }
}

impl EventPreview {
    /// The same in a sentence or two, to be read out.
    pub fn spoken(&self) -> String {
        let mut said = match &self.what {
            What::Frames(frames) => frames.spoken(),
            What::Text(text) => text.clone(),
            What::Nothing => "The newest event has no stack trace.".to_owned(),
        };
        if let Some(is_handled) = self.is_handled {
            said.push_str(if is_handled { " Handled." } else { " Unhandled." });
        }
        for fact in &self.facts {
            said.push_str(&format!(" {} {}.", fact.label, fact.value));
        }
        said
    }
}

/// The text, cut where it is longer than a preview has room for.
pub fn short(text: &str) -> String {
    cut(text, LONGEST_TEXT)
}

/// The first characters of a text; with an ellipsis when there are more.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

fn text_of(part: &Part) -> Option<String> {
    let text = match part {
        Part::Message(MessageData { formatted, message, .. }) => formatted.clone().or_else(|| message.clone()),
        Part::Csp(fields) => {
            let report = serde_json::from_value(Value::Object(fields.clone())).ok()?;
            Some(csp::sentence(&report))
        }
        Part::Exceptions(_) | Part::Threads(_) | Part::Images(_) | Part::Unreadable { .. } => None,
    }?;
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Whether the heading is the whole of this text; blanks do not count, since a title is one line.
fn is_said(text: &str, heading: &Heading) -> bool {
    let bare = |c: &char| !c.is_whitespace();
    let detail = heading.detail.as_deref().unwrap_or_default();
    let said = heading.title.chars().chain(detail.chars());
    text.chars().filter(bare).eq(said.filter(bare))
}

#[cfg(test)]
mod tests;
