//! All projects: `/{organization}/projects` by itself, `/{organization}/settings/projects` in the settings. One page, with the
//! same `?text&platform&team&sort`.

mod board;
mod row;
mod tools;
mod volumes;

use super::absent::{is_absent, no_organization};
use super::frame::{Frame, Section, framed};
use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::reactive::{changing, maybe};
use crate::route::{Route, SettingsPart, Step};
use crate::ui::form::refused_button;
use crate::ui::icon::{Icon, icon};
use crate::ui::nav_drawer::nav_toggle;
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use board::{Board, MOST_SHOWN};
use glint_model::access::Right;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::project_list::ProjectListView;
use leptos::prelude::*;

/// The page.
pub fn project_list_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Projects.name().to_owned());
    let board = Board::open(organization.clone());
    let actions = maybe(move || create(board));
    let inside = changing(move || body(board, &board.stage.get()));
    if board.is_in_settings {
        return framed(Frame {
            organization,
            section: Section::Projects,
            heading: None,
            actions,
            inside,
        });
    }
    view! {
        <div class="bar settings-bar">
            {nav_toggle()}
            <h1>"Projects"</h1>
            <div class="end">{actions}</div>
        </div>
        <div class="settings-page">{inside}</div>
    }
    .into_any()
}

/// What there is to show.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Waiting,
    Absent,
    Failed(ApiError),
    /// No project at all.
    Empty,
    Rows,
}

impl Stage {
    fn of(board_list: &Load<usize>, open: Option<OpenOrganization>) -> Self {
        match board_list {
            _ if is_absent(open) => Self::Absent,
            Load::Ready(0) => Self::Empty,
            Load::Ready(_) => Self::Rows,
            Load::Failed(error) => Self::Failed(error.clone()),
            Load::Loading | Load::Slow => Self::Waiting,
        }
    }
}

fn body(board: Board, stage: &Stage) -> AnyView {
    match stage {
        Stage::Waiting => waiting(8).into_any(),
        Stage::Absent => no_organization(),
        Stage::Failed(error) => failed(error, move || board.list.reload()).into_any(),
        Stage::Empty => first_run(board),
        Stage::Rows => view! {
            {tools::tools(board)}
            {changing(move || rows(board))}
        }
        .into_any(),
    }
}

/// What can be done by those who may, and the reason for those who may not.
fn create(board: Board) -> Option<AnyView> {
    Some(if board.may.get()? {
        let new = Route::settings(&board.organization.get_value(), SettingsPart::NewProject);
        view! {
            <a class="btn primary" href=new.href()>
                {icon(Icon::Add, "")}
                "Create project"
            </a>
        }
        .into_any()
    } else {
        refused_button("Create project", Some(Icon::Add), Right::Projects.reason())
    })
}

fn first_run(board: Board) -> AnyView {
    nothing(
        "This organization has no projects yet",
        "A project collects the issues of one application. Create one, put its DSN into the application, and the first error \
         appears here within seconds.",
        maybe(move || create(board)),
    )
    .into_any()
}

fn rows(board: Board) -> AnyView {
    let places = board.order.get();
    if places.is_empty() {
        return nothing(
            "No project matches",
            "Other words, another platform or another team may find it.",
            view! {
                <button class="btn" type="button" on:click=move |_| {
                    board.typed.set(String::new());
                    board.show(Step::Stay, |view| {
                        *view = ProjectListView { sort: view.sort, ..ProjectListView::default() };
                    });
                    tools::focus_field();
                }>"Show all projects"</button>
            }
            .into_any(),
        )
        .into_any();
    }
    let most = if board.shows_all.get() { usize::MAX } else { MOST_SHOWN };
    let rows: Vec<AnyView> = board.projects.with(|projects| {
        let shown = places.iter().take(most).filter_map(|at| projects.get(*at));
        shown.map(|project| row::row(board, project)).collect()
    });
    let more = (places.len() > most).then(|| {
        let label = format!("Show all {}", places.len());
        view! {
            <button class="btn prj-more" type="button" on:click=move |_| board.shows_all.set(true)>{label}</button>
        }
        .into_any()
    });
    view! {
        <ul class="things prj-list" aria-label="Projects">{rows}</ul>
        {more}
    }
    .into_any()
}
