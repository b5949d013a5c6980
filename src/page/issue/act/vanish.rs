//! What the server could not undo: deleting the issue, and merging it with others. It is held back until its message goes.

use crate::api::issues::{Change, Refusal, Target, change_issues, change_issues_at_last};
use crate::page::issue::place::Place;
use crate::page::issue::status::StatusChange;
use crate::reactive::spawn;
use crate::route::{Route, Step};
use crate::ui::toast::Sending;
use glint_model::decisions;
use glint_model::deed::{Deed, Standing};
use glint_model::id::IssueId;
use glint_model::selection::merge_plan;
use glint_model::text::counted;
use glint_model::wire::issue::Issue;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// Something that is held back.
struct Held {
    place: Place,
    ids: Vec<IssueId>,
    change: Change,
    /// What shows of it in the list.
    changes: Vec<decisions::Change>,
    /// What the message of a refusal begins with.
    refused: String,
}

impl StatusChange {
    /// Deletes the issue and goes back to the list.
    pub fn delete(self) {
        let Some(issue) = untrack(|| self.issue.ready()) else {
            return;
        };
        let place = self.place.get_value();
        let back = place.list();
        let held = Held {
            place,
            ids: vec![issue.id.clone()],
            change: Change::Delete,
            changes: self.let_go(&[issue.id]),
            refused: format!("{} was not deleted.", issue.short_id),
        };
        self.hold(format!("{} will be deleted", issue.short_id), held, || {});
        self.go(&back, Step::Push);
    }

    /// Merges the issue with others of its project; the page goes on with the one that stays.
    pub fn merge(self, others: &[Arc<Issue>]) {
        let Some(issue) = untrack(|| self.issue.ready()) else {
            return;
        };
        let mut all: Vec<&Issue> = vec![&issue];
        all.extend(others.iter().map(|other| &**other));
        let plan = match merge_plan(&all) {
            Ok(plan) => plan,
            Err(why) => return self.toasts.say(why),
        };
        let standings: Vec<Standing> = all.iter().map(|issue| standing(issue)).collect();
        let Some((ids, update)) = Deed::Merge.parts(&standings).and_then(|parts| parts.into_iter().next()) else {
            return;
        };
        let stays = all.iter().find(|issue| issue.id == plan.stays);
        let name = stays.map(|issue| issue.short_id.clone()).unwrap_or_default();
        let place = self.place.get_value();
        let onward = Route::issue(&place.organization, &plan.stays);
        let is_leaving = plan.stays != place.issue;
        let held = Held {
            place,
            ids,
            change: Change::Update(update),
            changes: self.let_go(&plan.vanish),
            refused: "The issues were not merged.".to_owned(),
        };
        let said = format!(
            "{} will be merged into {name}",
            counted(plan.vanish.len() as u64, "issue", "issues")
        );
        self.hold(said, held, move || {
            if is_leaving {
                self.go(&onward, Step::Replace);
            } else {
                self.issue.reload();
            }
        });
    }

    fn let_go(self, ids: &[IssueId]) -> Vec<decisions::Change> {
        self.decisions.decide(ids, |_, decision| {
            decision.is_gone = true;
            decision.is_pending = true;
        })
    }

    /// Neither `held` nor `then` may count on the page: it may be gone by the time that they are needed.
    fn hold(self, said: String, held: Held, then: impl Fn() + 'static) {
        let to_undo = Rc::new(held);
        let to_send = Rc::clone(&to_undo);
        let then = Rc::new(then);
        self.toasts.hold(
            said,
            move || self.decisions.take_back(&to_undo.changes),
            move |sending| self.send_held(&to_send, sending, then.clone()),
        );
    }

    fn send_held(self, held: &Rc<Held>, sending: Sending, then: Rc<dyn Fn()>) {
        let target = Target::Ids(held.ids.clone());
        if sending == Sending::AtLast {
            change_issues_at_last(&held.place.organization, &target, &held.change);
            self.decisions.sent(&held.changes);
            return;
        }
        let held = Rc::clone(held);
        spawn(async move {
            let refusals: Vec<Refusal> = change_issues(&held.place.organization, &target, &held.change).await;
            self.decisions.sent(&held.changes);
            match refusals.first() {
                None => then(),
                Some(refusal) => {
                    self.decisions.take_back(&held.changes);
                    self.toasts
                        .say_problem(format!("{} {}", held.refused, refusal.error.sentence()));
                }
            }
        });
    }
}

fn standing(issue: &Issue) -> Standing {
    Standing {
        id: issue.id.clone(),
        status: issue.status,
        assigned_to: issue.assigned_to.clone(),
    }
}
