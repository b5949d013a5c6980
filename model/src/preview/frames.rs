//! The top of a stack trace: a handful of frames, the application's own before the libraries'.

use super::cut;
use crate::reveal::reveal;
use crate::stack_trace::{self, FrameOrder, Row, chain, frame_title, hit, rows};
use crate::text::thousands;
use crate::wire::entry::{Exception, ExceptionData, Frame};

/// So many frames are shown.
const MOST_FRAMES: usize = 5;

/// Names and paths longer than this many characters are cut.
const LONGEST_NAME: usize = 200;

/// Source lines longer than this many characters are cut: in minified code a line may be the whole file.
const LONGEST_SOURCE: usize = 240;

/// The top of a stack trace. Hostile text, one line each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frames {
    /// Which exception it is, when what was thrown came without frames: `caused by KeyError`.
    pub of: Option<String>,
    /// The newest call first; never empty.
    pub lines: Vec<FrameLine>,
    /// How many frames there are besides.
    pub left_out: usize,
    /// The source line of the first one, if it was sent.
    pub source: Option<String>,
}

/// One frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrameLine {
    /// The function; never empty.
    pub function: String,
    /// `shop/gateway.py:88:4`, as much of it as is known.
    pub place: Option<String>,
    /// Whether it is the application's own code.
    pub is_app: bool,
    /// How often it stands there in a row; 1 without repetition.
    pub times: usize,
}

impl Frames {
    /// The first frame and its source line, to be read out.
    pub fn spoken(&self) -> String {
        let first = self.lines.first().map(FrameLine::spoken).unwrap_or_default();
        let of = self.of.as_deref().map(|of| format!("{of}, ")).unwrap_or_default();
        let source = self
            .source
            .as_deref()
            .map(|source| format!(": {source}"))
            .unwrap_or_default();
        format!("{of}{first}{source}.")
    }

    /// How many frames are not shown, in words; none when all are.
    pub fn rest(&self) -> Option<String> {
        match self.left_out {
            0 => None,
            1 => Some("1 more frame".to_owned()),
            count => Some(format!("{} more frames", thousands(count as u64))),
        }
    }
}

impl FrameLine {
    /// `charge in shop/gateway.py:88`.
    pub fn spoken(&self) -> String {
        match &self.place {
            Some(place) => format!("{} in {place}", self.function),
            None => self.function.clone(),
        }
    }
}

/// The top frames of what was thrown, or else of the first exception below it that has any.
pub(super) fn top(data: &ExceptionData, platform: Option<&str>) -> Option<Frames> {
    let (link, frames) = chain(data).into_iter().find_map(|link| {
        let frames = frames_of(data.values.get(link.exception_index)?);
        (!frames.is_empty()).then_some((link, frames))
    })?;
    // What the application did comes before what it called; where it did nothing, the libraries are what there is.
    let show = if frames.iter().any(|frame| frame.in_app == Some(true)) {
        stack_trace::Frames::AppOnly
    } else {
        stack_trace::Frames::All
    };
    let shown: Vec<(&Frame, usize)> = rows(frames, FrameOrder::NewestFirst, show)
        .into_iter()
        .filter_map(|row| match row {
            Row::Frame { index, times } => Some((frames.get(index)?, times)),
            Row::Folded { .. } => None,
        })
        .take(MOST_FRAMES)
        .collect();
    let counted: usize = shown.iter().map(|(_, times)| times).sum();
    let kind = data
        .values
        .get(link.exception_index)
        .and_then(|one| one.kind.as_deref());
    Some(Frames {
        of: link.relation.map(|relation| {
            format!("{} {}", relation.label(), name(kind.unwrap_or_default()))
                .trim_end()
                .to_owned()
        }),
        left_out: frames.len().saturating_sub(counted),
        source: shown.first().and_then(|(frame, _)| source(frame)),
        lines: shown
            .into_iter()
            .map(|(frame, times)| line(frame, times, platform))
            .collect(),
    })
}

fn frames_of(exception: &Exception) -> &[Frame] {
    let frames = exception.stacktrace.as_ref().and_then(|trace| trace.frames.as_deref());
    frames.unwrap_or_default()
}

fn line(frame: &Frame, times: usize, platform: Option<&str>) -> FrameLine {
    let title = frame_title(frame, platform);
    let number = |number: Option<i64>| number.map(|number| format!(":{number}")).unwrap_or_default();
    let place = title.file.or(title.module).map(|file| {
        // A column without a line says nothing.
        let column = title.column.filter(|_| title.line.is_some());
        format!("{}{}{}", name(&file), number(title.line), number(column))
    });
    FrameLine {
        function: name(&title.function),
        place,
        is_app: frame.in_app == Some(true),
        times,
    }
}

fn source(frame: &Frame) -> Option<String> {
    let own = frame.context_line.as_deref().filter(|text| !text.trim().is_empty());
    let text = own.or_else(|| {
        let (_, text) = frame.context.as_deref()?.get(hit(frame)?)?;
        text.as_deref()
    })?;
    let text = reveal(&cut(text.trim(), LONGEST_SOURCE)).replace(['\n', '\r', '\t'], " ");
    (!text.is_empty()).then_some(text)
}

fn name(text: &str) -> String {
    reveal(&cut(text.trim(), LONGEST_NAME))
}
