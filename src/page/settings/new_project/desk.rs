//! The form while it is filled in: what is typed, and sending it. A new team is created first; when the project is refused
//! after that, the team is there to be chosen.

use super::super::refused::told;
use super::super::team_name::{self, TeamName};
use crate::api::projects::create_project;
use crate::api::teams::{add_to_team, create_team};
use crate::form_draft::FormDraft;
use crate::issue_list_memory;
use crate::open_organization::OpenOrganization;
use crate::reactive::spawn;
use crate::route::{Go, Route, Step, use_go};
use crate::ui::form::{FieldName, Sheet};
use crate::ui::toast::Toasts;
use glint_model::id::OrganizationSlug;
use glint_model::project_form::{create_refusal, name_problem};
use glint_model::reveal::reveal;
use glint_model::team_slug::to_send;
use glint_model::wire::project::WriteProject;
use leptos::prelude::*;
use std::rc::Rc;

/// The id of the name.
pub const NAME: &str = "new-project-name";
/// The id of the team.
pub const TEAM: &str = "new-project-team";
/// What stands for a team that is to be created; no slug has such a character.
pub const TO_CREATE: &str = "+";

const FIELDS: &[FieldName] = &[
    FieldName {
        id: NAME,
        label: "Name",
        wire: "name",
    },
    FieldName {
        id: TEAM,
        label: "Team",
        wire: "team",
    },
    FieldName {
        id: team_name::ID,
        label: "Name of the new team",
        wire: "slug",
    },
];

/// The form.
#[derive(Clone, Copy)]
pub struct Desk {
    organization: StoredValue<OrganizationSlug>,
    open: Option<OpenOrganization>,
    /// Apart from its values.
    pub sheet: Sheet,
    /// Keeps what is typed.
    pub draft: FormDraft,
    /// The name.
    pub name: RwSignal<String>,
    /// The slug of the team; [`TO_CREATE`] for a new one.
    pub team: RwSignal<String>,
    /// The name of the new team.
    pub new_team: TeamName,
    /// The id of the platform, or empty.
    pub platform: RwSignal<String>,
    go: StoredValue<Go, LocalStorage>,
    toasts: Toasts,
}

impl Desk {
    /// Lays out the form, with the reader's first team chosen.
    pub fn open(organization: &OrganizationSlug) -> Self {
        let open = OpenOrganization::get();
        let first = untrack(|| teams(open)).into_iter().next().map(|(slug, _)| slug);
        let (name, new_team) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let team = RwSignal::new(first.unwrap_or_else(|| TO_CREATE.to_owned()));
        let platform = RwSignal::new(String::new());
        let texts = vec![
            ("name", name),
            ("team", team),
            ("new-team", new_team),
            ("platform", platform),
        ];
        Self {
            organization: StoredValue::new(organization.clone()),
            open,
            sheet: Sheet::new(FIELDS),
            draft: FormDraft::open(format!("project {organization} new"), texts),
            name,
            team,
            new_team: TeamName {
                value: new_team,
                own: StoredValue::new(None),
                open,
            },
            platform,
            go: StoredValue::new_local(Rc::new(use_go())),
            toasts: Toasts::get(),
        }
    }

    /// The teams, each with whether the reader is in it: the reader's own first. Tracked.
    pub fn teams(self) -> Vec<(String, bool)> {
        teams(self.open)
    }

    /// Sends it, if nothing is wrong.
    pub fn submit(self) {
        let is_new_team = self.team.with_untracked(|team| team == TO_CREATE);
        let name = self.name.with_untracked(|name| name_problem(name));
        let no_team = self.team.with_untracked(String::is_empty);
        let team = no_team.then(|| "Choose a team.".to_owned());
        let all = [(NAME, name), (TEAM, team)];
        let mut wrong: Vec<(&'static str, String)> =
            all.into_iter().filter_map(|(id, text)| Some((id, text?))).collect();
        if is_new_team {
            wrong.extend(self.new_team.wrong());
        }
        if self.sheet.begin(&wrong) {
            spawn(self.send(is_new_team));
        }
    }

    async fn send(self, is_new_team: bool) {
        let trimmed = |text: RwSignal<String>| text.get_untracked().trim().to_owned();
        let organization = self.organization.get_value();
        let saved = self.draft.done_later();
        let platform = trimmed(self.platform);
        let body = WriteProject {
            name: trimmed(self.name),
            platform: (!platform.is_empty()).then_some(platform),
        };
        let mut team = trimmed(self.team);
        if is_new_team {
            match create_team(&organization, &to_send(&self.new_team.value.get_untracked())).await {
                Ok(created) => {
                    if !created.is_member {
                        // Without it the reader would not see the project's issues; whether it works or not, the project comes.
                        let _ = add_to_team(&organization, "me", &created.slug).await;
                    }
                    team.clone_from(&created.slug);
                    self.team.try_set(created.slug);
                    self.refresh();
                }
                Err(error) => {
                    return told(
                        self.sheet,
                        &error,
                        "The team was not created.",
                        "You may not create teams in this organization.",
                    );
                }
            }
        }
        match create_project(&organization, &team, &body).await {
            Ok(project) => {
                saved();
                self.sheet.done();
                self.refresh();
                self.toasts.say(format!("“{}” was created", reveal(&project.name)));
                if self.name.try_get_untracked().is_some()
                    && let Some(go) = self.go.try_get_value()
                {
                    go(&Route::issues_of(&organization, &project.id), Step::Push);
                }
            }
            Err(error) => match create_refusal(&error) {
                Some(text) => self.sheet.object(text.to_owned()),
                None => self.sheet.refuse(&error, "The project was not created."),
            },
        }
    }

    fn refresh(self) {
        if let Some(open) = self.open {
            open.refresh();
        }
        self.organization.try_with_value(issue_list_memory::outdate);
    }
}

fn teams(open: Option<OpenOrganization>) -> Vec<(String, bool)> {
    let teams = open.and_then(|open| {
        open.with(|details| {
            let teams = details.teams.iter();
            teams
                .map(|team| (team.slug.clone(), team.is_member))
                .collect::<Vec<_>>()
        })
    });
    let mut teams = teams.unwrap_or_default();
    teams.sort_by(|(one, ones), (other, others)| others.cmp(ones).then_with(|| one.cmp(other)));
    teams
}
