//! What users of the broken application wrote about the issue, the newest first.

use super::issue_page::IssueContext;
use super::paged::Paged;
use super::place::Place;
use crate::api::user_reports::list_user_reports;
use crate::browser::intl;
use crate::chunk::PageView;
use crate::load::Load;
use crate::reactive::changing;
use crate::ui::long_text::long_text;
use crate::ui::state::{failed, nothing, waiting};
use crate::ui::time::long_time;
use glint_model::reveal::reveal;
use glint_model::safe_url::SafeUrl;
use glint_model::wire::user_report::UserReport;
use leptos::prelude::*;
use std::rc::Rc;

/// The page.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn user_reports_of_issue(context: IssueContext) -> PageView {
    let place = context.place.clone();
    let issue = place.issue.clone();
    let list = Paged::new(
        |one: &UserReport, other| one.id == other.id,
        Rc::new(move |cursor, cancel| {
            let issue = issue.clone();
            Box::pin(async move { list_user_reports(&issue, cursor, &cancel).await })
        }),
    );
    Ok(view! {
        <section class="talk" aria-labelledby="reports-title">
            <h2 class="visually-hidden" id="reports-title">"User reports"</h2>
            {changing(move || list.first.with(|load| match load {
                Load::Loading => ().into_any(),
                Load::Slow => waiting(6).into_any(),
                Load::Failed(error) => failed(&error, move || list.first.reload()).into_any(),
                Load::Ready(()) => reports(list, &place),
            }))}
        </section>
    }
    .into_any())
}

fn reports(list: Paged<UserReport>, place: &Place) -> AnyView {
    if list.rows.with_untracked(Vec::is_empty) {
        let text = "Reports are written by the people who ran into the error. An application asks for them with the report \
                    dialog of its SDK, such as showReportDialog in a browser, and GlitchTip keeps what is sent with the \
                    event it is about.";
        return nothing("Nobody has written about this issue", text, ().into_any()).into_any();
    }
    let place = StoredValue::new(place.clone());
    view! {
        <ul class="reports" aria-label="User reports">
            <For each=move || list.rows.get() key=|row| row.id let:row>
                {place.with_value(|place| report(place, row))}
            </For>
        </ul>
        {list.foot("report", "reports")}
    }
    .into_any()
}

fn report(place: &Place, row: UserReport) -> AnyView {
    let UserReport {
        event_id,
        date_created,
        name,
        email,
        comments,
        ..
    } = row;
    let name = if name.trim().is_empty() {
        view! { <span class="muted">"Somebody without a name"</span> }.into_any()
    } else {
        view! { <b>{reveal(&name)}</b> }.into_any()
    };
    let event = (!event_id.as_str().is_empty()).then(|| {
        let to = place.event(&event_id);
        view! { <p class="about"><a class="link" href=to.href()>"The event it is about"</a></p> }.into_any()
    });
    let words = if comments.trim().is_empty() {
        view! { <p class="words muted">"The report has no text."</p> }.into_any()
    } else {
        view! { <div class="words">{long_text(reveal(&comments))}</div> }.into_any()
    };
    view! {
        <li class="report panel">
            <header>
                <span class="who">
                    {name}
                    {mailbox(&email)}
                    <span class="when faint">{long_time(date_created)}" · "{intl::local(date_created)}</span>
                </span>
            </header>
            {words}
            {event}
        </li>
    }
    .into_any()
}

/// A link where it is a plain mailbox; what anybody may have sent is text otherwise.
fn mailbox(email: &str) -> Option<AnyView> {
    if email.trim().is_empty() {
        return None;
    }
    let link = SafeUrl::mail(email).map(|url| mail_link(email, url));
    Some(link.unwrap_or_else(|| view! { <span>{reveal(email)}</span> }.into_any()))
}

fn mail_link(email: &str, url: SafeUrl) -> AnyView {
    let title = format!("Write to {email}");
    view! { <a class="link" href=url.to_string() rel="noopener noreferrer" title=title>{email.to_owned()}</a> }
        .into_any()
}
