//! How to upload, with the project's own slugs in the commands.

use super::super::place::Place;
use super::super::snippet::code;
use crate::browser::dom;
use glint_model::project_form;
use leptos::prelude::*;

/// The panel.
pub fn how_to_upload(place: Place) -> AnyView {
    let (server, organization, project) = (dom::server(), place.organization(), place.slug());
    let maps = project_form::source_maps(&server, organization.as_str(), project.as_str());
    let debug = project_form::debug_files(&server, organization.as_str(), project.as_str());
    let (maps_copied, debug_copied) = (maps.clone(), debug.clone());
    view! {
        <section class="panel" aria-labelledby="prj-upload">
            <header><h2 id="prj-upload">"How to upload"</h2></header>
            <div class="panel-body">
                <p>
                    "The command line tool “sentry-cli” uploads from your build. It needs an auth token with the scopes \
                     project:releases, project:write and org:read; you make one in your account."
                </p>
                <h3>"Source maps of JavaScript"</h3>
                <p class="hint">"After the build and before it is deployed, in the folder that holds “dist”:"</p>
                {code("Copy the commands for source maps", "Commands for source maps", maps, move || maps_copied.clone())}
                <h3>"Debug files"</h3>
                <p class="hint">"Of native, Android and iOS builds:"</p>
                {code("Copy the commands for debug files", "Commands for debug files", debug, move || debug_copied.clone())}
            </div>
        </section>
    }
    .into_any()
}
