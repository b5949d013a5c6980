//! What was decided about issues in this tab, for the list and for the issue's own page: both show it at once, and it
//! outlives the page that it was decided on.

use glint_model::decisions::{Change, Decision, Decisions};
use glint_model::id::IssueId;
use glint_model::wire::issue::IssueStatus;
use leptos::prelude::*;

/// The decisions, the same for the whole app.
#[derive(Clone, Copy)]
pub struct IssueDecisions(RwSignal<Decisions>);

impl IssueDecisions {
    /// Makes the decisions known to the app.
    pub fn provide() {
        provide_context(Self(RwSignal::new(Decisions::default())));
    }

    /// The decisions of the app.
    pub fn get() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(Decisions::default())))
    }

    /// Looks at them; tracked.
    pub fn with<R>(self, look: impl FnOnce(&Decisions) -> R) -> R {
        self.0.with(look)
    }

    /// Looks at them, untracked.
    pub fn with_untracked<R>(self, look: impl FnOnce(&Decisions) -> R) -> R {
        self.0.with_untracked(look)
    }

    /// Decides something; gives what is needed to take it back.
    pub fn decide(self, ids: &[IssueId], decide: impl Fn(&IssueId, &mut Decision)) -> Vec<Change> {
        self.0
            .try_update(|decisions| decisions.decide(ids, decide))
            .unwrap_or_default()
    }

    /// Takes decisions back.
    pub fn take_back(self, changes: &[Change]) {
        self.0.try_update(|decisions| decisions.take_back(changes));
    }

    /// Notes that decisions which were held back have been sent.
    pub fn sent(self, changes: &[Change]) {
        self.0.try_update(|decisions| decisions.sent(changes));
    }

    /// Notes a status that was set on the issue's own page.
    pub fn note_status(self, id: &IssueId, status: IssueStatus) {
        self.decide(std::slice::from_ref(id), |_, decision| decision.status = Some(status));
    }

    /// The server's own word about these issues has come.
    pub fn settle<'a>(self, ids: impl Iterator<Item = &'a IssueId>) {
        if !self.0.with_untracked(Decisions::is_empty) {
            self.0.try_update(|decisions| decisions.settle(ids));
        }
    }

    /// Forgets everything; at sign-out.
    pub fn forget(self) {
        self.0.try_set(Decisions::default());
    }
}
