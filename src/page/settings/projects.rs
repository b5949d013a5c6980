//! All projects: `/{organization}/projects` by itself, `/{organization}/settings/projects` in the settings. One page, with the
//! same `?text&platform&team&sort`.

mod board;
mod row;
mod tools;
mod volumes;

use super::absent::{is_absent, no_organization};
use super::frame::{Frame, Section, framed};
use super::rows::focus_row;
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
use glint_model::text::{counted, thousands};
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

/// What the list is called.
const LIST: &str = "Projects";

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
    let is_none = Memo::new(move |_| board.order.with(Vec::is_empty));
    match stage {
        Stage::Waiting => waiting(8).into_any(),
        Stage::Absent => no_organization(),
        Stage::Failed(error) => failed(error, move || board.list.reload()).into_any(),
        Stage::Empty => first_run(board),
        Stage::Rows => view! {
            {tools::tools(board)}
            {maybe(move || uncounted(board))}
            {changing(move || if is_none.get() { nothing_found(board) } else { rows(board) })}
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

/// Why some have no count.
fn uncounted(board: Board) -> Option<AnyView> {
    let (count, why) = board.volumes.failure()?;
    let projects = counted(count as u64, "project", "projects");
    let text = format!("Events of {projects} could not be counted. {why}");
    Some(
        view! {
            <p class="form-note warning prj-note" role="status">
                <span>{text}</span>
                <button class="btn small" type="button" on:click=move |_| {
                    tools::focus_field();
                    board.volumes.retry();
                }>
                    "Try again"
                </button>
            </p>
        }
        .into_any(),
    )
}

fn nothing_found(board: Board) -> AnyView {
    nothing(
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
    .into_any()
}

/// A row that looks the same stays where it is, and so does the focus in it.
fn rows(board: Board) -> AnyView {
    let shown = move || {
        let most = if board.shows_all.get() { usize::MAX } else { MOST_SHOWN };
        let places = board.order.get();
        board.projects.with(|projects| {
            let shown = places.iter().take(most).filter_map(|at| projects.get(*at));
            shown.cloned().collect::<Vec<_>>()
        })
    };
    let more = move || {
        let count = board.order.with(Vec::len);
        (count > MOST_SHOWN && !board.shows_all.get()).then(|| {
            let show = move |_| {
                board.shows_all.set(true);
                focus_row(LIST, MOST_SHOWN);
            };
            view! {
                <button class="btn prj-more" type="button" on:click=show>{format!("Show all {}", thousands(count as u64))}</button>
            }
            .into_any()
        })
    };
    view! {
        <ul class="things prj-list" aria-label=LIST>
            <For each=shown key=row::looks children=move |project| row::row(board, &project) />
        </ul>
        {maybe(more)}
    }
    .into_any()
}
