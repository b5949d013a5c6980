//! All teams: `/{organization}/settings/teams?text`. Those of the reader, and the others.

mod create;
mod list;

use super::absent::{is_absent, no_organization};
use super::frame::{Frame, Section, framed};
use super::me::my_role;
use super::refused::why;
use crate::api::teams::{add_to_team, remove_from_team};
use crate::browser::{dom, wait};
use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::reactive::{changing, spawn};
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, waiting};
use crate::ui::toast::Toasts;
use create::new_team;
use glint_model::id::OrganizationSlug;
use glint_model::member_role::Role;
use leptos::prelude::*;
use list::lists;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Teams {
    organization: StoredValue<OrganizationSlug>,
    open: Option<OpenOrganization>,
    /// The reader's role.
    role: Signal<Option<Role>>,
    toasts: Toasts,
}

impl Teams {
    /// Puts the reader into a team or takes them out. It shows at once, and is put right when the server refuses.
    fn set_mine(self, organization: OrganizationSlug, team: String, joins: bool) {
        self.show(&organization, &team, joins);
        spawn(async move {
            let outcome = if joins {
                add_to_team(&organization, "me", &team).await
            } else {
                remove_from_team(&organization, "me", &team).await
            };
            match outcome {
                Ok(_) if joins => self.toasts.say(format!("You joined #{team}")),
                Ok(_) => {
                    let back = (organization.clone(), team.clone());
                    self.toasts.say_undoable(format!("You left #{team}"), move || {
                        // Also when the page is gone by then.
                        let (organization, team) = back.clone();
                        self.set_mine(organization, team, true);
                    });
                }
                Err(error) => {
                    self.show(&organization, &team, !joins);
                    let verb = if joins { "join" } else { "leave" };
                    self.toasts
                        .say_problem(format!("You did not {verb} #{team}. {}", why(&error)));
                    return;
                }
            }
            // What else follows from it, such as the projects whose issues they see.
            if let Some(open) = self.open {
                open.refresh();
            }
        });
    }

    fn show(self, organization: &OrganizationSlug, team: &str, is_in: bool) {
        let Some(open) = self.open else { return };
        let had_focus = dom::is_focus_within(".team-lists");
        open.update(|details| {
            // Another one may be open by now, with a team of the same slug.
            if details.organization.slug == *organization {
                details.set_mine(team, is_in);
            }
        });
        // Its button is drawn anew in the other list.
        let id = button_id(team);
        spawn(async move {
            wait::frame().await;
            if had_focus {
                dom::focus_in_place(dom::by_id(&id));
            }
        });
    }
}

/// The id of the button that joins or leaves a team; a slug has no characters that an id cannot have.
fn button_id(team: &str) -> String {
    format!("team-act-{team}")
}

/// The page.
pub fn team_list_page(organization: OrganizationSlug) -> AnyView {
    page_title(|| Section::Teams.name().to_owned());
    let teams = Teams {
        organization: StoredValue::new(organization.clone()),
        open: OpenOrganization::get(),
        role: my_role(),
        toasts: Toasts::get(),
    };
    framed(Frame {
        organization,
        section: Section::Teams,
        heading: None,
        actions: new_team(teams),
        inside: view! {
            <p class="lead">
                "Projects belong to teams, and whoever is in a team sees the issues of its projects and is told of them."
            </p>
            {body(teams)}
        }
        .into_any(),
    })
}

fn body(teams: Teams) -> AnyView {
    let stage = Memo::new(move |_| teams.open?.loader.get().map(|loader| loader.stage()));
    // A memo: the lists, with what has the focus in them, are not drawn anew with every answer about the organization.
    let is_absent = Memo::new(move |_| is_absent(teams.open));
    changing(move || {
        if is_absent.get() {
            return no_organization();
        }
        match stage.get().map(|stage| stage.get()) {
            Some(Load::Ready(())) => lists(teams),
            Some(Load::Failed(error)) => failed(&error, move || {
                if let Some(loader) = teams.open.and_then(|open| open.loader.get_untracked()) {
                    loader.reload();
                }
            })
            .into_any(),
            _ => waiting(6).into_any(),
        }
    })
}
