//! Who is in the team.

use super::super::adding::{Adding, add_button};
use super::super::refused::why;
use super::super::rows::rows;
use super::{Place, TeamPage, fixed, not_there};
use crate::api::members::list_members;
use crate::api::teams::{add_to_team, remove_from_team};
use crate::browser::{dom, intl};
use crate::load::load;
use crate::permission::has;
use crate::reactive::{aria, changing, maybe, spawn};
use crate::route::{Route, SettingsPart};
use crate::ui::form::refused_button;
use crate::ui::icon::Icon;
use crate::ui::pick_list::Pick;
use crate::ui::state::nothing;
use glint_model::access::Right;
use glint_model::member_role::Role;
use glint_model::reveal::reveal;
use glint_model::wire::member::Member;
use leptos::prelude::*;

/// The section.
pub(super) fn section(page: TeamPage) -> AnyView {
    let is_all = RwSignal::new(false);
    let is_here = Memo::new(move |_| page.members.with(|load| load.ready().is_some()));
    let list = move || {
        let Some(mut members) = is_here.get().then(|| page.members.ready()).flatten() else {
            return not_there(page.members);
        };
        if members.is_empty() {
            return nothing(
                "Nobody is in this team",
                "Add those who look after its projects: they see the issues, and are told of them.",
                ().into_any(),
            )
            .into_any();
        }
        members.sort_by(|one, other| intl::compare(one.name(), other.name()));
        page.mine.track();
        let [may, may_leave] = [false, true].map(|is_me| page.why_not_join(is_me) == Some(None));
        rows("Members of the team", members.len(), is_all, move |at| {
            let Some(member) = members.get(at) else {
                return ().into_any();
            };
            let is_me = page.is_me(member);
            row(page, member, is_me, if is_me { may_leave } else { may })
        })
    };
    view! {
        <section class="panel" aria-labelledby="team-members-title">
            <header>
                <h2 id="team-members-title" tabindex="-1">"Members"</h2>
                <span class="end">{join(page)} {add(page)}</span>
            </header>
            {changing(list)}
        </section>
    }
    .into_any()
}

fn row(page: TeamPage, member: &Member, is_me: bool, may: bool) -> AnyView {
    let name = reveal(member.name());
    let place = page
        .organization
        .with_value(|organization| Route::settings(organization, SettingsPart::Member(member.id.clone())));
    let role = Role::parse(&member.role);
    let role_name = role.map_or_else(|| reveal(&member.role_name), |role| role.name().to_owned());
    let verb = if is_me { "Leave" } else { "Remove" };
    let act = may.then(|| {
        let member = member.clone();
        let label = if is_me {
            "Leave the team".to_owned()
        } else {
            format!("Remove {name} from the team")
        };
        view! {
            <button class="btn" type="button" aria-label=label on:click=move |_| remove(page, member.clone(), is_me)>
                {verb}
            </button>
        }
        .into_any()
    });
    view! {
        <li>
            <span class="what">
                <b><a class="link" href=place.href()>{name.clone()}</a></b>
                {is_me.then(|| view! { " " <span class="tagbadge">"You"</span> }.into_any())}
                {member.pending.then(|| view! { " " <span class="tagbadge">"Invited"</span> }.into_any())}
                <small>{reveal(member.address())}</small>
            </span>
            <span class="tagbadge" title=role.map(Role::what_it_may)>{role_name}</span>
            <span class="acts">{act}</span>
        </li>
    }
    .into_any()
}

/// Takes a member out: at once on screen, and back again when the server refuses.
fn remove(page: TeamPage, member: Member, is_me: bool) {
    let (organization, slug) = page.place();
    page.members
        .update(|members| members.retain(|other| other.id != member.id));
    dom::focus_in_place(dom::by_id("team-members-title"));
    let id = if is_me { "me".to_owned() } else { member.id.clone() };
    spawn(async move {
        let name = reveal(member.name());
        match remove_from_team(&organization, &id, &slug).await {
            Ok(_) => {
                let said = if is_me {
                    format!("You left #{slug}")
                } else {
                    format!("{name} is no longer in #{slug}")
                };
                let place = (organization.clone(), slug.clone());
                page.toasts
                    .say_undoable(said, move || put(page, place.clone(), member.clone(), is_me));
                page.tell_others();
            }
            Err(error) => {
                show(page, &member);
                page.toasts
                    .say_problem(format!("{name} is still in #{slug}. {}", why(&error)));
            }
        }
    });
}

/// Puts a member on the list, unless they are there: they may have been added again meanwhile.
fn show(page: TeamPage, member: &Member) {
    page.members.update(|members| {
        if members.iter().all(|other| other.id != member.id) {
            members.push(member.clone());
        }
    });
}

/// Puts a member in. The page may be gone by then.
fn put(page: TeamPage, (organization, slug): Place, member: Member, is_me: bool) {
    show(page, &member);
    let id = if is_me { "me".to_owned() } else { member.id.clone() };
    spawn(async move {
        let name = reveal(member.name());
        match add_to_team(&organization, &id, &slug).await {
            Ok(_) => {
                page.toasts.say(format!("{name} is in #{slug}"));
                page.tell_others();
            }
            Err(error) => {
                page.members
                    .update(|members| members.retain(|other| other.id != member.id));
                page.toasts
                    .say_problem(format!("{name} was not added to #{slug}. {}", why(&error)));
            }
        }
    });
}

/// The button with which the reader comes into the team, as long as they are not.
fn join(page: TeamPage) -> AnyView {
    let is_busy = RwSignal::new(false);
    let is_in = Memo::new(move |_| {
        page.members.with(|load| {
            load.ready()
                .map(|members| members.iter().any(|member| page.is_me(member)))
        })
    });
    let run = move || {
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        let (organization, slug) = page.place();
        spawn(async move {
            match add_to_team(&organization, "me", &slug).await {
                Ok(_) => {
                    page.toasts.say(format!("You joined #{slug}"));
                    page.members.refresh();
                    page.tell_others();
                    // The button goes.
                    dom::focus_in_place(dom::by_id("team-members-title"));
                }
                Err(error) => page
                    .toasts
                    .say_problem(format!("You did not join #{slug}. {}", why(&error))),
            }
            is_busy.try_set(false);
        });
    };
    maybe(move || {
        if is_in.get()? {
            return None;
        }
        Some(match page.why_not_join(true)? {
            Some(reason) => refused_button("Join", None, reason),
            None => view! {
                <button
                    class="btn"
                    type="button"
                    aria-label="Join the team"
                    aria-disabled=aria(move || is_busy.get())
                    on:click=move |_| run()
                >
                    "Join"
                </button>
            }
            .into_any(),
        })
    })
}

/// The button that adds somebody who is not in the team.
fn add(page: TeamPage) -> AnyView {
    let may = has(Right::Teams);
    let is_wanted = RwSignal::new(false);
    let owner = Owner::current();
    // Everybody of the organization is only asked for when somebody is to be added.
    let everybody = StoredValue::new_local(None);
    let on_open = move || {
        if everybody.with_value(Option::is_none)
            && let Some(owner) = &owner
        {
            let loader = owner.with(|| {
                load(move |cancel| {
                    let organization = page.organization.get_value();
                    Box::pin(async move { list_members(&organization, &cancel).await })
                })
            });
            everybody.set_value(Some(loader));
        }
        is_wanted.set(true);
    };
    let on_open = Callback::new(move |()| on_open());
    let choices = move || {
        is_wanted.track();
        let loader = everybody.get_value()?;
        let inside: Vec<String> = page.members.with(|load| {
            load.ready()
                .map(|members| members.iter().map(|member| member.id.clone()).collect())
        })?;
        let all = loader.ready()?;
        let mut outside: Vec<Member> = all.into_iter().filter(|one| !inside.contains(&one.id)).collect();
        outside.sort_by(|one, other| intl::compare(one.name(), other.name()));
        Some(outside.into_iter().map(|member| (pick(&member), member.id)).collect())
    };
    let instead = move || everybody.get_value().map_or_else(|| ().into_any(), not_there);
    let chosen = move |id: String| {
        let member = everybody.get_value().and_then(|loader| {
            loader.with(|load| {
                load.ready()
                    .and_then(|all| all.iter().find(|one| one.id == id).cloned())
            })
        });
        if let Some(member) = member {
            put(page, page.place(), member, false);
        }
    };
    maybe(move || {
        Some(match may.get()? {
            false => refused_button("Add a member", Some(Icon::Add), Right::Teams.reason()),
            true => add_button(Adding {
                id: "team-add-member",
                title_id: "team-add-member-title",
                button: "Add a member",
                title: fixed(format!("Add to {}", page.name())),
                label: "Find a member",
                choices: Callback::new(move |()| choices()),
                instead: ViewFn::from(instead),
                on_open,
                add: Callback::new(chosen),
            }),
        })
    })
}

fn pick(member: &Member) -> Pick {
    let hint = if member.name() == member.address() {
        member.role_name.clone()
    } else {
        member.address().to_owned()
    };
    Pick {
        label: member.name().to_owned(),
        hint: if member.pending {
            format!("{hint} (invited)")
        } else {
            hint
        },
        sign: Some(Icon::Person),
        ..Pick::default()
    }
}
