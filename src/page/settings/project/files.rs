//! Source maps and debug files: what was uploaded, and how to upload.

mod debug;
mod releases;
mod upload;

use super::place::Place;
use leptos::prelude::*;

/// The section.
pub fn files(place: Place) -> AnyView {
    view! {
        {releases::releases(place)}
        {debug::debug_files(place)}
        {upload::how_to_upload(place)}
    }
    .into_any()
}
