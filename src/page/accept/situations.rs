//! What can be done with an invitation, by whoever opened it.

use super::Page;
use crate::reactive::{aria, changing, maybe};
use crate::route::{Route, Step};
use glint_model::invitation_standing::Standing;
use glint_model::member_role::Role;
use glint_model::reveal::reveal;
use glint_model::wire::invitation::Invitation;
use leptos::prelude::*;

type Go<G> = StoredValue<G, LocalStorage>;

/// Shows it.
pub(super) fn situation<G>(
    page: Page,
    invitation: &Invitation,
    standing: Standing,
    me: Option<&str>,
    go: Go<G>,
) -> AnyView
where
    G: Fn(&Route, Step) + Clone + 'static,
{
    let invited = &invitation.org_user.member;
    let organization = reveal(&invitation.org_user.organization.name);
    let address = reveal(invited.address());
    let is_invited = me.is_some_and(|me| invited.has_address(me));
    let me = me.map(reveal).unwrap_or_default();
    let role = Role::parse(&invited.role).map_or_else(|| reveal(&invited.role_name), |role| role.one().to_owned());
    let inside = Route::issues(&invitation.org_user.organization.slug);
    let accept = move |_| {
        if let Some(go) = go.try_get_value() {
            page.accept(go);
        }
    };
    let change = move |_| {
        if let Some(go) = go.try_get_value() {
            page.change_account(go);
        }
    };
    let open = lead(format!("{address} is invited to {organization}, as {role}."));
    let inside = match standing {
        Standing::SignedOut => view! {
            {open}
            <p class="accept-text">"Sign in to accept it; this page comes back then."</p>
            <div class="accept-acts">
                <a class="btn primary" href=page.sign_in().href()>"Sign in"</a>
            </div>
            {registration(page)}
        }
        .into_any(),
        Standing::Mine => view! {
            {lead(format!("You are invited to {organization}, as {role}."))}
            <p class="accept-text">{format!("You are signed in as {me}.")}</p>
            <div class="accept-acts">{accept_button(page, "Accept the invitation".to_owned(), true, accept)}</div>
        }
        .into_any(),
        Standing::Another => view! {
            {open}
            <p class="accept-text">
                {format!("You are signed in as {me}. Whichever account accepts becomes the member, and the invitation is used.")}
            </p>
            <div class="accept-acts">
                <button class="btn primary" type="button" aria-disabled=aria(move || page.is_busy.get()) on:click=change>
                    "Use another account"
                </button>
                {accept_button(page, format!("Accept as {me}"), false, accept)}
            </div>
        }
        .into_any(),
        Standing::Member => view! {
            {lead(format!("You belong to {organization} already."))}
            <p class="accept-text">
                {format!("You are signed in as {me}.")}
                {(invited.pending && !is_invited).then(|| {
                    format!(" This invitation is for {address}; to accept it, sign in with that account.")
                })}
            </p>
            <div class="accept-acts">
                <a class="btn primary" href=inside.href()>{format!("Go to {organization}")}</a>
                <button class="btn" type="button" aria-disabled=aria(move || page.is_busy.get()) on:click=change>
                    "Use another account"
                </button>
            </div>
        }
        .into_any(),
        Standing::Used => view! {
            {lead(format!("This invitation to {organization} was used already."))}
            <p class="accept-text">
                {format!("It was accepted by {address}. If that was you, sign in with that account; otherwise ask for another.")}
            </p>
            <div class="accept-acts">
                {if me.is_empty() {
                    view! { <a class="btn primary" href=page.sign_in().href()>"Sign in"</a> }.into_any()
                } else {
                    view! {
                        <button class="btn" type="button" aria-disabled=aria(move || page.is_busy.get()) on:click=change>
                            "Use another account"
                        </button>
                        <a class="btn" href=Route::Home.href()>"Go to the start"</a>
                    }
                    .into_any()
                }}
            </div>
        }
        .into_any(),
    };
    view! {
        {maybe(move || page.problem.get().map(|problem| view! {
            <p class="problem-box" role="alert">{problem}</p>
        }.into_any()))}
        {inside}
    }
    .into_any()
}

fn lead(text: String) -> AnyView {
    view! { <p class="accept-lead">{text}</p> }.into_any()
}

fn accept_button(
    page: Page,
    label: String,
    is_first: bool,
    accept: impl Fn(leptos::ev::MouseEvent) + 'static,
) -> AnyView {
    let class = if is_first { "btn primary" } else { "btn" };
    let text = move || {
        if page.is_busy.get() && is_first {
            "Accepting…".into_any()
        } else {
            label.clone().into_any()
        }
    };
    view! {
        <button class=class type="button" aria-disabled=aria(move || page.is_busy.get()) on:click=accept>
            {changing(text)}
        </button>
    }
    .into_any()
}

/// How to come to an account; Glint has no page for it.
fn registration(page: Page) -> AnyView {
    let text = move || {
        let settings = page.settings.ready()?;
        let is_open = settings.enable_user_registration || settings.enable_social_apps_user_registration;
        let text = if is_open {
            "No account yet? It has to be created on this server first, which cannot be done in Glint: ask whoever invited you, \
             or runs this server, how to. Then open the link in the e-mail again."
        } else {
            "No account yet? Nobody can register on this server: ask whoever runs it for an account, then open the link in the \
             e-mail again."
        };
        Some(view! { <p class="accept-text">{text}</p> }.into_any())
    };
    maybe(text)
}
