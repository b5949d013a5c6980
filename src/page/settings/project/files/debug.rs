//! Debug files of the project, where the server lists them.

use super::super::place::Place;
use crate::api::debug_files::list_debug_files;
use crate::load::{Load, load};
use crate::reactive::changing;
use crate::ui::state::{failed, nothing, waiting};
use crate::ui::time::long_time;
use glint_model::error::ApiError;
use glint_model::project_form::size_text;
use glint_model::reveal::reveal;
use glint_model::wire::debug_file::DebugFile;
use leptos::prelude::*;

/// The panel; none where the server does not know of debug files.
pub fn debug_files(place: Place) -> AnyView {
    let list = load(move |cancel| {
        let (organization, project) = (place.organization(), place.slug());
        Box::pin(async move { list_debug_files(&organization, &project, &cancel).await })
    });
    changing(move || {
        let inside = match list.get() {
            // Servers of 2025 only take uploads there.
            Load::Failed(ApiError::NotFound | ApiError::Server(405)) => return ().into_any(),
            Load::Failed(error) => failed(&error, move || list.reload()).into_any(),
            Load::Loading | Load::Slow => view! { <div class="panel-body">{waiting(3)}</div> }.into_any(),
            Load::Ready(all) if all.is_empty() => nothing(
                "No debug files yet",
                "They make native and minified mobile traces readable. How to upload them stands below.",
                ().into_any(),
            )
            .into_any(),
            Load::Ready(all) => {
                let rows: Vec<AnyView> = all.iter().map(row).collect();
                view! { <ul class="things" aria-label="Debug files">{rows}</ul> }.into_any()
            }
        };
        view! {
            <section class="panel" aria-labelledby="prj-debug">
                <header><h2 id="prj-debug">"Debug files"</h2></header>
                {inside}
            </section>
        }
        .into_any()
    })
}

fn row(file: &DebugFile) -> AnyView {
    let kind = file.symbol_type.clone().unwrap_or_default();
    let id = file.debug_id.clone().or_else(|| file.uuid.clone()).unwrap_or_default();
    let facts = [kind, file.cpu_name.clone(), size_text(file.size), id];
    let facts: Vec<String> = facts
        .iter()
        .filter(|fact| !fact.is_empty())
        .map(|fact| reveal(fact))
        .collect();
    view! {
        <li>
            <div class="what">
                <b>{reveal(&file.object_name)}</b>
                <small>{facts.join(" · ")}</small>
            </div>
            <small class="faint">{long_time(file.date_created)}</small>
        </li>
    }
    .into_any()
}
