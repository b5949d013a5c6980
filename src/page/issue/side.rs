//! The side column: how often and since when, the trend of two weeks, and the tags.

use super::event_data::EventData;
use super::place::Place;
use super::tag_values::tag_values;
use crate::api::issues::list_stats;
use crate::browser::intl;
use crate::load::{Load, Loader, load};
use crate::ui::spark::spark;
use crate::ui::time::long_time;
use glint_model::text::thousands;
use glint_model::trend::{self, Period};
use glint_model::wire::issue::{Issue, IssueRelease};
use glint_model::wire::stats::IssueStats;
use leptos::prelude::*;

/// Shows the column.
pub fn side(
    place: &Place,
    issue: Loader<Issue>,
    event: Loader<EventData>,
    stats: Loader<Counted>,
) -> impl IntoView + use<> {
    // Once the event has come, or has not, the tags are no longer in its way.
    let has_event = Memo::new(move |last: Option<&bool>| {
        last == Some(&true) || event.with(|load| matches!(load, Load::Ready(_) | Load::Failed(_)))
    });
    let known = Memo::new(move |_| issue.ready());
    let place = place.clone();
    view! {
        <aside class="side" aria-label="About the issue">
            {trend_view(stats)}
            {move || known.get().map(|issue| facts(&issue))}
            {move || has_event.get().then(|| tag_values(&place))}
        </aside>
    }
}

fn facts(issue: &Issue) -> impl IntoView + use<> {
    let fact = |name: &'static str, value: AnyView| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    // The older servers say 0 and mean "not known".
    let users = issue.user_count.filter(|users| *users > 0);
    let release = |release: &Option<IssueRelease>| release.as_ref().map(|release| release.short_version.clone());
    view! {
        <section aria-label="Facts">
            <h2>"Facts"</h2>
            <dl class="facts">
                {fact("Events", thousands(issue.count).into_any())}
                {users.map(|users| fact("Users", thousands(users).into_any()))}
                {fact("First seen", long_time(issue.first_seen).into_any())}
                {release(&issue.first_release).map(|version| fact("First release", version.into_any()))}
                {fact("Last seen", long_time(issue.last_seen).into_any())}
                {release(&issue.last_release).map(|version| fact("Last release", version.into_any()))}
                {issue.assigned_to.as_ref().map(|assignee| fact("Assigned to", assignee.name.clone().into_any()))}
                {fact("Project", issue.project.name.clone().into_any())}
            </dl>
        </section>
    }
}

/// What the server counted of the issue in two weeks; none when it says nothing about it.
pub type Counted = Option<IssueStats>;

/// Asks for the trend of two weeks.
pub fn load_stats(place: &Place) -> Loader<Counted> {
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

fn trend_view(stats: Loader<Counted>) -> impl IntoView {
    view! {
        <section class="trend" aria-label="Events of 14 days">
            <h2>"Events, 14 days"</h2>
            {move || stats.with(|load| match load {
                Load::Loading | Load::Slow => view! { <div class="spark"></div> }.into_any(),
                Load::Failed(error) => view! {
                    <p class="muted">{error.sentence()}</p>
                    <button class="btn small" type="button" on:click=move |_| stats.reload()>"Try again"</button>
                }
                .into_any(),
                Load::Ready(counted) => {
                    let series = counted.as_ref().and_then(|counted| counted.stats.fortnight.as_deref());
                    let trend = trend::fill(series.unwrap_or_default(), Period::Fortnight, intl::now_ms());
                    let summary = trend.summary();
                    view! { {spark(&trend)}<p class="muted" aria-hidden="true">{summary}</p> }.into_any()
                }
            })}
        </section>
    }
}
