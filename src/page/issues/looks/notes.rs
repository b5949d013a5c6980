//! What the reader sees and decides is noted, and kept for the next visit.

use super::Visit;
use crate::api::client::server_now_ms;
use crate::browser::listener::Listener;
use crate::browser::{dom, wait};
use crate::looks_store::LooksStore;
use crate::page::issues::list::IssueList;
use crate::reactive::{effect, spawn};
use glint_model::id::IssueId;
use glint_model::wire::issue::{Issue, IssueStatus};
use leptos::prelude::*;
use std::sync::Arc;

/// How long rows are in sight before they count as seen: milliseconds.
const SEEN_AFTER_MS: i32 = 3000;
/// How long writing waits, since a decision seldom comes alone and must not wait for it: milliseconds.
const WRITTEN_AFTER_MS: i32 = 400;

/// Notes it as long as the list is there.
pub fn keep(list: IssueList, visit: Visit, store: LooksStore, is_visible: RwSignal<bool>) {
    let seen = RwSignal::new(0_u32);
    see(list, visit, is_visible, seen);
    note_decisions(list, visit);
    let from_elsewhere = store.clone();
    let listener = store.on_change(move || {
        let looks = from_elsewhere.read();
        visit.change(|here| *here = looks);
    });
    StoredValue::new_local(listener);
    write(visit, store, seen);
}

/// What is in sight for a while has been seen.
fn see(list: IssueList, visit: Visit, is_visible: RwSignal<bool>, seen: RwSignal<u32>) {
    let turn = StoredValue::new(0_u32);
    effect(move || {
        list.rows.track();
        turn.update_value(|turn| *turn += 1);
        let mine = turn.get_value();
        if !is_visible.get() {
            return;
        }
        spawn(async move {
            wait::milliseconds(SEEN_AFTER_MS).await;
            if turn.try_get_value() == Some(mine) {
                let issues = undecided(list);
                visit
                    .looks
                    .try_update_value(|looks| looks.saw(&issues, server_now_ms()));
                seen.try_update(|count| *count += 1);
            }
        });
    });
}

/// The rows whose status is the server's word, not the reader's.
fn undecided(list: IssueList) -> Vec<Arc<Issue>> {
    list.decisions.with_untracked(|decisions| {
        list.rows.with_untracked(|rows| {
            let is_decided = |id: &IssueId| decisions.of(id).is_some_and(|decision| decision.status.is_some());
            rows.iter()
                .flat_map(|rows| &rows.issues)
                .filter(|issue| !is_decided(&issue.id))
                .cloned()
                .collect()
        })
    })
}

/// What the reader decides, here or on an issue's page, is no news; nor is what comes of taking it back.
fn note_decisions(list: IssueList, visit: Visit) {
    let noted = StoredValue::new((0_i64, Vec::<(IssueId, IssueStatus)>::new()));
    effect(move || {
        let now: Vec<(IssueId, IssueStatus)> = list
            .decisions
            .with(|decisions| decisions.statuses().map(|(id, status)| (id.clone(), status)).collect());
        let loaded_at = list.loaded_at_ms.get_value();
        let (loaded_before, before) = noted.get_value();
        let mut changed: Vec<(IssueId, IssueStatus)> = now
            .iter()
            .filter(|decided| !before.contains(decided))
            .cloned()
            .collect();
        // A decision that an answer of the server has settled is gone as well, but was not taken back.
        if loaded_before == loaded_at {
            let is_decided = |id: &IssueId| now.iter().any(|(one, _)| one == id);
            list.rows.with_untracked(|rows| {
                let taken_back = before.iter().filter(|(id, _)| !is_decided(id));
                changed.extend(taken_back.filter_map(|(id, _)| {
                    let issue = rows.as_ref()?.find(id)?;
                    Some((id.clone(), issue.status))
                }));
            });
        }
        noted.set_value((loaded_at, now));
        if !changed.is_empty() {
            visit.change(|looks| {
                for (id, status) in &changed {
                    looks.decided(id, *status);
                }
            });
        }
    });
}

/// Keeps what has changed, a little later, or at once when the list or the page is left. What another tab has kept is kept
/// again as it is, which no tab hears of.
fn write(visit: Visit, store: LooksStore, seen: RwSignal<u32>) {
    let turn = StoredValue::new(0_u32);
    let is_due = StoredValue::new(false);
    let store = StoredValue::new(store);
    let keep = move || {
        if is_due.try_update_value(std::mem::take) == Some(true) {
            store.try_with_value(|store| visit.looks.try_with_value(|looks| store.write(looks)));
        }
    };
    effect(move || {
        seen.track();
        visit.changes.track();
        turn.update_value(|turn| *turn += 1);
        is_due.set_value(true);
        let mine = turn.get_value();
        spawn(async move {
            wait::milliseconds(WRITTEN_AFTER_MS).await;
            if turn.try_get_value() == Some(mine) {
                keep();
            }
        });
    });
    StoredValue::new_local(Listener::new(dom::window().into(), "pagehide", move |_| keep()));
    on_cleanup(keep);
}
