//! A state of the list in words: what a view keeps, and what "all that match" means.

use super::list::IssueList;
use crate::browser::intl;
use crate::open_organization::OpenOrganization;
use glint_model::id::ProjectId;
use glint_model::issue_filter::IssueFilter;
use glint_model::reveal::reveal;
use glint_model::search::query_to_send;
use glint_model::wire::project::Project;
use leptos::prelude::*;

/// What a view keeps, each with what it is called: search, projects and order always, the rest where it is asked for.
pub fn words(filter: &IssueFilter, projects: &[Project]) -> Vec<(&'static str, String)> {
    let query = filter.effective_query();
    let search = if query.is_empty() { "everything" } else { query };
    let names: Vec<String> = filter.projects.iter().map(|id| project_name(projects, id)).collect();
    let mut words = vec![
        ("Search", search.to_owned()),
        (
            "Projects",
            if names.is_empty() {
                "all projects".to_owned()
            } else {
                names.join(", ")
            },
        ),
    ];
    if !filter.environments.is_empty() {
        words.push(("Environments", filter.environments.join(", ")));
    }
    if filter.start.is_some() || filter.end.is_some() {
        words.push(("First seen", intl::range(&filter.range())));
    }
    words.push(("Order", filter.sort.label().to_owned()));
    words
}

/// A project's name, or its number when it is none of these.
pub fn project_name(projects: &[Project], id: &ProjectId) -> String {
    projects
        .iter()
        .find(|project| project.id == *id)
        .map_or_else(|| format!("project {id}"), |project| reveal(&project.name))
}

/// The filter of the list as it will be sent, in words where the wire has numbers. Tracked.
pub fn what_is_meant(list: IssueList) -> String {
    let filter = list.filter.get();
    let projects = OpenOrganization::get()
        .map(OpenOrganization::projects)
        .unwrap_or_default();
    let query = query_to_send(filter.effective_query());
    let mut parts = vec![if query.is_empty() {
        "any status".to_owned()
    } else {
        query
    }];
    parts.extend(
        words(&filter, &projects)
            .into_iter()
            .filter(|(name, _)| match *name {
                "Projects" => !filter.projects.is_empty(),
                name => !matches!(name, "Search" | "Order"),
            })
            .map(|(name, value)| format!("{name}: {value}")),
    );
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::words;
    use glint_model::encode::parse_query;
    use glint_model::issue_filter::IssueFilter;

    fn told(query: &str) -> String {
        let words = words(&IssueFilter::from_pairs(&parse_query(query)), &[]);
        let told: Vec<String> = words.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        told.join("; ")
    }

    #[test]
    fn a_view_is_told_in_words() {
        for (query, words) in [
            ("", "Search: is:unresolved; Projects: all projects; Order: Last seen"),
            ("query=", "Search: everything; Projects: all projects; Order: Last seen"),
            (
                "query=pay&project=1&project=2&environment=a&environment=b&sort=-count",
                "Search: pay; Projects: project 1, project 2; Environments: a, b; Order: Most events",
            ),
        ] {
            assert_eq!(told(query), words, "{query}");
        }
    }
}
