//! What can be decided about the issue, by button and by key. A decision shows at once, and is taken back when the
//! server disagrees.

use super::place::Place;
use crate::api::issues::update_status;
use crate::issue_decisions::IssueDecisions;
use crate::load::Loader;
use crate::reactive::spawn;
use crate::ui::icon::{Icon, icon};
use crate::ui::toast::Toasts;
use glint_model::wire::issue::{Issue, IssueStatus};
use leptos::prelude::*;

/// Changes the status of the issue that is open.
#[derive(Clone, Copy)]
pub struct StatusChange {
    place: StoredValue<Place>,
    issue: Loader<Issue>,
    toasts: Toasts,
    decisions: IssueDecisions,
    is_busy: RwSignal<bool>,
    status: Memo<Option<IssueStatus>>,
}

impl StatusChange {
    /// For this issue, of which `issue` holds what is known.
    pub fn new(place: &Place, issue: Loader<Issue>) -> Self {
        Self {
            place: StoredValue::new(place.clone()),
            issue,
            toasts: Toasts::get(),
            decisions: IssueDecisions::get(),
            is_busy: RwSignal::new(false),
            status: Memo::new(move |_| issue.with(|load| load.ready().map(|issue| issue.status))),
        }
    }

    /// Sets the status, with a way back; does nothing while another change is under way.
    pub fn set(self, status: IssueStatus) {
        let Some(before) = self.status.get_untracked() else {
            return;
        };
        if before != status && !self.is_busy.get_untracked() {
            self.send(self.place.get_value(), before, status);
        }
    }

    /// May run when the page is gone already, from the message's button.
    fn send(self, place: Place, before: IssueStatus, status: IssueStatus) {
        self.is_busy.try_set(true);
        self.show(&place, status);
        spawn(async move {
            let outcome = update_status(&place.organization, &place.issue, status).await;
            self.is_busy.try_set(false);
            match outcome {
                Ok(()) => {
                    // An answer from before the change may have arrived in between.
                    self.show(&place, status);
                    self.toasts
                        .say_undoable(done(status), move || self.send(place.clone(), status, before));
                }
                Err(error) => {
                    self.show(&place, before);
                    self.toasts
                        .say(format!("The issue is still {}. {}", before.as_str(), error.sentence()));
                }
            }
        });
    }

    fn show(self, place: &Place, status: IssueStatus) {
        self.issue.update(|issue| issue.status = status);
        self.decisions.note_status(&place.issue, status);
    }
}

fn done(status: IssueStatus) -> &'static str {
    match status {
        IssueStatus::Resolved => "Issue resolved",
        IssueStatus::Ignored => "Issue ignored",
        IssueStatus::Unresolved | IssueStatus::Unknown => "Issue is unresolved again",
    }
}

/// The buttons for the status that the issue does not have.
pub fn status_buttons(change: StatusChange) -> impl IntoView {
    let button = move |class, to: IssueStatus, picture, label: &'static str, key: Option<&'static str>| {
        let title = key.map_or_else(|| label.to_owned(), |key| format!("{label} ({key})"));
        view! {
            <button
                class=class
                type="button"
                aria-label=label
                title=title
                aria-keyshortcuts=key
                aria-disabled=move || change.is_busy.get().to_string()
                on:click=move |_| change.set(to)
            >
                {icon(picture, "")}
                <span class="wide">{label}</span>
            </button>
        }
    };
    let has = move |status| change.status.get() == Some(status);
    view! {
        {move || (has(IssueStatus::Unresolved) || has(IssueStatus::Resolved)).then(|| {
            button("btn action", IssueStatus::Ignored, Icon::Ignore, "Ignore", Some("i"))
        })}
        {move || (has(IssueStatus::Resolved) || has(IssueStatus::Ignored)).then(|| {
            button("btn action", IssueStatus::Unresolved, Icon::Undo, "Unresolve", None)
        })}
        {move || (has(IssueStatus::Unresolved) || has(IssueStatus::Ignored)).then(|| {
            button("btn primary action", IssueStatus::Resolved, Icon::Check, "Resolve", Some("e"))
        })}
    }
}
