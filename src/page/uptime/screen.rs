//! The status of all monitors, for a screen on the wall: `/{organization}/uptime-monitors/screen?look=dark`. It shows everything
//! at once, refreshes itself, and says when it last could not.

mod board;
mod foot;
mod head;

use super::all_monitors::{AllMonitors, Stage};
use super::trouble::{is_unknown, no_monitors};
use crate::browser::listener::Listener;
use crate::browser::wake_lock::WakeLock;
use crate::browser::{full_screen, visibility};
use crate::open_organization::OpenOrganization;
use crate::reactive::{changing, truth};
use crate::route::{Route, UptimePart};
use crate::server::Server;
use crate::ui::page_title::page_title;
use crate::ui::state::{nothing, waiting};
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::monitor_wall::{Board, GroupBy, SortBy, arrange, find};
use leptos::prelude::*;
use std::sync::Arc;

/// The id of what is shown on the whole screen.
const SCREEN: &str = "uptime-screen";

/// The page's state.
#[derive(Clone, Copy)]
struct Screen {
    organization: StoredValue<OrganizationSlug>,
    all: AllMonitors,
    board: Memo<Board>,
    /// Whether it is dark whatever the theme is; in the URL.
    is_dark: Memo<bool>,
    is_full: RwSignal<bool>,
}

/// The page.
pub fn monitor_screen_page(organization: OrganizationSlug) -> impl IntoView {
    page_title(|| "Uptime screen".to_owned());
    let all = AllMonitors::open(organization.clone());
    let route = use_context::<Memo<Route>>();
    let screen = Screen {
        organization: StoredValue::new(organization),
        all,
        board: Memo::new(move |_| board_of(all)),
        is_dark: Memo::new(move |_| {
            route.is_some_and(|route| {
                route.with(|route| match route {
                    Route::Uptime { query, .. } => query.iter().any(|(name, value)| name == "look" && value == "dark"),
                    _ => false,
                })
            })
        }),
        is_full: RwSignal::new(full_screen::is_on()),
    };
    keep_lit();
    let listener = full_screen::on_change(move || {
        screen.is_full.try_set(full_screen::is_on());
    });
    keep(listener);
    view! {
        <section
            class="screen"
            id=SCREEN
            aria-label="Status of all monitors"
            class:dark=screen.is_dark
            class:stale=truth(move || screen.all.live.trouble().is_some())
        >
            {head::head(screen)}
            {body(screen)}
            {foot::foot(screen)}
        </section>
    }
}

impl Screen {
    fn list(self) -> Route {
        Route::uptime(&self.organization.get_value(), UptimePart::Monitors)
    }
}

fn board_of(all: AllMonitors) -> Board {
    let rows = all.standing();
    let order = arrange(&rows, GroupBy::None, SortBy::Status);
    let ids = order.iter().flat_map(|group| &group.rows);
    Board::of(ids.filter_map(|id| find(&rows, *id).map(Arc::clone)))
}

#[derive(Clone, PartialEq)]
enum Body {
    Waiting,
    Failed(ApiError),
    Empty,
    Board,
}

fn body(screen: Screen) -> AnyView {
    let (server, open) = (Server::get(), OpenOrganization::get());
    let body = Memo::new(move |_| {
        let has_rows = screen.all.rows.with(|rows| !rows.is_empty());
        match screen.all.stage.get() {
            _ if has_rows => Body::Board,
            _ if !server.has_uptime() => Body::Failed(ApiError::NotFound),
            Stage::Loading => Body::Waiting,
            Stage::Failed(error) => Body::Failed(error),
            _ if is_unknown(open) => Body::Failed(ApiError::NotFound),
            Stage::Part | Stage::Whole | Stage::Broken(_) => Body::Empty,
        }
    });
    changing(move || match body.get() {
        Body::Waiting => waiting(8).into_any(),
        Body::Failed(error) => no_monitors(open, &error, move || screen.all.reload()),
        Body::Empty => {
            let back = view! { <a class="btn" href=screen.list().href()>"Go to the monitors"</a> }.into_any();
            nothing(
                "No monitors yet",
                "There is nothing to show before there is a monitor.",
                back,
            )
            .into_any()
        }
        Body::Board => board::board(screen),
    })
}

/// The screen stays lit; the browser forgets that when the page is hidden.
fn keep_lit() {
    let lock = StoredValue::new_local(Some(WakeLock::ask()));
    let listener = visibility::on_change(move || {
        if visibility::is_visible() {
            lock.try_set_value(Some(WakeLock::ask()));
        }
    });
    keep(listener);
}

fn keep(listener: Listener) {
    StoredValue::new_local(Some(listener));
}
