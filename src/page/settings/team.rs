//! A team: `/{organization}/settings/teams/{team}`, with who is in it, its projects, and its settings.

mod delete;
mod members;
mod projects;
mod rename;

use super::frame::{Frame, Section, framed};
use super::me::{my_address, my_role};
use crate::api::teams::{get_team, list_team_members, list_team_projects};
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::reactive::{attribute, changing, maybe};
use crate::route::{Route, SettingsPart, TeamPart};
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use crate::ui::toast::Toasts;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::member_role::{Role, why_not_join};
use glint_model::reveal::reveal;
use glint_model::wire::member::Member;
use glint_model::wire::project::Project;
use glint_model::wire::team::Team;
use leptos::prelude::*;

/// Which team: the organization's slug and its own.
type Place = (OrganizationSlug, String);

/// What the sections of the page share.
#[derive(Clone, Copy)]
struct TeamPage {
    organization: StoredValue<OrganizationSlug>,
    slug: StoredValue<String>,
    team: Loader<Team>,
    members: Loader<Vec<Member>>,
    projects: Loader<Vec<Project>>,
    /// The reader's address.
    mine: Memo<String>,
    /// The reader's role.
    role: Signal<Option<Role>>,
    open: Option<OpenOrganization>,
    toasts: Toasts,
}

impl TeamPage {
    fn load(organization: OrganizationSlug, slug: String) -> Self {
        let of = StoredValue::new((organization.clone(), slug.clone()));
        Self {
            organization: StoredValue::new(organization),
            slug: StoredValue::new(slug),
            team: load(move |cancel| {
                let (organization, slug) = of.get_value();
                Box::pin(async move { get_team(&organization, &slug, &cancel).await })
            }),
            members: load(move |cancel| {
                let (organization, slug) = of.get_value();
                Box::pin(async move { list_team_members(&organization, &slug, &cancel).await })
            }),
            projects: load(move |cancel| {
                let (organization, slug) = of.get_value();
                Box::pin(async move { list_team_projects(&organization, &slug, &cancel).await })
            }),
            mine: my_address(),
            role: my_role(),
            open: OpenOrganization::get(),
            toasts: Toasts::get(),
        }
    }

    /// The organization's slug and the team's.
    fn place(self) -> Place {
        (self.organization.get_value(), self.slug.get_value())
    }

    /// `#backend`
    fn name(self) -> String {
        format!("#{}", reveal(&self.slug.get_value()))
    }

    /// Whether a member is the reader; tracked.
    fn is_me(self, member: &Member) -> bool {
        !member.pending && self.mine.with(|mine| member.has_address(mine))
    }

    /// Why the reader may not put a member, or themselves, into the team or take them out; none when they may, and nothing
    /// until that is known. Tracked.
    fn why_not_join(self, is_me: bool) -> Option<Option<&'static str>> {
        let is_open = self.open?.with(|details| details.open_membership).unwrap_or_default();
        Some(why_not_join(self.role.get()?, is_me, is_open))
    }

    /// Other pages ask again for what has changed.
    fn tell_others(self) {
        if let Some(open) = self.open {
            open.refresh();
        }
    }
}

/// The page.
pub fn team_page(organization: OrganizationSlug, team: String) -> AnyView {
    let page = TeamPage::load(organization.clone(), team);
    let name = page.name();
    let title = name.clone();
    page_title(move || title.clone());
    framed(Frame {
        organization,
        section: Section::Teams,
        heading: Some(name.into_any()),
        actions: ().into_any(),
        inside: body(page),
    })
}

fn body(page: TeamPage) -> AnyView {
    let state = page.team.stage();
    changing(move || match state.get() {
        Load::Ready(()) => sections(page),
        Load::Failed(ApiError::NotFound | ApiError::Forbidden(_)) => not_found(page),
        Load::Failed(error) => failed(&error, move || {
            page.team.reload();
            page.members.reload();
            page.projects.reload();
        })
        .into_any(),
        Load::Loading | Load::Slow => waiting(6).into_any(),
    })
}

fn not_found(page: TeamPage) -> AnyView {
    let place = page
        .organization
        .with_value(|organization| Route::settings(organization, SettingsPart::Teams));
    let text = format!(
        "{} may have been renamed or deleted, or the address is mistyped.",
        page.name()
    );
    let all = view! { <a class="btn" href=place.href()>"All teams"</a> }.into_any();
    nothing("There is no such team", text, all).into_any()
}

fn sections(page: TeamPage) -> AnyView {
    let route = use_context::<Memo<Route>>();
    let part = Memo::new(move |_| match route.map(|route| route.get()) {
        Some(Route::Settings {
            part: SettingsPart::Team(_, part),
            ..
        }) => part,
        _ => TeamPart::Members,
    });
    let members = move || page.members.with(|load| load.ready().map(Vec::len));
    let projects = move || page.projects.with(|load| load.ready().map(Vec::len));
    view! {
        <nav class="tabs people-tabs" aria-label="Team">
            {tab(page, part, TeamPart::Members, "Members", members)}
            {tab(page, part, TeamPart::Projects, "Projects", projects)}
            {tab(page, part, TeamPart::Settings, "Settings", || None)}
        </nav>
        {changing(move || match part.get() {
            TeamPart::Members => members::section(page),
            TeamPart::Projects => projects::section(page),
            TeamPart::Settings => view! {
                {rename::section(page)}
                {delete::section(page)}
            }
            .into_any(),
        })}
    }
    .into_any()
}

fn tab(
    page: TeamPage,
    open: Memo<TeamPart>,
    part: TeamPart,
    label: &'static str,
    count: impl Fn() -> Option<usize> + Send + 'static,
) -> AnyView {
    let slug = page.slug.get_value();
    let place = page
        .organization
        .with_value(|organization| Route::settings(organization, SettingsPart::Team(slug, part)));
    let badge = maybe(move || count().map(|count| view! { <span class="count">{count}</span> }.into_any()));
    view! {
        <a href=place.href() aria-current=move || (open.get() == part).then_some("page")>
            {label}
            {badge}
        </a>
    }
    .into_any()
}

/// A list that is still to come, or did not.
fn not_there<T: 'static>(loader: Loader<T>) -> AnyView {
    match loader.with(|load| match load {
        Load::Failed(error) => Some(error),
        _ => None,
    }) {
        Some(error) => failed(&error, move || loader.reload()).into_any(),
        None => waiting(4).into_any(),
    }
}

/// A title that does not change.
fn fixed(title: String) -> Signal<String> {
    attribute(move || title.clone())
}
