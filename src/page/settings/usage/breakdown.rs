//! What the usage is made of, and what counts as an event.

use super::figures::Figures;
use crate::reactive::maybe;
use glint_model::text::thousands;
use glint_model::usage::{Counts, Kind, Part, percent_text};
use leptos::prelude::*;

/// The panel; nothing until it is known what came in.
pub fn breakdown_panel(figures: Figures) -> AnyView {
    let counts = Memo::new(move |_| figures.counts());
    maybe(move || counts.get().map(panel))
}

fn panel(counts: Counts) -> AnyView {
    let is_weighed = counts.is_weighed();
    let rows: Vec<AnyView> = counts.parts().into_iter().map(|part| row(part, is_weighed)).collect();
    let rules: Vec<AnyView> = Kind::ALL
        .into_iter()
        .map(|kind| view! { <li>{kind.rule()}</li> }.into_any())
        .collect();
    view! {
        <section class="panel" aria-labelledby="kinds-heading">
            <header><h2 id="kinds-heading">"By kind"</h2></header>
            <div class="panel-body">
                <table class="usage-kinds" aria-labelledby="kinds-heading">
                    <thead>
                        <tr>
                            <th scope="col">"Kind"</th>
                            <th scope="col">"Came in"</th>
                            <th scope="col">"Counts as"</th>
                            <th scope="col">"Share"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                <details>
                    <summary>"What counts as an event"</summary>
                    <ul>{rules}</ul>
                </details>
            </div>
        </section>
    }
    .into_any()
}

fn row(part: Part, is_weighed: bool) -> AnyView {
    // What the server has weighed is no number of checks or lines any more.
    let came = if is_weighed && matches!(part.kind, Kind::Uptime | Kind::Logs) {
        "not said".to_owned()
    } else {
        part.kind.text(part.count)
    };
    view! {
        <tr>
            <th scope="row">{part.kind.name()}</th>
            <td>{came}</td>
            <td>{thousands(part.events)}</td>
            <td>
                <span class="usage-share">
                    {percent_text(part.percent)}
                    <progress class="usage-bar" max="100" value=part.percent.to_string() aria-hidden="true"></progress>
                </span>
            </td>
        </tr>
    }
    .into_any()
}
