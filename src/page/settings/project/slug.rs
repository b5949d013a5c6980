//! The slug: shown to be copied, and changed only by those who open the form for it. Not every server keeps another one, so its
//! answer is looked at.

use super::general_form::not_kept_text;
use super::place::Place;
use crate::api::projects::update_project;
use crate::form_draft::FormDraft;
use crate::reactive::{attribute, effect, maybe, spawn};
use crate::route::{ProjectPart, Route, Step};
use crate::ui::copy_button::copy_button;
use crate::ui::form::{FieldName, Frame, Sheet, TextField, TextKind, save_button, text_field};
use glint_model::project_form::{new_slug_problem, not_kept};
use glint_model::wire::project::UpdateProject;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

const SLUG: &str = "project-slug";

/// What the draft of the form is about.
pub const SLUG_DRAFT: &str = "slug";

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

#[derive(Clone, Copy)]
struct Form {
    place: Place,
    sheet: Sheet,
    draft: FormDraft,
    slug: RwSignal<String>,
}

fn change(place: Place) -> AnyView {
    let slug = RwSignal::new(place.slug().to_string());
    let form = Form {
        place,
        sheet: Sheet::new(FIELDS),
        draft: FormDraft::open(place.draft_about(SLUG_DRAFT), vec![("slug", slug)]),
        slug,
    };
    let sheet = form.sheet;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit();
    };
    // What was typed on an earlier visit is not hidden.
    let is_open = RwSignal::new(false);
    let is_unsaved = form.draft.is_unsaved();
    effect(move || {
        if is_unsaved.get() {
            is_open.set(true);
        }
    });
    view! {
        <details class="prj-details" open=is_open>
            <summary>"Change the slug"</summary>
            <form novalidate=true on:submit=submit>
                <p class="form-note warning">
                    "Links to the project’s settings and scripts that name the slug stop working. Events still arrive: keys stay. \
                     Not every server keeps another slug; whether this one did is said afterwards."
                </p>
                {form.draft.note()}
                {sheet.complaints()}
                {text_field(TextField {
                    frame: Frame {
                        id: SLUG,
                        label: sheet.label(SLUG),
                        is_optional: false,
                        hint: "Letters, digits, “-” and “_”.".into_any(),
                        problem: sheet.problem(SLUG, move || form.problem_on_the_way()),
                    },
                    kind: TextKind::Address,
                    value: attribute(move || slug.get()),
                    example: "",
                    typed: Callback::new(move |typed| {
                        slug.set(typed);
                        sheet.changed(SLUG);
                    }),
                    left: Callback::new(move |()| sheet.left(SLUG, slug.with_untracked(|slug| slug.trim().is_empty()))),
                })}
                <div class="panel-foot">{save_button("Change the slug", "Changing…", sheet.is_busy())}</div>
            </form>
        </details>
        {form.draft.guard()}
    }
    .into_any()
}

impl Form {
    /// What is wrong with what is typed; that it is the slug as it is goes without saying until it is sent. Tracked.
    fn problem_on_the_way(self) -> Option<String> {
        let own = self.place.slug();
        self.slug
            .with(|slug| slug.trim() != own.as_str())
            .then(|| self.problem())?
    }

    /// What is wrong with what is typed; tracked.
    fn problem(self) -> Option<String> {
        let own = self.place.slug();
        self.slug.with(|slug| {
            let among = self.place.open.and_then(|open| {
                open.with(|details| {
                    let taken = details.projects.iter().map(|project| project.slug.as_str());
                    new_slug_problem(slug, own.as_str(), taken)
                })
            });
            among.unwrap_or_else(|| new_slug_problem(slug, own.as_str(), std::iter::empty()))
        })
    }

    fn submit(self) {
        let wrong = untrack(|| self.problem());
        let wrong: Vec<(&'static str, String)> = wrong.into_iter().map(|text| (SLUG, text)).collect();
        if self.sheet.begin(&wrong) {
            spawn(self.send());
        }
    }

    async fn send(self) {
        const REFUSED: &str = "The slug was not changed.";
        let Self { place, sheet, .. } = self;
        let saved = self.draft.done_later();
        let wanted = self.slug.get_untracked().trim().to_owned();
        let (organization, own) = (place.organization(), place.slug());
        let name = match place.name_now().await {
            Ok(name) => name,
            Err(error) => return sheet.refuse(&error, REFUSED),
        };
        let body = UpdateProject {
            name,
            slug: Some(wanted),
            ..UpdateProject::default()
        };
        match update_project(&organization, &own, &body).await {
            Ok(answer) => {
                let missing = not_kept(&body, &answer);
                if !missing.is_empty() && answer.slug == own {
                    return sheet.object(not_kept_text(&missing));
                }
                saved();
                sheet.done();
                place.refresh();
                place.toasts.say(format!("The slug is “{}” now", answer.slug));
                place.leave_for(
                    &Route::project(&organization, &answer.slug, ProjectPart::General),
                    Step::Replace,
                );
            }
            Err(error) => sheet.refuse(&error, REFUSED),
        }
    }
}
