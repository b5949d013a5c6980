//! What happened before: a line for each of the last breadcrumbs.

use super::json;
use super::outline::{Block, LONGEST_FACT, Part, named};
use super::span::{Writer, clipped};
use crate::wire::breadcrumb::BreadcrumbsData;
use crate::wire::entry::Entry;
use serde_json::{Map, Value};

/// So many go along, the last ones.
const MOST_CRUMBS: usize = 60;

/// The part; none when the entry cannot be read.
pub fn part(entry: &Entry) -> Option<Vec<Part>> {
    let data: BreadcrumbsData = entry.read().ok()?;
    let left_out = data.values.len().saturating_sub(MOST_CRUMBS);
    let last = BreadcrumbsData {
        values: data.values.into_iter().skip(left_out).collect(),
    };
    let mut out = Writer::default();
    for crumb in last.read().items {
        if out.len() > 0 {
            out.own("\n");
        }
        let mut is_first = true;
        let time = crumb.timestamp.map(|at| at.to_iso());
        let pieces = [
            time.as_ref(),
            crumb.level.as_ref(),
            crumb.category.as_ref().or(crumb.kind.as_ref()),
        ];
        let message = crumb.message.map(|message| clipped(&message, LONGEST_FACT));
        for piece in pieces
            .into_iter()
            .chain([message.as_ref()])
            .flatten()
            .filter(|piece| !piece.is_empty())
        {
            out.own(if is_first { "" } else { "  " });
            is_first = false;
            out.push(&piece.split_whitespace().collect::<Vec<_>>().join(" "), None);
        }
        if let Some(data) = crumb
            .data
            .filter(|data| !data.is_null() && *data != Value::Object(Map::new()))
        {
            out.own("  ");
            json::push_compact(&mut out, &data);
        }
    }
    if out.len() == 0 {
        return Some(Vec::new());
    }
    let mut blocks = vec![Block::code("", "", out.finish())];
    if left_out > 0 {
        blocks.insert(
            0,
            Block::Note(format!("The last {MOST_CRUMBS}; {left_out} earlier ones are left out.")),
        );
    }
    Some(named("Breadcrumbs", blocks))
}
