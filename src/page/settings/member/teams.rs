//! Their teams.

use super::super::adding::{Adding, add_button};
use super::super::refused::why;
use super::super::rows::rows;
use super::MemberPage;
use crate::api::teams::{add_to_team, remove_from_team};
use crate::browser::{dom, intl};
use crate::reactive::{attribute, changing, maybe, spawn};
use crate::route::{Route, SettingsPart, TeamPart};
use crate::ui::form::refused_button;
use crate::ui::icon::Icon;
use crate::ui::pick_list::Pick;
use crate::ui::state::waiting;
use glint_model::id::OrganizationSlug;
use glint_model::member_role::why_not_join;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use leptos::prelude::*;

/// The panel.
pub(super) fn panel(page: MemberPage) -> AnyView {
    let is_all = RwSignal::new(false);
    let is_me = Memo::new(move |_| page.subject().is_some_and(|subject| subject.is_me));
    let reason = Memo::new(move |_| {
        let is_open = page.open?.with(|details| details.open_membership).unwrap_or_default();
        Some(why_not_join(page.my_role.get()?, is_me.get(), is_open))
    });
    let list = move || {
        let mut teams = page.with(|detail| detail.teams.clone()).unwrap_or_default();
        if teams.is_empty() {
            let text = if is_me.get() {
                "You are in no team, so you see the issues of no project."
            } else {
                "They are in no team, so they see the issues of no project."
            };
            return view! { <p class="people-none">{text}</p> }.into_any();
        }
        teams.sort_by(|one, other| intl::compare(one, other));
        let may = reason.get() == Some(None);
        rows("Teams", teams.len(), is_all, move |at| {
            teams.get(at).map_or_else(|| ().into_any(), |team| row(page, team, may))
        })
    };
    view! {
        <section class="panel" aria-labelledby="member-teams-title">
            <header>
                <h2 id="member-teams-title" tabindex="-1">"Teams"</h2>
                <span class="end">{add(page, reason)}</span>
            </header>
            {changing(list)}
        </section>
    }
    .into_any()
}

fn row(page: MemberPage, team: &str, may: bool) -> AnyView {
    let name = reveal(team);
    let place = page.organization.with_value(|organization| {
        Route::settings(organization, SettingsPart::Team(team.to_owned(), TeamPart::Members))
    });
    let act = may.then(|| {
        let (team, label) = (team.to_owned(), format!("Remove from #{name}"));
        view! {
            <button class="btn" type="button" aria-label=label on:click=move |_| set(page, whom(page), team.clone(), false)>
                "Remove"
            </button>
        }
        .into_any()
    });
    view! {
        <li>
            <span class="what"><b><a class="link" href=place.href()>"#" {name.clone()}</a></b></span>
            <span class="acts">{act}</span>
        </li>
    }
    .into_any()
}

/// Who it is about, for what may outlive the page.
#[derive(Clone)]
struct Whom {
    organization: OrganizationSlug,
    id: String,
    name: String,
    is_me: bool,
}

impl Whom {
    fn said(&self, team: &str, is_in: bool) -> String {
        let name = &self.name;
        match (self.is_me, is_in) {
            (true, true) => format!("You joined #{team}"),
            (true, false) => format!("You left #{team}"),
            (false, true) => format!("{name} is in #{team}"),
            (false, false) => format!("{name} is no longer in #{team}"),
        }
    }

    fn refused(&self, team: &str, is_in: bool) -> String {
        let name = &self.name;
        match (self.is_me, is_in) {
            (true, true) => format!("You did not join #{team}."),
            (true, false) => format!("You did not leave #{team}."),
            (false, true) => format!("{name} was not added to #{team}."),
            (false, false) => format!("{name} is still in #{team}."),
        }
    }
}

fn whom(page: MemberPage) -> Whom {
    Whom {
        organization: page.organization.get_value(),
        id: page.id.get_value(),
        name: untrack(|| page.name()),
        is_me: untrack(|| page.subject()).is_some_and(|subject| subject.is_me),
    }
}

/// Puts them into a team or takes them out: at once on screen, and put right when the server refuses.
fn set(page: MemberPage, whom: Whom, team: String, is_in: bool) {
    let Whom { organization, id, .. } = whom.clone();
    show(page, &team, is_in);
    if !is_in {
        dom::focus_in_place(dom::by_id("member-teams-title"));
    }
    spawn(async move {
        let outcome = if is_in {
            add_to_team(&organization, &id, &team).await
        } else {
            remove_from_team(&organization, &id, &team).await
        };
        match outcome {
            Ok(_) if is_in => page.toasts.say(whom.said(&team, true)),
            Ok(_) => {
                let (back, again) = (team.clone(), whom.clone());
                page.toasts.say_undoable(whom.said(&team, false), move || {
                    set(page, again.clone(), back.clone(), true)
                });
            }
            Err(error) => {
                show(page, &team, !is_in);
                page.toasts
                    .say_problem(format!("{} {}", whom.refused(&team, is_in), why(&error)));
                return;
            }
        }
        page.tell_others();
    });
}

fn show(page: MemberPage, team: &str, is_in: bool) {
    page.member.update(|detail| {
        detail.teams.retain(|other| other != team);
        if is_in {
            detail.teams.push(team.to_owned());
        }
    });
}

fn add(page: MemberPage, reason: Memo<Option<Option<&'static str>>>) -> AnyView {
    let choices = move || {
        let inside = page.with(|detail| detail.teams.clone())?;
        page.open?.with(|details| {
            let mut outside: Vec<_> = details
                .teams
                .iter()
                .filter(|team| !inside.contains(&team.slug))
                .collect();
            outside.sort_by(|one, other| intl::compare(&one.slug, &other.slug));
            let pick = |count: u64, slug: &str| Pick {
                label: format!("#{slug}"),
                hint: counted(count, "member", "members"),
                sign: Some(Icon::Team),
                ..Pick::default()
            };
            outside
                .into_iter()
                .map(|team| (pick(team.member_count, &team.slug), team.slug.clone()))
                .collect()
        })
    };
    maybe(move || {
        Some(match reason.get()? {
            Some(reason) => refused_button("Add to a team", Some(Icon::Add), reason),
            None => add_button(Adding {
                id: "member-add-team",
                title_id: "member-add-team-title",
                button: "Add to a team",
                title: attribute(move || format!("Add {} to a team", page.name())),
                label: "Find a team",
                choices: Callback::new(move |()| choices()),
                instead: ViewFn::from(|| waiting(6).into_any()),
                on_open: Callback::new(|()| ()),
                add: Callback::new(move |team| set(page, whom(page), team, true)),
            }),
        })
    })
}
