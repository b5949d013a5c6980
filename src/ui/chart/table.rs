//! The values as a table, built when it is opened.

use super::state::View;
use crate::reactive::maybe;
use glint_model::chart::{Table, table};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// More rows than this nobody reads.
const MOST_ROWS: usize = 200;

pub(super) fn table_below(view: View) -> AnyView {
    let is_open = RwSignal::new(false);
    let follow = move |event: Event| {
        let details = event
            .current_target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        is_open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let rows = maybe(move || {
        let shown = view.shown.get();
        if !is_open.get() {
            return None;
        }
        let table = view
            .chart
            .with(|chart| chart.as_ref().map(|chart| table(chart, shown, &view.clock, MOST_ROWS)))?;
        Some(rows(view, table))
    });
    view! {
        <details class="chart-table" on:toggle=move |event| follow(event.into())>
            <summary>"Show as table"</summary>
            {rows}
        </details>
    }
    .into_any()
}

fn rows(view: View, table: Table) -> AnyView {
    let note = table.note();
    let head: Vec<AnyView> = table
        .head
        .into_iter()
        .map(|name| view! { <th scope="col">{name}</th> }.into_any())
        .collect();
    let body: Vec<AnyView> = table
        .rows
        .into_iter()
        .map(|cells| {
            let mut cells = cells.into_iter();
            let time = cells.next();
            let cells: Vec<AnyView> = cells.map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
            view! { <tr><th scope="row">{time}</th>{cells}</tr> }.into_any()
        })
        .collect();
    let label = format!("{} as a table", view.title());
    view! {
        <p class="faint">{note}</p>
        <div class="chart-rows" role="region" tabindex="0" aria-label=label>
            <table>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}
