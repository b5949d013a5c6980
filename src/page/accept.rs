//! An invitation: `/accept/{member}/{token}`, as the link in its e-mail opens it. It stands by itself: who opens it may have
//! no account yet, or be in no organization.

mod situations;
mod trouble;

use crate::api::invitations::{accept_invitation, get_invitation};
use crate::api::organizations::list_organizations;
use crate::api::settings::get_settings;
use crate::load::{Load, Loader, load};
use crate::reactive::{changing, effect, spawn};
use crate::route::{Route, Step, use_go};
use crate::session::{Session, SessionState};
use crate::ui::icon::logo;
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, waiting};
use crate::ui::toast::Toasts;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::invitation_standing::standing;
use glint_model::reveal::reveal;
use glint_model::wire::invitation::Invitation;
use glint_model::wire::settings::Settings;
use leptos::prelude::*;
use situations::situation;
use trouble::trouble;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Page {
    member: StoredValue<String>,
    token: StoredValue<String>,
    session: Session,
    invitation: Loader<Invitation>,
    /// The organizations of whoever is signed in.
    belongs: Loader<Vec<OrganizationSlug>>,
    settings: Loader<Settings>,
    is_busy: RwSignal<bool>,
    problem: RwSignal<Option<String>>,
    toasts: Toasts,
}

impl Page {
    fn load(member: String, token: String) -> Self {
        let session = Session::get();
        let (member, token) = (StoredValue::new(member), StoredValue::new(token));
        let is_signed_in = Memo::new(move |_| matches!(session.state(), SessionState::SignedIn(_)));
        Self {
            member,
            token,
            session,
            invitation: load(move |cancel| {
                let (member, token) = (member.get_value(), token.get_value());
                Box::pin(async move { get_invitation(&member, &token, &cancel).await })
            }),
            belongs: load(move |cancel| {
                let is_signed_in = is_signed_in.get();
                Box::pin(async move {
                    if !is_signed_in {
                        return Ok(Vec::new());
                    }
                    let all = list_organizations(&cancel).await?;
                    Ok(all.into_iter().map(|organization| organization.slug).collect())
                })
            }),
            settings: load(|cancel| Box::pin(async move { get_settings(&cancel).await })),
            is_busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            toasts: Toasts::get(),
        }
    }

    /// This page.
    fn place(self) -> Route {
        Route::Accept {
            member: self.member.get_value(),
            token: self.token.get_value(),
        }
    }

    /// The sign-in page, which leads back here.
    fn sign_in(self) -> Route {
        Route::SignIn {
            next: Some(self.place().href()),
        }
    }

    /// Accepts it, and goes to the organization.
    fn accept(self, go: impl Fn(&Route, Step) + 'static) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.problem.set(None);
        let (member, token) = (self.member.get_value(), self.token.get_value());
        spawn(async move {
            match accept_invitation(&member, &token).await {
                Ok(accepted) => {
                    let organization = accepted.org_user.organization;
                    self.toasts
                        .say(format!("You belong to {} now", reveal(&organization.name)));
                    // Whoever went somewhere else meanwhile stays there.
                    if self.is_busy.try_get_untracked().is_some() {
                        go(&Route::issues(&organization.slug), Step::Replace);
                    }
                }
                Err(error) => {
                    self.problem.try_set(Some(refusal(&error)));
                    match error {
                        // It may have been used meanwhile.
                        ApiError::Conflict(_) => {
                            self.invitation.refresh();
                            self.belongs.refresh();
                        }
                        // It was taken back, or is too old: there is nothing left to accept.
                        ApiError::Forbidden(_) | ApiError::NotFound => self.invitation.reload(),
                        _ => {}
                    }
                }
            }
            self.is_busy.try_set(false);
        });
    }

    /// Signs out, and lets another account sign in and come back here.
    fn change_account(self, go: impl Fn(&Route, Step) + 'static) {
        if self.is_busy.get_untracked() {
            return;
        }
        self.is_busy.set(true);
        self.problem.set(None);
        spawn(async move {
            match self.session.sign_out().await {
                Ok(()) => go(&self.sign_in(), Step::Push),
                Err(error) => {
                    self.problem
                        .try_set(Some(format!("You are still signed in. {}", error.sentence())));
                }
            }
            self.is_busy.try_set(false);
        });
    }
}

fn refusal(error: &ApiError) -> String {
    match error {
        ApiError::Forbidden(_) | ApiError::NotFound => {
            "The invitation was not accepted: its link no longer works.".to_owned()
        }
        error => format!("The invitation was not accepted. {}", error.sentence()),
    }
}

/// The page.
pub fn accept_page(member: String, token: String) -> AnyView {
    page_title(|| "Invitation".to_owned());
    let page = Page::load(member, token);
    // The dialog that asks for a password is part of the layout, which is not here: whose session has ended signs in again.
    effect(move || {
        if page.session.password_wanted() {
            page.session.give_up();
        }
    });
    let instance = move || {
        page.settings
            .ready()
            .and_then(|settings| settings.glitchtip_instance_name)
    };
    view! {
        <main class="sign-in accept" id="content" tabindex="-1">
            <div class="logo">
                {logo()}
                "Glint"
            </div>
            <div class="panel">
                <h1>"Invitation"</h1>
                {changing(move || instance().map_or_else(
                    || ().into_any(),
                    |name| view! { <p class="instance">{name}</p> }.into_any(),
                ))}
                {body(page)}
            </div>
        </main>
    }
    .into_any()
}

fn body(page: Page) -> AnyView {
    let go = StoredValue::new_local(use_go());
    changing(move || {
        let invitation = match page.invitation.get() {
            Load::Ready(invitation) => invitation,
            Load::Failed(error) => return trouble(page, &error),
            Load::Loading | Load::Slow => return waiting(4).into_any(),
        };
        let me = match page.session.state() {
            SessionState::SignedIn(user) => Some(user.email.unwrap_or(user.display)),
            SessionState::SignedOut | SessionState::SecondStep(_) => None,
            SessionState::Unreachable(error) => return failed(&error, move || page.session.check()).into_any(),
            SessionState::Unknown => return waiting(4).into_any(),
        };
        let belongs = match page.belongs.get() {
            Load::Ready(all) => all.contains(&invitation.org_user.organization.slug),
            Load::Failed(ApiError::SignedOut) => false,
            Load::Failed(error) => return failed(&error, move || page.belongs.reload()).into_any(),
            Load::Loading | Load::Slow => return waiting(4).into_any(),
        };
        let standing = standing(&invitation, me.as_deref(), belongs);
        situation(page, &invitation, standing, me.as_deref(), go)
    })
}
