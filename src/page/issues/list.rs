//! The list's state: its rows, their trends, what is selected; and how it is kept when it is left.

use super::tools::Tools;
use crate::api::issues::{IssuePage, list_issues};
use crate::browser::{dom, intl, scroll, storage, wait};
use crate::issue_decisions::IssueDecisions;
use crate::issue_list_memory::{self, LeftList};
use crate::load::{Loader, load};
use crate::reactive::{effect, spawn};
use crate::route::{Route, Step, use_go};
use crate::ui::toast::Toasts;
use glint_model::id::{IssueId, OrganizationSlug};
use glint_model::issue_filter::IssueFilter;
use glint_model::issue_rows::IssueRows;
use glint_model::link::Page;
use glint_model::selection::Selection;
use glint_model::trend::Period;
use glint_model::wire::issue::{Issue, IssueStatus};
use glint_model::wire::stats::IssueStats;
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// The list of one organization, as its URL filters it.
#[derive(Clone, Copy)]
pub struct IssueList {
    /// Whose.
    pub organization: StoredValue<OrganizationSlug>,
    /// The filter of the URL.
    pub filter: Memo<IssueFilter>,
    /// The page of the URL on its way.
    pub loader: Loader<Arc<IssuePage>>,
    /// The rows that came last; they stay on screen, dimmed, while others are on their way.
    pub rows: RwSignal<Option<IssueRows>>,
    /// The trends that have come, by id; asked for with the tools.
    pub stats: RwSignal<Vec<Arc<IssueStats>>>,
    /// What is loaded once the rows are drawn.
    pub tools: RwSignal<Option<Tools>>,
    /// Of which period the trends are.
    pub period: RwSignal<Period>,
    /// What was decided, here or on an issue's own page.
    pub decisions: IssueDecisions,
    /// Rows that fade before they leave.
    pub leaving: RwSignal<Vec<IssueId>>,
    /// The selected rows.
    pub selection: RwSignal<Selection>,
    /// The rows that alone are shown, ordered by id; None for all.
    pub only: RwSignal<Option<Vec<IssueId>>>,
    /// The row with the focus, or the one that had it last.
    pub focused: RwSignal<Option<IssueId>>,
    /// Whether rows are one line high.
    pub is_compact: RwSignal<bool>,
    /// Where messages go.
    pub toasts: Toasts,
    /// What the list's own signals live by, for those that come later.
    pub owner: StoredValue<Option<Owner>>,
    /// When the rows came, in milliseconds since the epoch.
    pub loaded_at_ms: StoredValue<i64>,
    /// One mark for each action on its way to the server: whether it is to be undone as soon as it is through.
    pub on_the_way: StoredValue<Vec<Arc<AtomicBool>>>,
    is_as_left: StoredValue<bool>,
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
        let loader = load_rows(organization.clone(), filter, left.is_some());
        let of_left = left.clone();
        let (rows, stats, period, selection, loaded_at_ms) = match of_left {
            Some(left) => (
                Some(left.rows),
                left.stats,
                left.period,
                left.selection,
                left.loaded_at_ms,
            ),
            None => (
                None,
                Vec::new(),
                remembered_period(),
                Selection::default(),
                intl::now_ms(),
            ),
        };
        let list = Self {
            organization: StoredValue::new(organization),
            filter,
            loader,
            rows: RwSignal::new(rows),
            stats: RwSignal::new(stats),
            tools: RwSignal::new(None),
            period: RwSignal::new(period),
            decisions: IssueDecisions::get(),
            leaving: RwSignal::new(Vec::new()),
            selection: RwSignal::new(selection),
            only: RwSignal::new(left.as_ref().and_then(|left| left.only.clone())),
            focused: RwSignal::new(left.as_ref().and_then(|left| left.focused.clone())),
            is_compact: RwSignal::new(storage::get(storage::DENSITY).is_some()),
            loaded_at_ms: StoredValue::new(loaded_at_ms),
            owner: StoredValue::new(Owner::current()),
            on_the_way: StoredValue::new(Vec::new()),
            is_as_left: StoredValue::new(left.is_some()),
            toasts: Toasts::get(),
        };
        list.show_what_comes();
        list.keep_when_left();
        if let Some(left) = left {
            return_to(left);
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

    /// What was decided about an issue, or what it was given with. Tracked.
    pub fn status(self, id: &IssueId, given: IssueStatus) -> IssueStatus {
        self.decisions.with(|decisions| decisions.status(id, given))
    }

    /// The rows that stand, those that are about to leave included; tracked.
    pub fn standing(self) -> Vec<Arc<Issue>> {
        let leaving = self.leaving.get();
        self.only.track();
        self.decisions.with(|decisions| {
            self.rows
                .with(|rows| self.shown(rows, |id| !decisions.is_gone(id) || leaving.contains(id)))
        })
    }

    /// The ids of the rows that stay, in order; untracked.
    pub fn order(self) -> Vec<IssueId> {
        let issues = self.decisions.with_untracked(|decisions| {
            self.rows
                .with_untracked(|rows| self.shown(rows, |id| !decisions.is_gone(id)))
        });
        issues.iter().map(|issue| issue.id.clone()).collect()
    }

    fn shown(self, rows: &Option<IssueRows>, is_there: impl Fn(&IssueId) -> bool) -> Vec<Arc<Issue>> {
        self.only.with_untracked(|only| {
            rows.iter()
                .flat_map(|rows| &rows.issues)
                .filter(|issue| only.as_ref().is_none_or(|only| only.binary_search(&issue.id).is_ok()))
                .filter(|issue| is_there(&issue.id))
                .cloned()
                .collect()
        })
    }

    /// The issues with these ids, as far as they are listed; untracked.
    pub fn issues(self, ids: &[IssueId]) -> Vec<Arc<Issue>> {
        self.rows.with_untracked(|rows| {
            let rows = rows.as_ref();
            ids.iter().filter_map(|id| rows?.find(id).cloned()).collect()
        })
    }

    fn show_what_comes(self) {
        let go = use_go();
        effect(move || {
            let Some(answer) = self.loader.ready() else { return };
            if self.is_as_left.get_value() {
                self.is_as_left.set_value(false);
                return;
            }
            if let Some(first) = answer.page.items.first().filter(|_| answer.is_direct_hit)
                && let Some(event) = &first.matching_event_id
            {
                go(
                    &Route::event(&self.organization.get_value(), &first.id, event),
                    Step::Replace,
                );
                return;
            }
            self.take_over(&answer.page);
        });
    }

    /// Shows a page that has come in place of what is shown.
    pub fn take_over(self, page: &Page<Arc<Issue>>) {
        self.loaded_at_ms.set_value(intl::now_ms());
        self.decisions.settle(page.items.iter().map(|issue| &issue.id));
        let rows = self
            .rows
            .with_untracked(|before| IssueRows::of_page(page, before.as_ref()));
        let ids: Vec<IssueId> = rows.issues.iter().map(|issue| issue.id.clone()).collect();
        self.forget_old_stats(&rows);
        self.selection.update(|selection| selection.retain(&ids));
        self.rows.set(Some(rows));
    }

    /// The trend of an issue that has changed is asked for again.
    fn forget_old_stats(self, rows: &IssueRows) {
        let is_as_it_was = |id: &IssueId| {
            self.rows.with_untracked(|before| {
                let before = before.as_ref().and_then(|before| before.find(id));
                before.is_some_and(|before| rows.issues.iter().any(|issue| Arc::ptr_eq(issue, before)))
            })
        };
        self.stats.update(|stats| stats.retain(|one| is_as_it_was(&one.id)));
    }

    fn keep_when_left(self) {
        on_cleanup(move || {
            let left = (|| {
                let organization = self.organization.try_get_value()?;
                let query = self.filter.try_get_untracked()?.to_pairs();
                let place = Route::Issues {
                    organization: organization.clone(),
                    query: query.clone(),
                };
                scroll::remember(&place.path());
                Some(LeftList {
                    organization,
                    query,
                    rows: self.rows.try_get_untracked()??,
                    stats: self.stats.try_get_untracked()?,
                    period: self.period.try_get_untracked()?,
                    selection: self.selection.try_get_untracked()?,
                    only: self.only.try_get_untracked()?,
                    focused: self.focused.try_get_untracked()?,
                    loaded_at_ms: self.loaded_at_ms.try_get_value()?,
                })
            })();
            if let Some(left) = left {
                issue_list_memory::keep(left);
            }
        });
    }
}

fn return_to(left: LeftList) {
    let key = Route::Issues {
        organization: left.organization,
        query: left.query,
    }
    .path();
    spawn(async move {
        wait::frame().await;
        scroll::restore(&key);
        if let Some(id) = left.focused {
            dom::focus_in_place(dom::by_id(&row_link_id(&id)));
        }
    });
}

/// The trend of an issue among those that have come.
pub fn stats_of<'a>(stats: &'a [Arc<IssueStats>], id: &IssueId) -> Option<&'a Arc<IssueStats>> {
    let place = stats.binary_search_by(|one| one.id.cmp(id)).ok()?;
    stats.get(place)
}

/// The id of a row's link in the document.
pub fn row_link_id(id: &IssueId) -> String {
    format!("issue-{id}")
}

/// Moves the focus to a row, without scrolling more than needed.
pub fn focus_row(id: &IssueId) {
    dom::focus(dom::by_id(&row_link_id(id)));
}

fn remembered_period() -> Period {
    storage::get(storage::TREND)
        .and_then(|text| Period::parse(&text))
        .unwrap_or(Period::Day)
}

/// Asks for the page of the URL; not for the one that is here as it was left.
fn load_rows(organization: OrganizationSlug, filter: Memo<IssueFilter>, is_as_left: bool) -> Loader<Arc<IssuePage>> {
    let is_as_left = StoredValue::new(is_as_left);
    load(move |cancel| {
        let filter = filter.get();
        let organization = organization.clone();
        let is_here = is_as_left.try_update_value(std::mem::take).unwrap_or_default();
        Box::pin(async move {
            if is_here {
                return Ok(Arc::default());
            }
            list_issues(&organization, &filter, &cancel).await.map(Arc::new)
        })
    })
}
