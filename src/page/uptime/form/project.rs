//! Whose recipients are told.

use super::desk::Desk;
use super::fields::field_id;
use crate::open_organization::OpenOrganization;
use crate::reactive::{changing, changing_text, maybe};
use crate::ui::form::{Frame, Wiring, framed};
use glint_model::id::ProjectId;
use glint_model::monitor_form::Field;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// The list of projects, and none of them.
pub fn project_field(desk: Desk) -> AnyView {
    let open = OpenOrganization::get();
    // Sorting many names takes its time, so it is done once.
    let projects = Memo::new(move |_| {
        let projects = open.map(OpenOrganization::projects).unwrap_or_default();
        let all = projects.into_iter().map(|project| (project.id, reveal(&project.name)));
        all.collect::<Vec<_>>()
    });
    let frame = Frame {
        id: field_id(Field::Project),
        label: "Project",
        is_optional: true,
        hint: changing_text(|| "Its uptime alerts tell people when the monitor goes down or up.".to_owned()),
        problem: Signal::derive(move || desk.problem(Field::Project)),
    };
    let Wiring {
        id,
        described_by,
        is_invalid,
    } = frame.wiring();
    let choose = move |event| {
        let id = event_target_value(&event);
        desk.change(Field::Project, |form| {
            form.project = (!id.is_empty()).then(|| ProjectId::new(id))
        });
    };
    let select = view! {
        <select class="input" id=id aria-describedby=described_by aria-invalid=is_invalid on:change=choose>
            {changing(move || options(desk, &projects.get()))}
        </select>
    }
    .into_any();
    let has_none = Memo::new(move |_| desk.form.with(|form| form.project.is_none()));
    view! {
        {framed(frame, select)}
        {maybe(move || has_none.get().then(|| view! {
            <p class="form-note warning" role="status">
                "Without a project nobody is told when it goes down: alerts belong to projects."
            </p>
        }.into_any()))}
    }
    .into_any()
}

/// Drawn anew when the projects come, or the choice changes by other means than the list itself.
fn options(desk: Desk, projects: &[(ProjectId, String)]) -> AnyView {
    let chosen = Memo::new(move |_| desk.form.with(|form| form.project.clone())).get();
    let mut all: Vec<AnyView> = projects
        .iter()
        .map(|(id, name)| option(id, name.clone(), chosen.as_ref() == Some(id)))
        .collect();
    // The project of a monitor may be none of those that are listed.
    if let Some(id) = chosen.as_ref().filter(|id| projects.iter().all(|(own, _)| own != *id)) {
        let name = desk.project_name.get_value();
        let name = name.map_or_else(|| format!("Project {id}"), |name| reveal(&name));
        all.insert(0, option(id, name, true));
    }
    view! {
        <option value="" selected=chosen.is_none()>"No project"</option>
        {all}
    }
    .into_any()
}

fn option(id: &ProjectId, name: String, is_chosen: bool) -> AnyView {
    view! { <option value=id.to_string() selected=is_chosen>{name}</option> }.into_any()
}
