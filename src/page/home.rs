//! All organizations with their projects: `/`, and `/?text=` for those that a search finds. Names stand there with the first
//! answer; figures follow, each by itself.

mod board;
mod desk;
mod figures;
mod first_steps;
mod order;
mod organization;
mod project;
mod queue;
mod rows;
mod search;
mod star;

use crate::browser::{dom, wait};
use crate::organization_creation::creation;
use crate::reactive::{changing, maybe, spawn};
use crate::route::Route;
use crate::ui::form::refused_button;
use crate::ui::icon::{Icon, icon};
use crate::ui::nav_drawer::nav_toggle;
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use desk::{Desk, Shown};
use glint_model::home::{Creation, Shelf};
use leptos::prelude::*;

/// The most organizations that are drawn before somebody asks for all.
const MOST_SHOWN: usize = 100;

/// The page.
pub fn home_page() -> AnyView {
    let desk = Desk::open();
    let creation = creation();
    page_title(|| "Home".to_owned());
    let new_organization = move || match creation.get() {
        Some(Creation::Refused) => refused_button("Create organization", Some(Icon::Add), Creation::REASON),
        _ => view! {
            <a class="btn" href=Route::NewOrganization.href()>
                {icon(Icon::Add, "")}
                "Create organization"
            </a>
        }
        .into_any(),
    };
    view! {
        <div class="bar home-bar">
            {nav_toggle()}
            <h1>"Home"</h1>
            <div class="end">{maybe(move || desk.has_organizations.get().then(new_organization))}</div>
        </div>
        <div class="home">{changing(move || body(desk, creation))}</div>
    }
    .into_any()
}

fn body(desk: Desk, creation: Memo<Option<Creation>>) -> AnyView {
    match desk.shown.get() {
        Shown::Nothing => waiting(8).into_any(),
        Shown::Failed(error) => failed(&error, move || desk.reload()).into_any(),
        Shown::Organizations => view! {
            {changing(move || first_steps::first_steps(desk, creation.get()))}
            {maybe(move || desk.has_organizations.get().then(|| list(desk)))}
        }
        .into_any(),
    }
}

fn list(desk: Desk) -> AnyView {
    let shows_all = RwSignal::new(false);
    let shelves = move || {
        let found = desk.found.get();
        if found.is_empty() {
            return nothing_found(desk);
        }
        let count = if shows_all.get() { found.len() } else { MOST_SHOWN };
        let rest = found.len().saturating_sub(count);
        let more = (rest > 0).then(|| {
            let next = found
                .get(count)
                .map(|shelf| organization::turn_id(&shelf.organization.slug));
            let press = move |_| {
                shows_all.set(true);
                focus_later(next.clone());
            };
            view! {
                <button class="btn" type="button" on:click=press>
                    {format!("Show all {} organizations", found.len())}
                </button>
            }
            .into_any()
        });
        let sections: Vec<AnyView> = found
            .iter()
            .take(count)
            .map(|shelf: &Shelf| organization::organization(desk, shelf))
            .collect();
        view! { {sections} {more} }.into_any()
    };
    view! {
        {search::search(desk)}
        {maybe(move || desk.projects_problem().map(|error| failed(&error, move || desk.reload_projects()).into_any()))}
        {changing(shelves)}
    }
    .into_any()
}

/// Moves the focus to what has just come, in place of the button that let it come.
fn focus_later(id: Option<String>) {
    spawn(async move {
        wait::frame().await;
        dom::focus(id.and_then(|id| dom::by_id(&id)));
    });
}

/// Until the projects are here, it is not known what a search finds.
fn nothing_found(desk: Desk) -> AnyView {
    let has_projects = desk.has_projects.get();
    if !has_projects && desk.projects_problem().is_none() {
        return waiting(6).into_any();
    }
    let show_all = move |_| {
        desk.clear_search();
        focus_later(Some(search::FIELD.to_owned()));
    };
    let clear = view! { <button class="btn" type="button" on:click=show_all>"Show all"</button> };
    let (title, text) = if has_projects {
        (
            "Nothing is called so",
            "Every word has to be in the name of the project, its platform, or the name of its organization.",
        )
    } else {
        (
            "No organization is called so",
            "Which projects there are is not known, so they were not searched.",
        )
    };
    nothing(title, text, clear.into_any()).into_any()
}
