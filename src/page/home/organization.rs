//! An organization: a line that opens to its projects. Its figures are asked for when it is opened.

use super::board::Board;
use super::desk::Desk;
use super::order::Order;
use super::project::project;
use super::star::star;
use crate::browser::{dom, wait};
use crate::reactive::{aria, changing, maybe, spawn};
use crate::route::{Route, SettingsPart, UptimePart};
use crate::ui::form::refused_button;
use crate::ui::icon::{Icon, icon};
use crate::ui::state::waiting;
use glint_model::access::Right;
use glint_model::home::{Figure, Shelf, attention};
use glint_model::id::{OrganizationSlug, ProjectId};
use glint_model::reveal::reveal;
use glint_model::text::{counted, initials, thousands};
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// How many projects are shown, and asked about, before somebody asks for more.
const STEP: usize = 24;
/// How many names a closed organization shows of what a search finds in it.
const MOST_NAMES: usize = 5;

/// A section of the page.
pub fn organization(desk: Desk, shelf: &Shelf) -> AnyView {
    let slug = shelf.organization.slug.clone();
    let name = shelf.organization.name.clone();
    let ids = [
        format!("home-of-{slug}"),
        format!("home-in-{slug}"),
        format!("home-star-{slug}"),
    ];
    let [heading, inside, star_id] = ids;
    let labelled_by = heading.clone();
    let (asked, turned) = (slug.clone(), slug.clone());
    let is_open = Memo::new(move |_| desk.is_open(&asked));
    let (starred, toggled) = (slug.clone(), slug.clone());
    let star = star(
        desk,
        star_id,
        &name,
        move |stars| stars.has_organization(&starred),
        move |stars| {
            stars.toggle_organization(&toggled);
        },
    );
    let refuses = (!shelf.organization.is_accepting_events).then(|| {
        view! { <span class="home-alarm">{icon(Icon::Warning, "")} "Everything sent to it is refused"</span> }
            .into_any()
    });
    let (of_bar, of_body) = (slug.clone(), shelf.clone());
    let body = move || match is_open.get() {
        true => opened(desk, &of_body),
        false => closed(desk, &of_body),
    };
    let bar = move || {
        let board = is_open.get().then(|| desk.board(&of_bar))??;
        Some(view! { {alarms(board, &of_bar)} {create_project(board, &of_bar)} }.into_any())
    };
    view! {
        <section class="panel home-org" aria-labelledby=labelled_by>
            <header>
                <h2 id=heading>
                    <button
                        class="home-turn"
                        type="button"
                        aria-expanded=aria(move || is_open.get())
                        aria-controls=inside.clone()
                        on:click=move |_| desk.turn(&turned)
                    >
                        {icon(Icon::Right, "")}
                        <span class="badge" aria-hidden="true">{initials(&name)}</span>
                        <span class="home-name">{reveal(&name)}</span>
                    </button>
                </h2>
                <span class="said">{said(desk, shelf)}</span>
                {refuses}
                <div class="end">
                    {maybe(bar)}
                    <a
                        class="btn quiet"
                        href=Route::issues(&slug).href()
                        aria-label=format!("Issues of {}", reveal(&name))
                    >
                        {icon(Icon::Issue, "")}
                        "Issues"
                    </a>
                    {star}
                </div>
            </header>
            <div id=inside>{changing(body)}</div>
        </section>
    }
    .into_any()
}

fn said(desk: Desk, shelf: &Shelf) -> AnyView {
    let (found, all) = (shelf.projects.len(), shelf.all);
    maybe(move || {
        let text = match desk.has_projects.get() {
            false => return None,
            true if found == all => counted(all as u64, "project", "projects"),
            true => format!(
                "{} of {}",
                thousands(found as u64),
                counted(all as u64, "project", "projects")
            ),
        };
        Some(text.into_any())
    })
}

/// What needs attention in the organization as a whole.
fn alarms(board: Board, slug: &OrganizationSlug) -> AnyView {
    let query = vec![("status".to_owned(), "down".to_owned())];
    let monitors = Route::Uptime {
        organization: slug.clone(),
        part: UptimePart::Monitors,
        query,
    };
    maybe(move || {
        let down = board.monitors.with(|monitors| {
            let counts = monitors.known().and_then(Option::as_ref);
            counts.map_or(0, |counts| counts.of_none.down)
        });
        let text = format!("{} without a project down", counted(down, "monitor", "monitors"));
        (down > 0).then(|| {
            view! { <a class="home-alarm" href=monitors.href()>{icon(Icon::Uptime, "")} {text}</a> }.into_any()
        })
    })
}

/// The way to a new project, by the reader's rights in this organization. It keeps its place until they are known.
pub fn create_project(board: Board, slug: &OrganizationSlug) -> AnyView {
    let href = Route::settings(slug, SettingsPart::NewProject).href();
    changing(move || match board.may_create.get() {
        Figure::Known(false) => refused_button("Create project", Some(Icon::Add), Right::Projects.reason()),
        Figure::Asked => view! {
            <span class="btn home-later" aria-hidden="true">{icon(Icon::Add, "")} "Create project"</span>
        }
        .into_any(),
        // Who cannot be told is let try: the server decides.
        Figure::Known(true) | Figure::Unknown => view! {
            <a class="btn" href=href.clone()>{icon(Icon::Add, "")} "Create project"</a>
        }
        .into_any(),
    })
}

/// Nothing; or the names of what a search finds.
fn closed(desk: Desk, shelf: &Shelf) -> AnyView {
    if !desk.is_searching.get() || shelf.projects.is_empty() {
        return ().into_any();
    }
    let slug = &shelf.organization.slug;
    let names: Vec<AnyView> = shelf
        .projects
        .iter()
        .take(MOST_NAMES)
        .map(|project| {
            let href = super::project::place(slug, project).href();
            view! { <li><a class="link" href=href>{reveal(&project.name)}</a></li> }.into_any()
        })
        .collect();
    let rest = shelf.projects.len().saturating_sub(MOST_NAMES);
    let rest = (rest > 0).then(|| view! { <li>{format!("and {} more", thousands(rest as u64))}</li> }.into_any());
    view! { <ul class="home-names">{names} {rest}</ul> }.into_any()
}

fn opened(desk: Desk, shelf: &Shelf) -> AnyView {
    let slug = shelf.organization.slug.clone();
    if !desk.has_projects.get() {
        return match desk.projects_problem() {
            Some(_) => view! { <p class="home-none">"Its projects are not known."</p> }.into_any(),
            None => waiting(3).into_any(),
        };
    }
    let Some(board) = desk.board(&slug) else {
        return ().into_any();
    };
    if shelf.projects.is_empty() {
        return view! {
            <p class="home-none">"There is no project in it yet. A project stands for one application, service or website."</p>
        }
        .into_any();
    }
    let count = RwSignal::new(STEP);
    // Those with a star are among the first ones, whatever their names are.
    let mut projects = shelf.projects.clone();
    untrack(|| {
        desk.stars
            .with(|stars| projects.sort_by_key(|project| !stars.has_project(&project.id)))
    });
    let (all, projects) = (projects.len(), StoredValue::new(projects));
    let list_id = format!("home-list-{slug}");
    let rows = move || {
        let count = count.get();
        projects.with_value(|all| rows(desk, board, &slug, all.get(..count).unwrap_or(all)))
    };
    let more = move || {
        let rest = all.checked_sub(count.get()).filter(|rest| *rest > 0)?;
        let list_id = list_id.clone();
        let press = move |_| {
            count.update(|count| *count += STEP);
            let list_id = list_id.clone();
            // The button may be gone with the last of them.
            spawn(async move {
                wait::frame().await;
                dom::focus_in_place(dom::by_id(&list_id));
            });
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
    view! { {changing(rows)} {maybe(more)} }.into_any()
}

/// The projects that are shown, in their order.
fn rows(desk: Desk, board: Board, slug: &OrganizationSlug, projects: &[Project]) -> AnyView {
    desk.in_page(|| board.ask(projects));
    let list_id = format!("home-list-{slug}");
    let ids: Vec<ProjectId> = projects.iter().map(|project| project.id.clone()).collect();
    let order = Order::open(desk, board, list_id.clone(), ids.clone());
    let (slug, all) = (slug.clone(), StoredValue::new(projects.to_vec()));
    let rows = move || {
        let order = order.projects.get();
        all.with_value(|all| {
            let in_order = order
                .iter()
                .filter_map(|id| all.iter().find(|project| project.id == *id));
            in_order
                .map(|one| project(desk, board, &slug, one))
                .collect::<Vec<_>>()
                .into_any()
        })
    };
    view! {
        {need(board, ids)}
        <ul
            class="home-projects"
            id=list_id
            tabindex="-1"
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

/// How many of them need attention, once all figures are here; read out when it is.
fn need(board: Board, projects: Vec<ProjectId>) -> AnyView {
    let said = move || {
        if !board.is_settled() {
            return None;
        }
        let needs = |id: &&ProjectId| {
            let standing = board.standing(id, false, true);
            let figures = standing.figures;
            figures.is_some_and(|(figures, monitors)| !attention(&figures, monitors).is_empty())
        };
        let count = projects.iter().filter(needs).count() as u64;
        let text = match count {
            0 => "Nothing here needs attention".to_owned(),
            1 => "1 project needs attention".to_owned(),
            count => format!("{} projects need attention", thousands(count)),
        };
        Some(text.into_any())
    };
    view! { <p class="visually-hidden" role="status">{maybe(said)}</p> }.into_any()
}
