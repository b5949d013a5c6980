//! All members: `/{organization}/settings/members?text&role&team&state&sort`.

mod acts;
mod list;
mod tools;

use super::frame::{Frame, Section, framed};
use super::me::{my_address, my_role};
use super::role_field::role_help;
use crate::api::members::list_members;
use crate::api::teams::list_team_members;
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::permission::has;
use crate::reactive::{changing, maybe};
use crate::route::{Route, SettingsPart, Step, use_go};
use crate::ui::form::{Asking, refused_button};
use crate::ui::icon::{Icon, icon};
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use crate::ui::toast::Toasts;
use glint_model::access::Right;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::member_list::MemberFilter;
use glint_model::member_role::Role;
use glint_model::wire::member::Member;
use leptos::prelude::*;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Members {
    organization: StoredValue<OrganizationSlug>,
    loader: Loader<Vec<Member>>,
    /// The members of the team that is filtered by; the inner None without one.
    team: Loader<Option<Vec<String>>>,
    /// What the URL says.
    filter: Memo<MemberFilter>,
    /// What is in the field.
    typed: RwSignal<String>,
    mine: Memo<String>,
    role: Signal<Option<Role>>,
    open: Option<OpenOrganization>,
    toasts: Toasts,
    /// Who is to be removed, when that is asked.
    target: RwSignal<Option<Member>>,
    asking: Asking,
    /// To whom an invitation is being sent again.
    sending: StoredValue<Vec<String>>,
}

impl Members {
    fn load(organization: OrganizationSlug) -> Self {
        let route = use_context::<Memo<Route>>();
        let filter = Memo::new(move |_| match route.map(|route| route.get()) {
            Some(Route::Settings { query, .. }) => MemberFilter::from_query(&query),
            _ => MemberFilter::default(),
        });
        let team = Memo::new(move |_| filter.with(|filter| filter.team.clone()));
        let organization = StoredValue::new(organization);
        Self {
            organization,
            loader: load(move |cancel| {
                let organization = organization.get_value();
                Box::pin(async move { list_members(&organization, &cancel).await })
            }),
            team: load(move |cancel| {
                let (organization, team) = (organization.get_value(), team.get());
                Box::pin(async move {
                    let Some(team) = team else { return Ok(None) };
                    let members = list_team_members(&organization, &team, &cancel).await?;
                    Ok(Some(members.into_iter().map(|member| member.id).collect()))
                })
            }),
            filter,
            typed: RwSignal::new(filter.with_untracked(|filter| filter.text.clone())),
            mine: my_address(),
            role: my_role(),
            open: OpenOrganization::get(),
            toasts: Toasts::get(),
            target: RwSignal::new(None),
            asking: Asking::closed(),
            sending: StoredValue::new(Vec::new()),
        }
    }

    /// Changes what is looked for.
    fn show(self, go: &impl Fn(&Route, Step), change: impl FnOnce(&mut MemberFilter)) {
        let mut filter = self.filter.get_untracked();
        change(&mut filter);
        let route = Route::Settings {
            organization: self.organization.get_value(),
            part: SettingsPart::Members,
            query: filter.to_query(),
        };
        go(&route, Step::Replace);
    }
}

/// The page.
pub fn member_list_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Members.name().to_owned());
    let members = Members::load(organization.clone());
    let is_here = Memo::new(move |_| members.loader.with(|load| load.ready().is_some()));
    let inside = view! {
        {role_help()}
        {maybe(move || is_here.get().then(|| tools::tools(members)))}
        {changing(move || body(members))}
        {acts::question(members)}
    };
    framed(Frame {
        actions: invite_button(&organization),
        organization,
        section: Section::Members,
        heading: None,
        inside: inside.into_any(),
    })
}

fn invite_button(organization: &OrganizationSlug) -> AnyView {
    let may = has(Right::Members);
    let place = Route::settings(organization, SettingsPart::Invite);
    changing(move || match may.get() {
        Some(false) => refused_button("Invite", Some(Icon::Add), Right::Members.reason()),
        _ => view! {
            <a class="btn primary" href=place.href()>
                {icon(Icon::Add, "")}
                "Invite"
            </a>
        }
        .into_any(),
    })
}

fn body(members: Members) -> AnyView {
    let trouble = members.loader.with(|load| match load {
        Load::Ready(all) if all.is_empty() => Some(unknown()),
        Load::Ready(_) => None,
        Load::Failed(ApiError::NotFound | ApiError::Forbidden(_)) => Some(unknown()),
        Load::Failed(error) => Some(failed(&error, move || members.loader.reload()).into_any()),
        Load::Loading | Load::Slow => Some(waiting(8).into_any()),
    });
    if let Some(trouble) = trouble {
        return trouble;
    }
    match members.team.get() {
        Load::Ready(team) => list::list(members, team),
        Load::Failed(error) => failed(&error, move || members.team.reload()).into_any(),
        Load::Loading | Load::Slow => waiting(8).into_any(),
    }
}

/// An organization without members is none: the server answers for a foreign one as if it were empty.
fn unknown() -> AnyView {
    let home = view! { <a class="btn" href=Route::Home.href()>"Go to the start"</a> }.into_any();
    nothing(
        "There is no such organization",
        "The address may be mistyped, or you are not a member of it.",
        home,
    )
    .into_any()
}

/// A change of what is looked for.
type Change = Box<dyn FnOnce(&mut MemberFilter)>;

/// A function that changes what is looked for.
fn shower(members: Members) -> impl Fn(Change) + Clone + 'static {
    let go = use_go();
    move |change| members.show(&go, change)
}
