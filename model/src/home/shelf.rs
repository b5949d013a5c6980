//! Organizations with their projects: in which order, which of them a search finds, and which are opened at first.

use super::Stars;
use crate::id::{OrganizationSlug, ProjectId};
use crate::wanted::{Wanted, project_names};
use crate::wire::organization::Organization;
use crate::wire::project::Project;
use std::collections::{BTreeMap, BTreeSet};

/// Up to so many organizations are all opened at first.
const FEW: usize = 3;
/// The most that are opened at first where there are more: each of them asks for its figures.
const MOST_OPENED: usize = 5;

/// An organization with its projects.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    /// The organization.
    pub organization: Organization,
    /// Its projects, or those of them that a search finds.
    pub projects: Vec<Project>,
    /// How many it has in all.
    pub all: usize,
}

/// Puts projects to their organizations; both come by name. Those with a star come first, then those with a starred project,
/// then the one that was open last.
pub fn shelves(
    organizations: &[Organization],
    projects: &[Project],
    stars: &Stars,
    last: Option<&OrganizationSlug>,
) -> Vec<Shelf> {
    let mut of: BTreeMap<&OrganizationSlug, Vec<Project>> = BTreeMap::new();
    for project in projects {
        if let Some(organization) = &project.organization {
            of.entry(&organization.slug).or_default().push(project.clone());
        }
    }
    let mut shelves: Vec<Shelf> = organizations
        .iter()
        .map(|organization| {
            let projects = of.remove(&organization.slug).unwrap_or_default();
            Shelf {
                organization: organization.clone(),
                all: projects.len(),
                projects,
            }
        })
        .collect();
    shelves.sort_by_cached_key(|shelf| {
        let slug = &shelf.organization.slug;
        let has_starred = shelf.projects.iter().any(|project| stars.has_project(&project.id));
        match () {
            () if stars.has_organization(slug) => 0,
            () if has_starred => 1,
            () if last == Some(slug) => 2,
            () => 3,
        }
    });
    shelves
}

/// What a search finds: projects by their own names, their platform and the names of their organization, and organizations by
/// theirs, then with all projects. Every word must be found, upper and lower case alike.
pub fn found(shelves: &[Shelf], text: &str) -> Vec<Shelf> {
    let wanted = Wanted::of(text);
    if wanted.is_empty() {
        return shelves.to_vec();
    }
    shelves
        .iter()
        .filter_map(|shelf| {
            let own = format!("{}\n{}", shelf.organization.name, shelf.organization.slug);
            if wanted.fits(&own) {
                return Some(shelf.clone());
            }
            let matches = |project: &&Project| wanted.fits(&format!("{}\n{own}", project_names(project)));
            let projects: Vec<Project> = shelf.projects.iter().filter(matches).cloned().collect();
            (!projects.is_empty()).then(|| Shelf {
                organization: shelf.organization.clone(),
                projects,
                all: shelf.all,
            })
        })
        .collect()
}

/// Which organizations are opened before anybody has opened one: all where there are few, else those with stars and the one
/// that was open last; one at least.
pub fn opened_at_first(
    shelves: &[Shelf],
    stars: &Stars,
    last: Option<&OrganizationSlug>,
) -> BTreeSet<OrganizationSlug> {
    let is_meant = |shelf: &&Shelf| {
        let slug = &shelf.organization.slug;
        let has_starred = |project: &ProjectId| stars.has_project(project);
        shelves.len() <= FEW
            || last == Some(slug)
            || stars.has_organization(slug)
            || shelf.projects.iter().any(|project| has_starred(&project.id))
    };
    let meant = shelves.iter().filter(is_meant);
    let mut opened: BTreeSet<OrganizationSlug> = meant
        .map(|shelf| shelf.organization.slug.clone())
        .take(MOST_OPENED)
        .collect();
    if let Some(first) = shelves.first().filter(|_| opened.is_empty()) {
        opened.insert(first.organization.slug.clone());
    }
    opened
}

#[cfg(test)]
pub(super) mod tests {
    use super::{MOST_OPENED, Shelf, found, opened_at_first, shelves};
    use crate::home::Stars;
    use crate::id::OrganizationSlug;
    use crate::wire::organization::Organization;
    use crate::wire::project::Project;

    pub fn organization(slug: &str) -> Organization {
        let text = format!(
            r#"{{"name": "The {slug}", "id": "1", "dateCreated": "2026-01-01T00:00:00.000Z", "slug": "{slug}",
            "status": {{"id": "active", "name": "active"}}}}"#
        );
        serde_json::from_str(&text).expect("an organization")
    }

    pub fn project(of: &str, id: &str) -> Project {
        let text = format!(
            r#"{{"name": "Project {id}", "slug": "project-{id}", "id": "{id}", "isMember": true, "platform": "python",
            "dateCreated": "2026-01-01T00:00:00.000Z"}}"#
        );
        let project: Project = serde_json::from_str(&text).expect("a project");
        Project {
            organization: Some(organization(of)),
            ..project
        }
    }

    pub fn shelf(slug: &str, projects: Vec<Project>) -> Shelf {
        Shelf {
            organization: organization(slug),
            all: projects.len(),
            projects,
        }
    }

    fn slugs(shelves: &[Shelf]) -> Vec<&str> {
        shelves.iter().map(|shelf| shelf.organization.slug.as_str()).collect()
    }

    fn many(count: usize) -> Vec<Organization> {
        (0..count)
            .map(|number| organization(&format!("o{number:03}")))
            .collect()
    }

    #[test]
    fn stars_come_first_then_what_was_open_last() {
        let mut stars = Stars::default();
        stars.toggle_organization(&"o004".into());
        stars.toggle_project(&"7".into());
        let last = OrganizationSlug::from("o005");
        let projects = [project("o003", "7"), project("o001", "8"), project("gone", "9")];
        let all = shelves(&many(6), &projects, &stars, Some(&last));
        assert_eq!(slugs(&all), ["o004", "o003", "o005", "o000", "o001", "o002"]);
        assert_eq!((all[1].all, all[4].all, all[0].all), (1, 1, 0));
    }

    #[test]
    fn every_word_must_be_found_in_one_place() {
        let all = [
            shelf(
                "acme",
                vec![
                    project("acme", "1"),
                    Project {
                        platform: Some("csharp-aspnetcore".to_owned()),
                        ..project("acme", "2")
                    },
                ],
            ),
            shelf("globex", vec![project("globex", "1")]),
        ];
        for (text, want) in [
            ("", &[("acme", 2), ("globex", 1)][..]),
            ("ACME", &[("acme", 2)]),
            ("project-2", &[("acme", 1)]),
            ("1", &[("acme", 1), ("globex", 1)]),
            ("globex 1", &[("globex", 1)]),
            ("python the", &[("acme", 1), ("globex", 1)]),
            ("ASP.NET", &[("acme", 1)]),
            ("aspnetcore", &[("acme", 1)]),
            ("nothing", &[]),
        ] {
            let found = found(&all, text);
            let found: Vec<(&str, usize)> = found
                .iter()
                .map(|shelf| (shelf.organization.slug.as_str(), shelf.projects.len()))
                .collect();
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn only_a_few_are_opened_at_first() {
        let opened = |count: usize, stars: &Stars, last: Option<&str>| {
            let last = last.map(OrganizationSlug::from);
            let all = shelves(&many(count), &[], stars, last.as_ref());
            let opened = opened_at_first(&all, stars, last.as_ref());
            opened.into_iter().map(|slug| slug.to_string()).collect::<Vec<_>>()
        };
        let none = Stars::default();
        assert_eq!(opened(3, &none, None).len(), 3);
        assert_eq!(opened(200, &none, None), ["o000"]);
        assert_eq!(opened(200, &none, Some("o120")), ["o120"]);
        assert_eq!(opened(0, &none, Some("o120")), [""; 0]);
        let mut stars = Stars::default();
        for number in 0..9 {
            stars.toggle_organization(&OrganizationSlug::new(format!("o{:03}", number * 2)));
        }
        assert_eq!(opened(200, &stars, Some("o120")).len(), MOST_OPENED);
    }
}
