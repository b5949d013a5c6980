//! The projects of an organization that is open, and how many of them need attention.

use super::board::Board;
use super::desk::Desk;
use super::order::{Order, STEP};
use super::project::{link_id, project};
use crate::browser::{dom, intl, wait};
use crate::reactive::{changing, changing_text, maybe, spawn};
use crate::ui::state::waiting;
use glint_model::chart::Precision;
use glint_model::home::{Need, Shelf};
use glint_model::id::{OrganizationSlug, ProjectId};
use glint_model::text::{counted, thousands};
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// What is in an organization that is open.
pub fn opened(desk: Desk, shelf: &Shelf) -> AnyView {
    let slug = shelf.organization.slug.clone();
    if !desk.has_projects.get() {
        return match desk.projects_problem() {
            Some(_) => view! { <p class="home-none">"Its projects are not known."</p> }.into_any(),
            None => waiting(3).into_any(),
        };
    }
    let Some((board, order)) = desk.figures(&slug) else {
        return ().into_any();
    };
    if shelf.projects.is_empty() {
        return view! {
            <p class="home-none">"There is no project in it yet. A project stands for one application, service or website."</p>
        }
        .into_any();
    }
    // Those with a star are among the first ones, whatever their names are.
    let mut projects = shelf.projects.clone();
    untrack(|| {
        desk.stars
            .with(|stars| projects.sort_by_key(|project| !stars.has_project(&project.id)))
    });
    let (found, all, projects) = (projects.len(), shelf.all, StoredValue::new(projects));
    let shown = move |count: usize| projects.with_value(|all| all.get(..count).unwrap_or(all).to_vec());
    let list = move || {
        let shown = shown(order.count.get());
        desk.in_page(|| board.ask(&shown));
        untrack(|| order.show(&shown, all));
        rows(desk, board, order, &slug, shown)
    };
    let more = move || {
        let count = order.count.get();
        let rest = found.checked_sub(count).filter(|rest| *rest > 0)?;
        let next = projects.with_value(|all| all.get(count).map(|project| project.id.clone()));
        let press = move |_| {
            order.count.update(|count| *count += STEP);
            // The button may be gone with the last of them.
            focus_link(next.clone());
        };
        let label = format!("Show {} more", thousands(rest.min(STEP) as u64));
        let text = format!(
            "{} are not shown and not asked about. ",
            counted(rest as u64, "project", "projects")
        );
        Some(
            view! {
                <p class="home-none">
                    {text}
                    <button class="btn small" type="button" on:click=press>{label}</button>
                </p>
            }
            .into_any(),
        )
    };
    view! { {changing(list)} {maybe(more)} }.into_any()
}

fn focus_link(project: Option<ProjectId>) {
    spawn(async move {
        wait::frame().await;
        dom::focus(project.and_then(|project| dom::by_id(&link_id(&project))));
    });
}

/// The projects that are shown, in their order.
fn rows(desk: Desk, board: Board, order: Order, slug: &OrganizationSlug, shown: Vec<Project>) -> AnyView {
    let (slug, shown) = (slug.clone(), StoredValue::new(shown));
    let rows = move || {
        let order = order.projects.get();
        shown.with_value(|shown| {
            let in_order = order
                .iter()
                .filter_map(|id| shown.iter().find(|project| project.id == *id));
            in_order
                .map(|one| project(desk, board, &slug, one))
                .collect::<Vec<_>>()
                .into_any()
        })
    };
    view! {
        <ul
            class="home-projects"
            id=order.list_id()
            on:mouseleave=move |_| order.settle()
            on:focusout=move |_| spawn(async move {
                wait::frame().await;
                order.settle();
            })
        >
            {changing(rows)}
        </ul>
    }
    .into_any()
}

/// How many of them need attention, once that can be said; and that they could stand first, while they do not since the list
/// is being used.
pub fn need(board: Board, order: Order) -> AnyView {
    let said = move || order.need.get().map(Need::sentence).unwrap_or_default();
    let as_of = move || {
        let at = board.as_of.get()?;
        let text = format!("as of {}", intl::label(at, Precision::Minute));
        Some(view! { <span class="said">{text}</span> }.into_any())
    };
    let offer = move || {
        let need = order.is_due.get().then(|| order.need.get())??;
        let press = move |_| {
            order.take();
            focus_link(order.projects.with_untracked(|projects| projects.first().cloned()));
        };
        Some(view! { <button class="btn small" type="button" on:click=press>{need.offer()}</button> }.into_any())
    };
    view! {
        <span class="said" role="status">{changing_text(said)}</span>
        {maybe(as_of)}
        {maybe(offer)}
    }
    .into_any()
}
