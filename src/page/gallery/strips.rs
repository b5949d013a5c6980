//! Strips of results, few and many.

use super::samples::random;
use crate::reactive::maybe;
use crate::ui::chart::check_strip;
use glint_model::chart::{Cell, CellKind};
use leptos::prelude::*;
use std::sync::Arc;

/// One of each kind, and as many as the largest wall has.
pub(super) fn strips() -> AnyView {
    let has_many = RwSignal::new(false);
    let many = maybe(move || {
        let draw = |at| strip(&format!("Monitor {at}"), mixed(at, 60));
        let all = || (0..1500).map(draw).collect::<Vec<AnyView>>();
        has_many.get().then(|| all().into_any())
    });
    let of = |kind, count| vec![Cell { kind, height: 50 }; count];
    view! {
        {strip("Mixed", mixed(3, 60))}
        {strip("Up", of(CellKind::Up, 60))}
        {strip("Slow", of(CellKind::Slow, 60))}
        {strip("Down", of(CellKind::Down, 60))}
        {strip("Never checked", of(CellKind::None, 60))}
        {strip("Three checks", mixed(1, 3))}
        {strip("Two hundred checks", mixed(2, 200))}
        {strip("No checks", Vec::new())}
        <p>
            <button class="btn small" type="button" on:click=move |_| has_many.set(true)>
                "1500 strips"
            </button>
        </p>
        {many}
    }
    .into_any()
}

fn strip(name: &str, cells: Vec<Cell>) -> AnyView {
    let shown = name.to_owned();
    let all: Arc<[Cell]> = cells.into();
    let cells = Arc::clone(&all);
    let label = move |place: usize| {
        let what = match all.get(place).map(|cell| cell.kind) {
            Some(CellKind::Up) => "up, 41 ms",
            Some(CellKind::Slow) => "slow, 2.4 s",
            Some(CellKind::Down) => "down, timeout after 20 s",
            _ => "no check",
        };
        format!("23 Nov 2026, 09:{:02}: {what}", place % 60)
    };
    view! {
        <p class="faint">{shown}</p>
        {check_strip(format!("Checks of {name}"), Signal::stored(cells), label)}
    }
    .into_any()
}

fn mixed(seed: u64, count: usize) -> Vec<Cell> {
    let mut next = random(seed + 1);
    let cells = (0..count).map(|at| {
        let kind = match next() {
            luck if luck > 0.95 => CellKind::Down,
            luck if luck > 0.85 => CellKind::Slow,
            _ if at * 20 < count => CellKind::None,
            _ => CellKind::Up,
        };
        let duration = if kind == CellKind::Slow {
            900.0
        } else {
            100.0 + 400.0 * next()
        };
        Cell::of(kind, Some(duration), 1000.0)
    });
    cells.collect()
}
