//! Source lines around a call.

use glint_model::ink::{Ink, ink};
use glint_model::reveal::reveal;
use glint_model::stack_trace::hit;
use glint_model::wire::entry::Frame;
use leptos::prelude::*;

/// The lines around the call with the line itself marked, or that line alone, or nothing.
pub fn source(frame: &Frame, platform: Option<&str>) -> Option<AnyView> {
    let platform = frame.platform.as_deref().or(platform);
    let context = frame.context.as_deref().unwrap_or_default();
    if context.is_empty() {
        let text = frame.context_line.as_deref().filter(|text| !text.trim().is_empty())?;
        let number = frame.line_no.filter(|number| *number > 0);
        return Some(block(vec![line(number, text, true, platform)]));
    }
    let hit = hit(frame);
    let lines = context
        .iter()
        .enumerate()
        .map(|(place, (number, text))| {
            line(
                Some(*number),
                text.as_deref().unwrap_or_default(),
                hit == Some(place),
                platform,
            )
        })
        .collect();
    Some(block(lines))
}

fn block(lines: Vec<AnyView>) -> AnyView {
    view! { <div class="src" role="group" aria-label="Source">{lines}</div> }.into_any()
}

fn line(number: Option<i64>, text: &str, is_hit: bool, platform: Option<&str>) -> AnyView {
    let text = reveal(text);
    let pieces: Vec<AnyView> = ink(&text, platform)
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
