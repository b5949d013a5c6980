//! What a change of teams means for what is known of their organization, so that every page shows it before the server is
//! asked again.

use crate::wire::organization::OrganizationDetail;
use crate::wire::team::{Team, TeamReference};

impl OrganizationDetail {
    /// There is a new team.
    pub fn add_team(&mut self, team: Team) {
        if self.teams.iter().all(|other| other.id != team.id) {
            self.teams.push(Team { projects: None, ..team });
        }
    }

    /// A team has another slug.
    pub fn rename_team(&mut self, from: &str, to: &str) {
        for team in self.teams.iter_mut().filter(|team| team.slug == from) {
            to.clone_into(&mut team.slug);
        }
        for team in self.team_references().filter(|team| team.slug == from) {
            to.clone_into(&mut team.slug);
        }
    }

    /// A team is gone; its projects stay.
    pub fn forget_team(&mut self, slug: &str) {
        self.teams.retain(|team| team.slug != slug);
        for project in &mut self.projects {
            if let Some(teams) = &mut project.teams {
                teams.retain(|team| team.slug != slug);
            }
        }
    }

    /// The reader is in a team now, or no longer.
    pub fn set_mine(&mut self, slug: &str, is_in: bool) {
        let team = self.teams.iter_mut().find(|team| team.slug == slug);
        if let Some(team) = team.filter(|team| team.is_member != is_in) {
            team.is_member = is_in;
            team.member_count = if is_in {
                team.member_count + 1
            } else {
                team.member_count.saturating_sub(1)
            };
        }
    }

    fn team_references(&mut self) -> impl Iterator<Item = &mut TeamReference> {
        let projects = self.projects.iter_mut().filter_map(|project| project.teams.as_mut());
        projects.flatten()
    }
}

#[cfg(test)]
mod tests {
    use crate::wire::organization::OrganizationDetail;

    fn acme() -> OrganizationDetail {
        let text = r#"{"id": "1", "name": "Acme", "slug": "acme", "dateCreated": "2026-11-01T08:00:00Z",
            "status": {"id": "active", "name": "active"}, "access": [], "openMembership": true,
            "teams": [{"id": "1", "slug": "web", "memberCount": 2}, {"id": "2", "slug": "ops", "isMember": true, "memberCount": 1}],
            "projects": [{"id": "1", "name": "Shop", "slug": "shop", "dateCreated": "2026-11-01T08:00:00Z",
                "teams": [{"id": "1", "slug": "web"}, {"id": "2", "slug": "ops"}]}]}"#;
        serde_json::from_str(text).expect("an organization")
    }

    fn slugs(details: &OrganizationDetail) -> (Vec<&str>, Vec<&str>) {
        let own = details.teams.iter().map(|team| team.slug.as_str());
        let teams = details.projects[0].teams.as_deref().unwrap_or_default();
        (own.collect(), teams.iter().map(|team| team.slug.as_str()).collect())
    }

    #[test]
    fn a_change_is_in_both_places() {
        let mut details = acme();
        details.rename_team("web", "site");
        assert_eq!(slugs(&details), (vec!["site", "ops"], vec!["site", "ops"]));
        details.forget_team("site");
        assert_eq!(slugs(&details), (vec!["ops"], vec!["ops"]));
    }

    #[test]
    fn a_new_team_is_listed_once() {
        let mut details = acme();
        let mut new = details.teams[0].clone();
        new.id = "3".to_owned();
        new.slug = "mobile".to_owned();
        details.add_team(new.clone());
        details.add_team(new);
        assert_eq!(slugs(&details).0, ["web", "ops", "mobile"]);
    }

    #[test]
    fn joining_and_leaving_count_once() {
        let mut details = acme();
        for _ in 0..2 {
            details.set_mine("web", true);
            details.set_mine("ops", false);
        }
        let of = |at: usize| (details.teams[at].is_member, details.teams[at].member_count);
        assert_eq!((of(0), of(1)), ((true, 3), (false, 0)));
    }
}
