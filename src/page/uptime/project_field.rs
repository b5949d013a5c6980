//! The project of a monitor: whose recipients are told.

use crate::open_organization::OpenOrganization;
use crate::reactive::{changing, maybe};
use crate::ui::form::{Frame, Wiring, framed};
use glint_model::id::ProjectId;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// The project in a form.
pub struct ProjectField {
    /// The id of the list.
    pub id: &'static str,
    /// Which it is.
    pub chosen: Signal<Option<ProjectId>>,
    /// What it was called, in case it is none of those that are listed.
    pub known_name: Option<String>,
    /// What is wrong with it.
    pub problem: Signal<Option<String>>,
    /// Is told which was chosen.
    pub choose: Callback<Option<ProjectId>>,
}

/// The list of projects, and none of them; with a warning about none.
pub fn project_field(field: ProjectField) -> AnyView {
    let ProjectField {
        id,
        chosen,
        known_name,
        problem,
        choose,
    } = field;
    let open = OpenOrganization::get();
    // Sorting many names takes its time, so it is done once.
    let projects = Memo::new(move |_| {
        let projects = open.map(OpenOrganization::projects).unwrap_or_default();
        let all = projects.into_iter().map(|project| (project.id, reveal(&project.name)));
        all.collect::<Vec<_>>()
    });
    let frame = Frame {
        id,
        label: "Project",
        is_optional: true,
        hint: "Its uptime alerts tell people when the monitor goes down or up.".into_any(),
        problem,
    };
    let Wiring {
        id,
        described_by,
        is_invalid,
    } = frame.wiring();
    let chosen = Memo::new(move |_| chosen.get());
    let on_change = move |event| {
        let id = event_target_value(&event);
        choose.run((!id.is_empty()).then(|| ProjectId::new(id)));
    };
    let select = view! {
        <select class="input" id=id aria-describedby=described_by aria-invalid=is_invalid on:change=on_change>
            {changing(move || options(chosen.get().as_ref(), &projects.get(), known_name.as_deref()))}
        </select>
    }
    .into_any();
    view! {
        {framed(frame, select)}
        {maybe(move || chosen.get().is_none().then(|| view! {
            <p class="form-note warning" role="status">
                "Without a project nobody is told when it goes down: alerts belong to projects."
            </p>
        }.into_any()))}
    }
    .into_any()
}

fn options(chosen: Option<&ProjectId>, projects: &[(ProjectId, String)], known_name: Option<&str>) -> AnyView {
    let mut all: Vec<AnyView> = projects
        .iter()
        .map(|(id, name)| option(id, name.clone(), chosen == Some(id)))
        .collect();
    if let Some(id) = chosen.filter(|id| projects.iter().all(|(own, _)| own != *id)) {
        let name = known_name.map_or_else(|| format!("Project {id}"), reveal);
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
