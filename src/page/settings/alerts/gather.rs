//! The alerts of all projects: the projects first, then the alerts of each, a few at a time. What could not be read is named
//! and can be asked for again; the rest shows meanwhile.

use crate::api::alerts::list_alerts;
use crate::api::client::Cancel;
use crate::api::projects::list_projects;
use crate::browser::intl;
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::reactive::{effect, spawn};
use glint_model::alert_reach::ReachedTeam;
use glint_model::alert_rule::{Gap, ProjectAlerts, gap};
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectSlug};
use glint_model::wire::alert::Alert;
use glint_model::wire::organization::OrganizationDetail;
use glint_model::wire::project::Project;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

/// How many projects are asked about at once.
const AT_ONCE: usize = 4;

/// After so many answers the page is drawn less often.
const SOON: usize = 8;

/// How many answers it waits for then.
const BATCH: usize = 20;

/// What is known of each project.
type Answers = BTreeMap<ProjectSlug, Result<Vec<Alert>, ApiError>>;

/// A project, and why nobody is told of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Known {
    pub of: ProjectAlerts,
    pub gap: Option<Gap>,
}

/// The alerts on their way.
#[derive(Clone, Copy)]
pub(super) struct Gather {
    pub organization: StoredValue<OrganizationSlug>,
    pub projects: Loader<Vec<Project>>,
    /// How many projects were asked about, of how many.
    pub progress: RwSignal<(usize, usize)>,
    /// Projects whose alerts are here, by name.
    pub known: Memo<Arc<Vec<Arc<Known>>>>,
    answers: StoredValue<Answers>,
    /// Counts how often there was something new to draw.
    version: RwSignal<u32>,
    under_way: StoredValue<Cancel, LocalStorage>,
}

impl Gather {
    pub(super) fn open(organization: OrganizationSlug) -> Self {
        let of = organization.clone();
        let projects: Loader<Vec<Project>> = load(move |cancel| {
            let of = of.clone();
            Box::pin(async move { list_projects(&of, &cancel).await })
        });
        let (answers, version) = (StoredValue::new(Answers::new()), RwSignal::new(0));
        let open = OpenOrganization::get();
        let known = Memo::new(move |_| {
            version.track();
            let known = |all: &[Project]| match open {
                Some(open) => open
                    .with(|details| known(all, answers, Some(details)))
                    .unwrap_or_else(|| known(all, answers, None)),
                None => known(all, answers, None),
            };
            Arc::new(
                projects
                    .with(|load| load.ready().map(|all| known(all)))
                    .unwrap_or_default(),
            )
        });
        let gather = Self {
            organization: StoredValue::new(organization),
            projects,
            progress: RwSignal::new((0, 0)),
            known,
            answers,
            version,
            under_way: StoredValue::new_local(Cancel::never()),
        };
        effect(move || {
            if let Load::Ready(projects) = gather.projects.get() {
                gather.answers.set_value(Answers::new());
                gather.read(projects.into_iter().map(|project| project.slug).collect());
            }
        });
        on_cleanup(move || {
            gather.under_way.try_with_value(Cancel::cancel);
        });
        gather
    }

    /// Slugs of the projects whose alerts could not be read, and why the first could not; tracked.
    pub(super) fn failures(self) -> (Vec<ProjectSlug>, Option<ApiError>) {
        self.version.track();
        self.answers.with_value(|answers| {
            let mut failed = answers
                .iter()
                .filter_map(|(slug, answer)| Some((slug, answer.as_ref().err()?)));
            let first = failed.clone().next().map(|(_, error)| error.clone());
            (failed.by_ref().map(|(slug, _)| slug.clone()).collect(), first)
        })
    }

    /// Whether all projects were asked about; tracked.
    pub(super) fn is_whole(self) -> bool {
        let (done, of) = self.progress.get();
        done >= of && self.projects.with(|load| load.ready().is_some())
    }

    /// Asks again about those that failed.
    pub(super) fn retry(self) {
        let (failed, _) = untrack(|| self.failures());
        self.answers
            .update_value(|answers| answers.retain(|_, answer| answer.is_ok()));
        self.version.update(|version| *version += 1);
        self.read(failed);
    }

    /// An alert was created here.
    pub(super) fn add(self, project: &ProjectSlug, alert: Alert) {
        self.answers.try_update_value(|answers| {
            if let Some(Ok(alerts)) = answers.get_mut(project) {
                alerts.insert(0, alert);
            }
        });
        self.version.try_update(|version| *version += 1);
    }

    fn read(self, slugs: Vec<ProjectSlug>) {
        self.under_way.with_value(Cancel::cancel);
        let cancel = Cancel::new();
        self.under_way.set_value(cancel.clone());
        self.progress.set((0, slugs.len()));
        let queue = Rc::new(RefCell::new(VecDeque::from(slugs)));
        for _ in 0..AT_ONCE {
            spawn(self.work(queue.clone(), cancel.clone()));
        }
    }

    async fn work(self, queue: Rc<RefCell<VecDeque<ProjectSlug>>>, cancel: Cancel) {
        loop {
            let next = queue.borrow_mut().pop_front();
            let (Some(slug), Some(organization)) = (next, self.organization.try_get_value()) else {
                return;
            };
            let answer = list_alerts(&organization, &slug, &cancel).await;
            if cancel.is_cancelled() {
                return;
            }
            self.answers.try_update_value(|answers| answers.insert(slug, answer));
            let progress = self.progress.try_maybe_update(|(done, of)| {
                *done += 1;
                (true, (*done, *of))
            });
            let Some((done, of)) = progress else { return };
            if done <= SOON || done.is_multiple_of(BATCH) || done == of {
                self.version.try_update(|version| *version += 1);
            }
        }
    }
}

fn known(projects: &[Project], answers: StoredValue<Answers>, details: Option<&OrganizationDetail>) -> Vec<Arc<Known>> {
    let mut all: Vec<Arc<Known>> = answers.with_value(|answers| {
        projects
            .iter()
            .filter_map(|project| {
                let alerts = answers.get(&project.slug)?.as_ref().ok()?;
                let teams = ReachedTeam::all_of(project, details);
                Some(Arc::new(Known {
                    gap: gap(alerts, &teams),
                    of: ProjectAlerts {
                        id: project.id.clone(),
                        slug: project.slug.clone(),
                        name: project.name.clone(),
                        teams,
                        alerts: alerts.clone(),
                    },
                }))
            })
            .collect()
    });
    all.sort_by(|one, other| intl::compare(&one.of.name, &other.of.name));
    all
}
