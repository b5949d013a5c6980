//! The commits of the release in which the issue was first seen (6.1): asked for when somebody wants to see them.

use crate::api::issues::list_commits;
use crate::load::{Load, load};
use crate::page::issue::issue_page::IssueContext;
use crate::page::issue::place::Place;
use crate::reactive::{changing, maybe};
use crate::server::Server;
use crate::ui::lazy::lazy_details;
use crate::ui::state::waiting;
use crate::ui::time::long_time;
use glint_model::error::ApiError;
use glint_model::reveal::reveal;
use glint_model::text::first_line;
use glint_model::wire::commit::Commit;
use leptos::prelude::*;

/// So many digits of a hash name a commit for people.
const SHOWN_DIGITS: usize = 8;

/// So many commits are shown.
const MOST_SHOWN: usize = 50;

/// The section; not there where the server knows no release of the issue.
pub fn commits(context: &IssueContext) -> AnyView {
    let (issue, server, place) = (context.issue, Server::get(), context.place.clone());
    let release = Memo::new(move |_| {
        issue.with(|load| {
            let release = load.ready()?.first_release.as_ref()?;
            Some(reveal(&release.short_version))
        })
    });
    maybe(move || {
        let release = release.get().filter(|_| server.can_assign())?;
        let place = place.clone();
        let summary = view! { <h2>"Commits of "{release}</h2> }.into_any();
        let view = view! {
            <section class="commits" aria-label="Commits of the first release">
                {lazy_details("side-part", false, summary, move || list(&place))}
            </section>
        };
        Some(view.into_any())
    })
}

fn list(place: &Place) -> AnyView {
    let issue = place.issue.clone();
    let commits = load(move |cancel| {
        let issue = issue.clone();
        Box::pin(async move {
            match list_commits(&issue, &cancel).await {
                // Servers that know none have no such address.
                Err(ApiError::NotFound) => Ok(Vec::new()),
                answer => answer,
            }
        })
    });
    changing(move || {
        commits.with(|load| match load {
            Load::Loading => ().into_any(),
            Load::Slow => waiting(3).into_any(),
            Load::Failed(error) => view! {
                <p class="muted" role="alert">{error.sentence()}</p>
                <button class="btn small" type="button" on:click=move |_| commits.reload()>"Try again"</button>
            }
            .into_any(),
            Load::Ready(commits) if commits.is_empty() => {
                view! { <p class="muted">"Nobody has told GlitchTip the commits of this release."</p> }.into_any()
            }
            Load::Ready(commits) => {
                let more = commits.len().saturating_sub(MOST_SHOWN);
                let rows: Vec<AnyView> = commits.iter().take(MOST_SHOWN).map(row).collect();
                view! {
                    <ol>{rows}</ol>
                    {(more > 0).then(|| view! { <p class="muted">{format!("and {more} more")}</p> })}
                }
                .into_any()
            }
        })
    })
}

fn row(commit: &Commit) -> AnyView {
    let id = reveal(&commit.id);
    let short: String = commit.id.chars().take(SHOWN_DIGITS).collect();
    let message = first_line(commit.message.as_deref().unwrap_or_default());
    let author = commit.author_name.as_deref().or(commit.author_email.as_deref());
    let author = author.map(reveal);
    view! {
        <li>
            <span>{if message.is_empty() { "No message".to_owned() } else { reveal(&message) }}</span>
            <small class="muted">
                <code title=id>{reveal(&short)}</code>
                {author.map(|author| format!(" · {author}"))}
                {commit.date_created.map(|at| view! { " · "{long_time(at)} })}
            </small>
        </li>
    }
    .into_any()
}
