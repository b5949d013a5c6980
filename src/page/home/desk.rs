//! What the page knows: organizations and projects, what is looked for, what is opened, the stars, and the figures.

use super::board::Board;
use super::order::Order;
use super::queue::Queue;
use crate::api::projects::list_all_projects;
use crate::browser::{intl, storage, visibility};
use crate::load::{Load, Loader, load};
use crate::organization_list::OrganizationList;
use crate::reactive::effect;
use crate::route::{Route, Step, use_go};
use crate::server::Server;
use crate::session::{Session, SessionState};
use crate::stars_store::StarsStore;
use glint_model::error::ApiError;
use glint_model::home::{FirstStep, Shelf, first_step, found, opened_at_first, shelves};
use glint_model::id::OrganizationSlug;
use glint_model::wire::project::Project;
use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// With so few organizations found, those are opened that a search finds.
const MOST_OPENED_BY_SEARCH: usize = 5;

/// Figures that are older are asked for again when the page comes to the front: milliseconds.
const STALE_AFTER_MS: i64 = 60_000;

/// Goes to a place.
type Go = Box<dyn Fn(&Route, Step)>;

/// What there is to show.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// Nothing yet.
    Nothing,
    /// The organizations could not be had.
    Failed(ApiError),
    /// The organizations, maybe none.
    Organizations,
}

/// The page's state.
#[derive(Clone, Copy)]
pub struct Desk {
    organizations: OrganizationList,
    projects: Loader<Vec<Project>>,
    /// What there is to show.
    pub shown: Memo<Shown>,
    /// Whether the reader is in any organization.
    pub has_organizations: Memo<bool>,
    /// The next step of the way to the first event; none once there was one.
    pub first_step: Memo<Option<FirstStep>>,
    /// Whether the projects are here.
    pub has_projects: Memo<bool>,
    /// What is looked for, as it is typed.
    pub typed: RwSignal<String>,
    /// Whether something is looked for.
    pub is_searching: Memo<bool>,
    /// Those that are found.
    pub found: Memo<Arc<Vec<Shelf>>>,
    /// The stars.
    pub stars: StarsStore,
    /// Those that are open without anybody having said so.
    opened: Memo<BTreeSet<OrganizationSlug>>,
    /// What the reader opened and closed.
    turned: RwSignal<BTreeMap<OrganizationSlug, bool>>,
    boards: StoredValue<BTreeMap<OrganizationSlug, (Board, Order)>>,
    /// When the figures were asked for last.
    asked_ms: StoredValue<i64>,
    queue: Queue,
    server: Server,
    /// The page: figures are kept as long as it is there.
    owner: StoredValue<Option<WeakOwner>>,
    go: StoredValue<Go, LocalStorage>,
}

impl Desk {
    /// Lets everything be asked for that stands there at once.
    pub fn open() -> Self {
        let organizations = OrganizationList::get();
        // What was loaded on an earlier visit may be old.
        match untrack(|| organizations.load()) {
            Load::Ready(_) => organizations.refresh(),
            Load::Failed(_) => organizations.reload(),
            Load::Loading | Load::Slow => organizations.ask(),
        }
        let projects = load(|cancel| Box::pin(async move { list_all_projects(&cancel).await }));
        let stars = StarsStore::empty();
        let session = Session::get();
        effect(move || {
            if let SessionState::SignedIn(user) = session.state() {
                stars.open(&user.email.unwrap_or(user.display));
            }
        });
        let shown = Memo::new(move |_| match organizations.load() {
            Load::Ready(_) if stars.is_open() => Shown::Organizations,
            Load::Failed(error) => Shown::Failed(error),
            _ => Shown::Nothing,
        });
        let last = storage::get(storage::ORGANIZATION).map(OrganizationSlug::new);
        let last = StoredValue::new(last);
        let shelves = Memo::new(move |_| {
            let mut organizations = organizations.load().ready().unwrap_or_default();
            organizations.sort_by(|one, other| intl::compare(&one.name, &other.name));
            let mut projects = projects.ready().unwrap_or_default();
            projects.sort_by(|one, other| intl::compare(&one.name, &other.name));
            let last = last.get_value();
            Arc::new(stars.with(|stars| shelves(&organizations, &projects, stars, last.as_ref())))
        });
        let route = use_context::<Memo<Route>>();
        let asked = move || match route.map(|route| route.get()) {
            Some(Route::HomeSearch { text }) => text,
            _ => String::new(),
        };
        let typed = RwSignal::new(untrack(asked));
        // Back and forward bring another text. What is typed is written there a moment later, trimmed.
        effect(move || {
            let asked = asked();
            if typed.with_untracked(|typed| typed.trim() != asked.trim()) {
                typed.set(asked);
            }
        });
        let found = Memo::new(move |_| {
            let all = shelves.get();
            typed.with(|typed| match typed.trim() {
                "" => all,
                text => Arc::new(found(&all, text)),
            })
        });
        let has_projects = Memo::new(move |_| projects.with(|load| matches!(load, Load::Ready(_))));
        let first_step = Memo::new(move |_| {
            // Without organizations there are no projects to wait for.
            let is_known = has_projects.get() || shelves.with(|shelves| shelves.is_empty());
            is_known.then(|| shelves.with(|shelves| first_step(shelves))).flatten()
        });
        // Stars that are given while the page is there open nothing.
        let opened = Memo::new(move |before: Option<&BTreeSet<OrganizationSlug>>| {
            let is_here = !projects.get().is_waiting();
            let all = shelves.get();
            match before.filter(|before| !before.is_empty()) {
                Some(before) => before.clone(),
                None if is_here => stars.with(|stars| opened_at_first(&all, stars, last.get_value().as_ref())),
                None => BTreeSet::new(),
            }
        });
        let go = use_go();
        let desk = Self {
            organizations,
            projects,
            shown,
            has_organizations: Memo::new(move |_| shelves.with(|shelves| !shelves.is_empty())),
            first_step,
            has_projects,
            typed,
            is_searching: Memo::new(move |_| typed.with(|typed| !typed.trim().is_empty())),
            found,
            stars,
            opened,
            turned: RwSignal::new(BTreeMap::new()),
            boards: StoredValue::new(BTreeMap::new()),
            asked_ms: StoredValue::new(intl::now_ms()),
            queue: Queue::open(),
            server: Server::get(),
            owner: StoredValue::new(Owner::current().map(|owner| owner.downgrade())),
            go: StoredValue::new_local(Box::new(go)),
        };
        StoredValue::new_local(visibility::on_change(move || desk.follow_up()));
        desk
    }

    /// Asks for everything again, quietly, when the page came to the front and its figures are old.
    fn follow_up(self) {
        let Some(asked_ms) = self.asked_ms.try_get_value() else {
            return;
        };
        let now = intl::now_ms();
        if !visibility::is_visible() || now - asked_ms < STALE_AFTER_MS {
            return;
        }
        self.asked_ms.set_value(now);
        self.organizations.refresh();
        self.projects.refresh();
        for (board, _) in self.boards.get_value().into_values() {
            board.refresh();
        }
    }

    /// Why the projects are not to be had; tracked.
    pub fn projects_problem(self) -> Option<ApiError> {
        self.projects.with(|load| match load {
            Load::Failed(error) => Some(error),
            _ => None,
        })
    }

    /// Asks for everything again.
    pub fn reload(self) {
        self.organizations.reload();
        self.projects.reload();
    }

    /// Asks for the projects again.
    pub fn reload_projects(self) {
        self.projects.reload();
    }

    /// Brings the URL up to what is typed.
    pub fn write_search(self) {
        let Some(text) = self.typed.try_get_untracked() else {
            return;
        };
        let route = match text.trim() {
            "" => Route::Home,
            text => Route::HomeSearch { text: text.to_owned() },
        };
        self.go.try_with_value(|go| go(&route, Step::Replace));
    }

    /// Looks for nothing any more.
    pub fn clear_search(self) {
        self.typed.set(String::new());
        self.write_search();
    }

    /// Whether an organization is open; tracked.
    pub fn is_open(self, slug: &OrganizationSlug) -> bool {
        let said = self.turned.with(|turned| turned.get(slug).copied());
        said.unwrap_or_else(|| {
            let is_found = self.is_searching.get() && self.found.with(|found| found.len() <= MOST_OPENED_BY_SEARCH);
            is_found || self.opened.with(|opened| opened.contains(slug))
        })
    }

    /// Opens an organization, or closes it.
    pub fn turn(self, slug: &OrganizationSlug) {
        let is_open = untrack(|| self.is_open(slug));
        self.turned.update(|turned| {
            turned.insert(slug.clone(), !is_open);
        });
    }

    /// The figures of an organization; asked for the first time, they are on their way from then on.
    pub fn board(self, slug: &OrganizationSlug) -> Option<Board> {
        self.figures(slug).map(|(board, _)| board)
    }

    /// The figures of an organization, and the order of its projects.
    pub fn figures(self, slug: &OrganizationSlug) -> Option<(Board, Order)> {
        if let Some(own) = self.boards.with_value(|boards| boards.get(slug).copied()) {
            return Some(own);
        }
        let has_uptime = untrack(|| self.server.has_uptime());
        let own = self.in_page(|| {
            let board = Board::open(slug, self.queue, has_uptime);
            (board, Order::open(slug, board, self.stars))
        })?;
        self.boards.update_value(|boards| {
            boards.insert(slug.clone(), own);
        });
        Some(own)
    }

    /// Runs while what is made lives as long as the page.
    pub fn in_page<R>(self, make: impl FnOnce() -> R) -> Option<R> {
        let page = self
            .owner
            .try_with_value(|owner| owner.as_ref().and_then(WeakOwner::upgrade))??;
        Some(page.with(make))
    }
}
