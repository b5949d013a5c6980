//! How much comes in from each project. The server counts one project at a time, so a few are asked for at once, one after the
//! other.

use crate::api::client::Cancel;
use crate::api::event_counts::{EventCategory, EventCountsQuery, get_event_counts};
use crate::browser::{intl, wait};
use crate::reactive::spawn;
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectId};
use glint_model::project_list::{Volume, week_until};
use glint_model::timestamp::Timestamp;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// So many requests are under way at most.
const AT_ONCE: usize = 4;

/// So often it is waited for a server that has had enough.
const PATIENCE: usize = 2;
/// In seconds: how long when it does not say, and at most.
const USUAL_PAUSE_S: u32 = 5;
const LONGEST_PAUSE_S: u32 = 60;

/// What is known of one project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Nothing yet.
    Waiting,
    /// So much.
    Known(Volume),
    /// It could not be had.
    Failed,
}

/// What is known of all.
#[derive(Clone, Copy)]
pub struct Volumes {
    organization: StoredValue<OrganizationSlug>,
    counts: StoredValue<BTreeMap<ProjectId, ArcRwSignal<Count>>>,
    /// Whose were asked for.
    asked: StoredValue<BTreeSet<ProjectId>>,
    waiting: StoredValue<VecDeque<ProjectId>>,
    workers: RwSignal<usize>,
    /// Whose could not be had, and why the last one.
    failed: RwSignal<(Vec<ProjectId>, Option<ApiError>)>,
    /// Changes when all that was asked for is here: an order by counts is made anew then, not with every answer.
    pub settled: RwSignal<u32>,
    cancel: StoredValue<Cancel, LocalStorage>,
}

impl Volumes {
    /// Of an organization; nothing is asked for yet.
    pub fn new(organization: OrganizationSlug) -> Self {
        let cancel = Cancel::new();
        let ended = StoredValue::new_local(cancel.clone());
        on_cleanup(move || {
            ended.try_with_value(Cancel::cancel);
        });
        Self {
            organization: StoredValue::new(organization),
            counts: StoredValue::new(BTreeMap::new()),
            asked: StoredValue::new(BTreeSet::new()),
            waiting: StoredValue::new(VecDeque::new()),
            workers: RwSignal::new(0),
            failed: RwSignal::new((Vec::new(), None)),
            settled: RwSignal::new(0),
            cancel: StoredValue::new_local(cancel),
        }
    }

    /// Whether something is still being counted; tracked.
    pub fn is_counting(self) -> bool {
        self.workers.get() > 0
    }

    /// The count of a project, as it comes; also when it was not asked for yet.
    pub fn count(self, project: &ProjectId) -> Option<ArcRwSignal<Count>> {
        self.counts.try_update_value(|counts| {
            let count = counts
                .entry(project.clone())
                .or_insert_with(|| ArcRwSignal::new(Count::Waiting));
            count.clone()
        })
    }

    /// The count of a project as far as it is here; not tracked.
    pub fn known(self, project: &ProjectId) -> Option<Volume> {
        match self.count(project)?.get_untracked() {
            Count::Known(volume) => Some(volume),
            Count::Waiting | Count::Failed => None,
        }
    }

    /// Asks for the counts of these projects, as far as they were not asked for before.
    pub fn want(self, projects: Vec<ProjectId>) {
        for project in projects {
            if self.asked.try_update_value(|asked| asked.insert(project.clone())) == Some(true) {
                self.waiting.update_value(|waiting| waiting.push_back(project));
            }
        }
        let waiting = self.waiting.with_value(VecDeque::len);
        for _ in self.workers.get_untracked()..waiting.min(AT_ONCE) {
            self.workers.update(|workers| *workers += 1);
            spawn(self.work());
        }
    }

    /// How many could not be had, and why; none while it is being counted. Tracked.
    pub fn failure(self) -> Option<(usize, String)> {
        if self.is_counting() {
            return None;
        }
        self.failed.with(|(projects, why)| {
            let why = why.as_ref().map(ApiError::sentence).unwrap_or_default();
            (!projects.is_empty()).then_some((projects.len(), why))
        })
    }

    /// Asks again for those that could not be had.
    pub fn retry(self) {
        let failed = self.failed.try_update(std::mem::take).unwrap_or_default().0;
        for project in &failed {
            self.asked.update_value(|asked| {
                asked.remove(project);
            });
            if let Some(count) = self.count(project) {
                count.set(Count::Waiting);
            }
        }
        self.want(failed);
    }

    async fn work(self) {
        while let Some(project) = self.waiting.try_update_value(VecDeque::pop_front).flatten() {
            let (Some(organization), Some(cancel)) = (self.organization.try_get_value(), self.cancel.try_get_value())
            else {
                return;
            };
            let now = Timestamp(intl::now_ms());
            let answer = ask(&organization, &project, now, &cancel).await;
            if cancel.is_cancelled() {
                return;
            }
            let count = match answer {
                Ok(volume) => Count::Known(volume),
                Err(error) => {
                    self.failed.try_update(|(projects, why)| {
                        projects.push(project.clone());
                        *why = Some(error);
                    });
                    Count::Failed
                }
            };
            if let Some(signal) = self.count(&project) {
                signal.set(count);
            }
        }
        let left = self.workers.try_update(|workers| {
            *workers -= 1;
            *workers
        });
        if left == Some(0) {
            self.settled.try_update(|settled| *settled += 1);
        }
    }
}

/// Counts one project. A server that has had enough is given the time that it asks for.
async fn ask(
    organization: &OrganizationSlug,
    project: &ProjectId,
    now: Timestamp,
    cancel: &Cancel,
) -> Result<Volume, ApiError> {
    let (start, end) = week_until(now);
    let query = EventCountsQuery {
        category: EventCategory::Error,
        start,
        end,
        projects: vec![project.clone()],
    };
    for _ in 0..PATIENCE {
        match get_event_counts(organization, &query, cancel).await {
            Err(ApiError::TooMany { retry_after }) if !cancel.is_cancelled() => {
                let seconds = retry_after.unwrap_or(USUAL_PAUSE_S).clamp(1, LONGEST_PAUSE_S);
                wait::milliseconds(seconds as i32 * 1_000).await;
            }
            answer => return answer.map(|counts| Volume::of(&counts.counts(), now)),
        }
    }
    let answer = get_event_counts(organization, &query, cancel).await;
    answer.map(|counts| Volume::of(&counts.counts(), now))
}
