//! The figures of an organization: asked for when it is opened for the first time, and kept as long as the page is there.

use super::queue::Queue;
use crate::api::client::{Cancel, server_now_ms};
use crate::api::event_counts::get_event_counts;
use crate::api::issues::count_issues;
use crate::api::monitors::list_monitors;
use crate::api::organizations::get_organization;
use crate::api::releases::list_releases;
use glint_model::access::Right;
use glint_model::error::ApiError;
use glint_model::home::{Figure, MonitorCounts, NewestReleases, ProjectFigures, Standing, counts_query, day_of};
use glint_model::id::{OrganizationSlug, ProjectId};
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// The most pages of monitors that are counted: each is some 500 kB.
const MOST_PAGES: usize = 10;

/// The figures of an organization.
#[derive(Clone, Copy)]
pub struct Board {
    slug: StoredValue<OrganizationSlug>,
    queue: Queue,
    /// Whether the reader may create projects in it.
    pub may_create: RwSignal<Figure<bool>>,
    /// Its monitors by project; `Known(None)` where the server does not watch uptime.
    pub monitors: RwSignal<Figure<Option<MonitorCounts>>>,
    /// The newest release of each project.
    pub releases: RwSignal<Figure<NewestReleases>>,
    projects: StoredValue<Vec<(ProjectId, RwSignal<ProjectFigures>)>>,
    /// How many answers that say something of the order are still to come.
    pending: RwSignal<usize>,
}

impl Board {
    /// Asks for what concerns the organization as a whole.
    pub fn open(slug: &OrganizationSlug, queue: Queue, has_uptime: bool) -> Self {
        let board = Self {
            slug: StoredValue::new(slug.clone()),
            queue,
            may_create: RwSignal::new(Figure::Asked),
            monitors: RwSignal::new(Figure::Asked),
            releases: RwSignal::new(Figure::Asked),
            projects: StoredValue::new(Vec::new()),
            pending: RwSignal::new(0),
        };
        let (details, monitors, releases) = (slug.clone(), slug.clone(), slug.clone());
        queue.add(|cancel| async move {
            let outcome = get_organization(&details, &cancel).await;
            let may_create = outcome.map(|details| Right::Projects.is_among(&details.access));
            board.may_create.try_set(Figure::of(may_create));
        });
        if has_uptime {
            board.pending.update(|pending| *pending += 1);
            queue.add(move |cancel| async move {
                board.monitors.try_set(count_monitors(&monitors, &cancel).await);
                board.arrived();
            });
        } else {
            board.monitors.set(Figure::Known(None));
        }
        queue.add(|cancel| async move {
            let outcome = list_releases(&releases, &[], &cancel).await;
            let newest = outcome.map(|releases| NewestReleases::of(&releases));
            board.releases.try_set(Figure::of(newest));
        });
        board
    }

    /// Asks for the figures of these projects, of each once. Issues are only counted for those who may see them, and nothing of
    /// projects that never had an event.
    pub fn ask(self, projects: &[Project]) {
        for project in projects {
            if self
                .projects
                .with_value(|all| all.iter().any(|(id, _)| *id == project.id))
            {
                continue;
            }
            let figures = RwSignal::new(ProjectFigures::default());
            self.projects
                .update_value(|all| all.push((project.id.clone(), figures)));
            if project.first_event.is_some() {
                self.ask_errors(project, figures);
                if project.is_member {
                    self.ask_issues(project, figures);
                }
            }
        }
    }

    fn ask_errors(self, project: &Project, figures: RwSignal<ProjectFigures>) {
        let (slug, id) = (self.slug.get_value(), project.id.clone());
        self.pending.update(|pending| *pending += 1);
        self.queue.add(move |cancel| async move {
            let now = server_now_ms();
            let outcome = get_event_counts(&slug, &counts_query(&id, now), &cancel).await;
            let errors = Figure::of(outcome.map(|counts| day_of(&counts, server_now_ms())));
            figures.try_update(|figures| figures.errors = errors);
            self.arrived();
        });
    }

    fn ask_issues(self, project: &Project, figures: RwSignal<ProjectFigures>) {
        let slug = self.slug.get_value();
        let query = [("query", "is:unresolved"), ("project", project.id.as_str())]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        self.pending.update(|pending| *pending += 1);
        self.queue.add(move |cancel| async move {
            let issues = Figure::of(count_issues(&slug, &query, &cancel).await);
            figures.try_update(|figures| figures.issues = issues);
            self.arrived();
        });
    }

    fn arrived(self) {
        self.pending.try_update(|pending| *pending = pending.saturating_sub(1));
    }

    /// Whether all is there that the order follows from; tracked. Never once the page is gone.
    pub fn is_settled(self) -> bool {
        self.pending.try_get() == Some(0)
    }

    /// The figures of a project that were asked for.
    pub fn of(self, project: &ProjectId) -> Option<RwSignal<ProjectFigures>> {
        self.projects
            .with_value(|all| all.iter().find(|(id, _)| id == project).map(|(_, figures)| *figures))
    }

    /// What the order of a project follows from, as far as it is known now. Not tracked.
    pub fn standing(self, project: &ProjectId, is_starred: bool, is_settled: bool) -> Standing {
        let monitors = self.monitors.with_untracked(|monitors| {
            let counts = monitors.known().and_then(Option::as_ref);
            counts.map(|counts| counts.of(project))
        });
        let figures = self.of(project).filter(|_| is_settled);
        Standing {
            id: project.clone(),
            is_starred,
            figures: figures.map(|figures| (figures.get_untracked(), monitors)),
        }
    }
}

/// Counts the monitors page by page. A server that does not know of monitors does not watch uptime.
async fn count_monitors(slug: &OrganizationSlug, cancel: &Cancel) -> Figure<Option<MonitorCounts>> {
    let mut counts = MonitorCounts::default();
    let mut cursor = None;
    for _ in 0..MOST_PAGES {
        let page = match list_monitors(slug, cursor.take(), cancel).await {
            Ok(page) => page,
            Err(ApiError::NotFound) => return Figure::Known(None),
            Err(_) => return Figure::Unknown,
        };
        counts.add(&page.items);
        cursor = page.next;
        if cursor.is_none() {
            return Figure::Known(Some(counts));
        }
    }
    Figure::Unknown
}
