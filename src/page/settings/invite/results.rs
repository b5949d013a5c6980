//! What will become of the list, and what has become of it.

use super::desk::{Desk, Outcome};
use crate::reactive::{changing_text, maybe};
use crate::ui::icon::{Icon, icon};
use glint_model::invite_list::{Invitee, Verdict};
use glint_model::reveal::reveal;
use glint_model::text::counted;
use leptos::prelude::*;

/// The id of the panel that says what became of the addresses.
pub(super) const RESULTS: &str = "invite-results";

/// Counts the list, and names what in it is not invited as it stands.
pub(super) fn preview(desk: Desk) -> AnyView {
    let odd = move || {
        let list = desk.list.get();
        let odd: Vec<AnyView> = list
            .iter()
            .filter(|one| one.verdict != Verdict::Fine)
            .map(|one| odd_line(one, desk.is_judged.get()))
            .collect();
        (!odd.is_empty()).then(|| view! { <ul class="invite-lines" aria-label="In the list">{odd}</ul> }.into_any())
    };
    let said = move || {
        let list = desk.list.get();
        let due = list.iter().filter(|one| one.is_due()).count();
        match list.len() {
            0 => String::new(),
            all if all == due => format!("{} to invite", counted(all as u64, "address", "addresses")),
            all => format!("{due} of {} to invite", counted(all as u64, "entry", "entries")),
        }
    };
    view! {
        <div class="invite-preview">
            <p class="people-said" role="status">{changing_text(said)}</p>
            {maybe(odd)}
        </div>
    }
    .into_any()
}

fn odd_line(one: &Invitee, is_judged: bool) -> AnyView {
    let text = match one.verdict {
        Verdict::Fine => return ().into_any(),
        Verdict::InvitedBefore => "was invited before; the e-mail goes out again",
        Verdict::Member => "is a member already",
        Verdict::Twice => "stands in the list twice",
        // A half-typed address is not called wrong.
        Verdict::Wrong(why) if is_judged => why,
        Verdict::Wrong(_) => return ().into_any(),
    };
    let class = if matches!(one.verdict, Verdict::Wrong(_)) {
        "is-wrong"
    } else {
        ""
    };
    view! { <li class=class><b>{reveal(&one.address)}</b> " " {text}</li> }.into_any()
}

/// A line for each address that was sent, and how the work goes on.
pub(super) fn results(desk: Desk) -> AnyView {
    let lines = move || {
        let outcomes = desk.outcomes.get();
        let lines: Vec<AnyView> = outcomes
            .iter()
            .map(|(address, outcome)| line(address, outcome))
            .collect();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="panel invite-results" id=RESULTS aria-labelledby="invite-results-title">
                    <header><h2 id="invite-results-title">"What became of them"</h2></header>
                    <ul class="invite-lines" aria-label="Results">{lines}</ul>
                </section>
            }
            .into_any()
        })
    };
    let waiting = move || {
        desk.waits.get().map(|seconds| {
            let text = format!(
                "The server takes no more invitations for now. It goes on in {}; the rest stays in the list.",
                counted(u64::from(seconds), "second", "seconds")
            );
            view! { <p class="form-note warning">{text}</p> }.into_any()
        })
    };
    let said = move || {
        let is_done = !desk.is_working();
        let outcomes = desk.outcomes.get();
        if !is_done || outcomes.is_empty() {
            return String::new();
        }
        let failed = outcomes
            .iter()
            .filter(|(_, outcome)| matches!(outcome, Outcome::Failed(_)))
            .count();
        let is_wrong = |one: &Invitee| matches!(one.verdict, Verdict::Wrong(_));
        match failed {
            0 if desk.list.with(|list| list.iter().any(is_wrong)) => "Done, but for what is no address.".to_owned(),
            0 => "All of them are done.".to_owned(),
            failed => format!(
                "{} failed and stayed in the list.",
                counted(failed as u64, "address", "addresses")
            ),
        }
    };
    view! {
        {maybe(waiting)}
        {maybe(lines)}
        <p class="people-said" role="status">{changing_text(said)}</p>
    }
    .into_any()
}

fn line(address: &str, outcome: &Outcome) -> AnyView {
    let (sign, text) = match outcome {
        Outcome::Sending => (Icon::Reload, "is being invited…".to_owned()),
        Outcome::Invited => (Icon::Check, "was invited".to_owned()),
        Outcome::Again => (Icon::Check, "was invited before; the e-mail went out again".to_owned()),
        Outcome::Member => (Icon::Person, "is a member already".to_owned()),
        Outcome::Failed(why) => (Icon::Warning, format!("was not invited. {why}")),
    };
    let class = if matches!(outcome, Outcome::Failed(_)) {
        "is-wrong"
    } else {
        ""
    };
    view! { <li class=class>{icon(sign, "")} <span><b>{reveal(address)}</b> " " {text}</span></li> }.into_any()
}
