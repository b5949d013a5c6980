//! Who may do what, as a strict server would have it. The real one has holes (`World::is_lax`), which the app does not
//! lean on.

use crate::call::Call;
use crate::directory::members::Member;
use crate::directory::organizations::Organization;
use crate::directory::projects::Project;
use crate::directory::teams::Team;
use crate::endpoints::find;
use crate::http::Response;
use crate::seed::role::Role;

/// What somebody may do in an organization, named as in the list `access`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Create, change and delete projects, keys and alerts, show and hide environments, choose teams of projects.
    ProjectWrite,
    /// Create, rename and delete teams, and put others into them.
    TeamWrite,
    /// Invite members, change their roles and remove them.
    MemberWrite,
    /// Rename the organization.
    OrganizationWrite,
    /// Delete the organization.
    OrganizationAdmin,
}

impl Right {
    /// The scope that stands for it.
    pub fn scope(self) -> &'static str {
        match self {
            Self::ProjectWrite => "project:write",
            Self::TeamWrite => "team:write",
            Self::MemberWrite => "member:write",
            Self::OrganizationWrite => "org:write",
            Self::OrganizationAdmin => "org:admin",
        }
    }

    /// Whether a role has it.
    pub fn is_of(self, role: Role) -> bool {
        role.scopes().iter().any(|scope| scope == self.scope())
    }
}

/// The refusal of what an organization or its members are about.
pub fn forbidden() -> Response {
    Response::detail(403, "forbidden")
}

/// The organization in the path, if the caller has a right there; 403 otherwise.
pub fn organization(call: &Call<'_>, right: Right) -> Result<(Organization, Role), Response> {
    let (organization, role) = find::organization(call)?;
    if right.is_of(role) {
        Ok((organization, role))
    } else {
        Err(forbidden())
    }
}

/// The organization in the path, if the caller has a right there; for teams and projects the server hides what one may
/// not change: 404.
pub fn organization_or_hidden(call: &Call<'_>, right: Right) -> Result<Organization, Response> {
    let (organization, role) = find::organization(call)?;
    right
        .is_of(role)
        .then_some(organization)
        .ok_or_else(Response::not_found)
}

/// The project in the path, to be changed.
pub fn project(call: &Call<'_>) -> Result<Project, Response> {
    organization_or_hidden(call, Right::ProjectWrite)?;
    find::project(call).ok_or_else(Response::not_found)
}

/// The project in the path, to be deleted or to have something of it deleted: a lax server lets every member.
pub fn project_to_delete(call: &Call<'_>) -> Result<Project, Response> {
    if call.world.is_lax {
        return find::project(call).ok_or_else(Response::not_found);
    }
    project(call)
}

/// The team in the path, to be changed.
pub fn team(call: &Call<'_>) -> Result<Team, Response> {
    organization_or_hidden(call, Right::TeamWrite)?;
    find::team(call)
}

/// The team in the path, to be deleted: a lax server lets every member.
pub fn team_to_delete(call: &Call<'_>) -> Result<Team, Response> {
    if call.world.is_lax {
        find::team(call)
    } else {
        team(call)
    }
}

/// Whether the caller may change a member: nobody touches those above.
pub fn may_change(role: Role, member: &Member) -> bool {
    Right::MemberWrite.is_of(role) && member.role <= role
}

/// Whether the caller may put a member into a team and take it out: oneself where membership is open, others only with
/// the right to it.
pub fn may_join(organization: &Organization, role: Role, is_self: bool) -> bool {
    Right::TeamWrite.is_of(role) || is_self && organization.has_open_membership
}

#[cfg(test)]
mod tests {
    use super::Right;
    use crate::seed::role::Role;

    #[test]
    fn each_role_has_the_rights_of_its_scopes() {
        let all = [
            Right::ProjectWrite,
            Right::TeamWrite,
            Right::MemberWrite,
            Right::OrganizationWrite,
            Right::OrganizationAdmin,
        ];
        for (role, want) in [
            (Role::Member, 0),
            (Role::Admin, 2),
            (Role::Manager, 4),
            (Role::Owner, 5),
        ] {
            let found: Vec<_> = all.into_iter().filter(|right| right.is_of(role)).collect();
            assert_eq!(found, all[..want], "{role:?}");
        }
    }
}
