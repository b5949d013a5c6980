//! One line with its number, its colours, and what was found on it.

use super::reader::Reader;
use glint_model::json_lines::{Line, Piece, PieceKind, Search};
use glint_model::reveal::reveal;
use leptos::prelude::*;
use std::ops::Range;

/// Deeper levels are set in no further.
const DEEPEST: usize = 24;

/// Draws a line; `current` is the match that was gone to.
pub fn row(reader: Reader, index: usize, current: Option<usize>) -> AnyView {
    reader.with(|text, lines, search| {
        let Some(line) = lines.lines().get(index) else {
            return ().into_any();
        };
        let parts: Vec<AnyView> = line
            .pieces(text)
            .into_iter()
            .map(|piece| part(text, &piece, search, current))
            .collect();
        view! {
            <div class="json-line">
                <span class="no" aria-hidden="true">{index + 1}</span>
                <code>{indent(line)}{parts}</code>
            </div>
        }
        .into_any()
    })
}

fn indent(line: &Line) -> String {
    let more = usize::from(line.is_more());
    "  ".repeat(line.depth().min(DEEPEST) + more)
}

fn part(text: &str, piece: &Piece, search: Option<&Search>, current: Option<usize>) -> AnyView {
    let class = match piece.kind {
        PieceKind::Key => "k",
        PieceKind::Text => "st",
        PieceKind::Word => "nu",
        PieceKind::Sign => "sign",
    };
    let found = search.map_or_else(Vec::new, |search| marks(search, &piece.range, current));
    let colon = (piece.kind == PieceKind::Key).then_some(": ");
    if found.is_empty() {
        let shown = reveal(text.get(piece.range.clone()).unwrap_or_default());
        return view! { <span class=class>{shown}</span>{colon} }.into_any();
    }
    let mut parts: Vec<AnyView> = Vec::new();
    let mut at = piece.range.start;
    let shown = |range: Range<usize>| reveal(text.get(range).unwrap_or_default());
    for (range, is_current) in found {
        parts.push(shown(at..range.start).into_any());
        at = range.end;
        let class = if is_current { "current" } else { "" };
        parts.push(view! { <mark class=class>{shown(range)}</mark> }.into_any());
    }
    parts.push(shown(at..piece.range.end).into_any());
    view! { <span class=class>{parts}</span>{colon} }.into_any()
}

/// The parts of matches within a place, and whether each is the one that was gone to.
fn marks(search: &Search, within: &Range<usize>, current: Option<usize>) -> Vec<(Range<usize>, bool)> {
    search
        .within(within)
        .filter_map(|index| {
            let found = search.get(index)?;
            let part = found.start.max(within.start)..found.end.min(within.end);
            (!part.is_empty()).then_some((part, current == Some(index)))
        })
        .collect()
}
