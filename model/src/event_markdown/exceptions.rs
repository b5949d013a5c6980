//! Exceptions: what each says, the application's own frames with their source, then the whole trace.

use super::json;
use super::outline::{Block, LONGEST_FACT, LONGEST_TEXT, Part, as_sent, fact_list, named};
use super::span::{Span, Writer, clipped};
use crate::csp;
use crate::stack_trace::{FrameOrder, Frames, Row, chain, frame_title, hit, raw, rows};
use crate::wire::entry::{Entry, Exception, ExceptionData, Frame};
use crate::wire::event::Event;
use serde_json::{Map, Value};

/// So many exceptions of a chain go along with their frames; the raw trace has all of them.
const MOST_EXCEPTIONS: usize = 8;
/// So many frames of each.
const MOST_FRAMES: usize = 12;
/// A line of source is cut after so many bytes: minified code has one line.
const LONGEST_SOURCE: usize = 240;
/// So many lines of the raw trace go along, half of them from each end.
const MOST_RAW_LINES: usize = 300;

/// The parts for what went wrong.
pub fn parts(event: &Event, with_locals: bool) -> Vec<Part> {
    let mut parts = Vec::new();
    for entry in &event.entries {
        parts.extend(match entry.kind.as_str() {
            "exception" => match entry.read::<ExceptionData>() {
                Ok(data) => of_chain(&data, event.platform.as_deref(), with_locals),
                Err(_) => as_sent(entry),
            },
            "csp" => report(entry).unwrap_or_else(|| as_sent(entry)),
            _ => Vec::new(),
        });
    }
    parts
}

/// The local variables alone.
pub fn locals(event: &Event) -> Vec<Part> {
    let platform = event.platform.as_deref();
    let mut blocks = Vec::new();
    for entry in event.entries.iter().filter(|entry| entry.kind == "exception") {
        let Ok(data) = entry.read::<ExceptionData>() else {
            continue;
        };
        for link in chain(&data).into_iter().take(MOST_EXCEPTIONS) {
            let frames = frames_of(&data.values[link.exception_index]);
            blocks.extend(shown(frames).filter_map(|(frame, _)| variables(frame, platform)));
        }
    }
    named("Local variables", blocks)
}

fn of_chain(data: &ExceptionData, platform: Option<&str>, with_locals: bool) -> Vec<Part> {
    let mut parts: Vec<Part> = chain(data)
        .into_iter()
        .take(MOST_EXCEPTIONS)
        .map(|link| {
            let exception = &data.values[link.exception_index];
            let name = link.relation.map_or_else(
                || "Exception".to_owned(),
                |relation| format!("Exception ({})", relation.label()),
            );
            Part {
                name,
                about: Some(Span::line(
                    exception.kind.as_deref().unwrap_or_default(),
                    None,
                    LONGEST_FACT,
                ))
                .filter(|kind| !kind.is_empty()),
                blocks: of_exception(exception, platform, with_locals),
            }
        })
        .collect();
    let whole = raw(data, platform);
    if !whole.trim().is_empty() {
        parts.push(Part::new("Stack trace", vec![Block::code("", "", both_ends(&whole))]));
    }
    parts
}

fn of_exception(exception: &Exception, platform: Option<&str>, with_locals: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(value) = exception.value.as_deref().filter(|value| !value.trim().is_empty()) {
        blocks.push(Block::code("", "", Span::of(&clipped(value, LONGEST_TEXT))));
    }
    let mechanism = exception.mechanism.as_ref();
    let mut facts: Map<String, Value> = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            facts.insert(name.to_owned(), value);
        }
    };
    put("Module", exception.module.clone().map(Value::from));
    put("Caught by", mechanism.and_then(|own| own.kind.clone()).map(Value::from));
    let handled = mechanism.and_then(|own| own.handled);
    put(
        "Handled",
        handled.map(|is_so| Value::from(if is_so { "yes" } else { "no" })),
    );
    let facts = fact_list(facts.iter().map(|(name, value)| (name.as_str(), value)));
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    let frames = frames_of(exception);
    let mut out = Writer::default();
    for (frame, times) in shown(frames) {
        source(&mut out, frame, times, platform);
    }
    if out.len() > 0 {
        blocks.push(Block::code("Frames of the application, newest first", "", out.finish()));
    }
    if with_locals {
        blocks.extend(shown(frames).filter_map(|(frame, _)| variables(frame, platform)));
    }
    blocks
}

fn frames_of(exception: &Exception) -> &[Frame] {
    let trace = exception.stacktrace.as_ref();
    trace.and_then(|trace| trace.frames.as_deref()).unwrap_or_default()
}

/// The application's own frames, or the ones that stand for them where there are none, and how often each is repeated.
fn shown(frames: &[Frame]) -> impl Iterator<Item = (&Frame, usize)> {
    rows(frames, FrameOrder::NewestFirst, Frames::AppOnly)
        .into_iter()
        .filter_map(|row| match row {
            Row::Frame { index, times } => Some((frames.get(index)?, times)),
            Row::Folded { .. } => None,
        })
        .take(MOST_FRAMES)
}

/// `shop/cart.py:88:5 in charge`, and the lines around it.
fn source(out: &mut Writer, frame: &Frame, times: usize, platform: Option<&str>) {
    if out.len() > 0 {
        out.own("\n");
    }
    let title = frame_title(frame, platform);
    if let Some(file) = &title.file {
        out.push(file, None);
        for number in [title.line, title.column].into_iter().flatten() {
            out.own(&format!(":{number}"));
        }
        out.own(" in ");
    }
    out.push(&title.function, None);
    out.own(&if times > 1 {
        format!(" (× {times})\n")
    } else {
        "\n".to_owned()
    });
    let at = hit(frame);
    for (place, (number, code)) in frame.context.iter().flatten().enumerate() {
        out.own(&format!("{} {number:>5}  ", if Some(place) == at { ">" } else { " " }));
        out.push(
            &clipped(code.as_deref().unwrap_or_default().trim_end(), LONGEST_SOURCE),
            None,
        );
        out.own("\n");
    }
    if frame.context.as_ref().is_none_or(Vec::is_empty)
        && let Some(code) = frame.context_line.as_deref().filter(|code| !code.trim().is_empty())
    {
        out.own(">        ");
        out.push(&clipped(code.trim(), LONGEST_SOURCE), None);
        out.own("\n");
    }
}

fn variables(frame: &Frame, platform: Option<&str>) -> Option<Block> {
    let vars = frame.vars.as_ref().filter(|vars| !vars.is_empty())?;
    Some(Block::Code {
        caption: "Local variables of",
        of: Some(Span::line(&frame_title(frame, platform).function, None, LONGEST_FACT)),
        language: "json",
        text: json::pretty_map(vars),
    })
}

/// The trace with repeated lines told once, and without its middle where it is long.
fn both_ends(whole: &str) -> Span {
    let mut lines: Vec<(&str, usize)> = Vec::new();
    for line in whole.lines() {
        match lines.last_mut() {
            Some((last, times)) if *last == line => *times += 1,
            _ => lines.push((line, 1)),
        }
    }
    let mut out = Writer::default();
    let half = MOST_RAW_LINES / 2;
    for (at, (line, times)) in lines.iter().enumerate() {
        let is_middle = lines.len() > MOST_RAW_LINES && at >= half && at < lines.len() - half;
        if is_middle && at == half {
            out.own(&format!("… {} more lines …\n", lines.len() - 2 * half));
        }
        if is_middle {
            continue;
        }
        out.push(&clipped(line, 2 * LONGEST_FACT), None);
        out.own("\n");
        if *times > 1 {
            out.own(&format!("… the same line {} more times …\n", times - 1));
        }
    }
    out.finish()
}

fn report(entry: &Entry) -> Option<Vec<Part>> {
    let fields: Map<String, Value> = entry.read().ok()?;
    let mut blocks = Vec::new();
    if let Ok(report) = serde_json::from_value(Value::Object(fields.clone())) {
        blocks.push(Block::code(
            "",
            "",
            Span::of(&clipped(&csp::sentence(&report), LONGEST_TEXT)),
        ));
    }
    blocks.push(Block::Facts(fact_list(
        fields.iter().map(|(name, value)| (name.as_str(), value)),
    )));
    Some(named("Content Security Policy report", blocks))
}
