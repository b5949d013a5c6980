//! The list's state: its rows, their trends, what is selected; and how it is kept when it is left.

use super::tools::Tools;
use crate::api::issues::{IssuePage, list_issues};
use crate::browser::{dom, intl, scroll, storage};
use crate::issue_list_memory::{self, LeftList};
use crate::load::{Loader, load};
use crate::reactive::{effect, spawn};
use crate::route::{Route, Step, use_go};
use crate::ui::toast::Toasts;
use glint_model::id::{IssueId, OrganizationSlug};
use glint_model::issue_filter::IssueFilter;
use glint_model::trend::Period;
use glint_model::wire::issue::IssueStatus;
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
    /// The trends on their way; asked for with the tools.
    pub stats: RwSignal<Option<Loader<Vec<IssueStats>>>>,
    /// What is loaded once the rows are drawn.
    pub tools: RwSignal<Option<Tools>>,
    /// Of which period the trends are.
    pub period: RwSignal<Period>,
    /// Decisions made here, until the rows are asked for again.
    pub decisions: RwSignal<Vec<(IssueId, IssueStatus)>>,
    /// The selected rows.
    pub selected: RwSignal<Vec<IssueId>>,
    /// The row with the focus.
    pub focused: RwSignal<Option<IssueId>>,
    /// The trends as they were left, until they are taken over.
    pub left_stats: StoredValue<Option<Vec<IssueStats>>>,
    /// Where messages go.
    pub toasts: Toasts,
    /// What the list's own signals live by, for those that come later.
    pub owner: StoredValue<Option<Owner>>,
    loaded_at_ms: StoredValue<i64>,
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
        let period = RwSignal::new(left.as_ref().map_or_else(remembered_period, |left| left.period));
        let loader = load_rows(
            organization.clone(),
            filter,
            left.as_ref().map(|left| left.page.clone()),
        );
        let shown = RwSignal::new(left.as_ref().map(|left| left.page.clone()));
        let list = Self {
            organization: StoredValue::new(organization),
            filter,
            loader,
            shown,
            stats: RwSignal::new(None),
            tools: RwSignal::new(None),
            left_stats: StoredValue::new(left.as_ref().map(|left| left.stats.clone())),
            period,
            decisions: RwSignal::new(Vec::new()),
            selected: RwSignal::new(left.as_ref().map(|left| left.selected.clone()).unwrap_or_default()),
            focused: RwSignal::new(None),
            loaded_at_ms: StoredValue::new(left.as_ref().map_or_else(intl::now_ms, |left| left.loaded_at_ms)),
            owner: StoredValue::new(Owner::current()),
            is_as_left: StoredValue::new(left.is_some()),
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

    /// What was decided about an issue here, or what it was given with. Tracked.
    pub fn status(self, id: &IssueId, given: IssueStatus) -> IssueStatus {
        self.decisions.with(|decisions| latest(decisions, id).unwrap_or(given))
    }

    /// The trends, when they are here; tracked.
    pub fn stats_now(self) -> Vec<IssueStats> {
        self.with_stats(<[IssueStats]>::to_vec).unwrap_or_default()
    }

    /// Looks at the trends, when they are here; tracked.
    pub fn with_stats<R>(self, look: impl FnOnce(&[IssueStats]) -> R) -> Option<R> {
        self.stats.get()?.with(|stats| stats.ready().map(|stats| look(stats)))
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
            if self.is_as_left.get_value() {
                self.is_as_left.set_value(false);
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
                    stats: untrack(|| self.stats_now()),
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
pub fn latest(decisions: &[(IssueId, IssueStatus)], id: &IssueId) -> Option<IssueStatus> {
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
