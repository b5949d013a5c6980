//! What was found in an outline, for the list beside the preview.

use super::outline::{Block, Outline};
use super::span::Span;
use crate::redact::Kind;
use std::collections::BTreeSet;

/// What was found of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The kind.
    pub kind: Kind,
    /// How often something of it stands there.
    pub count: usize,
    /// How many different ones they are.
    pub values: usize,
    /// In which parts, and how often in each.
    pub places: Vec<(String, usize)>,
}

/// What was found, by kind: the most dangerous first. Kinds of which nothing was found are left out.
pub fn findings(outline: &Outline) -> Vec<Finding> {
    let spans = spans(outline);
    Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let mut values: BTreeSet<&str> = BTreeSet::new();
            let mut places: Vec<(String, usize)> = Vec::new();
            for (place, span) in &spans {
                let mut end = 0;
                for found in span.found.iter().filter(|found| found.kind == kind) {
                    // The same, found by its name and by its shape.
                    if found.range.start < end {
                        continue;
                    }
                    end = found.range.end;
                    values.insert(span.text.get(found.range.clone()).unwrap_or_default());
                    match places.last_mut().filter(|(last, _)| last == place) {
                        Some((_, count)) => *count += 1,
                        None => places.push(((*place).to_owned(), 1)),
                    }
                }
            }
            (!places.is_empty()).then(|| Finding {
                kind,
                count: places.iter().map(|(_, count)| count).sum(),
                values: values.len(),
                places,
            })
        })
        .collect()
}

fn spans(outline: &Outline) -> Vec<(&str, &Span)> {
    let mut all = vec![("Title", &outline.title)];
    for part in &outline.parts {
        let name = part.name.as_str();
        all.extend(part.about.iter().map(|span| (name, span)));
        for block in &part.blocks {
            match block {
                Block::Facts(facts) => all.extend(facts.iter().flat_map(|(key, value)| [(name, key), (name, value)])),
                Block::Code { of, text, .. } => all.extend(of.iter().chain([text]).map(|span| (name, span))),
                Block::Note(_) => {}
            }
        }
    }
    all
}
