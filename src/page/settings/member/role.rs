//! Their role.

use super::super::refused::why;
use super::super::role_field::role_field;
use super::MemberPage;
use crate::api::members::update_member;
use crate::browser::dom;
use crate::reactive::{changing, maybe, spawn};
use crate::ui::form::{Asking, Question, save_button};
use glint_model::member_role::{Role, lowers_oneself, why_not_change};
use glint_model::wire::member::{TeamRole, WriteMember};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The form on screen.
#[derive(Clone, Copy)]
struct Form {
    page: MemberPage,
    /// The server's word for what is chosen.
    value: RwSignal<String>,
    is_busy: RwSignal<bool>,
    problem: RwSignal<Option<String>>,
    asking: Asking,
}

/// The panel.
pub(super) fn panel(page: MemberPage) -> AnyView {
    let form = Form {
        page,
        value: RwSignal::new(untrack(|| page.with(|detail| detail.member.role.clone())).unwrap_or_default()),
        is_busy: RwSignal::new(false),
        problem: RwSignal::new(None),
        asking: Asking::closed(),
    };
    let reason = Memo::new(move |_| {
        let (mine, subject) = (page.my_role.get()?, page.subject()?);
        Some(why_not_change(mine, &subject))
    });
    let body = move || match reason.get() {
        None => ().into_any(),
        Some(Some(reason)) => as_it_is(page, reason),
        Some(None) => form.view(),
    };
    view! {
        <section class="panel" aria-labelledby="member-role-title">
            <header><h2 id="member-role-title" tabindex="-1">"Role"</h2></header>
            <div class="panel-body">{changing(body)}</div>
        </section>
        {form.asking.view(move || form.question())}
    }
    .into_any()
}

/// For those who may not change it.
fn as_it_is(page: MemberPage, reason: &'static str) -> AnyView {
    let role = page.subject().and_then(|subject| subject.role);
    let text = role.map(|role| view! { <p><b>{role.name()}</b> ". " {role.what_it_may()}</p> }.into_any());
    view! {
        {text}
        <p class="hint">{reason}</p>
    }
    .into_any()
}

impl Form {
    fn view(self) -> AnyView {
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            self.submit();
        };
        view! {
            <form on:submit=submit>
                {maybe(move || self.problem.get().map(|problem| view! {
                    <p class="problem-box" role="alert">{problem}</p>
                }.into_any()))}
                {role_field("member-role", self.value)}
                <div class="panel-foot">{save_button("Save the role", "Saving…", self.is_busy.into())}</div>
            </form>
        }
        .into_any()
    }

    fn submit(self) {
        let Some(to) = self.value.with_untracked(|word| Role::parse(word)) else {
            return;
        };
        let Some(subject) = untrack(|| self.page.subject()) else {
            return;
        };
        if subject.role == Some(to) {
            return self.page.toasts.say("The role is as it was");
        }
        if lowers_oneself(&subject, to) {
            self.asking.open();
        } else {
            self.save(to);
        }
    }

    /// The question before one takes rights from oneself.
    fn question(self) -> Question {
        let to = self.value.with_untracked(|word| Role::parse(word)).unwrap_or_default();
        Question {
            title: format!("Become {} yourself?", to.one()),
            what_goes: view! {
                <p>"You will be able to do less here, and cannot take this back yourself: somebody else has to."</p>
            }
            .into_any(),
            name: None,
            verb: "Change my role",
            busy: "Saving…",
            is_dangerous: true,
            run: Callback::new(move |()| {
                self.asking.close();
                self.save(to);
            }),
        }
    }

    fn save(self, to: Role) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.problem.set(None);
        let page = self.page;
        let (organization, id) = (page.organization.get_value(), page.id.get_value());
        let is_lowered = untrack(|| page.subject()).is_some_and(|subject| lowers_oneself(&subject, to));
        let (name, teams) = untrack(|| (page.name(), page.with(|detail| detail.teams.clone())));
        // Sent without their teams they might lose them.
        let body = WriteMember {
            org_role: to.word().to_owned(),
            team_roles: teams.unwrap_or_default().into_iter().map(TeamRole::of).collect(),
        };
        spawn(async move {
            match update_member(&organization, &id, &body).await {
                Ok(changed) => {
                    page.toasts.say(format!("{name} is {} now", to.one()));
                    page.member.update(|detail| *detail = changed);
                    page.tell_others();
                    // The form goes with the right to it.
                    if is_lowered {
                        dom::focus_in_place(dom::by_id("member-role-title"));
                    }
                }
                Err(error) => {
                    let sentence = format!("The role was not changed. {}", why(&error));
                    // Where the form is gone already, it has to be said elsewhere.
                    if let Some(sentence) = self.problem.try_set(Some(sentence)).flatten() {
                        page.toasts.say_problem(sentence);
                    }
                }
            }
            self.is_busy.try_set(false);
        });
    }
}
