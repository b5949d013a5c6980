//! The teams that an alert by e-mail reaches, with how many are in each.

use crate::open_organization::OpenOrganization;
use glint_model::alert_reach::ReachedTeam;
use glint_model::id::ProjectSlug;

/// The teams of one of the open organization's projects; none until they are known. Tracked.
pub(super) fn teams_of(project: &ProjectSlug) -> Option<Vec<ReachedTeam>> {
    OpenOrganization::get()?
        .with(|details| {
            let project = details.projects.iter().find(|known| known.slug == *project)?;
            Some(ReachedTeam::all_of(project, Some(details)))
        })
        .flatten()
}
