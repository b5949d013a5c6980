//! What is new about a row since one last looked.

use super::list::IssueList;
use crate::api::client::server_now_ms;
use crate::browser::intl;
use glint_model::looks::Mark;
use glint_model::timestamp::Timestamp;
use glint_model::wire::issue::Issue;
use leptos::prelude::*;

/// On the first visit an issue that began within this time is new: milliseconds.
const YOUNG_MS: i64 = 24 * 60 * 60 * 1000;

/// The mark of a row. Tracked.
pub fn mark(list: IssueList, issue: &Issue) -> Option<AnyView> {
    let visit = list.tools.get_untracked()?.visit;
    let id = issue.id.clone();
    // The marks change together; a row is drawn anew only for its own.
    let mark = Memo::new(move |_| visit.mark(&id));
    let Some(since) = visit.since_ms() else {
        let is_young = server_now_ms() - issue.first_seen.0 < YOUNG_MS;
        return is_young.then(|| {
            badge(
                "tagbadge new",
                "new".to_owned(),
                "First seen in the last 24 hours".to_owned(),
                "",
            )
        });
    };
    let ago = intl::ago(Timestamp(since));
    Some(match mark.get()? {
        Mark::New => badge(
            "tagbadge new",
            "new".to_owned(),
            format!("First seen since you last looked, {ago}"),
            " since you last looked",
        ),
        Mark::Regressed => badge(
            "tagbadge regressed",
            "regressed".to_owned(),
            format!("Resolved when you last looked, {ago}, and unresolved again"),
            " since you last looked",
        ),
        Mark::Grown(times) => badge(
            "tagbadge grown",
            format!("×{times}"),
            format!("At least {times} times the events it had when you last looked, {ago}"),
            " the events since you last looked",
        ),
    })
}

/// A badge; `spoken` is added for screen readers, which do not read out what is shown on hover.
fn badge(class: &'static str, text: String, why: String, spoken: &'static str) -> AnyView {
    view! {
        <span class=class title=why>
            {text}
            <span class="visually-hidden">{spoken}</span>
        </span>
    }
    .into_any()
}
