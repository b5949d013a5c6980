//! Breadcrumbs side by side, the latest first: what happened in both, and what in one only. When is not compared.

use super::{ComparedRow, align};
use crate::wire::breadcrumb::{Breadcrumb, BreadcrumbsData};
use crate::wire::event::Event;

/// Every breadcrumb of both.
pub fn crumbs(left: &Event, right: &Event) -> Vec<ComparedRow> {
    let (left, right) = (lines(left), lines(right));
    align::in_order(&left, &right)
        .into_iter()
        .map(|(a, b)| ComparedRow {
            name: String::new(),
            left: a.and_then(|at| left.get(at)).cloned(),
            right: b.and_then(|at| right.get(at)).cloned(),
        })
        .collect()
}

fn lines(event: &Event) -> Vec<String> {
    let entries = event.entries.iter().filter(|entry| entry.kind == "breadcrumbs");
    let mut lines: Vec<String> = entries
        .filter_map(|entry| entry.read::<BreadcrumbsData>().ok())
        .flat_map(|data| data.read().items)
        .map(|crumb| line(&crumb))
        .collect();
    lines.reverse();
    lines
}

fn line(crumb: &Breadcrumb) -> String {
    let data = crumb
        .data
        .as_ref()
        .filter(|data| !data.is_null())
        .map(ToString::to_string);
    let parts = [
        crumb.category.clone().or_else(|| crumb.kind.clone()),
        crumb.message.clone(),
        data.filter(|data| data != "{}"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join("  ")
}
