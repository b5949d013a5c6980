//! Source lines around a call.

use glint_model::ink::{Ink, Inked, ink};
use glint_model::reveal::reveal;
use glint_model::stack_trace::hit;
use glint_model::wire::entry::Frame;
use leptos::prelude::*;

/// The lines around the call with the line itself marked, or that line alone, or nothing.
pub fn source(frame: &Frame, platform: Option<&str>) -> Option<AnyView> {
    let platform = frame.platform.as_deref().or(platform);
    let (numbers, lines, hit) = lines_of(frame)?;
    let shown: Vec<&str> = lines.iter().map(String::as_str).collect();
    let file = frame.filename.as_deref().or(frame.abs_path.as_deref());
    let lines: Vec<AnyView> = ink(&shown, platform, file)
        .into_iter()
        .zip(numbers)
        .enumerate()
        .map(|(place, (pieces, number))| line(number, pieces, hit == Some(place)))
        .collect();
    Some(view! { <div class="src" role="group" aria-label="Source">{lines}</div> }.into_any())
}

/// Numbers, lines, and which of them was called.
type Lines = (Vec<Option<i64>>, Vec<String>, Option<usize>);

fn lines_of(frame: &Frame) -> Option<Lines> {
    let context = frame.context.as_deref().unwrap_or_default();
    if context.is_empty() {
        let text = frame.context_line.as_deref().filter(|text| !text.trim().is_empty())?;
        let number = frame.line_no.filter(|number| *number > 0);
        return Some((vec![number], vec![reveal(text)], Some(0)));
    }
    let numbers = context.iter().map(|(number, _)| Some(*number)).collect();
    let lines = context
        .iter()
        .map(|(_, text)| reveal(text.as_deref().unwrap_or_default()));
    Some((numbers, lines.collect(), hit(frame)))
}

fn line(number: Option<i64>, pieces: Inked<'_>, is_hit: bool) -> AnyView {
    let pieces: Vec<AnyView> = pieces
        .into_iter()
        .map(|(ink, piece)| {
            let piece = piece.to_owned();
            match class(ink) {
                Some(class) => view! { <span class=class>{piece}</span> }.into_any(),
                None => piece.into_any(),
            }
        })
        .collect();
    view! {
        <div class=if is_hit { "hit" } else { "" } aria-current=is_hit.then_some("true")>
            <span class="ln">{number}</span>
            <span class="code">{pieces}</span>
        </div>
    }
    .into_any()
}

fn class(ink: Ink) -> Option<&'static str> {
    match ink {
        Ink::Plain => None,
        Ink::Keyword => Some("k"),
        Ink::Text => Some("st"),
        Ink::Number => Some("nu"),
        Ink::Comment => Some("co"),
    }
}
