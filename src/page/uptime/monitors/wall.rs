//! The state of the page: which rows there are, in which groups and order, and which of them are shown.

mod settle;

use super::response_times;
use crate::browser::intl;
use crate::page::uptime::all_monitors::AllMonitors;
use crate::route::{Go, Route, Step, UptimePart, use_go};
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::monitor_wall::{Counts, Group, WallRow, WallView, arrange};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// What changes of a row by itself; its view follows, and is not drawn anew.
#[derive(Clone)]
pub struct RowState {
    /// What it says.
    pub row: ArcRwSignal<Arc<WallRow>>,
    /// Whether the filter lets it through. Rows that it does not are hidden and stay: typing must be quick.
    pub is_shown: ArcRwSignal<bool>,
    /// Counts how often its name, its target or where it belongs have changed: then it is drawn anew.
    pub version: u32,
}

/// The page's state.
#[derive(Clone, Copy)]
pub struct Wall {
    /// Whose.
    pub organization: StoredValue<OrganizationSlug>,
    /// The monitors.
    pub all: AllMonitors,
    /// What the URL asks for.
    pub view: Memo<WallView>,
    /// What is typed in the filter; the URL follows a moment later.
    pub typed: RwSignal<String>,
    /// All rows in their groups and order, shown or not.
    pub groups: RwSignal<Vec<Group>>,
    /// Whether rows were kept where they are although their order has changed.
    pub is_out_of_order: RwSignal<bool>,
    /// How many rows of each status there are, the filter by status left aside.
    pub counts: RwSignal<Counts>,
    /// How many of each status are shown, by group.
    pub shown: RwSignal<BTreeMap<String, Counts>>,
    /// Keys of the groups that are folded.
    pub folded: RwSignal<Vec<String>>,
    /// The row with the focus, or the one that had it last.
    pub focused: RwSignal<Option<MonitorId>>,
    /// The monitor whose menu is open.
    pub chosen: RwSignal<Option<MonitorId>>,
    /// Whether response times are asked for of all monitors, not only of those in sight.
    pub wants_all_times: RwSignal<bool>,
    /// The minute that it is: milliseconds since the epoch.
    pub minute: Memo<i64>,
    pointed_at_ms: StoredValue<i64>,
    /// The keys of all groups there have been, in the order they came.
    numbers: StoredValue<Vec<String>>,
    states: StoredValue<BTreeMap<MonitorId, RowState>>,
    go: StoredValue<Go, LocalStorage>,
}

impl Wall {
    /// The page of an organization.
    pub fn open(organization: OrganizationSlug) -> Self {
        let route = use_context::<Memo<Route>>();
        let view = Memo::new(move |previous: Option<&WallView>| {
            route
                .and_then(|route| {
                    route.with(|route| match route {
                        Route::Uptime {
                            part: UptimePart::Monitors,
                            query,
                            ..
                        } => Some(WallView::from_pairs(query)),
                        _ => None,
                    })
                })
                .or_else(|| previous.cloned())
                .unwrap_or_default()
        });
        let all = AllMonitors::open(organization.clone());
        let wall = Self {
            all,
            wants_all_times: RwSignal::new(false),
            minute: Memo::new(move |_| all.live.now_ms() / 60_000 * 60_000),
            pointed_at_ms: StoredValue::new(0),
            numbers: StoredValue::new(Vec::new()),
            organization: StoredValue::new(organization),
            view,
            typed: RwSignal::new(view.with_untracked(|view| view.text.clone())),
            groups: RwSignal::new(Vec::new()),
            is_out_of_order: RwSignal::new(false),
            counts: RwSignal::new(Counts::default()),
            shown: RwSignal::new(BTreeMap::new()),
            folded: RwSignal::new(Vec::new()),
            focused: RwSignal::new(None),
            chosen: RwSignal::new(None),
            states: StoredValue::new(BTreeMap::new()),
            go: StoredValue::new_local(Rc::new(use_go())),
        };
        wall.settle();
        response_times::keep_asking(wall);
        wall
    }

    /// The place of the page with another view.
    pub fn route(self, view: &WallView) -> Route {
        Route::Uptime {
            organization: self.organization.get_value(),
            part: UptimePart::Monitors,
            query: view.to_pairs(),
        }
    }

    /// Goes to another view; what is typed goes along.
    pub fn show(self, step: Step, change: impl FnOnce(&mut WallView)) {
        let Some(mut view) = self.view.try_get_untracked() else {
            return;
        };
        self.typed.get_untracked().trim().clone_into(&mut view.text);
        change(&mut view);
        self.go_to(&self.route(&view), step);
    }

    /// Goes to a place.
    pub fn go_to(self, route: &Route, step: Step) {
        if let Some(go) = self.go.try_get_value() {
            go(route, step);
        }
    }

    /// The place of another page of uptime.
    pub fn part(self, part: UptimePart) -> Route {
        Route::uptime(&self.organization.get_value(), part)
    }

    /// The state of a row.
    pub fn state(self, id: MonitorId) -> Option<RowState> {
        self.states.try_with_value(|states| states.get(&id).cloned())?
    }

    /// The rows of a group in order, each with its version; tracked.
    pub fn rows_of(self, key: &str) -> Vec<(MonitorId, u32)> {
        self.groups.with(|groups| {
            let group = groups.iter().find(|group| group.key == key);
            self.states.with_value(|states| {
                let rows = group.into_iter().flat_map(|group| &group.rows);
                rows.filter_map(|id| Some((*id, states.get(id)?.version))).collect()
            })
        })
    }

    /// The rows that can be seen, in order; untracked.
    pub fn order(self) -> Vec<MonitorId> {
        let folded = self.folded.get_untracked();
        self.groups.with_untracked(|groups| {
            self.states.with_value(|states| {
                let is_shown = |id: &&MonitorId| states.get(*id).is_some_and(|state| state.is_shown.get_untracked());
                let open = groups.iter().filter(|group| !folded.contains(&group.key));
                open.flat_map(|group| &group.rows).filter(is_shown).copied().collect()
            })
        })
    }

    /// The keys of the groups in order; tracked.
    pub fn group_keys(self) -> Vec<String> {
        self.groups
            .with(|groups| groups.iter().map(|group| group.key.clone()).collect())
    }

    /// What a group is called; untracked.
    pub fn label_of(self, key: &str) -> String {
        self.groups.with_untracked(|groups| {
            let group = groups.iter().find(|group| group.key == key);
            group.map(|group| group.label.clone()).unwrap_or_default()
        })
    }

    /// The number of a group, the same as long as the page is there.
    pub fn number_of(self, key: &str) -> usize {
        self.numbers
            .try_update_value(|known| match known.iter().position(|one| one == key) {
                Some(place) => place,
                None => {
                    known.push(key.to_owned());
                    known.len() - 1
                }
            })
            .unwrap_or_default()
    }

    /// Folds a group, or opens it again.
    pub fn fold(self, key: &str) {
        self.folded.update(|folded| {
            let before = folded.len();
            folded.retain(|one| one != key);
            if folded.len() == before {
                folded.push(key.to_owned());
            }
        });
    }

    /// Somebody moves the pointer over the rows.
    pub fn note_pointer(self) {
        self.pointed_at_ms.set_value(intl::now_ms());
    }

    /// Sorts the rows again.
    pub fn sort_again(self) {
        let (group, sort) = self.view.with_untracked(|view| (view.group, view.sort));
        let rows = untrack(|| self.all.standing());
        self.groups.set(arrange(&rows, group, sort));
        self.is_out_of_order.set(false);
    }
}
