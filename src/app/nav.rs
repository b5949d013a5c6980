//! The navigation: which organization, its sections and projects, the account.

use super::key_help::key_help;
use super::notices::notices;
use super::organization_menu::organization_menu;
use super::organizations::load_open_organization;
use super::password_dialog::password_dialog;
use super::plan_notice::plan_notice;
use super::theme::{Choice, Theme};
use crate::api::pages::{self, Missing};
use crate::api::settings::get_settings;
use crate::chunk::PageView;
use crate::load::load;
use crate::open_organization::OpenOrganization;
use crate::organization_list::OrganizationList;
use crate::reactive::{aria, attribute, changing_text, effect, maybe, spawn, truth};
use crate::route::{Route, SettingsPart, Step, UptimePart, use_go};
use crate::server::Server;
use crate::session::{Session, SessionState};
use crate::shortcuts::Shortcuts;
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{Menu, close_menu};
use crate::ui::nav_drawer::NavDrawer;
use crate::ui::toast::{Sending, Toasts, toast_region};
use crate::uptime_watch::UptimeWatch;
use glint_model::reveal::reveal;
use leptos::prelude::*;
use std::rc::Rc;

/// The navigation, and what appears over the page: messages, and the dialog that asks for the password again. A chunk
/// of its own, since none of it is needed for the first rows.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn navigation(session: Session, route: Memo<Route>, open: OpenOrganization, drawer: NavDrawer) -> PageView {
    let toasts = Toasts::get();
    pages::on_missing(Rc::new(move |list, missing| {
        toasts.say_problem(missing_sentence(list, missing))
    }));
    OrganizationList::get().ask();
    load_open_organization(open);
    let (settings, server) = (
        load(|cancel| Box::pin(async move { get_settings(&cancel).await })),
        Server::get(),
    );
    effect(move || {
        if let Some(settings) = settings.ready() {
            server.put(settings);
        }
    });
    let view = view! {
        <nav class="nav" class:open=truth(move || drawer.is_open()) id="navigation" aria-label="Main">
            {organization_menu(route, open)}
            {home_link(route)}
            {sections(route, open)}
            <div class="foot">
                {settings_link(route, open)}
                {account_menu(session, open)}
                {maybe(move || {
                    let version = server.version()?;
                    Some(view! { <p class="server">{format!("GlitchTip {version}")}</p> }.into_any())
                })}
            </div>
        </nav>
        <button
            class="nav-backdrop"
            type="button"
            aria-label="Close the navigation"
            on:click=move |_| drawer.close()
        ></button>
        {password_dialog(session)}
        {key_help()}
        {notices(open)}
        {plan_notice(route, open)}
        {toast_region(toasts)}
    };
    Ok(view.into_any())
}

/// What is said of a list that is not on screen as a whole; by the name that the server has for it.
fn missing_sentence(list: &str, missing: Missing) -> String {
    let list = list.replace("dsyms", "debug files").replace('-', " ");
    let unreadable = match missing.unreadable {
        0 => None,
        1 => Some(format!("One of the {list} could not be read and is left out.")),
        count => Some(format!("{count} of the {list} could not be read and are left out.")),
    };
    let cut = missing.is_cut.then(|| format!("There are more {list} than are shown."));
    unreadable.into_iter().chain(cut).collect::<Vec<_>>().join(" ")
}

/// To all organizations.
fn home_link(route: Memo<Route>) -> AnyView {
    let is_home = truth(move || route.with(|route| matches!(route, Route::Home | Route::HomeSearch { .. })));
    nav_link(&Route::Home, Icon::Home, "Home".to_owned(), is_home)
}

/// The project that the list is filtered to, when it is one.
fn chosen_project(route: &Route) -> Option<String> {
    let Route::Issues { query, .. } = route else {
        return None;
    };
    let mut chosen = query.iter().filter(|(name, _)| name == "project");
    let first = chosen.next()?;
    chosen.next().is_none().then(|| first.1.clone())
}

fn sections(route: Memo<Route>, open: OpenOrganization) -> AnyView {
    let server = Server::get();
    let chosen = Memo::new(move |_| route.with(chosen_project));
    let is_issues = move || {
        route.with(|route| matches!(route, Route::Issues { .. } | Route::Issue { .. })) && chosen.with(Option::is_none)
    };
    maybe(move || {
        let slug = open.slug.get()?;
        let projects: Vec<AnyView> = open
            .projects()
            .into_iter()
            .map(|project| {
                let query = vec![("project".to_owned(), project.id.to_string())];
                let issues = Route::Issues {
                    organization: slug.clone(),
                    query,
                };
                let id = project.id.to_string();
                let is_chosen = truth(move || chosen.with(|chosen| chosen.as_ref() == Some(&id)));
                let link = nav_link(&issues, Icon::Project, reveal(&project.name), is_chosen);
                view! { <li>{link}</li> }.into_any()
            })
            .collect();
        let heading =
            (!projects.is_empty()).then(|| view! { <p class="group" id="nav-projects">"Projects"</p> }.into_any());
        let link = nav_link(
            &Route::issues(&slug),
            Icon::Issue,
            "Issues".to_owned(),
            truth(is_issues),
        );
        let uptime = server.has_uptime().then(|| {
            let is_uptime = truth(move || route.with(|route| matches!(route, Route::Uptime { .. })));
            let to = Route::uptime(&slug, UptimePart::Monitors);
            nav_link(&to, Icon::Uptime, "Uptime".to_owned(), is_uptime)
        });
        let view = view! {
            {link}
            {uptime}
            {heading}
            <ul class="project-list" aria-label="Projects">{projects}</ul>
        };
        Some(view.into_any())
    })
}

/// To the settings of the open organization.
fn settings_link(route: Memo<Route>, open: OpenOrganization) -> AnyView {
    let is_settings =
        truth(move || route.with(|route| matches!(route, Route::Settings { .. } | Route::Projects { .. })));
    maybe(move || {
        let to = Route::settings(&open.slug.get()?, SettingsPart::Organization);
        Some(nav_link(&to, Icon::Settings, "Settings".to_owned(), is_settings))
    })
}

fn nav_link(route: &Route, sign: Icon, name: String, is_current: Signal<bool>) -> AnyView {
    view! {
        <a href=route.href() aria-current=move || is_current.get().then_some("page")>
            {icon(sign, "")}
            <span>{name}</span>
        </a>
    }
    .into_any()
}

fn account_menu(session: Session, open: OpenOrganization) -> AnyView {
    let (toasts, shortcuts) = (Toasts::get(), Shortcuts::get());
    let go = use_go();
    let name = attribute(move || match session.state() {
        SessionState::SignedIn(user) => user.email.unwrap_or(user.display),
        _ => "Account".to_owned(),
    });
    let button = move || {
        view! {
            {icon(Icon::Person, "")}
            <span>{changing_text(move || name.get())}</span>
        }
        .into_any()
    };
    let leave_menu = leaving_menu();
    let sign_out = move |_| {
        close_menu("account");
        let go = go.clone();
        // What was held back is still this person's to do.
        toasts.finish_all(Sending::AtLast);
        spawn(async move {
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
            label=attribute(move || format!("Account: {}", name.get()))
            button=ViewFn::from(button)
        >
            <p class="menu-about">{changing_text(move || name.get())}</p>
            <div role="radiogroup" aria-label="Theme">
                {theme_entry(Choice::System, "As the system", Icon::System)}
                {theme_entry(Choice::Light, "Light", Icon::Light)}
                {theme_entry(Choice::Dark, "Dark", Icon::Dark)}
            </div>
            <hr />
            {notices_entry(open)}
            <button class="entry" type="button" on:click=move |_| {
                leave_menu();
                shortcuts.show_help(true);
            }>
                {icon(Icon::Keyboard, "")}
                <span>"Keyboard shortcuts"</span>
            </button>
            <button class="entry" type="button" on:click=sign_out>
                {icon(Icon::SignOut, "")}
                <span>"Sign out"</span>
            </button>
        </Menu>
    }
    .into_any()
}

/// Closes the menu of the account, and the drawer that it is in on a narrow screen: what it opens is not to end there.
fn leaving_menu() -> impl Fn() + Copy + 'static {
    let drawer = use_context::<NavDrawer>();
    move || {
        close_menu("account");
        if let Some(drawer) = drawer {
            drawer.close();
        }
    }
}

/// What is told of the monitors, where there can be some.
fn notices_entry(open: OpenOrganization) -> AnyView {
    let (server, watch) = (Server::get(), UptimeWatch::get());
    let leave_menu = leaving_menu();
    maybe(move || {
        open.slug.get().filter(|_| server.has_uptime())?;
        let view = view! {
            <button class="entry" type="button" on:click=move |_| {
                leave_menu();
                watch.open_notices();
            }>
                {icon(Icon::Alert, "")}
                <span>"Notices of monitors"</span>
            </button>
        };
        Some(view.into_any())
    })
}

fn theme_entry(choice: Choice, label: &'static str, sign: Icon) -> AnyView {
    let theme = Theme::get();
    view! {
        <button
            class="entry"
            type="button"
            role="radio"
            aria-checked=aria(move || theme.choice() == choice)
            on:click=move |_| theme.choose(choice)
        >
            {icon(sign, "")}
            <span>{label}</span>
            {maybe(move || (theme.choice() == choice).then(|| icon(Icon::Check, "check")))}
        </button>
    }
    .into_any()
}
