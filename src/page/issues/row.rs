//! One row of the list, read at a glance.

use super::list::{IssueList, row_link_id, stats_of};
use crate::reactive::{maybe, truth};
use crate::route::Route;
use crate::ui::icon::{Icon, icon};
use crate::ui::level::level_mark;
use crate::ui::time::short_time;
use glint_model::issue_title::{Heading, heading};
use glint_model::text::{counted, thousands};
use glint_model::wire::issue::{Issue, IssueStatus, IssueType};
use leptos::prelude::*;
use std::sync::Arc;

/// Shows an issue as a row.
pub fn row(list: IssueList, issue: &Arc<Issue>, has_users: Signal<bool>) -> AnyView {
    let id = issue.id.clone();
    let Heading {
        title,
        detail,
        location,
    } = heading(issue.kind, &issue.metadata, &issue.title, issue.culprit.as_deref());
    let href = Route::issue(&list.organization.get_value(), &id).href();
    let tooltip = full_title(&title, detail.as_deref());
    let (status_id, given) = (id.clone(), issue.status);
    let status = Signal::derive(move || list.status(&status_id, given));
    let is_selected = {
        let id = id.clone();
        truth(move || list.selection.with(|selection| selection.contains(&id)))
    };
    let is_leaving = {
        let id = id.clone();
        truth(move || list.leaving.with(|leaving| leaving.contains(&id)))
    };
    let stats = {
        let id = id.clone();
        Memo::new(move |_| list.stats.with(|stats| stats_of(stats, &id).cloned()))
    };
    let is_unhandled = move || stats.with(|stats| stats.as_ref().is_some_and(|stats| stats.is_unhandled));
    let comments = (issue.num_comments > 0).then(|| counted(issue.num_comments, "comment", "comments"));
    let users = issue.user_count.unwrap_or_default();
    let (on_toggle, on_focus, marked) = (id.clone(), id.clone(), Arc::clone(issue));
    let mut facts = Vec::from_iter(location);
    facts.extend(
        issue
            .first_release
            .as_ref()
            .map(|release| format!("since {}", release.short_version)),
    );
    facts.extend(comments);
    view! {
        <li
            class="row"
            class:sel=is_selected
            class:done=truth(move || status.get() != IssueStatus::Unresolved)
            class:leaving=is_leaving
            on:focusin=move |_| list.focused.set(Some(on_focus.clone()))
        >
            <label class="check">
                <input
                    type="checkbox"
                    aria-label=format!("Select {}", issue.short_id)
                    prop:checked=is_selected
                    on:click=move |event| {
                        match list.tools.get_untracked() {
                            Some(tools) => (tools.check)(list, &on_toggle, &event),
                            None => event.prevent_default(),
                        }
                    }
                />
            </label>
            {level_mark(issue.level).into_any()}
            <div>
                <div class="t">
                    <a id=row_link_id(&id) href=href title=tooltip>
                        {title}
                        {detail
                            .map(|detail| view! { <span class="d">{format!(": {}", first_line(&detail))}</span> }.into_any())}
                    </a>
                    {maybe(move || match status.get() {
                        IssueStatus::Resolved => Some(badge("tagbadge resolved", "resolved")),
                        IssueStatus::Ignored => Some(badge("tagbadge", "ignored")),
                        _ => None,
                    })}
                    {maybe(move || (list.tools.get()?.mark)(list, &marked))}
                    {maybe(move || is_unhandled().then(|| badge("tagbadge unhandled", "unhandled")))}
                    {(issue.kind == IssueType::Csp).then(|| badge("tagbadge", "csp"))}
                </div>
                <div class="s">
                    <span class="project">{issue.project.name.clone()}</span>
                    {facts
                        .into_iter()
                        .map(|fact| view! { <span>{fact}</span> }.into_any())
                        .collect::<Vec<_>>()}
                    {assignee(list, issue)}
                    <span class="narrow">
                        {counted(issue.count, "event", "events")}
                    </span>
                </div>
            </div>
            <div class="trend">{maybe(move || (list.tools.get()?.trend)(list, stats.get().as_deref()?))}</div>
            <div class="num">
                {thousands(issue.count)}
                <span class="visually-hidden">{if issue.count == 1 { " event" } else { " events" }}</span>
            </div>
            {maybe(move || {
                let count = thousands(users);
                let users = view! {
                    <div class="num users muted">
                        {count}
                        <span class="visually-hidden">" users"</span>
                    </div>
                };
                has_users.get().then(|| users.into_any())
            })}
            <div class="when">
                <b>
                    <span class="visually-hidden">"last seen "</span>
                    {short_time(issue.last_seen)}
                </b>
                <br />
                <span class="visually-hidden">"first seen "</span>
                {short_time(issue.first_seen)}
            </div>
        </li>
    }
    .into_any()
}

fn badge(class: &'static str, text: &'static str) -> AnyView {
    view! { <span class=class>{text}</span> }.into_any()
}

/// Who looks after the issue, as the server said or as was decided since.
fn assignee(list: IssueList, issue: &Issue) -> AnyView {
    let (id, given) = (issue.id.clone(), issue.assigned_to.clone());
    maybe(move || {
        let decided = list
            .decisions
            .with(|decisions| decisions.of(&id).and_then(|decision| decision.assigned_to.clone()));
        let name = decided.unwrap_or_else(|| given.clone())?.name;
        let view = view! {
            <span class="assignee">{icon(Icon::Person, "")}<span class="visually-hidden">"assigned to "</span>{name}</span>
        };
        Some(view.into_any())
    })
}

fn first_line(text: &str) -> String {
    glint_model::text::first_line(text)
}

fn full_title(title: &str, detail: Option<&str>) -> String {
    match detail {
        Some(detail) => format!("{title}: {detail}"),
        None => title.to_owned(),
    }
}
