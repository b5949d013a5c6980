//! How to send events to the project, whether one has come already or not.

use super::place::Place;
use crate::reactive::maybe;
use crate::setup_guide::setup_guide;
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// The section.
pub fn guide(place: Place) -> AnyView {
    // The guide is the same until the platform is another one, or the first event is there.
    let about = Memo::new(move |_| {
        place.project.with(|load| {
            let Project {
                name,
                platform,
                first_event,
                ..
            } = load.ready()?;
            Some((name.clone(), platform.clone(), first_event.is_some()))
        })
    });
    let arrived = Callback::new(move |()| {
        place.project.refresh();
        place.refresh();
    });
    maybe(move || {
        about.get()?;
        let project = untrack(|| place.project.ready())?;
        let guide = setup_guide(place.organization(), project, arrived);
        Some(view! { <div class="panel prj-guide">{guide}</div> }.into_any())
    })
}
