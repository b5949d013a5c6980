//! Waiting for the first event: looks for an issue of the project again and again, while somebody can see the page, and
//! says so.

use crate::api::issues::list_issues;
use crate::browser::{dom, intl, wait};
use crate::load::{Load, load};
use crate::reactive::{changing_text, effect, maybe, spawn, truth};
use glint_model::error::ApiError;
use glint_model::id::{OrganizationSlug, ProjectId};
use glint_model::issue_filter::IssueFilter;
use glint_model::test_event::next_look_ms;
use leptos::prelude::*;

/// How the waiting goes.
#[derive(Clone, PartialEq)]
enum Waiting {
    Looking,
    /// The last look failed; it goes on.
    Retrying(ApiError),
    /// Long enough.
    Over,
    /// It makes no sense to look again.
    Failed(ApiError),
    Arrived,
}

/// The wait for the first event of one project.
#[derive(Clone, Copy)]
pub struct Arrival {
    state: RwSignal<Waiting>,
    /// Counts the looks.
    look: RwSignal<u32>,
    since_ms: StoredValue<i64>,
    /// Whether a look is due that waits for the page to be seen.
    is_due: StoredValue<bool>,
}

impl Arrival {
    /// Begins to wait; ends with the place that it was called for.
    pub fn watch(organization: &OrganizationSlug, project: &ProjectId, on_arrival: Callback<()>) -> Self {
        let arrival = Self {
            state: RwSignal::new(Waiting::Looking),
            look: RwSignal::new(0),
            since_ms: StoredValue::new(intl::now_ms()),
            is_due: StoredValue::new(false),
        };
        let organization = organization.clone();
        let filter = IssueFilter::default()
            .with_query("")
            .with_projects(vec![project.clone()]);
        let found = load(move |cancel| {
            arrival.look.track();
            let (organization, filter) = (organization.clone(), filter.clone());
            Box::pin(async move {
                let answer = list_issues(&organization, &filter, &cancel).await?;
                Ok(!answer.page.items.is_empty())
            })
        });
        effect(move || match found.get() {
            Load::Ready(true) => {
                arrival.state.set(Waiting::Arrived);
                untrack(|| on_arrival.run(()));
            }
            Load::Ready(false) => arrival.go_on(Waiting::Looking),
            Load::Failed(error) if error.can_retry() => arrival.go_on(Waiting::Retrying(error)),
            Load::Failed(error) => arrival.state.set(Waiting::Failed(error)),
            Load::Loading | Load::Slow => {}
        });
        let listener = window_event_listener_untyped("visibilitychange", move |_| {
            if !dom::document().hidden() && arrival.is_due.try_get_value() == Some(true) {
                arrival.look_again();
            }
        });
        on_cleanup(move || listener.remove());
        arrival
    }

    /// Looks now, and often for a while: something was sent.
    pub fn hurry(self) {
        self.since_ms.try_set_value(intl::now_ms());
        self.state.try_set(Waiting::Looking);
        self.look_again();
    }

    fn look_again(self) {
        self.is_due.try_set_value(false);
        self.look.try_update(|count| *count = count.wrapping_add(1));
    }

    /// Looks again after a while, if it was not waited long enough already.
    fn go_on(self, state: Waiting) {
        let waited = intl::now_ms() - self.since_ms.get_value();
        let Some(pause) = next_look_ms(waited) else {
            self.state.set(Waiting::Over);
            return;
        };
        self.state.set(state);
        let last = self.look.get_untracked();
        spawn(async move {
            wait::milliseconds(pause).await;
            // Somebody may have looked in between, or nobody is there any more.
            if self.look.try_get_untracked() != Some(last) {
                return;
            }
            if dom::document().hidden() {
                self.is_due.try_set_value(true);
            } else {
                self.look_again();
            }
        });
    }
}

/// Says that the first event is waited for, or why no longer.
pub fn arrival_line(arrival: Arrival) -> AnyView {
    let state = Memo::new(move |_| arrival.state.get());
    let is_over = truth(move || matches!(state.get(), Waiting::Over | Waiting::Failed(_)));
    view! {
        <div class="setup-wait" class:over=is_over>
            <i class="pulse" aria-hidden="true"></i>
            <p role="status" aria-live="polite">
                {changing_text(move || state.with(words))}
            </p>
            {maybe(move || is_over.get().then(|| check_now(arrival)))}
        </div>
    }
    .into_any()
}

fn check_now(arrival: Arrival) -> AnyView {
    view! {
        <button class="btn" type="button" on:click=move |_| arrival.hurry()>
            "Check now"
        </button>
    }
    .into_any()
}

fn words(state: &Waiting) -> String {
    match state {
        Waiting::Looking => "Waiting for the first event. It appears here by itself.".to_owned(),
        Waiting::Retrying(error) => format!(
            "Waiting for the first event. The last look for it failed, and another follows. {}",
            error.sentence()
        ),
        Waiting::Over => "No event came within an hour, so this page no longer looks for one.".to_owned(),
        Waiting::Failed(error) => error.sentence(),
        Waiting::Arrived => "The first event is here.".to_owned(),
    }
}
