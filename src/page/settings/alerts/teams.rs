//! The teams that an alert by e-mail reaches, with how many are in each.

use crate::open_organization::OpenOrganization;
use glint_model::alert_reach::ReachedTeam;
use glint_model::id::ProjectSlug;
use glint_model::wire::organization::OrganizationDetail;
use glint_model::wire::project::Project;

/// The teams of a project; how many are in them only where the organization says so.
pub(super) fn reached_teams(project: &Project, details: Option<&OrganizationDetail>) -> Vec<ReachedTeam> {
    let teams = project.teams.iter().flatten();
    teams
        .map(|team| ReachedTeam {
            slug: team.slug.clone(),
            members: details
                .and_then(|details| details.teams.iter().find(|known| known.id == team.id))
                .map(|known| known.member_count),
        })
        .collect()
}

/// The teams of one of the open organization's projects; none until they are known. Tracked.
pub(super) fn teams_of(project: &ProjectSlug) -> Option<Vec<ReachedTeam>> {
    OpenOrganization::get()?
        .with(|details| {
            let project = details.projects.iter().find(|known| known.slug == *project)?;
            Some(reached_teams(project, Some(details)))
        })
        .flatten()
}
