//! The list's state: its rows, their trends, what is selected, and what can be done with it.

use crate::api::issues::{IssuePage, list_issues, list_stats, update_status};
use crate::browser::{dom, intl, scroll, storage};
use crate::issue_list_memory::{self, LeftList};
use crate::load::{Loader, load};
use crate::reactive::{effect, spawn};
use crate::route::{Route, Step, use_go};
use crate::ui::toast::Toasts;
use glint_model::id::{IssueId, OrganizationSlug};
use glint_model::issue_filter::IssueFilter;
use glint_model::text::counted;
use glint_model::trend::Period;
use glint_model::wire::issue::{Issue, IssueStatus};
use glint_model::wire::stats::IssueStats;
use leptos::prelude::*;

/// The list of one organization, as its URL filters it.
#[derive(Clone, Copy)]
pub struct IssueList {
    /// Whose.
    pub organization: StoredValue<OrganizationSlug>,
    /// The filter of the URL.
    pub filter: Memo<IssueFilter>,
    /// The rows on their way.
    pub loader: Loader<IssuePage>,
    /// The rows that came last; they stay on screen, dimmed, while others are on their way.
    pub shown: RwSignal<Option<IssuePage>>,
    /// The trends on their way.
    pub stats: Loader<Vec<IssueStats>>,
    /// Of which period the trends are.
    pub period: RwSignal<Period>,
    /// Decisions made here, until the rows are asked for again.
    pub decisions: RwSignal<Vec<(IssueId, IssueStatus)>>,
    /// The selected rows.
    pub selected: RwSignal<Vec<IssueId>>,
    /// The row with the focus.
    pub focused: RwSignal<Option<IssueId>>,
    loaded_at_ms: StoredValue<i64>,
    toasts: Toasts,
}

impl IssueList {
    /// The list of this place: as it was left, when one comes back to it, or else asked for.
    pub fn open(organization: OrganizationSlug) -> Self {
        let route = use_context::<Memo<Route>>();
        let filter = Memo::new(move |previous: Option<&IssueFilter>| {
            route
                .and_then(|route| {
                    route.with(|route| match route {
                        Route::Issues { query, .. } => Some(IssueFilter::from_pairs(query)),
                        _ => None,
                    })
                })
                .or_else(|| previous.cloned())
                .unwrap_or_default()
        });
        let left = issue_list_memory::recall(&organization, &filter.get_untracked().to_pairs());
        let period = RwSignal::new(left.as_ref().map_or_else(remembered_period, |left| left.period));
        let loader = load_rows(
            organization.clone(),
            filter,
            left.as_ref().map(|left| left.page.clone()),
        );
        let shown = RwSignal::new(left.as_ref().map(|left| left.page.clone()));
        let stats = load_trends(
            organization.clone(),
            shown,
            period,
            left.as_ref().map(|left| left.stats.clone()),
        );
        let list = Self {
            organization: StoredValue::new(organization),
            filter,
            loader,
            shown,
            stats,
            period,
            decisions: RwSignal::new(Vec::new()),
            selected: RwSignal::new(left.as_ref().map(|left| left.selected.clone()).unwrap_or_default()),
            focused: RwSignal::new(None),
            loaded_at_ms: StoredValue::new(left.as_ref().map_or_else(intl::now_ms, |left| left.loaded_at_ms)),
            toasts: Toasts::get(),
        };
        list.show_what_comes();
        list.keep_when_left();
        if let Some(left) = left {
            list.return_to(left);
        }
        list
    }

    /// The URL of the list with another filter.
    pub fn href(self, filter: &IssueFilter) -> String {
        self.route(filter).href()
    }

    /// The place of the list with another filter.
    pub fn route(self, filter: &IssueFilter) -> Route {
        Route::Issues {
            organization: self.organization.get_value(),
            query: filter.to_pairs(),
        }
    }

    /// What was decided about an issue, here or before. Tracked.
    pub fn status(self, issue: &Issue) -> IssueStatus {
        self.decisions
            .with(|decisions| latest(decisions, &issue.id).unwrap_or(issue.status))
    }

    /// Selects a row, or no longer.
    pub fn toggle(self, id: &IssueId) {
        self.selected
            .update(|selected| match selected.iter().position(|one| one == id) {
                Some(at) => {
                    selected.swap_remove(at);
                }
                None => selected.push(id.clone()),
            });
    }

    /// The rows that an action is for: the selected ones, or else the one with the focus.
    pub fn targets(self) -> Vec<IssueId> {
        let selected = self.selected.get_untracked();
        if selected.is_empty() {
            self.focused.get_untracked().into_iter().collect()
        } else {
            selected
        }
    }

    /// Sets the status of some rows: at once here, put right when the server disagrees, with a way back.
    pub fn decide(self, ids: Vec<IssueId>, status: IssueStatus) {
        let before: Vec<(IssueId, IssueStatus)> = self.shown.with_untracked(|shown| {
            shown
                .iter()
                .flat_map(|shown| &shown.page.items)
                .filter(|issue| ids.contains(&issue.id))
                .map(|issue| (issue.id.clone(), untrack(|| self.status(issue))))
                .filter(|(_, old)| *old != status)
                .collect()
        });
        if before.is_empty() {
            return;
        }
        let changed: Vec<IssueId> = before.iter().map(|(id, _)| id.clone()).collect();
        self.note(changed.iter().map(|id| (id.clone(), status)));
        self.selected.update(Vec::clear);
        spawn(async move {
            match update_status(&self.organization.get_value(), &changed, status).await {
                Ok(()) => {
                    let said = format!(
                        "{} {}",
                        counted(changed.len() as u64, "issue", "issues"),
                        done_word(status)
                    );
                    self.toasts.say_undoable(said, move || self.take_back(before.clone()));
                }
                Err(error) => {
                    self.note(before);
                    self.toasts.say(format!("Nothing was changed. {}", error.sentence()));
                }
            }
        });
    }

    /// Gives some rows the status they had.
    fn take_back(self, before: Vec<(IssueId, IssueStatus)>) {
        let now: Vec<(IssueId, IssueStatus)> = self.decisions.with_untracked(|decisions| {
            before
                .iter()
                .filter_map(|(id, _)| Some((id.clone(), latest(decisions, id)?)))
                .collect()
        });
        self.note(before.clone());
        spawn(async move {
            for status in [IssueStatus::Unresolved, IssueStatus::Resolved, IssueStatus::Ignored] {
                let ids: Vec<IssueId> = before
                    .iter()
                    .filter(|(_, old)| *old == status)
                    .map(|(id, _)| id.clone())
                    .collect();
                if ids.is_empty() {
                    continue;
                }
                if let Err(error) = update_status(&self.organization.get_value(), &ids, status).await {
                    self.note(now.iter().filter(|(id, _)| ids.contains(id)).cloned());
                    self.toasts.say(format!("It could not be undone. {}", error.sentence()));
                }
            }
        });
    }

    fn note(self, decisions: impl IntoIterator<Item = (IssueId, IssueStatus)>) {
        let decisions: Vec<_> = decisions.into_iter().collect();
        for (id, status) in &decisions {
            issue_list_memory::note_status(id, *status);
        }
        self.decisions.try_update(|known| known.extend(decisions));
    }

    fn show_what_comes(self) {
        let go = use_go();
        effect(move || {
            let Some(page) = self.loader.ready() else { return };
            if let Some(first) = page.page.items.first().filter(|_| page.is_direct_hit)
                && let Some(event) = &first.matching_event_id
            {
                go(
                    &Route::event(&self.organization.get_value(), &first.id, event),
                    Step::Replace,
                );
                return;
            }
            if self
                .shown
                .with_untracked(|shown| shown.as_ref().map(|old| &old.page) == Some(&page.page))
            {
                return;
            }
            self.loaded_at_ms.set_value(intl::now_ms());
            self.decisions.update(Vec::clear);
            self.selected.update(Vec::clear);
            self.shown.set(Some(page));
        });
    }

    fn keep_when_left(self) {
        on_cleanup(move || {
            let left = (|| {
                let mut page = self.shown.try_get_untracked()??;
                let decisions = self.decisions.try_get_untracked()?;
                for issue in &mut page.page.items {
                    if let Some(status) = latest(&decisions, &issue.id) {
                        issue.status = status;
                    }
                }
                let organization = self.organization.try_get_value()?;
                let query = self.filter.try_get_untracked()?.to_pairs();
                scroll::remember(
                    &Route::Issues {
                        organization: organization.clone(),
                        query: query.clone(),
                    }
                    .path(),
                );
                Some(LeftList {
                    organization,
                    query,
                    page,
                    stats: untrack(|| self.stats.ready()).unwrap_or_default(),
                    period: self.period.try_get_untracked()?,
                    selected: self.selected.try_get_untracked()?,
                    focused: self.focused.try_get_untracked()?,
                    loaded_at_ms: self.loaded_at_ms.try_get_value()?,
                })
            })();
            if let Some(left) = left {
                issue_list_memory::keep(left);
            }
        });
    }

    fn return_to(self, left: LeftList) {
        let key = Route::Issues {
            organization: left.organization,
            query: left.query,
        }
        .path();
        spawn(async move {
            crate::browser::wait::frame().await;
            scroll::restore(&key);
            if let Some(id) = left.focused {
                dom::focus_in_place(dom::by_id(&row_link_id(&id)));
            }
        });
    }
}

/// What was decided last about an issue. There are some dozens at most: a hash table would cost more than it saves.
fn latest(decisions: &[(IssueId, IssueStatus)], id: &IssueId) -> Option<IssueStatus> {
    decisions
        .iter()
        .rev()
        .find(|(one, _)| one == id)
        .map(|(_, status)| *status)
}

/// The id of a row's link in the document.
pub fn row_link_id(id: &IssueId) -> String {
    format!("issue-{id}")
}

/// Moves the focus to a row, without scrolling more than needed.
pub fn focus_row(id: &IssueId) {
    dom::focus(dom::by_id(&row_link_id(id)));
}

fn done_word(status: IssueStatus) -> &'static str {
    match status {
        IssueStatus::Resolved => "resolved",
        IssueStatus::Ignored => "ignored",
        IssueStatus::Unresolved | IssueStatus::Unknown => "reopened",
    }
}

fn remembered_period() -> Period {
    storage::get(storage::TREND)
        .and_then(|text| Period::parse(&text))
        .unwrap_or(Period::Day)
}

fn load_rows(organization: OrganizationSlug, filter: Memo<IssueFilter>, left: Option<IssuePage>) -> Loader<IssuePage> {
    let left = StoredValue::new(left);
    load(move |cancel| {
        let filter = filter.get();
        let organization = organization.clone();
        let kept = left.try_update_value(Option::take).flatten();
        Box::pin(async move {
            match kept {
                Some(page) => Ok(page),
                None => list_issues(&organization, &filter, &cancel).await,
            }
        })
    })
}

fn load_trends(
    organization: OrganizationSlug,
    shown: RwSignal<Option<IssuePage>>,
    period: RwSignal<Period>,
    left: Option<Vec<IssueStats>>,
) -> Loader<Vec<IssueStats>> {
    let left = StoredValue::new(left.filter(|stats| !stats.is_empty()));
    load(move |cancel| {
        let period = period.get();
        let ids: Vec<IssueId> = shown.with(|shown| {
            shown
                .iter()
                .flat_map(|shown| &shown.page.items)
                .map(|issue| issue.id.clone())
                .collect()
        });
        let organization = organization.clone();
        let kept = left.try_update_value(Option::take).flatten();
        Box::pin(async move {
            match kept {
                Some(stats) => Ok(stats),
                None if ids.is_empty() => Ok(Vec::new()),
                None => list_stats(&organization, &ids, period, &cancel).await,
            }
        })
    })
}
