//! A form for a project: `/{organization}/settings/projects/new`. What comes next is the guide that sends its first event.

mod desk;
mod team_field;

use super::absent::{is_absent, no_organization};
use super::frame::{Frame, Section, framed};
use super::platform_picker::platform_grid;
use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::permission::has;
use crate::reactive::changing;
use crate::route::{Route, SettingsPart};
use crate::ui::form::{TextEntry, TextKind, save_button};
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use desk::{Desk, NAME};
use glint_model::access::Right;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::project_form::name_problem;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The page.
pub fn new_project_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| "Create a project".to_owned());
    let (open, may) = (OpenOrganization::get(), has(Right::Projects));
    let of = organization.clone();
    let stage = Memo::new(move |_| match may.get() {
        _ if is_absent(open) => Stage::Absent,
        Some(true) => failure(open).map_or(Stage::Form, Stage::Failed),
        Some(false) => Stage::MayNot,
        None => Stage::Waiting,
    });
    framed(Frame {
        organization,
        section: Section::Projects,
        heading: Some("Create a project".into_any()),
        actions: ().into_any(),
        inside: changing(move || match stage.get() {
            Stage::Waiting => waiting(6).into_any(),
            Stage::Absent => no_organization(),
            Stage::MayNot => may_not(&of),
            Stage::Failed(error) => failed(&error, move || reload(open)).into_any(),
            Stage::Form => form(&of),
        }),
    })
}

#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Waiting,
    Absent,
    MayNot,
    /// The teams could not be had.
    Failed(ApiError),
    Form,
}

/// Why the organization could not be asked for its teams; tracked.
fn failure(open: Option<OpenOrganization>) -> Option<ApiError> {
    open?.loader.get()?.with(|load| match load {
        Load::Failed(error) => Some(error),
        _ => None,
    })
}

fn reload(open: Option<OpenOrganization>) {
    if let Some(details) = open.and_then(|open| open.loader.get_untracked()) {
        details.reload();
    }
}

fn may_not(organization: &OrganizationSlug) -> AnyView {
    let list = Route::settings(organization, SettingsPart::Projects).href();
    nothing(
        "You may not create projects here",
        Right::Projects.reason(),
        view! { <a class="btn" href=list>"Back to the projects"</a> }.into_any(),
    )
    .into_any()
}

fn form(organization: &OrganizationSlug) -> AnyView {
    let desk = Desk::open(organization);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        desk.submit();
    };
    let back = Route::settings(organization, SettingsPart::Projects).href();
    view! {
        <form class="prj-new" novalidate=true on:submit=submit>
            {desk.draft.note()}
            {desk.sheet.complaints()}
            {desk.sheet.text(TextEntry {
                id: NAME,
                is_optional: false,
                hint: "People read it in lists and mails. Its slug is made of it.".into_any(),
                kind: TextKind::Line,
                example: "Shop API",
                value: desk.name,
                check: name_problem,
            })}
            {team_field::team_field(desk)}
            {platform_grid(desk.platform)}
            <div class="form-foot">
                <a class="btn" href=back>"Cancel"</a>
                {save_button("Create project", "Creating…", desk.sheet.is_busy())}
            </div>
        </form>
        {desk.draft.guard()}
    }
    .into_any()
}
