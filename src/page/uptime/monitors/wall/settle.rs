//! Keeps groups, order and what is shown in step with the monitors, the URL and what is typed.

use super::{RowState, Wall};
use crate::browser::{dom, intl, scroll};
use crate::page::uptime::all_monitors::Rows;
use crate::reactive::effect;
use glint_model::monitor_wall::{Counts, Group, GroupBy, SortBy, WallView, arrange, hold};
use leptos::prelude::*;
use std::sync::Arc;

/// For so long after it has moved a pointer is at the rows: milliseconds.
const POINTED_MS: i64 = 30_000;

impl Wall {
    /// Begins.
    pub(super) fn settle(self) {
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
