//! Going to an event by its id or address. What was typed stays until it has led somewhere.

use super::Walk;
use crate::api::client::Cancel;
use crate::api::events::get_event;
use crate::api::issues::list_issues;
use crate::event_neighbours::keep;
use crate::page::issue::place::Place;
use crate::reactive::{aria, changing_text, effect, maybe, spawn};
use crate::route::{Route, Step, use_go};
use crate::ui::dialog::Dialog;
use glint_model::error::ApiError;
use glint_model::event_jump::wanted_event;
use glint_model::id::EventId;
use glint_model::issue_filter::IssueFilter;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

const NO_ID: &str = "That is no event id. One has 32 hex digits, with or without dashes.";
const NOT_HERE: &str =
    "There is no such event here. It may be mistyped, or older than GlitchTip was told to keep events.";

/// Why it does not lead anywhere, and where it would.
#[derive(Clone, Default, PartialEq)]
struct Problem {
    text: String,
    /// The issue that has the event: its short id, and the event there.
    elsewhere: Option<(String, Route)>,
}

impl From<String> for Problem {
    fn from(text: String) -> Self {
        Self { text, elsewhere: None }
    }
}

/// The dialog while it is wanted.
pub fn jump_dialog(walk: Walk) -> AnyView {
    let go = use_go();
    let typed = RwSignal::new(String::new());
    maybe(move || {
        let go = go.clone();
        let leave = move |route: &Route| {
            typed.set(String::new());
            walk.is_asking.set(false);
            go(route, Step::Stay);
        };
        walk.is_asking.get().then(|| dialog(walk, typed, Arc::new(leave)))
    })
}

type Leave = Arc<dyn Fn(&Route) + Send + Sync>;

fn dialog(walk: Walk, typed: RwSignal<String>, leave: Leave) -> AnyView {
    let problem = RwSignal::new(None::<Problem>);
    let is_busy = RwSignal::new(false);
    let under_way = StoredValue::new_local(Cancel::never());
    let input = NodeRef::<html::Input>::new();
    on_cleanup(move || {
        under_way.try_with_value(Cancel::cancel);
    });
    effect(move || {
        if let Some(input) = input.get() {
            let _ = input.focus();
            input.select();
        }
    });
    let complain = move |why: Problem| {
        problem.try_set(Some(why));
        if let Some(Some(input)) = input.try_get_untracked() {
            let _ = input.focus();
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if is_busy.get_untracked() {
            return;
        }
        let Some(wanted) = wanted_event(&typed.get_untracked()) else {
            complain(NO_ID.to_owned().into());
            return;
        };
        let (place, leave) = (walk.place.get_value(), Arc::clone(&leave));
        let (cancel, event) = (Cancel::new(), EventId::new(wanted.event));
        under_way.set_value(cancel.clone());
        is_busy.set(true);
        problem.set(None);
        spawn(async move {
            let found = find(&place, &event, &cancel).await;
            if cancel.is_cancelled() {
                return;
            }
            is_busy.try_set(false);
            match found {
                Ok(()) => leave(&place.event(&event)),
                Err(why) => complain(why),
            }
        });
    };
    let close = move |()| walk.is_asking.set(false);
    view! {
        <Dialog labelled_by="jump-title" on_close=Callback::new(close)>
            <h2 id="jump-title">"Go to event"</h2>
            <form on:submit=submit>
                <div class="field">
                    <label for="jump-event">"Event id or address"</label>
                    <input
                        class="input mono"
                        id="jump-event"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        node_ref=input
                        prop:value=move || typed.get()
                        aria-invalid=aria(move || problem.with(Option::is_some))
                        aria-describedby="jump-hint jump-problem"
                        on:input:target=move |event| {
                            typed.set(event.target().value());
                            problem.set(None);
                        }
                    />
                    <p class="hint" id="jump-hint">
                        "As an SDK or a log writes it, or the address of a page that shows the event."
                    </p>
                    <p class="problem" id="jump-problem" role="alert">
                        {maybe(move || problem.get().map(problem_view))}
                    </p>
                </div>
                <div class="actions">
                    <button class="btn" type="button" on:click=move |_| close(())>"Cancel"</button>
                    <button class="btn primary" type="submit" aria-disabled=aria(move || is_busy.get())>
                        {changing_text(move || if is_busy.get() { "Looking…" } else { "Go" }.to_owned())}
                    </button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

fn problem_view(Problem { text, elsewhere }: Problem) -> AnyView {
    let link = elsewhere.map(|(short_id, to)| {
        view! { " "<a class="link" href=to.href()>{format!("Open it in {short_id}")}</a> }.into_any()
    });
    view! { {text}{link} }.into_any()
}

/// Fetches the event, so that it shows at once. What this issue does not have, another may.
async fn find(place: &Place, event: &EventId, cancel: &Cancel) -> Result<(), Problem> {
    match get_event(&place.issue, Some(event), cancel).await {
        Ok(found) => {
            keep(&place.issue, Arc::new(found));
            Ok(())
        }
        Err(ApiError::NotFound | ApiError::Invalid(_)) => Err(elsewhere(place, event, cancel).await),
        Err(error) => Err(error.sentence().into()),
    }
}

async fn elsewhere(place: &Place, event: &EventId, cancel: &Cancel) -> Problem {
    let filter = IssueFilter::default().with_query(event.as_str());
    let answer = list_issues(&place.organization, &filter, cancel).await;
    let other = answer
        .ok()
        .filter(|answer| answer.is_direct_hit)
        .and_then(|answer| answer.page.items.into_iter().next())
        .filter(|issue| issue.id != place.issue);
    match other {
        Some(issue) => Problem {
            text: "This event belongs to another issue.".to_owned(),
            elsewhere: Some((
                issue.short_id.clone(),
                Route::event(&place.organization, &issue.id, event),
            )),
        },
        None => NOT_HERE.to_owned().into(),
    }
}
