//! "Since you last looked": what the list has to say about it, and when what it shows counts as seen.

mod chip;
mod notes;

pub use chip::chip;

use super::list::IssueList;
use crate::api::client::server_now_ms;
use crate::browser::visibility;
use crate::looks_store::LooksStore;
use crate::reactive::effect;
use glint_model::id::IssueId;
use glint_model::looks::{Looks, Mark, Tally, VISIT_GAP_MS};
use glint_model::wire::issue::IssueStatus;
use leptos::prelude::*;

/// What was seen on the visit before, and by now.
#[derive(Clone, Copy)]
pub struct Visit {
    looks: StoredValue<Looks>,
    /// Counts what can change a mark.
    changes: RwSignal<u32>,
    /// The marks of the rows, ordered by id.
    marks: Memo<Vec<(IssueId, Mark)>>,
    since: Memo<Option<i64>>,
}

impl Visit {
    /// Begins the visit of a list, and goes on with it as long as the list is there.
    pub fn begin(list: IssueList, is_visible: RwSignal<bool>) -> Self {
        let store = LooksStore::of(&list.organization.get_value());
        let looks = StoredValue::new(store.read().begin(server_now_ms()));
        let changes = RwSignal::new(0);
        let visit = Self {
            looks,
            changes,
            marks: Memo::new(move |_| {
                changes.track();
                looks.with_value(|looks| {
                    list.rows.with(|rows| {
                        let issues = rows.iter().flat_map(|rows| &rows.issues);
                        let mut marks: Vec<_> = issues
                            .filter_map(|issue| Some((issue.id.clone(), looks.mark(issue)?)))
                            .collect();
                        marks.sort_by(|(one, _), (other, _)| one.cmp(other));
                        marks
                    })
                })
            }),
            since: Memo::new(move |_| {
                changes.track();
                looks.with_value(Looks::since_ms)
            }),
        };
        visit.begin_anew_after_a_pause(is_visible);
        notes::keep(list, visit, store, is_visible);
        show_all_in_the_end(list, visit);
        visit
    }

    /// The mark of an issue that is listed; tracked.
    pub fn mark(self, id: &IssueId) -> Option<Mark> {
        self.marks.with(|marks| {
            let place = marks.binary_search_by(|(one, _)| one.cmp(id)).ok()?;
            marks.get(place).map(|(_, mark)| *mark)
        })
    }

    /// Since when marks count, in milliseconds since the epoch; None on the first visit. Tracked.
    pub fn since_ms(self) -> Option<i64> {
        self.since.get()
    }

    /// The status of an issue as the reader knows it from this list or another.
    pub fn known_status(self, id: &IssueId) -> Option<IssueStatus> {
        self.looks.with_value(|looks| looks.known_status(id))
    }

    /// How many rows have which mark; tracked.
    fn tally(self) -> Tally {
        self.marks.with(|marks| marks.iter().map(|(_, mark)| *mark).collect())
    }

    /// The rows that are marked, ordered by id; tracked.
    fn marked(self) -> Vec<IssueId> {
        self.marks
            .with(|marks| marks.iter().map(|(id, _)| id.clone()).collect())
    }

    /// The reader has taken note of all that is marked.
    fn accept(self) {
        self.change(|looks| looks.accept(server_now_ms()));
    }

    /// Changes what is remembered; marks follow.
    fn change(self, change: impl FnOnce(&mut Looks)) {
        self.looks.try_update_value(change);
        self.changes.try_update(|count| *count += 1);
    }

    /// Who comes back to the tab after a while has not been looking at it meanwhile.
    fn begin_anew_after_a_pause(self, is_visible: RwSignal<bool>) {
        let hidden_at = StoredValue::new(None::<i64>);
        effect(move || {
            let now = server_now_ms();
            if !is_visible.get() {
                hidden_at.set_value(Some(now));
            } else if let Some(hidden_at) = hidden_at.try_update_value(Option::take).flatten()
                && now - hidden_at > VISIT_GAP_MS
            {
                self.change(|looks| *looks = std::mem::take(looks).begin(now));
            }
        });
    }
}

/// Whether the tab is in front, as long as the list is there.
pub fn follow_visibility() -> RwSignal<bool> {
    let is_visible = RwSignal::new(visibility::is_visible());
    let listener = visibility::on_change(move || {
        is_visible.try_set(visibility::is_visible());
    });
    StoredValue::new_local(listener);
    is_visible
}

/// Rows that come and are marked join those that alone are shown; when none of these is left, or another search is made,
/// all are shown again.
fn show_all_in_the_end(list: IssueList, visit: Visit) {
    effect(move || {
        let marked = visit.marked();
        let Some(mut only) = list.only.get() else { return };
        let before = only.len();
        only.extend(marked);
        only.sort_unstable();
        only.dedup();
        if only.len() > before {
            list.only.set(Some(only));
        }
    });
    let is_empty = Memo::new(move |_| list.only.with(Option::is_some) && list.standing().is_empty());
    effect(move || {
        if is_empty.get() {
            list.only.set(None);
        }
    });
    let searched = StoredValue::new(list.filter.get_untracked());
    effect(move || {
        let filter = list.filter.get();
        if searched.get_value() != filter {
            searched.set_value(filter);
            list.only.set(None);
        }
    });
}
