//! What is being written, and what has become of it.

use super::super::me::my_role;
use crate::api::members::list_members;
use crate::form_draft::FormDraft;
use crate::load::{Loader, load};
use crate::open_organization::OpenOrganization;
use crate::ui::form::Complaints;
use crate::ui::toast::Toasts;
use glint_model::id::OrganizationSlug;
use glint_model::invite_list::{InviteList, read};
use glint_model::member_role::Role;
use glint_model::wire::member::Member;
use leptos::prelude::*;

/// What became of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is being sent.
    Sending,
    /// Invited.
    Invited,
    /// Invited before; the mail went out again.
    Again,
    /// Is a member already.
    Member,
    /// Refused, in the server's words.
    Failed(String),
}

/// The page's state.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub organization: StoredValue<OrganizationSlug>,
    pub open: Option<OpenOrganization>,
    pub toasts: Toasts,
    /// The addresses, as typed.
    pub text: RwSignal<String>,
    /// The server's word for the role.
    pub role: RwSignal<String>,
    /// The slugs of the teams, apart by spaces.
    pub teams: RwSignal<String>,
    pub draft: FormDraft,
    /// Who is here already; the list is judged without them as long as they are not known.
    pub members: Loader<Vec<Member>>,
    /// The list, read.
    pub list: Memo<InviteList>,
    /// What became of each address, in the order in which they were sent.
    pub outcomes: RwSignal<Vec<(String, Outcome)>>,
    /// How many of how many are done, while it works.
    pub progress: RwSignal<Option<(usize, usize)>>,
    /// Seconds until it goes on, while the server wants none.
    pub waits: RwSignal<Option<u32>>,
    pub is_stopping: RwSignal<bool>,
    pub complaints: Complaints,
    /// Whether the list was left or sent once: then what is wrong in it is said.
    pub is_judged: RwSignal<bool>,
}

impl Desk {
    pub fn open(organization: OrganizationSlug) -> Self {
        let text = RwSignal::new(String::new());
        let role = RwSignal::new(Role::Member.word().to_owned());
        let teams = RwSignal::new(String::new());
        let about = format!("invitations to {organization}");
        let draft = FormDraft::open(about, vec![("addresses", text), ("role", role), ("teams", teams)]);
        let organization = StoredValue::new(organization);
        let members = load(move |cancel| {
            let organization = organization.get_value();
            Box::pin(async move { list_members(&organization, &cancel).await })
        });
        let mine = my_role();
        let list = Memo::new(move |_| {
            let mine = mine.get().unwrap_or_default();
            members.with(|load| text.with(|text| read(text, load.ready().map_or(&[][..], Vec::as_slice), mine)))
        });
        Self {
            organization,
            open: OpenOrganization::get(),
            toasts: Toasts::get(),
            text,
            role,
            teams,
            draft,
            members,
            list,
            outcomes: RwSignal::new(Vec::new()),
            progress: RwSignal::new(None),
            waits: RwSignal::new(None),
            is_stopping: RwSignal::new(false),
            complaints: Complaints::none(),
            is_judged: RwSignal::new(false),
        }
    }

    /// The chosen teams, of those that there are: what was kept from an earlier visit may name one that is gone. Tracked.
    pub fn chosen_teams(self) -> Vec<String> {
        let mut chosen: Vec<String> = self
            .teams
            .with(|teams| teams.split_whitespace().map(str::to_owned).collect());
        if let Some(open) = self.open {
            open.with(|details| chosen.retain(|chosen| details.teams.iter().any(|team| team.slug == *chosen)));
        }
        chosen
    }

    /// Chooses a team or leaves it out.
    pub fn choose_team(self, team: &str, is_chosen: bool) {
        let mut teams = untrack(|| self.chosen_teams());
        teams.retain(|other| other != team);
        if is_chosen {
            teams.push(team.to_owned());
        }
        self.teams.set(teams.join(" "));
    }

    /// Whether it is at work; tracked.
    pub fn is_working(self) -> bool {
        self.progress.with(Option::is_some)
    }
}
