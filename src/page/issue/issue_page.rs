//! The page: bar, header and tabs of the issue, and the part of it that the URL names. It stays when only the part
//! changes.

use super::comments::comments_of_issue;
use super::compare::event_comparison;
use super::event::event_area;
use super::events::events_of_issue;
use super::header::{bar, title};
use super::json::event_json;
use super::keys::listen_to_keys;
use super::merged::merged_of_issue;
use super::place::Place;
use super::status::StatusChange;
use super::tabs::{Tab, tabs};
use super::trouble::no_issue;
use super::user_reports::user_reports_of_issue;
use crate::api::issues::{get_issue, list_stats};
use crate::chunk::chunk;
use crate::issue_list_memory;
use crate::load::{Load, Loader, load, load_from};
use crate::reactive::changing;
use crate::route::{IssuePart, Route};
use crate::ui::page_title::page_title;
use glint_model::id::{IssueId, OrganizationSlug};
use glint_model::issue_title::heading;
use glint_model::reveal::reveal;
use glint_model::trend::Period;
use glint_model::wire::issue::Issue;
use glint_model::wire::stats::IssueStats;
use leptos::prelude::*;

/// What the server counted of the issue in two weeks; none when it says nothing about it.
pub type Counted = Option<IssueStats>;

/// What every part of the page knows.
#[derive(Clone)]
pub struct IssueContext {
    /// Where it is.
    pub place: Place,
    /// The issue.
    pub issue: Loader<Issue>,
    /// Its trend.
    pub stats: Loader<Counted>,
    /// What of it is shown.
    pub part: Memo<IssuePart>,
    /// How it is looked at: the query of the URL.
    pub query: Memo<Vec<(String, String)>>,
}

impl IssueContext {
    /// The value of a name in the query of the URL; tracked.
    pub fn asked(&self, name: &str) -> Option<String> {
        self.query.with(|query| {
            let pair = query.iter().find(|(own, _)| own == name);
            pair.map(|(_, value)| value.clone())
        })
    }
}

/// The page of an issue. Which part it shows is the route's to say.
pub fn issue_page(organization: OrganizationSlug, issue: IssueId) -> impl IntoView {
    let place = Place { organization, issue };
    let asked = place.issue.clone();
    let issue = load_from(issue_list_memory::issue(&place.issue), move |cancel| {
        let id = asked.clone();
        Box::pin(async move { get_issue(&id, &cancel).await })
    });
    let (part, query) = wanted(&place);
    let context = IssueContext {
        place: place.clone(),
        issue,
        stats: load_stats(&place),
        part,
        query,
    };
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
    let tab = Memo::new(move |_| Tab::of(&part.get()));
    view! {
        {bar(&place, issue, change)}
        <div class="issue-page">
            {changing(move || match trouble.get() {
                Some(error) => no_issue(&context.place, &error, move || issue.reload()).into_any(),
                None => {
                    let inner = context.clone();
                    view! {
                        {title(issue, context.stats)}
                        {tabs(&context.place, issue, tab)}
                        {changing(move || inside(&tab.get(), &inner))}
                    }
                    .into_any()
                }
            })}
        </div>
    }
}

fn inside(tab: &Tab, context: &IssueContext) -> AnyView {
    let context = context.clone();
    match tab {
        Tab::Event => event_area(&context),
        Tab::Json => chunk(move || Box::pin(event_json(context.clone()))),
        Tab::Compare => chunk(move || Box::pin(event_comparison(context.clone()))),
        Tab::Events => chunk(move || Box::pin(events_of_issue(context.clone()))),
        Tab::Comments => chunk(move || Box::pin(comments_of_issue(context.clone()))),
        Tab::UserReports => chunk(move || Box::pin(user_reports_of_issue(context.clone()))),
        Tab::Merged => chunk(move || Box::pin(merged_of_issue(context.clone()))),
    }
}

/// What the URL names. While another page is about to come, the last one stays.
fn wanted(place: &Place) -> (Memo<IssuePart>, Memo<Vec<(String, String)>>) {
    let route = use_context::<Memo<Route>>();
    let own = place.issue.clone();
    let both =
        Memo::new(
            move |last: Option<&(IssuePart, Vec<(String, String)>)>| match route.map(|route| route.get()) {
                Some(Route::Issue { issue, part, query, .. }) if issue == own => (part, query),
                _ => last.cloned().unwrap_or((IssuePart::Event(None), Vec::new())),
            },
        );
    (
        Memo::new(move |_| both.with(|(part, _)| part.clone())),
        Memo::new(move |_| both.with(|(_, query)| query.clone())),
    )
}

/// Asks for the trend of two weeks.
fn load_stats(place: &Place) -> Loader<Counted> {
    let place = place.clone();
    load(move |cancel| {
        let place = place.clone();
        Box::pin(async move {
            let ids = [place.issue];
            let stats = list_stats(&place.organization, &ids, Period::Fortnight, &cancel).await?;
            Ok(stats.into_iter().find(|stats| ids.contains(&stats.id)))
        })
    })
}

fn name_page(issue: Loader<Issue>) {
    let name = Memo::new(move |_| {
        issue.with(|load| {
            load.ready().map(|issue| {
                let heading = heading(issue.kind, &issue.metadata, &issue.title, issue.culprit.as_deref());
                format!("{}: {}", reveal(&issue.short_id), heading.title)
            })
        })
    });
    page_title(move || name.get().unwrap_or_else(|| "Issue".to_owned()));
}
