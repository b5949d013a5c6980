//! Their role.

use super::super::refused::why;
use super::super::role_field::role_field;
use super::MemberPage;
use crate::api::client::Cancel;
use crate::api::members::{get_member, update_member};
use crate::browser::dom;
use crate::form_draft::FormDraft;
use crate::reactive::{changing, spawn};
use crate::ui::form::{Asking, Question, Sheet, save_button};
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::member_role::{Role, lowers_oneself, why_not_change};
use glint_model::wire::member::{MemberDetail, TeamRole, WriteMember};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The form on screen.
#[derive(Clone, Copy)]
struct Form {
    page: MemberPage,
    /// The server's word for what is chosen.
    value: RwSignal<String>,
    sheet: Sheet,
    draft: FormDraft,
    asking: Asking,
}

/// The panel.
pub(super) fn panel(page: MemberPage) -> AnyView {
    let reason = Memo::new(move |_| {
        let (mine, subject) = (page.my_role.get()?, page.subject()?);
        Some(why_not_change(mine, &subject))
    });
    let body = move || match reason.get() {
        None => ().into_any(),
        Some(Some(reason)) => as_it_is(page, reason),
        Some(None) => untrack(|| Form::open(page)).view(),
    };
    view! {
        <section class="panel" aria-labelledby="member-role-title">
            <header><h2 id="member-role-title" tabindex="-1">"Role"</h2></header>
            <div class="panel-body">{changing(body)}</div>
        </section>
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
    fn open(page: MemberPage) -> Self {
        let value = RwSignal::new(page.with(|detail| detail.member.role.clone()).unwrap_or_default());
        let about = page
            .organization
            .with_value(|organization| format!("role {organization}/{}", page.id.get_value()));
        Self {
            page,
            value,
            sheet: Sheet::new(&[]),
            draft: FormDraft::open(about, vec![("role", value)]),
            asking: Asking::closed(),
        }
    }

    fn view(self) -> AnyView {
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            self.submit();
        };
        view! {
            <form novalidate=true on:submit=submit>
                {self.draft.note()}
                {self.sheet.complaints()}
                {role_field("member-role", self.value)}
                <div class="panel-foot">{save_button("Save the role", "Saving…", self.sheet.is_busy())}</div>
                {self.draft.guard()}
            </form>
            {self.asking.view(move || self.question())}
        }
        .into_any()
    }

    fn submit(self) {
        let Some(to) = self.value.with_untracked(|word| Role::parse(word)) else {
            return self.sheet.object("Choose a role.".to_owned());
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
        if !self.sheet.begin(&[]) {
            return;
        }
        let (page, saved) = (self.page, self.draft.saved_later());
        let (organization, id) = (page.organization.get_value(), page.id.get_value());
        let is_lowered = untrack(|| page.subject()).is_some_and(|subject| lowers_oneself(&subject, to));
        let name = untrack(|| page.name());
        spawn(async move {
            match give(&organization, &id, to).await {
                Ok(changed) => {
                    saved();
                    self.sheet.done();
                    page.toasts.say(format!("{name} is {} now", to.one()));
                    page.member.update(|detail| *detail = changed);
                    page.tell_others();
                    // The form goes with the right to it.
                    if is_lowered {
                        dom::focus_in_place(dom::by_id("member-role-title"));
                    }
                }
                Err(error) => self.sheet.object(format!("The role was not changed. {}", why(&error))),
            }
        });
    }
}

/// Gives a member a role. They keep the teams that they have by now: sent without them, they would lose them.
async fn give(organization: &OrganizationSlug, id: &str, to: Role) -> Result<MemberDetail, ApiError> {
    let now = get_member(organization, id, &Cancel::never()).await?;
    let body = WriteMember {
        org_role: to.word().to_owned(),
        team_roles: now.teams.into_iter().map(TeamRole::of).collect(),
    };
    update_member(organization, id, &body).await
}
