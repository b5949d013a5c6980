//! All members: `/{organization}/settings/members?text&role&team&state&sort`.

mod acts;
mod list;
mod tools;

use super::absent::{is_absent, no_organization};
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
use crate::ui::state::{failed, waiting};
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
    /// To whom an invitation is being sent again, by the ids of their memberships.
    sending: RwSignal<Vec<String>>,
    /// To whom one was.
    sent: RwSignal<Vec<String>>,
    /// Whether all that fit are drawn, however many.
    is_all: RwSignal<bool>,
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
            sending: RwSignal::new(Vec::new()),
            sent: RwSignal::new(Vec::new()),
            is_all: RwSignal::new(false),
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

/// What stands below the heading.
#[derive(Clone, PartialEq)]
enum Stage {
    Waiting,
    /// An organization without members is none: the server answers for a foreign one as if it were empty.
    Absent,
    Failed(ApiError),
    Ready,
}

/// The page.
pub fn member_list_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Members.name().to_owned());
    let members = Members::load(organization.clone());
    let stage = Memo::new(move |_| {
        members.loader.with(|load| match load {
            _ if is_absent(members.open) => Stage::Absent,
            Load::Ready(all) if all.is_empty() => Stage::Absent,
            Load::Ready(_) => Stage::Ready,
            Load::Failed(ApiError::NotFound | ApiError::Forbidden(_)) => Stage::Absent,
            Load::Failed(error) => Stage::Failed(error),
            Load::Loading | Load::Slow => Stage::Waiting,
        })
    });
    let body = move || match stage.get() {
        Stage::Ready => view! {
            {role_help()}
            {tools::tools(members)}
            {list::list(members)}
        }
        .into_any(),
        Stage::Absent => no_organization(),
        Stage::Failed(error) => failed(&error, move || members.loader.reload()).into_any(),
        Stage::Waiting => view! {
            {role_help()}
            {waiting(8)}
        }
        .into_any(),
    };
    let inside = view! {
        {changing(body)}
        {acts::question(members)}
    };
    framed(Frame {
        actions: invite_button(&organization, stage),
        organization,
        section: Section::Members,
        heading: None,
        inside: inside.into_any(),
    })
}

fn invite_button(organization: &OrganizationSlug, stage: Memo<Stage>) -> AnyView {
    let may = has(Right::Members);
    let place = Route::settings(organization, SettingsPart::Invite);
    let is_absent = Memo::new(move |_| stage.get() == Stage::Absent);
    maybe(move || match may.get()? {
        _ if is_absent.get() => None,
        false => Some(refused_button("Invite", Some(Icon::Add), Right::Members.reason())),
        true => Some(
            view! {
                <a class="btn primary" href=place.href()>
                    {icon(Icon::Add, "")}
                    "Invite"
                </a>
            }
            .into_any(),
        ),
    })
}

/// A change of what is looked for.
type Change = Box<dyn FnOnce(&mut MemberFilter)>;

/// A function that changes what is looked for.
fn shower(members: Members) -> impl Fn(Change) + Clone + 'static {
    let go = use_go();
    move |change| members.show(&go, change)
}
