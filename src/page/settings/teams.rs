//! All teams: `/{organization}/settings/teams?text`. Those of the reader, and the others.

mod create;
mod list;

use super::frame::{Frame, Section, framed};
use super::refused::why;
use crate::api::teams::{add_to_team, remove_from_team};
use crate::browser::{dom, wait};
use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::reactive::{changing, spawn};
use crate::route::Route;
use crate::ui::page_title::page_title;
use crate::ui::state::{failed, nothing, waiting};
use crate::ui::toast::Toasts;
use create::new_team;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;
use list::lists;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Teams {
    organization: StoredValue<OrganizationSlug>,
    open: Option<OpenOrganization>,
    toasts: Toasts,
}

impl Teams {
    /// Puts the reader into a team or takes them out. It shows at once, and is put right when the server refuses.
    fn set_mine(self, organization: OrganizationSlug, team: String, joins: bool) {
        self.show(&team, joins);
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
                    self.show(&team, !joins);
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

    fn show(self, team: &str, is_in: bool) {
        let Some(loader) = self.open.and_then(|open| open.loader.try_get_untracked().flatten()) else {
            return;
        };
        let had_focus = dom::is_focus_within(".team-lists");
        loader.update(|details| {
            if let Some(own) = details.teams.iter_mut().find(|own| own.slug == team)
                && own.is_member != is_in
            {
                own.is_member = is_in;
                own.member_count = if is_in {
                    own.member_count + 1
                } else {
                    own.member_count.saturating_sub(1)
                };
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
    let state = Memo::new(move |_| {
        let loader = teams.open?.loader.get()?;
        Some(loader.with(|load| match load {
            Load::Ready(_) => Load::Ready(()),
            Load::Failed(error) => Load::Failed(error),
            Load::Loading | Load::Slow => Load::Loading,
        }))
    });
    changing(move || match state.get() {
        Some(Load::Ready(())) => lists(teams),
        Some(Load::Failed(error)) => trouble(teams, &error),
        _ => waiting(6).into_any(),
    })
}

fn trouble(teams: Teams, error: &ApiError) -> AnyView {
    if matches!(error, ApiError::NotFound | ApiError::Forbidden(_)) {
        let home = view! { <a class="btn" href=Route::Home.href()>"Go to the start"</a> }.into_any();
        return nothing(
            "There is no such organization",
            "The address may be mistyped, or you are not a member of it.",
            home,
        )
        .into_any();
    }
    failed(error, move || {
        if let Some(loader) = teams.open.and_then(|open| open.loader.get_untracked()) {
            loader.reload();
        }
    })
    .into_any()
}
