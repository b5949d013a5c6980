//! An organization: a line that opens to its projects. Its figures are asked for when it is opened.

use super::board::Board;
use super::desk::Desk;
use super::rows::{need, opened};
use super::star::star;
use crate::reactive::{aria, changing, maybe};
use crate::route::{Route, SettingsPart, UptimePart};
use crate::ui::form::refused_button;
use crate::ui::icon::{Icon, icon};
use glint_model::access::Right;
use glint_model::home::{Figure, Shelf};
use glint_model::id::OrganizationSlug;
use glint_model::reveal::reveal;
use glint_model::text::{counted, initials, thousands};
use leptos::prelude::*;

/// How many names a closed organization shows of what a search finds in it.
const MOST_NAMES: usize = 5;

/// The id of the button that opens an organization.
pub fn turn_id(slug: &OrganizationSlug) -> String {
    format!("home-turn-{slug}")
}

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
    let of_need = slug.clone();
    let needs = move || {
        let (board, order) = is_open.get().then(|| desk.figures(&of_need))??;
        Some(need(board, order))
    };
    view! {
        <section class="panel home-org" aria-labelledby=labelled_by>
            <header>
                <h2 id=heading>
                    <button
                        class="home-turn"
                        type="button"
                        id=turn_id(&slug)
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
                {maybe(needs)}
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
            counts.map(|counts| counts.of_none().down())
        })?;
        let monitors_word = if down.count == 1 && !down.capped {
            "monitor"
        } else {
            "monitors"
        };
        let text = format!("{} {monitors_word} without a project down", down.label());
        (down.count > 0).then(|| {
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
