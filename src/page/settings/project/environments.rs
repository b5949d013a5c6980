//! The environments that events named: shown in lists, or hidden from them.

use super::place::Place;
use crate::api::environments::{list_project_environments, set_environment_hidden};
use crate::load::{Load, load};
use crate::reactive::{aria, attribute, changing, changing_text, spawn};
use crate::ui::form::refused_button;
use crate::ui::state::{failed, nothing, waiting};
use glint_model::access::Right;
use glint_model::project_form::distinct;
use glint_model::reveal::reveal;
use glint_model::wire::environment::Environment;
use leptos::prelude::*;

/// The section.
pub fn environments(place: Place) -> AnyView {
    let list = load(move |cancel| {
        let (organization, project) = (place.organization(), place.slug());
        Box::pin(async move {
            let all = list_project_environments(&organization, &project, &cancel).await?;
            Ok(distinct(all))
        })
    });
    let body = move || {
        match list.get() {
        Load::Ready(all) if all.is_empty() => nothing(
            "No environments yet",
            "They come from events: set “environment” in the SDK, such as “production” or “staging”, and the first event brings \
             it here.",
            ().into_any(),
        )
        .into_any(),
        Load::Ready(all) => {
            let rows: Vec<AnyView> = all.into_iter().map(|environment| row(place, environment)).collect();
            view! { <ul class="things" aria-label="Environments">{rows}</ul> }.into_any()
        }
        Load::Failed(error) => failed(&error, move || list.reload()).into_any(),
        Load::Loading | Load::Slow => view! { <div class="panel-body">{waiting(4)}</div> }.into_any(),
    }
    };
    view! {
        <section class="panel" aria-labelledby="prj-environments">
            <header><h2 id="prj-environments">"Environments"</h2></header>
            <p class="note">
                "A hidden environment is left out of the choice above the issues. Its events are still taken and listed."
            </p>
            {changing(body)}
        </section>
    }
    .into_any()
}

fn row(place: Place, environment: Environment) -> AnyView {
    let is_hidden = RwSignal::new(environment.is_hidden == Some(true));
    let is_busy = RwSignal::new(false);
    let name = reveal(&environment.name);
    let label = {
        let name = name.clone();
        attribute(move || format!("{} {name}", if is_hidden.get() { "Show" } else { "Hide" }))
    };
    let toggle = StoredValue::new(environment);
    let button = move || match place.may.get() {
        Some(true) => view! {
            <button
                class="btn small"
                type="button"
                aria-label=label
                aria-disabled=aria(move || is_busy.get())
                on:click=move |_| flip(place, &toggle.get_value(), is_hidden, is_busy)
            >
                {changing_text(move || if is_hidden.get() { "Show" } else { "Hide" }.to_owned())}
            </button>
        }
        .into_any(),
        Some(false) => refused_button("Hide or show", None, Right::Projects.reason()),
        None => ().into_any(),
    };
    view! {
        <li>
            <div class="what">
                <b>{name}</b>
                <small>{changing_text(move || if is_hidden.get() { "Hidden" } else { "Shown" }.to_owned())}</small>
            </div>
            <div class="acts">{changing(button)}</div>
        </li>
    }
    .into_any()
}

/// Shows the change at once, and takes it back when the server refuses it.
fn flip(place: Place, environment: &Environment, is_hidden: RwSignal<bool>, is_busy: RwSignal<bool>) {
    if is_busy.get_untracked() {
        return;
    }
    let wanted = !is_hidden.get_untracked();
    is_hidden.set(wanted);
    is_busy.set(true);
    let environment = environment.clone();
    spawn(async move {
        let name = reveal(&environment.name);
        let answer = set_environment_hidden(&place.organization(), &place.slug(), &environment, wanted).await;
        is_busy.try_set(false);
        match answer {
            Ok(answer) if answer.is_hidden == Some(!wanted) => {
                is_hidden.try_set(!wanted);
                place
                    .toasts
                    .say_problem(format!("The server accepts that for “{name}” but does not save it."));
            }
            Ok(_) => place
                .toasts
                .say(format!("“{name}” is {} now", if wanted { "hidden" } else { "shown" })),
            Err(error) => {
                is_hidden.try_set(!wanted);
                place
                    .toasts
                    .say_problem(format!("“{name}” was not changed. {}", error.sentence()));
            }
        }
    });
}
