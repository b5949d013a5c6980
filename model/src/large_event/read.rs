//! Putting a large event together.

use super::outline::{Node, Outline, Part};
use super::pieces::{array, list, map, reduced, some_items};
use crate::wire::entry::Entry;
use crate::wire::event::Event;
use crate::wire::raw::Raw;
use serde_json::{Error, Map, Value, from_str};
use std::sync::Arc;

/// Reads an event piece by piece. After each piece comes a `pause`, which is told how many bytes were read since the
/// last one. Large entries stay unread.
pub async fn read_event(outline: &Outline, pause: &impl AsyncFn(usize)) -> Result<Event, Error> {
    let (text, root) = (&outline.text, &outline.root);
    if !root.is_object() {
        return from_str(root.of(text));
    }
    let mut large: Vec<(String, &Node)> = Vec::new();
    let head = reduced(text, root, |key, node| {
        let empty = match key {
            "entries" | "tags" | "errors" if node.is_array() => "[]",
            "packages" | "contexts" | "context" | "user" | "sdk" | "userReport" | "user_report" if node.is_object() => {
                "{}"
            }
            _ => return None,
        };
        large.push((key.to_owned(), node));
        Some(empty)
    });
    let mut event: Event = from_str(&head)?;
    pause(head.len()).await;
    for (key, node) in large {
        if key == "entries" {
            event.entries = entries(text, node, pause).await?;
        } else if key == "tags" {
            event.tags = list(text, node, pause).await?;
        } else if key == "errors" {
            event.errors = Some(array(text, node, pause).await?);
        } else if let Some(place) = map_of(&mut event, &key) {
            *place = Some(map(text, node, pause).await?);
        }
    }
    Ok(event)
}

fn map_of<'e>(event: &'e mut Event, key: &str) -> Option<&'e mut Option<Map<String, Value>>> {
    Some(match key {
        "packages" => &mut event.packages,
        "contexts" => &mut event.contexts,
        "context" => &mut event.context,
        "user" => &mut event.user,
        "sdk" => &mut event.sdk,
        "userReport" | "user_report" => &mut event.user_report,
        _ => return None,
    })
}

async fn entries(text: &Arc<String>, node: &Node, pause: &impl AsyncFn(usize)) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    for part in &node.parts {
        match part {
            Part::Some(span) => {
                entries.extend(some_items::<Entry>(text, span)?);
                pause(part.size()).await;
            }
            Part::Large { value, .. } => {
                let (entry, size) = large_entry(text, value)?;
                entries.push(entry);
                pause(size).await;
            }
        }
    }
    Ok(entries)
}

/// An entry whose data is not looked at when it is large, and how many bytes of it were.
fn large_entry(text: &Arc<String>, node: &Node) -> Result<(Entry, usize), Error> {
    if !node.is_object() {
        return Ok((from_str(node.of(text))?, node.span.len()));
    }
    let mut data = None;
    let head = reduced(text, node, |key, value| {
        (key == "data").then(|| {
            data = Some(value.clone());
            "null"
        })
    });
    let mut entry: Entry = from_str(&head)?;
    if let Some(data) = data {
        entry.data = Raw::piece(Arc::clone(text), data);
    }
    Ok((entry, head.len()))
}
