//! What is decided about the issue: its status, the release it is resolved in, and who looks after it. A decision shows
//! at once, and is taken back when the server disagrees.

use super::act::IssueDialog;
use super::place::Place;
use crate::api::issues::update_issue;
use crate::issue_decisions::IssueDecisions;
use crate::load::Loader;
use crate::reactive::spawn;
use crate::route::{Go, Route, Step, use_go};
use crate::server::Server;
use crate::ui::toast::Toasts;
use glint_model::deed::{Deed, Standing};
use glint_model::error::ApiError;
use glint_model::reveal::reveal;
use glint_model::wire::issue::{Issue, IssueStatus};
use leptos::prelude::*;
use std::rc::Rc;

/// Changes the issue that is open.
#[derive(Clone, Copy)]
pub struct StatusChange {
    /// Where the page is.
    pub place: StoredValue<Place>,
    /// What is known of the issue.
    pub issue: Loader<Issue>,
    /// The dialog that is open.
    pub dialog: RwSignal<Option<IssueDialog>>,
    /// Where messages go.
    pub toasts: Toasts,
    /// What was decided in this tab, for the list.
    pub decisions: IssueDecisions,
    /// What the server can do.
    pub server: Server,
    /// What the page's own signals live by, for those that come later.
    pub owner: StoredValue<Option<Owner>>,
    /// Whether a change is under way.
    pub is_busy: RwSignal<bool>,
    /// The status, when the issue is there.
    pub status: Memo<Option<IssueStatus>>,
    go: StoredValue<Go, LocalStorage>,
}

impl StatusChange {
    /// For this issue, of which `issue` holds what is known. The parts of the page find it by [`Self::of_page`].
    pub fn new(place: &Place, issue: Loader<Issue>) -> Self {
        let change = Self {
            place: StoredValue::new(place.clone()),
            issue,
            dialog: RwSignal::new(None),
            toasts: Toasts::get(),
            decisions: IssueDecisions::get(),
            server: Server::get(),
            owner: StoredValue::new(Owner::current()),
            is_busy: RwSignal::new(false),
            status: Memo::new(move |_| issue.with(|load| load.ready().map(|issue| issue.status))),
            go: StoredValue::new_local(Rc::new(use_go())),
        };
        provide_context(change);
        change
    }

    /// The one of the page that is being built.
    pub fn of_page() -> Option<Self> {
        use_context()
    }

    /// Goes to another place, as long as the page is there.
    pub fn go(self, route: &Route, step: Step) {
        if let Some(go) = self.go.try_get_value() {
            go(route, step);
        }
    }

    /// Opens a dialog, if the issue is there and the server can do what it is for; false when it is not.
    pub fn open(self, dialog: IssueDialog) -> bool {
        let is_there = self.status.get_untracked().is_some();
        let can = match dialog {
            IssueDialog::Assign | IssueDialog::Release => untrack(|| self.server.can_assign()),
            IssueDialog::Merge | IssueDialog::Delete => true,
        };
        if is_there && can {
            self.dialog.set(Some(dialog));
        }
        is_there && can
    }

    /// Sets the status, with a way back.
    pub fn set(self, status: IssueStatus) {
        self.act(Deed::Status(status));
    }

    /// Does something that has a way back; nothing while another change is under way, or where it would change nothing.
    pub fn act(self, deed: Deed) {
        let Some(issue) = untrack(|| self.issue.ready()) else {
            return;
        };
        let before = Standing {
            id: issue.id,
            status: issue.status,
            assigned_to: issue.assigned_to,
        };
        if !self.is_busy.get_untracked() && deed.changes(&before) {
            self.send(self.place.get_value(), deed, before);
        }
    }

    fn send(self, place: Place, deed: Deed, before: Standing) {
        self.is_busy.try_set(true);
        let after = after(&deed, &before);
        self.show(&after);
        spawn(async move {
            let outcome = change(&place, deed.parts(std::slice::from_ref(&before))).await;
            self.is_busy.try_set(false);
            match outcome {
                Ok(()) => {
                    // An answer from before the change may have arrived in between.
                    self.show(&after);
                    let said = told(&deed);
                    self.toasts
                        .say_undoable(said, move || self.take_back(place.clone(), &deed, &before, &after));
                }
                Err(error) => {
                    self.show(&before);
                    self.toasts.say_problem(refused(&error));
                }
            }
        });
    }

    /// May run when the page is gone already, from the message's button.
    fn take_back(self, place: Place, deed: &Deed, before: &Standing, after: &Standing) {
        self.show(before);
        let parts = deed.way_back(std::slice::from_ref(before));
        let after = after.clone();
        spawn(async move {
            if let Err(error) = change(&place, Some(parts)).await {
                self.show(&after);
                self.toasts
                    .say_problem(format!("The issue could not be put back. {}", error.sentence()));
            }
        });
    }

    fn show(self, now: &Standing) {
        self.issue.update(|issue| {
            issue.status = now.status;
            issue.assigned_to.clone_from(&now.assigned_to);
        });
        self.decisions.decide(std::slice::from_ref(&now.id), |_, decision| {
            decision.status = Some(now.status);
            decision.assigned_to = Some(now.assigned_to.clone());
        });
    }
}

async fn change(place: &Place, parts: Option<Vec<glint_model::deed::Part>>) -> Result<(), ApiError> {
    for (_, update) in parts.unwrap_or_default() {
        update_issue(&place.organization, &place.issue, &update).await?;
    }
    Ok(())
}

/// How the issue stands when it is done.
fn after(deed: &Deed, before: &Standing) -> Standing {
    let mut after = before.clone();
    match deed {
        Deed::Status(status) => after.status = *status,
        Deed::ResolveIn(_) => after.status = IssueStatus::Resolved,
        Deed::Assign(to) => after.assigned_to.clone_from(to),
        Deed::Merge | Deed::Delete => {}
    }
    after
}

fn told(deed: &Deed) -> String {
    match deed {
        Deed::Status(IssueStatus::Unresolved | IssueStatus::Unknown) => "Issue is unresolved again".to_owned(),
        Deed::Assign(None) => "Issue is assigned to nobody".to_owned(),
        // Names of releases and persons may be anything.
        deed => reveal(&deed.told("Issue")),
    }
}

fn refused(error: &ApiError) -> String {
    match error {
        ApiError::NotFound => {
            "Nothing was changed: the issue is not there any more. It may have been deleted, or merged into another one."
                .to_owned()
        }
        error => format!("Nothing was changed. {}", error.sentence()),
    }
}
