//! The figures of an organization: asked for when it is opened for the first time, kept as long as the page is there, and
//! asked for again quietly when they are old.

use super::queue::Queue;
use crate::api::client::{Cancel, server_now_ms};
use crate::api::event_counts::get_event_counts;
use crate::api::issues::count_issues;
use crate::api::monitors::list_monitors;
use crate::api::organizations::get_organization;
use crate::api::releases::list_releases;
use crate::browser::intl;
use glint_model::access::Right;
use glint_model::error::ApiError;
use glint_model::home::{
    Extent, Figure, MonitorCount, MonitorCounts, NewestReleases, ProjectFigures, Standing, counts_query, day_of,
};
use glint_model::id::{OrganizationSlug, ProjectId};
use glint_model::timestamp::Timestamp;
use glint_model::wire::project::Project;
use leptos::prelude::*;
use std::future::Future;

/// A project that was asked about.
#[derive(Clone)]
struct Asked {
    id: ProjectId,
    is_member: bool,
    has_events: bool,
    figures: RwSignal<ProjectFigures>,
}

/// How asking for all figures goes.
#[derive(Clone, Copy, Default)]
struct Round {
    /// How many answers that say something of the order are still to come.
    pending: usize,
    /// How often all were there.
    done: u32,
    /// Whether what is there stays until the answers.
    is_quiet: bool,
    /// Whether an answer did not come, so that an older one still stands.
    has_older: bool,
}

/// The figures of an organization.
#[derive(Clone, Copy)]
pub struct Board {
    slug: StoredValue<OrganizationSlug>,
    queue: Queue,
    has_uptime: bool,
    /// Whether the reader may create projects in it.
    pub may_create: RwSignal<Figure<bool>>,
    /// Its monitors by project; `Known(None)` where the server does not watch uptime.
    pub monitors: RwSignal<Figure<Option<MonitorCounts>>>,
    /// The newest release of each project.
    pub releases: RwSignal<Figure<NewestReleases>>,
    projects: StoredValue<Vec<Asked>>,
    round: RwSignal<Round>,
    begun: StoredValue<Timestamp>,
    /// Since when all that is there stands.
    pub as_of: RwSignal<Option<Timestamp>>,
}

impl Board {
    /// Asks for what concerns the organization as a whole.
    pub fn open(slug: &OrganizationSlug, queue: Queue, has_uptime: bool) -> Self {
        let board = Self {
            slug: StoredValue::new(slug.clone()),
            queue,
            has_uptime,
            may_create: RwSignal::new(Figure::Asked),
            monitors: RwSignal::new(Figure::Asked),
            releases: RwSignal::new(Figure::Asked),
            projects: StoredValue::new(Vec::new()),
            round: RwSignal::new(Round::default()),
            begun: StoredValue::new(Timestamp(intl::now_ms())),
            as_of: RwSignal::new(None),
        };
        board.ask_whole();
        board
    }

    fn ask_whole(self) {
        let slug = self.slug.get_value();
        let (details, releases) = (slug.clone(), slug.clone());
        self.queue.add(move |cancel| async move {
            let outcome = get_organization(&details, &cancel).await;
            let may_create = outcome.map(|details| Right::Projects.is_among(&details.access));
            put(self.may_create, Figure::of(may_create));
        });
        if self.has_uptime {
            self.ask_counted(move |cancel| async move { self.count_monitors(&slug, &cancel).await });
        } else {
            self.monitors.set(Figure::Known(None));
        }
        self.queue.add(move |cancel| async move {
            let outcome = list_releases(&releases, &[], &cancel).await;
            put(
                self.releases,
                Figure::of(outcome.map(|releases| NewestReleases::of(&releases))),
            );
        });
    }

    /// Asks for the figures of these projects, of each once. Issues are only counted for those who may see them, and nothing of
    /// projects that never had an event.
    pub fn ask(self, projects: &[Project]) {
        for project in projects {
            let has_events = project.first_event.is_some();
            let before = self
                .projects
                .with_value(|all| all.iter().find(|asked| asked.id == project.id).cloned());
            if before.as_ref().is_some_and(|before| before.has_events == has_events) {
                continue;
            }
            let asked = Asked {
                id: project.id.clone(),
                is_member: project.is_member,
                has_events,
                figures: before.map_or_else(|| RwSignal::new(ProjectFigures::default()), |before| before.figures),
            };
            self.projects.update_value(|all| {
                all.retain(|other| other.id != asked.id);
                all.push(asked.clone());
            });
            if has_events {
                self.round.update(|round| round.is_quiet = false);
            }
            self.ask_figures(&asked);
        }
    }

    fn ask_figures(self, project: &Asked) {
        let (slug, figures) = (self.slug.get_value(), project.figures);
        if !project.has_events {
            return;
        }
        let (of, id) = (slug.clone(), project.id.clone());
        self.ask_counted(move |cancel| async move {
            let now = server_now_ms();
            let outcome = get_event_counts(&of, &counts_query(&id, now), &cancel).await;
            let errors = Figure::of(outcome.map(|counts| day_of(&counts, server_now_ms())));
            let is_new = figures.try_update(|figures| figures.errors.follow(errors));
            is_new.unwrap_or_default()
        });
        if !project.is_member {
            return;
        }
        let query = [("query", "is:unresolved"), ("project", project.id.as_str())]
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        self.ask_counted(move |cancel| async move {
            let issues = Figure::of(count_issues(&slug, &query, &cancel).await);
            let is_new = figures.try_update(|figures| figures.issues.follow(issues));
            is_new.unwrap_or_default()
        });
    }

    /// Asks for everything again; what is there stays until the answers, and where none comes.
    pub fn refresh(self) {
        let is_under_way = self.round.with_untracked(|round| round.pending > 0);
        if is_under_way {
            return;
        }
        self.begun.set_value(Timestamp(intl::now_ms()));
        self.round.update(|round| round.is_quiet = true);
        self.ask_whole();
        for project in self.projects.get_value() {
            self.ask_figures(&project);
        }
    }

    /// Asks for something that the order follows from; the answer says whether it is a new one.
    fn ask_counted<F: Future<Output = bool> + 'static>(self, ask: impl FnOnce(Cancel) -> F + 'static) {
        self.round.update(|round| round.pending += 1);
        self.queue.add(move |cancel| async move {
            let is_new = ask(cancel).await;
            let Some(mut round) = self.round.try_get_untracked() else {
                return;
            };
            round.pending = round.pending.saturating_sub(1);
            round.has_older |= !is_new;
            if round.pending == 0 {
                let begun = self.begun.try_get_value().filter(|_| !round.has_older);
                self.as_of.try_update(|as_of| *as_of = begun.or(*as_of));
                round = Round {
                    done: round.done + 1,
                    ..Round::default()
                };
            }
            self.round.try_set(round);
        });
    }

    /// How often answers came that the order follows from; none while some are missing, or once the page is gone. Tracked.
    pub fn settled(self) -> Option<u32> {
        let round = self.round.try_get()?;
        (round.pending == 0 || round.is_quiet).then_some(round.done)
    }

    /// The figures of a project that were asked for.
    pub fn of(self, project: &ProjectId) -> Option<RwSignal<ProjectFigures>> {
        self.projects.with_value(|all| {
            let asked = all.iter().find(|asked| asked.id == *project);
            asked.map(|asked| asked.figures)
        })
    }

    /// The monitors of a project; tracked.
    pub fn monitors_of(self, project: &ProjectId) -> Figure<Option<MonitorCount>> {
        self.monitors.with(|monitors| match monitors {
            Figure::Asked => Figure::Asked,
            Figure::Unknown => Figure::Unknown,
            Figure::Known(counts) => Figure::Known(counts.as_ref().map(|counts| counts.of(project))),
        })
    }

    /// What the order of a project follows from, as far as it is known now. Not tracked.
    pub fn standing(self, project: &ProjectId, is_starred: bool) -> Standing {
        let monitors = untrack(|| self.monitors_of(project));
        let figures = self.of(project).and_then(|figures| figures.try_get_untracked());
        Standing {
            id: project.clone(),
            is_starred,
            figures: figures.map(|figures| (figures, monitors)),
        }
    }

    /// Counts the monitors page by page, and says after each how far that is. A server that does not know of monitors does not
    /// watch uptime.
    async fn count_monitors(self, slug: &OrganizationSlug, cancel: &Cancel) -> bool {
        let stands = self.monitors.try_with_untracked(|monitors| monitors.known().is_some());
        let mut counts = MonitorCounts::default();
        let mut cursor = None;
        loop {
            match list_monitors(slug, cursor.take(), cancel).await {
                Ok(page) => {
                    counts.add(&page.items);
                    cursor = page.next;
                }
                Err(ApiError::NotFound) if counts == MonitorCounts::default() => {
                    return put(self.monitors, Figure::Known(None));
                }
                Err(_) if stands == Some(true) => return false,
                Err(_) if counts == MonitorCounts::default() => return put(self.monitors, Figure::Unknown),
                Err(_) => {
                    counts.extent = Extent::Broken;
                    return put(self.monitors, Figure::Known(Some(counts)));
                }
            }
            if cursor.is_none() {
                counts.extent = Extent::Whole;
                return put(self.monitors, Figure::Known(Some(counts)));
            }
            // What was counted to the end before stays until this is.
            if stands == Some(false) {
                put(self.monitors, Figure::Known(Some(counts.clone())));
            }
        }
    }
}

/// Shows a figure; one that is known stays when the next is not. Whether it is the new one.
fn put<T: Send + Sync + 'static>(place: RwSignal<Figure<T>>, figure: Figure<T>) -> bool {
    place.try_update(|own| own.follow(figure)).unwrap_or_default()
}
