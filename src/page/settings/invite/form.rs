//! The form: addresses, role, teams.

use super::super::role_field::role_field;
use super::desk::Desk;
use super::results::{preview, results};
use crate::browser::{dom, intl};
use crate::reactive::{aria, changing, changing_text, effect, maybe, truth};
use crate::server::Server;
use crate::ui::form::{Frame, TextField, TextKind, text_field};
use glint_model::invite_list::InviteList;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The id of the field for the addresses.
const ADDRESSES: &str = "invite-addresses";

/// Shows it.
pub(super) fn form(desk: Desk) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        desk.send();
    };
    view! {
        <form class="invite-form" novalidate=true on:submit=submit>
            {desk.draft.note()}
            {registration_note()}
            {desk.complaints.view()}
            {addresses(desk)}
            {preview(desk)}
            {role_field("invite-role", desk.role)}
            {teams(desk)}
            {results(desk)}
            {foot(desk)}
            {desk.draft.guard()}
        </form>
    }
    .into_any()
}

/// Where nobody can register, only those who have an account can accept.
fn registration_note() -> AnyView {
    let server = Server::get();
    maybe(move || {
        server.is_closed().then(|| {
            view! {
                <p class="form-note warning">
                    "Nobody can register on this server: only people who have an account here can accept an invitation."
                </p>
            }
            .into_any()
        })
    })
}

fn addresses(desk: Desk) -> AnyView {
    let problem = Signal::derive(move || {
        if !desk.is_judged.get() {
            return None;
        }
        let wrong = desk.list.with(InviteList::wrong);
        (wrong > 0).then(|| {
            format!(
                "{} not an address; see below.",
                if wrong == 1 {
                    "One is".to_owned()
                } else {
                    format!("{wrong} are")
                }
            )
        })
    });
    // What is done leaves the list while it works: what was typed meanwhile would be lost with the rewritten text.
    effect(move || {
        let is_working = desk.is_working();
        if let Some(field) = dom::by_id(ADDRESSES) {
            dom::set_read_only(&field, is_working);
        }
    });
    text_field(TextField {
        frame: Frame {
            id: ADDRESSES,
            label: "E-mail addresses",
            is_optional: false,
            hint: "As many as you like, apart by commas, semicolons, spaces or lines. Each gets an e-mail with a link; the \
                   server shows that link nowhere else."
                .into_any(),
            problem,
        },
        kind: TextKind::Area(5),
        value: Signal::derive(move || desk.text.get()),
        example: "mia@example.com, Noah <noah@example.com>",
        typed: Callback::new(move |typed| desk.text.set(typed)),
        left: Callback::new(move |()| {
            if desk.text.with_untracked(|text| !text.trim().is_empty()) {
                desk.is_judged.set(true);
            }
        }),
    })
}

fn teams(desk: Desk) -> AnyView {
    let slugs = Memo::new(move |_| {
        let known = desk
            .open
            .and_then(|open| open.with(|details| details.teams.iter().map(|team| team.slug.clone()).collect()));
        let mut slugs: Vec<String> = known.unwrap_or_default();
        slugs.sort_by(|one, other| intl::compare(one, other));
        slugs
    });
    let boxes = move || {
        let boxes: Vec<AnyView> = slugs
            .get()
            .into_iter()
            .map(|slug| {
                let (name, own) = (reveal(&slug), slug.clone());
                let is_chosen = truth(move || desk.chosen_teams().contains(&own));
                view! {
                    <label class="invite-team">
                        <input
                            type="checkbox"
                            prop:checked=is_chosen
                            on:change:target=move |event| desk.choose_team(&slug, event.target().checked())
                        />
                        <span>"#" {name}</span>
                    </label>
                }
                .into_any()
            })
            .collect();
        if boxes.is_empty() {
            return view! { <p class="hint">"There are no teams yet."</p> }.into_any();
        }
        boxes.into_any()
    };
    view! {
        <fieldset class="people-roles">
            <legend>"Teams" <span class="optional">" (optional)"</span></legend>
            <p class="people-role-hint">"They see the issues of these teams’ projects."</p>
            <div class="invite-teams">{changing(boxes)}</div>
        </fieldset>
    }
    .into_any()
}

fn foot(desk: Desk) -> AnyView {
    let due = Memo::new(move |_| desk.list.with(InviteList::due));
    let label = move || match (desk.progress.get(), due.get()) {
        (Some((done, of)), _) => format!("Inviting {} of {of}…", (done + 1).min(of)),
        (None, 0) => "Invite".to_owned(),
        (None, due) => format!("Invite {}", counted(due as u64, "person", "people")),
    };
    let stop = move || {
        desk.is_working().then(|| {
            view! {
                <button class="btn" type="button" on:click=move |_| desk.is_stopping.set(true)>"Stop"</button>
            }
            .into_any()
        })
    };
    view! {
        <div class="form-foot">
            {maybe(stop)}
            <button class="btn primary" type="submit" aria-disabled=aria(move || desk.is_working())>
                {changing_text(label)}
            </button>
        </div>
    }
    .into_any()
}
