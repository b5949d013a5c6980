//! The app as a whole: what every page can count on, and the one table from a route to its page.

mod key_help;
mod nav;
mod notices;
mod organization_menu;
mod organizations;
mod password_dialog;
mod plan_notice;
mod shell;
mod theme;
mod watching;

use crate::browser::{database, dom, scroll, storage};
use crate::chunk::{PendingPage, chunk, first_chunk};
use crate::issue_decisions::IssueDecisions;
use crate::page;
use crate::reactive::{changing, effect};
use crate::route::{ProjectPart, Route, SettingsPart, Step, TeamPart, UptimePart, moved, use_go, use_go_to_path};
use crate::server::Server;
use crate::session::{Session, SessionState};
use crate::shortcuts::Shortcuts;
use crate::sign_out;
use crate::ui::page_title::{Announcer, page_title};
use crate::ui::state::{failed, nothing};
use crate::ui::toast::Toasts;
use glint_model::id::{IssueId, OrganizationSlug, ProjectSlug};
use glint_model::next_path::safe_next;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

/// Which page a route shows. A page stays when only its query, or the event of its issue, changes.
#[derive(Clone, Debug, PartialEq)]
enum Page {
    Home,
    SignIn,
    Issues(OrganizationSlug),
    Issue(OrganizationSlug, IssueId),
    Uptime(OrganizationSlug, UptimePart),
    Projects(OrganizationSlug),
    Settings(OrganizationSlug, SettingsPage),
    NewOrganization,
    Accept(String, String),
    #[cfg(not(feature = "split"))]
    Gallery,
    NotFound,
}

/// Which page of the settings. That of a project or a team stays when only its section changes.
#[derive(Clone, Debug, PartialEq)]
enum SettingsPage {
    Project(ProjectSlug),
    Team(String),
    Other(SettingsPart),
}

impl Page {
    fn of(route: &Route) -> Self {
        match route {
            Route::Home | Route::HomeSearch { .. } => Self::Home,
            Route::SignIn { .. } => Self::SignIn,
            Route::Issues { organization, .. } => Self::Issues(organization.clone()),
            Route::Issue {
                organization, issue, ..
            } => Self::Issue(organization.clone(), issue.clone()),
            Route::Uptime { organization, part, .. } => Self::Uptime(organization.clone(), *part),
            Route::Projects { organization, .. } => Self::Projects(organization.clone()),
            Route::Settings { organization, part, .. } => {
                let page = match part {
                    SettingsPart::Project(project, _) => SettingsPage::Project(project.clone()),
                    SettingsPart::Team(team, _) => SettingsPage::Team(team.clone()),
                    other => SettingsPage::Other(other.clone()),
                };
                Self::Settings(organization.clone(), page)
            }
            Route::NewOrganization => Self::NewOrganization,
            Route::Accept { member, token } => Self::Accept(member.clone(), token.clone()),
            #[cfg(not(feature = "split"))]
            Route::Gallery => Self::Gallery,
            Route::NotFound => Self::NotFound,
        }
    }

    /// The one table from a route to its page.
    fn view(self) -> AnyView {
        match self {
            Self::Home => chunk(|| Box::pin(page::home(false))),
            Self::SignIn => chunk(|| Box::pin(page::sign_in())),
            Self::Issues(organization) => first_chunk(move || Box::pin(page::issue_list(organization.clone()))),
            Self::Issue(organization, issue) => {
                chunk(move || Box::pin(page::issue_detail(organization.clone(), issue.clone())))
            }
            Self::Uptime(organization, part) => chunk(move || uptime(organization.clone(), part)),
            Self::Projects(organization) => {
                chunk(move || Box::pin(page::settings(organization.clone(), SettingsPart::Projects)))
            }
            Self::Settings(organization, part) => chunk(move || settings(organization.clone(), part.clone())),
            Self::NewOrganization => chunk(|| Box::pin(page::home(true))),
            Self::Accept(member, token) => chunk(move || Box::pin(page::accept(member.clone(), token.clone()))),
            #[cfg(not(feature = "split"))]
            Self::Gallery => chunk(|| Box::pin(page::gallery())),
            Self::NotFound => not_found().into_any(),
        }
    }
}

/// The pages of the uptime area.
fn uptime(organization: OrganizationSlug, part: UptimePart) -> PendingPage {
    match part {
        UptimePart::Monitors => Box::pin(page::monitor_list(organization)),
        UptimePart::Screen => Box::pin(page::monitor_screen(organization)),
        UptimePart::Monitor(monitor) => Box::pin(page::monitor_detail(organization, monitor)),
        UptimePart::New => Box::pin(page::monitor_form(organization, None)),
        UptimePart::Update(monitor) => Box::pin(page::monitor_form(organization, Some(monitor))),
        UptimePart::NewMany => Box::pin(page::monitors_from_list(organization)),
        UptimePart::StatusPages => Box::pin(page::status_page_list(organization)),
    }
}

/// The pages of the settings.
fn settings(organization: OrganizationSlug, page: SettingsPage) -> PendingPage {
    let part = match page {
        SettingsPage::Project(project) => SettingsPart::Project(project, ProjectPart::General),
        SettingsPage::Team(team) => SettingsPart::Team(team, TeamPart::Members),
        SettingsPage::Other(part) => part,
    };
    match part {
        SettingsPart::Organization | SettingsPart::Subscription => {
            Box::pin(page::organization_settings(organization, part))
        }
        SettingsPart::NewProject | SettingsPart::Project(..) | SettingsPart::Alerts => {
            Box::pin(page::project_settings(organization, part))
        }
        _ => Box::pin(page::settings(organization, part)),
    }
}

/// The app.
#[component]
pub fn App() -> impl IntoView {
    scroll::take_over();
    dom::set_root_attribute("data-start", None);
    theme::Theme::provide();
    Toasts::provide();
    Shortcuts::provide();
    Server::provide();
    IssueDecisions::provide();
    let announcer = Announcer::provide();
    let session = Session::provide();
    let base = dom::base_path().trim_end_matches('/').to_owned();
    view! {
        <Router base=base>
            {layout(session)}
            <p class="visually-hidden" role="status" aria-live="polite">{move || announcer.text()}</p>
        </Router>
    }
}

fn layout(session: Session) -> AnyView {
    let location = use_location();
    let (pathname, search) = (location.pathname, location.search);
    let base = dom::base_path();
    let route = Memo::new(move |_| {
        let path = pathname.get();
        Route::parse(path.strip_prefix(base.as_str()).unwrap_or(&path), &search.get())
    });
    provide_context(route);
    // The router waits for its own route table to say that the page is there; this app has a table of its own.
    let router = use_context::<BrowserUrl>();
    effect(move || {
        pathname.track();
        if let Some(router) = &router {
            router.ready_to_complete();
        }
    });
    send_to_the_right_door(session, route);
    send_on_from_old_addresses(pathname);
    let page = Memo::new(move |_| Page::of(&route.get()));
    focus_on_arrival(page);
    let is_plain = Memo::new(move |_| matches!(page.get(), Page::SignIn | Page::Accept(..)));
    let may_enter = Memo::new(move |_| session.is_likely());
    let trouble = Memo::new(move |_| match session.state() {
        SessionState::Unreachable(error) => Some(error),
        _ => None,
    });
    changing(move || {
        if is_plain.get() {
            // From an invitation to the sign-in page: the page changes and this does not.
            return changing(move || page.get().view());
        }
        if let Some(error) = trouble.get() {
            return view! { <main class="plain">{failed(&error, move || session.check())}</main> }.into_any();
        }
        if !may_enter.get() {
            return ().into_any();
        }
        shell::shell(session, route, changing(move || page.get().view()))
    })
}

/// Who is not signed in goes to the sign-in page and comes back; who is signed in has no business there.
fn send_to_the_right_door(session: Session, route: Memo<Route>) {
    let go = use_go();
    let go_to_path = use_go_to_path();
    let decisions = IssueDecisions::get();
    effect(move || {
        if session.state() == SessionState::SignedOut {
            decisions.forget();
            sign_out::forget_all();
            // These are kept from visit to visit, also when nothing of them was used in this one.
            storage::forget_all(storage::SEARCHES);
            storage::forget_all(storage::LOOKS);
            database::forget(database::CHECKS);
        }
    });
    effect(move || match (session.state(), route.get()) {
        (SessionState::SignedOut | SessionState::SecondStep(_), Route::SignIn { .. }) => {}
        (_, Route::Accept { .. }) => {}
        (SessionState::SignedOut, Route::Home) => go(&Route::SignIn { next: None }, Step::Replace),
        (SessionState::SignedOut, _) => {
            go(
                &Route::SignIn {
                    next: Some(dom::current_path_and_query()),
                },
                Step::Replace,
            );
        }
        (SessionState::SignedIn(_), Route::SignIn { next }) => {
            match next.as_deref().and_then(safe_next) {
                Some(path) => go_to_path(path),
                None => go(&Route::Home, Step::Replace),
            };
        }
        _ => {}
    });
}

/// Old addresses give way to what they mean now.
fn send_on_from_old_addresses(pathname: Memo<String>) {
    let (go, base) = (use_go(), dom::base_path());
    effect(move || {
        let path = pathname.get();
        if let Some(route) = moved(path.strip_prefix(base.as_str()).unwrap_or(&path)) {
            go(&route, Step::Replace);
        }
    });
}

/// After a navigation the focus is at the start of the page, so that the keyboard and the screen reader go on there.
fn focus_on_arrival(page: Memo<Page>) {
    Effect::new(move |previous: Option<Page>| {
        let page = page.get();
        if previous.is_some_and(|previous| previous != page) && page != Page::SignIn {
            dom::focus(dom::by_id("content"));
        }
        page
    });
}

fn not_found() -> impl IntoView {
    page_title(|| "Not found".to_owned());
    let home = view! { <a class="btn" href=Route::Home.href()>"Go to the start"</a> }.into_any();
    view! {
        <div>
            <h1 class="visually-hidden">"Not found"</h1>
            {nothing("There is no such page", "The address may be mistyped, or the page has moved.", home)}
        </div>
    }
}
