//! The navigation: which organization, its sections and projects, the account.

use super::theme::{Choice, Theme};
use crate::api::settings::get_settings;
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::route::{Route, Step, use_go};
use crate::session::{Session, SessionState};
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{Menu, close_menu};
use crate::ui::nav_drawer::NavDrawer;
use crate::ui::toast::Toasts;
use glint_model::text::initials;
use glint_model::wire::organization::Organization;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Shows the navigation.
pub fn nav(
    session: Session,
    route: Memo<Route>,
    organizations: Loader<Vec<Organization>>,
    open: OpenOrganization,
    drawer: NavDrawer,
) -> impl IntoView {
    let settings = load(|cancel| Box::pin(async move { get_settings(&cancel).await }));
    view! {
        <nav class="nav" class:open=move || drawer.is_open() id="navigation" aria-label="Main">
            {organization_menu(route, organizations, open)}
            {sections(route, open)}
            <div class="foot">
                {account_menu(session)}
                {move || settings.ready().map(|settings| view! {
                    <p class="server">{format!("GlitchTip {}", settings.version)}</p>
                })}
            </div>
        </nav>
    }
}

fn organization_menu(
    route: Memo<Route>,
    organizations: Loader<Vec<Organization>>,
    open: OpenOrganization,
) -> impl IntoView {
    let button = move || {
        let name = open.name();
        view! {
            <span class="badge" aria-hidden="true">{initials(&name)}</span>
            <span>{name}</span>
            {icon(Icon::Down, "")}
        }
    };
    let entry = move |organization: Organization| {
        let slug = organization.slug.clone();
        let is_open = open.slug.get().as_ref() == Some(&slug);
        let href = route.with_untracked(|route| route.in_organization(&slug)).href();
        view! {
            <a
                class="entry"
                href=href
                aria-current=is_open.then_some("true")
                on:click=move |_| close_menu("organizations")
            >
                <span class="badge" aria-hidden="true">{initials(&organization.name)}</span>
                <span>{organization.name}</span>
                {is_open.then(|| icon(Icon::Check, "check"))}
            </a>
        }
    };
    view! {
        <Menu
            id="organizations"
            class="item org"
            label=Signal::derive(move || format!("Organization: {}", open.name()))
            button=ViewFn::from(button)
        >
            {move || match organizations.get() {
                Load::Ready(list) => list.into_iter().map(entry).collect::<Vec<_>>().into_any(),
                Load::Failed(error) => view! { <p class="hint">{error.sentence()}</p> }.into_any(),
                Load::Loading | Load::Slow => view! { <p class="hint">"Loading the organizations…"</p> }.into_any(),
            }}
        </Menu>
    }
}

fn sections(route: Memo<Route>, open: OpenOrganization) -> impl IntoView {
    let chosen_project = Memo::new(move |_| {
        route.with(|route| match route {
            Route::Issues { query, .. } => {
                let mut chosen = query
                    .iter()
                    .filter(|(name, _)| name == "project")
                    .map(|(_, id)| id.clone());
                chosen.next().filter(|_| chosen.next().is_none())
            }
            _ => None,
        })
    });
    let is_issues = Memo::new(move |_| route.with(|route| matches!(route, Route::Issues { .. } | Route::Issue { .. })));
    move || {
        let slug = open.slug.get()?;
        let projects: Vec<_> = open
            .projects()
            .into_iter()
            .map(|project| {
                let id = project.id.to_string();
                let href = Route::Issues {
                    organization: slug.clone(),
                    query: vec![("project".to_owned(), id.clone())],
                }
                .href();
                view! {
                    <li>
                        <a
                            href=href
                            aria-current=move || {
                                chosen_project.with(|chosen| chosen.as_ref() == Some(&id)).then_some("true")
                            }
                        >
                            {icon(Icon::Project, "")}
                            <span>{project.name}</span>
                        </a>
                    </li>
                }
            })
            .collect();
        let has_projects = !projects.is_empty();
        Some(view! {
            <a
                href=Route::issues(&slug).href()
                aria-current=move || {
                    (is_issues.get() && chosen_project.with(Option::is_none)).then_some("page")
                }
            >
                {icon(Icon::Issue, "")}
                <span>"Issues"</span>
            </a>
            {has_projects.then(|| view! {
                <p class="group" id="nav-projects">"Projects"</p>
                <ul class="project-list" aria-labelledby="nav-projects">{projects}</ul>
            })}
        })
    }
}

fn account_menu(session: Session) -> impl IntoView {
    let theme = Theme::get();
    let toasts = Toasts::get();
    let go = use_go();
    let name = move || match session.state() {
        SessionState::SignedIn(user) => user.email.unwrap_or(user.display),
        _ => "Account".to_owned(),
    };
    let button = move || {
        view! {
            {icon(Icon::Person, "")}
            <span>{name}</span>
        }
    };
    let theme_entry = move |choice: Choice, label: &'static str, sign: Icon| {
        view! {
            <button
                class="entry"
                type="button"
                role="radio"
                aria-checked=move || (theme.choice() == choice).to_string()
                on:click=move |_| theme.choose(choice)
            >
                {icon(sign, "")}
                <span>{label}</span>
                {move || (theme.choice() == choice).then(|| icon(Icon::Check, "check"))}
            </button>
        }
    };
    let sign_out = move |_| {
        close_menu("account");
        let go = go.clone();
        spawn_local(async move {
            match session.sign_out().await {
                Ok(()) => go(&Route::SignIn { next: None }, Step::Replace),
                Err(error) => toasts.say(error.sentence()),
            }
        });
    };
    view! {
        <Menu
            id="account"
            class="item"
            label=Signal::derive(move || format!("Account: {}", name()))
            button=ViewFn::from(button)
        >
            <div role="radiogroup" aria-label="Theme">
                {theme_entry(Choice::System, "As the system", Icon::System)}
                {theme_entry(Choice::Light, "Light", Icon::Light)}
                {theme_entry(Choice::Dark, "Dark", Icon::Dark)}
            </div>
            <hr />
            <button class="entry" type="button" on:click=sign_out>
                {icon(Icon::SignOut, "")}
                <span>"Sign out"</span>
            </button>
        </Menu>
    }
}
