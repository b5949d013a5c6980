//! What will become of the list, and what has become of it.

use super::desk::{Desk, Outcome};
use crate::reactive::{changing_text, maybe};
use crate::ui::icon::{Icon, icon};
use glint_model::invite_list::{InviteList, Invitee, Verdict, invited_as};
use glint_model::member_role::Role;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use leptos::prelude::*;

/// The id of the panel that says what became of the addresses.
pub(super) const RESULTS: &str = "invite-results";

/// Counts the list, and names what in it is not invited as it stands.
pub(super) fn preview(desk: Desk) -> AnyView {
    let odd = move || {
        let (list, is_judged) = (desk.list.get(), desk.is_judged.get());
        let role = desk.role.with(|word| Role::parse(word)).unwrap_or_default();
        let invited_as = invited_as(role, &desk.chosen_teams());
        let odd: Vec<AnyView> = list
            .entries
            .iter()
            .filter(|one| one.verdict != Verdict::Fine)
            .map(|one| odd_line(one, is_judged, &invited_as))
            .collect();
        (!odd.is_empty()).then(|| view! { <ul class="invite-lines" aria-label="In the list">{odd}</ul> }.into_any())
    };
    let said = move || desk.list.with(InviteList::in_words);
    view! {
        <div class="invite-preview">
            <p class="people-said" role="status">{changing_text(said)}</p>
            {maybe(odd)}
        </div>
    }
    .into_any()
}

fn odd_line(one: &Invitee, is_judged: bool, invited_as: &str) -> AnyView {
    let text = match one.verdict {
        Verdict::Fine => return ().into_any(),
        Verdict::InvitedBefore => {
            format!("was invited before; the e-mail goes out again, {invited_as} from now on")
        }
        Verdict::Above(why) => format!("was invited before, and is not invited anew. {why}"),
        Verdict::Member => "is a member already".to_owned(),
        Verdict::Twice => "stands in the list twice".to_owned(),
        // A half-typed address is not called wrong.
        Verdict::Wrong(why) if is_judged => why.to_owned(),
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
    // The seconds are not read out.
    let is_waiting = Memo::new(move |_| desk.waits.get().is_some());
    let waiting_said = move || {
        if is_waiting.get() {
            "Waiting until the server takes more invitations.".to_owned()
        } else {
            String::new()
        }
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
        let is_stopped = desk.is_stopping.get();
        desk.list.with(|list| list.as_the_rest(failed, is_stopped))
    };
    view! {
        {maybe(waiting)}
        {maybe(lines)}
        <p class="people-said" role="status">{changing_text(said)}</p>
        <p class="visually-hidden" role="status">{changing_text(waiting_said)}</p>
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
