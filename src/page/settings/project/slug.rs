//! The slug: shown to be copied, and changed only by those who open the form for it. Not every server keeps another one, so its
//! answer is looked at.

use super::general_form::not_kept_text;
use super::place::Place;
use crate::api::projects::update_project;
use crate::reactive::{maybe, spawn};
use crate::route::{ProjectPart, Route, Step};
use crate::ui::copy_button::copy_button;
use crate::ui::form::{FieldName, Sheet, TextEntry, TextKind, save_button};
use glint_model::project_form::{not_kept, slug_problem};
use glint_model::wire::project::UpdateProject;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const SLUG: &str = "project-slug";

const FIELDS: &[FieldName] = &[FieldName {
    id: SLUG,
    label: "New slug",
    wire: "slug",
}];

/// The panel.
pub fn slug_panel(place: Place) -> AnyView {
    let slug = place.slug().to_string();
    let copied = slug.clone();
    view! {
        <section class="panel" aria-labelledby="prj-slug">
            <header><h2 id="prj-slug">"Slug"</h2></header>
            <div class="panel-body">
                <p class="prj-code">
                    <code>{slug}</code>
                    {copy_button("btn quiet icon small", "Copy the slug", "Slug", move || copied.clone())}
                </p>
                <p class="hint">"Stands in addresses, and in commands that upload source maps."</p>
                {maybe(move || (place.may.get() == Some(true)).then(|| change(place)))}
            </div>
        </section>
    }
    .into_any()
}

fn change(place: Place) -> AnyView {
    let (slug, sheet) = (RwSignal::new(place.slug().to_string()), Sheet::new(FIELDS));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send(place, sheet, slug);
    };
    view! {
        <details class="prj-details">
            <summary>"Change the slug"</summary>
            <form novalidate=true on:submit=submit>
                <p class="form-note warning">
                    "Links to the project’s settings and scripts that name the slug stop working. Events still arrive: keys stay. \
                     Not every server keeps another slug; whether this one did is said afterwards."
                </p>
                {sheet.complaints()}
                {sheet.text(TextEntry {
                    id: SLUG,
                    is_optional: false,
                    hint: "Letters, digits, “-” and “_”.".into_any(),
                    kind: TextKind::Address,
                    example: "",
                    value: slug,
                    check: slug_problem,
                })}
                <div class="panel-foot">{save_button("Change the slug", "Changing…", sheet.is_busy())}</div>
            </form>
        </details>
    }
    .into_any()
}

fn send(place: Place, sheet: Sheet, slug: RwSignal<String>) {
    let wanted = slug.get_untracked().trim().to_owned();
    let is_same = wanted == place.slug().as_str();
    let wrong = slug_problem(&wanted).or_else(|| is_same.then(|| "This is the slug that it has.".to_owned()));
    let wrong: Vec<(&'static str, String)> = wrong.into_iter().map(|text| (SLUG, text)).collect();
    let Some(project) = untrack(|| place.project.ready()).filter(|_| sheet.begin(&wrong)) else {
        return;
    };
    let body = UpdateProject {
        name: project.name,
        platform: project.platform,
        slug: Some(wanted),
        event_throttle_rate: None,
    };
    spawn(async move {
        match update_project(&place.organization(), &place.slug(), &body).await {
            Ok(answer) => {
                let missing = not_kept(&body, &answer);
                if !missing.is_empty() && answer.slug == place.slug() {
                    return sheet.object(not_kept_text(&missing));
                }
                sheet.done();
                place.refresh();
                place.toasts.say(format!("The slug is “{}” now", answer.slug));
                let organization = place.organization();
                place.leave_for(
                    &Route::project(&organization, &answer.slug, ProjectPart::General),
                    Step::Replace,
                );
            }
            Err(error) => sheet.refuse(&error, "The slug was not changed."),
        }
    });
}
