//! The page: bar and header of the issue, one event, and facts at the side. It stays when only the event changes.

use super::event_body::event_body;
use super::event_data::{EventData, load_event};
use super::header::{bar, title};
use super::keys::listen_to_keys;
use super::place::Place;
use super::side::{load_stats, side};
use super::status::StatusChange;
use super::trouble::{no_event, no_issue};
use crate::api::issues::get_issue;
use crate::issue_list_memory;
use crate::load::{Load, Loader, load_from};
use crate::route::Route;
use crate::ui::page_title::page_title;
use crate::ui::state::waiting;
use glint_model::error::ApiError;
use glint_model::id::{EventId, IssueId, OrganizationSlug};
use glint_model::issue_title::heading;
use glint_model::wire::issue::Issue;
use leptos::prelude::*;

/// The page of an issue. Which event it shows is the route's to say.
pub fn issue_page(organization: OrganizationSlug, issue: IssueId) -> impl IntoView {
    let place = Place { organization, issue };
    let asked = place.issue.clone();
    let issue = load_from(issue_list_memory::issue(&place.issue), move |cancel| {
        let id = asked.clone();
        Box::pin(async move { get_issue(&id, &cancel).await })
    });
    let wanted = wanted_event(&place);
    let event = load_event(&place, wanted);
    let stats = load_stats(&place);
    let change = StatusChange::new(&place, issue);
    listen_to_keys(&place, change);
    issue_list_memory::focus(&place.issue);
    name_page(issue);
    let trouble = Memo::new(move |_| {
        issue.with(|load| match load {
            Load::Failed(error) => Some(error.clone()),
            _ => None,
        })
    });
    let for_body = place.clone();
    view! {
        {bar(&place, issue, event, wanted, change)}
        <div class="issue-page">
            {move || match trouble.get() {
                Some(error) => no_issue(&for_body, &error, move || issue.reload()).into_any(),
                None => view! {
                    {title(issue, stats)}
                    <div class="issue">
                        {event_column(&for_body, event, wanted)}
                        {side(&for_body, issue, event, stats)}
                    </div>
                }
                .into_any(),
            }}
        </div>
    }
}

/// The event that the URL names; none is the newest. While another page is about to come, the last one stays.
fn wanted_event(place: &Place) -> Memo<Option<EventId>> {
    let route = use_context::<Memo<Route>>();
    let own = place.issue.clone();
    Memo::new(
        move |last: Option<&Option<EventId>>| match route.map(|route| route.get()) {
            Some(Route::Issue { issue, event, .. }) if issue == own => event,
            _ => last.cloned().flatten(),
        },
    )
}

fn name_page(issue: Loader<Issue>) {
    let name = Memo::new(move |_| {
        issue.with(|load| {
            load.ready().map(|issue| {
                let heading = heading(issue.kind, &issue.metadata, &issue.title, issue.culprit.as_deref());
                format!("{}: {}", issue.short_id, heading.title)
            })
        })
    });
    page_title(move || name.get().unwrap_or_else(|| "Issue".to_owned()));
}

/// What the place of the event shows.
#[derive(Clone, PartialEq)]
enum Shown {
    Waiting,
    Event(EventData),
    Failed(ApiError),
}

fn event_column(place: &Place, event: Loader<EventData>, wanted: Memo<Option<EventId>>) -> impl IntoView + use<> {
    // The event before stays until the next one is there, so that nothing jumps.
    let shown = Memo::new(move |last: Option<&Shown>| {
        event.with(|load| match load {
            Load::Ready(data) => Shown::Event(data.clone()),
            Load::Failed(error) => Shown::Failed(error.clone()),
            Load::Loading | Load::Slow => match last {
                Some(Shown::Event(data)) => Shown::Event(data.clone()),
                _ => Shown::Waiting,
            },
        })
    });
    let is_waiting = Memo::new(move |_| event.with(|load| matches!(load, Load::Loading | Load::Slow)));
    let place = place.clone();
    view! {
        <div class="event" class:stale=move || is_waiting.get() aria-busy=move || is_waiting.get().to_string()>
            {move || match shown.get() {
                Shown::Waiting => view! { <div class="panel">{waiting(9)}</div> }.into_any(),
                Shown::Event(data) => event_body(&place, &data),
                Shown::Failed(error) => {
                    let is_newest = wanted.get_untracked().is_none();
                    no_event(&place, &error, is_newest, move || event.reload()).into_any()
                }
            }}
        </div>
    }
}
