//! The end of a project, with its name typed.

use super::general_form::GENERAL_DRAFT;
use super::key_form::KeyAim;
use super::place::Place;
use super::slug::SLUG_DRAFT;
use crate::api::projects::delete_project;
use crate::reactive::changing;
use crate::route::{Route, SettingsPart, Step};
use crate::ui::form::{Asking, Question, refused_button};
use crate::ui::icon::{Icon, icon};
use glint_model::access::Right;
use glint_model::error::ApiError;
use leptos::prelude::*;

/// The panel.
pub fn delete_panel(place: Place) -> AnyView {
    let asking = Asking::closed();
    let button = move || match place.may.get() {
        Some(false) => refused_button("Delete the project", Some(Icon::Delete), Right::Projects.reason()),
        Some(true) => view! {
            <button class="btn danger" type="button" on:click=move |_| asking.open()>
                {icon(Icon::Delete, "")}
                "Delete the project"
            </button>
        }
        .into_any(),
        None => ().into_any(),
    };
    view! {
        <section class="panel" aria-labelledby="prj-delete">
            <header><h2 id="prj-delete">"Delete"</h2></header>
            <div class="panel-body">
                <p>"Takes the project away for good, with all its issues and events."</p>
                <div class="panel-foot">{changing(button)}</div>
            </div>
        </section>
        {asking.view(move || question(place, asking))}
    }
    .into_any()
}

fn question(place: Place, asking: Asking) -> Question {
    let name = place.project.ready().map(|project| project.name);
    Question {
        title: "Delete this project?".to_owned(),
        what_goes: view! {
            <p>
                "Its issues and events go, its keys, alerts, environments and uploaded files. What applications still send is \
                 refused. Nobody can undo that."
            </p>
            <p>"Monitors stay, but belong to no project then, so nobody is told when they go down."</p>
        }
        .into_any(),
        name,
        verb: "Delete the project",
        busy: "Deleting…",
        is_dangerous: true,
        run: Callback::new(move |()| delete(place, asking)),
    }
}

fn delete(place: Place, asking: Asking) {
    let name = untrack(|| place.name());
    let said = format!("“{name}” was deleted");
    let (organization, slug) = (place.organization(), place.slug());
    let after = Route::settings(&organization, SettingsPart::Projects);
    let work = async move {
        delete_project(&organization, &slug).await.map_err(|error| match error {
            ApiError::NotFound | ApiError::Forbidden(_) => {
                "You may not delete this project, or it is gone already.".to_owned()
            }
            error => format!("“{name}” was not deleted. {}", error.sentence()),
        })
    };
    asking.act(work, move |()| {
        for what in [GENERAL_DRAFT, SLUG_DRAFT, &KeyAim::New.draft_about()] {
            place.forget_draft(what);
        }
        place.gone();
        place.toasts.say(said);
        place.leave_for(&after, Step::Replace);
    });
}
