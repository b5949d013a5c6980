//! The state of the page: which rows there are, in which groups and order, and which of them are shown.

use super::response_times;
use crate::browser::{dom, intl, scroll};
use crate::page::uptime::all_monitors::{AllMonitors, Rows};
use crate::reactive::effect;
use crate::route::{Route, Step, UptimePart, use_go};
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::monitor_wall::{Counts, Group, GroupBy, SortBy, WallRow, WallView, arrange, hold};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// For so long after it has moved a pointer is at the rows: milliseconds.
const POINTED_MS: i64 = 30_000;

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

/// Goes to a place.
type Go = Rc<dyn Fn(&Route, Step)>;

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

    /// Keeps groups, order and what is shown in step with the monitors, the URL and what is typed.
    fn settle(self) {
        let mut last: Option<(Rows, GroupBy, SortBy)> = None;
        effect(move || {
            let rows = self.all.standing();
            let mut view = self.view.get();
            view.text = self.typed.get();
            let now = (rows, view.group, view.sort);
            let is_same = last
                .as_ref()
                .is_some_and(|last| Arc::ptr_eq(&last.0, &now.0) && (last.1, last.2) == (now.1, now.2));
            if !is_same {
                let is_drawn_anew = self.take_rows(&now.0);
                let is_chosen_anew = last.as_ref().is_none_or(|last| (last.1, last.2) != (now.1, now.2));
                self.put_in_order(&now.0, &view, is_chosen_anew, is_drawn_anew);
            }
            self.filter(&now.0, &view);
            last = Some(now);
        });
    }

    /// Gives whether some rows are to be drawn anew.
    fn take_rows(self, rows: &Rows) -> bool {
        let mut is_drawn_anew = false;
        self.states.update_value(|states| {
            if states.len() > rows.len() {
                states.retain(|id, _| glint_model::monitor_wall::find(rows, *id).is_some());
            }
            for row in rows.iter() {
                match states.get_mut(&row.id) {
                    Some(state) => {
                        let before = state.row.get_untracked();
                        if !Arc::ptr_eq(&before, row) {
                            let has_new_facts = !before.has_same_facts(row);
                            state.version += u32::from(has_new_facts);
                            is_drawn_anew |= has_new_facts;
                            state.row.set(Arc::clone(row));
                        }
                    }
                    None => {
                        let state = RowState {
                            row: ArcRwSignal::new(Arc::clone(row)),
                            is_shown: ArcRwSignal::new(true),
                            version: 0,
                        };
                        states.insert(row.id, state);
                    }
                }
            }
        });
        is_drawn_anew
    }

    /// Nothing moves while somebody points at the rows, walks through them, or has scrolled into them.
    fn put_in_order(self, rows: &Rows, view: &WallView, is_chosen_anew: bool, is_drawn_anew: bool) {
        let now = arrange(rows, view.group, view.sort);
        // Response times come one by one: each would move a row.
        let is_still = view.sort == SortBy::Response || self.is_read();
        let shown = if is_chosen_anew || !is_still {
            now.clone()
        } else {
            self.groups.with_untracked(|before| hold(before, &now))
        };
        self.is_out_of_order.set(shown != now);
        // A thousand rows are not looked through for nothing.
        if is_drawn_anew || self.groups.with_untracked(|groups| *groups != shown) {
            self.groups.set(shown);
        }
    }

    fn filter(self, rows: &Rows, view: &WallView) {
        let matches = view.matcher();
        let mut counts = Counts::default();
        self.states.with_value(|states| {
            for row in rows.iter() {
                let is_match = matches(row);
                counts.add(row.health, usize::from(is_match));
                let is_shown = is_match && view.status.is_none_or(|status| status == row.health);
                if let Some(state) = states.get(&row.id)
                    && state.is_shown.get_untracked() != is_shown
                {
                    state.is_shown.set(is_shown);
                }
            }
            let shown = self.groups.with_untracked(|groups| {
                let of_group = |group: &Group| {
                    let mut counts = Counts::default();
                    for state in group.rows.iter().filter_map(|id| states.get(id)) {
                        let health = state.row.with_untracked(|row| row.health);
                        counts.add(health, usize::from(state.is_shown.get_untracked()));
                    }
                    (group.key.clone(), counts)
                };
                groups.iter().map(of_group).collect()
            });
            self.shown.set(shown);
        });
        self.counts.set(counts);
    }

    /// Whether somebody is at the rows. A pointer that has rested for long is not.
    fn is_read(self) -> bool {
        let is_pointed_at = intl::now_ms() - self.pointed_at_ms.get_value() < POINTED_MS;
        is_pointed_at || scroll::top() > 0.0 || dom::is_focus_within(".monitors")
    }
}
