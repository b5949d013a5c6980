//! Settings: `/{organization}/settings` and what is below it.

mod absent;
mod adding;
mod alerts;
mod details;
mod frame;
mod invite;
mod me;
mod member;
mod members;
mod new_project;
mod organization;
mod platform_picker;
mod project;
mod projects;
mod refused;
mod role_field;
mod rows;
mod search_box;
mod team;
mod teams;
mod usage;

use crate::route::SettingsPart;
use glint_model::id::OrganizationSlug;
use leptos::prelude::*;

/// The page of a part of the settings. That of a project or a team stays when only its section changes.
pub fn settings_page(organization: OrganizationSlug, part: SettingsPart) -> AnyView {
    match part {
        SettingsPart::Organization => organization::organization_settings_page(organization),
        SettingsPart::Projects => projects::project_list_page(organization),
        SettingsPart::NewProject => new_project::new_project_page(organization),
        SettingsPart::Project(project, _) => project::project_settings_page(organization, project),
        SettingsPart::Alerts => alerts::alert_overview_page(organization),
        SettingsPart::Teams => teams::team_list_page(organization),
        SettingsPart::Team(team, _) => team::team_page(organization, team),
        SettingsPart::Members => members::member_list_page(organization),
        SettingsPart::Invite => invite::invite_page(organization),
        SettingsPart::Member(member) => member::member_page(organization, member),
        SettingsPart::Subscription => usage::usage_page(organization),
    }
}
