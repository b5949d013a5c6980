//! What is done with rows: it shows at once, is put right when the server disagrees, and what the server could not undo is
//! sent only after the time for that is over.

use super::aim::Aim;
use super::list::{IssueList, focus_row};
use super::under_way::UnderWay;
use crate::api::issues::{Change, Refusal, Target, change_issues};
use crate::browser::wait;
use crate::reactive::spawn;
use crate::ui::toast::Sending;
use glint_model::decisions::{self, Decision};
use glint_model::deed::{Deed, Standing};
use glint_model::id::IssueId;
use glint_model::issue_filter::IssueFilter;
use glint_model::text::counted;
use glint_model::wire::issue::{Issue, IssueStatus};
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How long a row fades before it leaves, in milliseconds; as long as the style says.
const FADE_MS: i32 = 150;

/// How often, and how long apart in milliseconds, the list is asked for again while the server is still at work.
const LOOKS_AFTER: usize = 3;
const LOOK_AFTER_MS: i32 = 2500;

/// The most issues that a message names.
const MOST_NAMED: usize = 5;

impl IssueList {
    /// Sets the status of what an action is for.
    pub fn set_status(self, status: IssueStatus) {
        if let Some(aim) = self.aim() {
            self.act(aim, Deed::Status(status));
        }
    }

    /// Does something with issues.
    pub fn act(self, mut aim: Aim, deed: Deed) {
        if aim.matching.is_none() {
            aim.issues.retain(|issue| deed.changes(&self.standing_of(issue)));
            if aim.issues.is_empty() {
                return;
            }
            let count = aim.issues.len() as u64;
            aim.subject = counted(count, "issue", "issues");
            aim.count = Some(count);
        }
        let before: Vec<Standing> = aim.issues.iter().map(|issue| self.standing_of(issue)).collect();
        let is_held = deed.is_held(aim.matching.is_some());
        let changes = self.show(&deed, &before, is_held);
        self.selection.update(|selection| selection.clear());
        let under_way = UnderWay {
            organization: self.organization.get_value(),
            matching: aim.matching,
            before,
            deed,
            changes,
            subject: aim.subject,
            names: aim
                .issues
                .iter()
                .map(|issue| (issue.id.clone(), issue.short_id.clone()))
                .collect(),
        };
        if is_held {
            let said = under_way.deed.foretold(&under_way.subject);
            let (to_undo, to_send) = (Arc::new(under_way), self);
            let to_finish = Arc::clone(&to_undo);
            self.toasts.hold(
                said,
                move || self.decisions.take_back(&to_undo.changes),
                move |sending| to_send.send_held(&to_finish, sending),
            );
        } else {
            spawn(self.send(under_way));
        }
    }

    fn standing_of(self, issue: &Issue) -> Standing {
        self.decisions.with_untracked(|decisions| {
            let decided = decisions.of(&issue.id);
            Standing {
                id: issue.id.clone(),
                status: decisions.status(&issue.id, issue.status),
                assigned_to: decided
                    .and_then(|decided| decided.assigned_to.clone())
                    .unwrap_or_else(|| issue.assigned_to.clone()),
            }
        })
    }

    /// Notes the decision, lets rows that leave fade, and moves the focus on from a row that goes.
    fn show(self, deed: &Deed, before: &[Standing], is_held: bool) -> Vec<decisions::Change> {
        let filter = self.filter.get_untracked();
        let vanishing = deed.shown_by(before);
        let order = self.order();
        let changes = self.decisions.decide(&vanishing, |_, decision| {
            deed.show(decision, |status| filter.admits(status));
            decision.is_pending = is_held;
        });
        let gone: Vec<IssueId> = self
            .decisions
            .with_untracked(|decisions| vanishing.into_iter().filter(|id| decisions.is_gone(id)).collect());
        if gone.is_empty() {
            return changes;
        }
        self.leaving.update(|leaving| leaving.extend(gone.iter().cloned()));
        self.move_focus_on(&order, &gone);
        spawn(async move {
            wait::milliseconds(FADE_MS).await;
            self.leaving
                .try_update(|leaving| leaving.retain(|id| !gone.contains(id)));
        });
        changes
    }

    fn move_focus_on(self, order: &[IssueId], gone: &[IssueId]) {
        let Some(focused) = self.focused.get_untracked() else {
            return;
        };
        let Some(at) = order
            .iter()
            .position(|id| *id == focused)
            .filter(|_| gone.contains(&focused))
        else {
            return;
        };
        let (before, after) = order.split_at(at);
        let next = after.iter().chain(before.iter().rev()).find(|id| !gone.contains(id));
        match next {
            Some(id) => {
                self.focused.set(Some(id.clone()));
                let id = id.clone();
                spawn(async move {
                    // A dialog that is about to close gives the focus back first.
                    wait::frame().await;
                    focus_row(&id);
                });
            }
            None => self.focused.set(None),
        }
    }

    /// Undoes what was done last; what is still on its way is undone once it is through. False when there is nothing.
    pub fn undo_last(self) -> bool {
        let newest = self.on_the_way.with_value(|marks| {
            let unmarked = marks.iter().rev().find(|mark| !mark.load(Ordering::Relaxed));
            unmarked.cloned()
        });
        match newest {
            Some(mark) => {
                mark.store(true, Ordering::Relaxed);
                true
            }
            None => self.toasts.undo_last(),
        }
    }

    async fn send(self, under_way: UnderWay) {
        let is_unwanted = Arc::new(AtomicBool::new(false));
        self.on_the_way
            .try_update_value(|marks| marks.push(Arc::clone(&is_unwanted)));
        let refusals = under_way.send().await;
        self.on_the_way
            .try_update_value(|marks| marks.retain(|mark| !Arc::ptr_eq(mark, &is_unwanted)));
        let refused = under_way.refused(&refusals);
        let done = if refused.is_empty() {
            under_way
        } else {
            self.put_right(&under_way, &refusals, &refused);
            under_way.without(&refused)
        };
        if done.before.is_empty() {
            return;
        }
        // What was done can be undone, also when a part was refused.
        let said = done.deed.told(&done.subject);
        let done = Arc::new(done);
        if is_unwanted.load(Ordering::Relaxed) {
            self.take_back(&done);
        } else {
            self.toasts.say_undoable(said, move || self.take_back(&done));
        }
    }

    /// Sends what was held back. The page that held it may be gone.
    fn send_held(self, under_way: &Arc<UnderWay>, sending: Sending) {
        if sending == Sending::AtLast {
            under_way.send_at_last();
            // The page may come back as it was left.
            self.decisions.sent(&under_way.changes);
            return;
        }
        let under_way = Arc::clone(under_way);
        spawn(async move {
            let refusals = under_way.send().await;
            self.decisions.sent(&under_way.changes);
            if refusals.is_empty() {
                match &under_way.matching {
                    Some(filter) => self.reload_until_through(filter, &under_way.deed).await,
                    None if under_way.deed == Deed::Merge => self.loader.reload(),
                    None => {}
                }
            } else {
                let refused = under_way.refused(&refusals);
                self.put_right(&under_way, &refusals, &refused);
            }
        });
    }

    /// Shows what is left after something was done with all that match. The newer servers change more than fifty issues in
    /// the background, so what should have left may still be listed for a while.
    async fn reload_until_through(self, filter: &IssueFilter, deed: &Deed) {
        let mut shown = Decision::default();
        deed.show(&mut shown, |status| filter.admits(status));
        self.loader.reload();
        for _ in 0..LOOKS_AFTER {
            wait::milliseconds(LOOK_AFTER_MS).await;
            let is_here = self.filter.try_get_untracked().as_ref() == Some(filter);
            let is_empty = self
                .rows
                .try_with_untracked(|rows| rows.as_ref().is_none_or(|rows| rows.issues.is_empty()))
                .unwrap_or(true);
            if !shown.is_gone || !is_here || is_empty {
                return;
            }
            self.loader.reload();
        }
    }

    /// Puts back what the server refused, and says which and why.
    fn put_right(self, under_way: &UnderWay, refusals: &[Refusal], refused: &[IssueId]) {
        let changes: Vec<_> = under_way
            .changes
            .iter()
            .filter(|change| under_way.is_whole() || refused.contains(&change.id))
            .cloned()
            .collect();
        self.decisions.take_back(&changes);
        let why = refusals
            .first()
            .map(|refusal| refusal.error.sentence())
            .unwrap_or_default();
        let total = under_way.before.len();
        if under_way.is_whole() || refused.len() == total {
            self.toasts.say_problem(format!("Nothing was changed. {why}"));
            return;
        }
        let names: Vec<&str> = under_way
            .names
            .iter()
            .filter(|(id, _)| refused.contains(id))
            .map(|(_, name)| name.as_str())
            .collect();
        let mut listed = names.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join(", ");
        if names.len() > MOST_NAMED {
            listed.push_str(&format!(" and {} more", names.len() - MOST_NAMED));
        }
        self.toasts.say_problem(format!(
            "{} of {} could not be changed: {listed}. {why}",
            names.len(),
            counted(total as u64, "issue", "issues"),
        ));
    }

    /// Gives issues back what they had.
    fn take_back(self, under_way: &Arc<UnderWay>) {
        self.decisions.take_back(&under_way.changes);
        let under_way = Arc::clone(under_way);
        spawn(async move {
            for (ids, update) in under_way.deed.way_back(&under_way.before) {
                let target = Target::Ids(ids);
                let refusals = change_issues(&under_way.organization, &target, &Change::Update(update)).await;
                if let Some(refusal) = refusals.first() {
                    let refused: Vec<IssueId> = refusals.iter().flat_map(|refusal| refusal.ids.clone()).collect();
                    self.decisions.decide(&refused, |_, decision| {
                        under_way.deed.show(decision, |_| true);
                    });
                    self.toasts.say_problem(format!(
                        "{} could not be put back. {}",
                        counted(refused.len() as u64, "issue", "issues"),
                        refusal.error.sentence()
                    ));
                }
            }
        });
    }
}
