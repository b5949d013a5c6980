//! Finds the issue of a short id. The server cannot search for short ids, so the issues of the project are looked through,
//! the newest first, and the reader sees how far that has come and can stop it.

use super::field::Field;
use crate::api::client::Cancel;
use crate::api::issues::list_many_issues;
use crate::api::organizations::get_organization;
use crate::reactive::spawn;
use crate::route::{Route, Step};
use glint_model::error::ApiError;
use glint_model::id::{IssueId, OrganizationSlug};
use glint_model::issue_filter::{IssueFilter, Sort};
use glint_model::search::short_id_number;
use glint_model::text::{thousands, visible};
use glint_model::wire::issue::Issue;
use glint_model::wire::project::Project;
use leptos::prelude::*;
use std::borrow::Borrow;

/// The most pages that are looked through.
const MOST_PAGES: usize = 30;

/// What became of a short id.
#[derive(Clone, Debug, PartialEq)]
pub enum LookUp {
    /// None is looked for.
    Not,
    /// It is looked for.
    Looking {
        /// The short id.
        short_id: String,
        /// How many issues were looked through.
        seen: usize,
    },
    /// It was not found.
    NotThere {
        /// The short id.
        short_id: String,
        /// A sentence about it.
        why: String,
    },
    /// There is no such project, so it was searched for as text.
    NoProject {
        /// The short id.
        short_id: String,
    },
    /// The server could not be asked.
    Failed {
        /// The short id.
        short_id: String,
        /// The slug of the project.
        project: String,
        /// Why.
        error: ApiError,
    },
}

impl LookUp {
    /// Whether it is about this search.
    pub fn is_about(&self, query: &str) -> bool {
        matches!(self, Self::NoProject { short_id } if short_id == query)
    }
}

/// How a look through a project's issues ended.
enum End {
    Found(IssueId),
    NotThere,
    /// There were more issues than anybody would wait for; this many were looked through.
    TooMany(usize),
}

/// Goes to the issue with this short id, once it is found. `slug` is its project's, in any case.
pub fn look_up(field: Field, short_id: &str, slug: String, number: u64) {
    field.close();
    let listed = field.list.rows.with_untracked(|rows| {
        let mut issues = rows.iter().flat_map(|rows| &rows.issues);
        issues
            .find(|issue| is_it(issue, short_id, number))
            .map(|issue| issue.id.clone())
    });
    let organization = field.list.organization.get_value();
    if let Some(id) = listed {
        field.stop();
        return field.go(&Route::issue(&organization, &id), Step::Push);
    }
    let cancel = field.begin();
    say_seen(field, short_id, 0);
    let short_id = short_id.to_owned();
    spawn(async move {
        let outcome = match find_project(field, &organization, &slug, &cancel).await {
            Ok(Some(found)) => find(field, &organization, &found, &short_id, number, &cancel)
                .await
                .map(|end| Some((found, end))),
            Ok(None) => Ok(None),
            Err(error) => Err(error),
        };
        if cancel.is_cancelled() {
            return;
        }
        let state = match outcome {
            Ok(Some((_, End::Found(id)))) => return field.go(&Route::issue(&organization, &id), Step::Push),
            Ok(Some((project, end))) => LookUp::NotThere {
                why: why_not(&short_id, &project, &end),
                short_id,
            },
            Ok(None) => {
                field.search(&short_id);
                LookUp::NoProject { short_id }
            }
            Err(error) => LookUp::Failed {
                short_id,
                project: slug,
                error,
            },
        };
        field.look_up.set(state);
    });
}

fn why_not(short_id: &str, project: &Project, end: &End) -> String {
    let name = visible(&project.name);
    match end {
        _ if !project.is_member => {
            format!("{short_id} cannot be found: you are in no team of {name}, so its issues are not listed for you.")
        }
        End::TooMany(seen) => {
            let seen = thousands(*seen as u64);
            format!("{short_id} is not among the newest {seen} issues of {name}. Older ones were not looked through.")
        }
        _ => format!("No issue {short_id} in {name}. It may have been deleted or merged."),
    }
}

fn say_seen(field: Field, short_id: &str, seen: usize) {
    field.look_up.set(LookUp::Looking {
        short_id: short_id.to_owned(),
        seen,
    });
}

/// The project with this slug, among those of the open organization; the server is asked when they are not there yet.
async fn find_project(
    field: Field,
    organization: &OrganizationSlug,
    slug: &str,
    cancel: &Cancel,
) -> Result<Option<Project>, ApiError> {
    let find = |projects: &[Project]| {
        let mut projects = projects.iter();
        projects
            .find(|project| project.slug.as_str().eq_ignore_ascii_case(slug))
            .cloned()
    };
    match untrack(|| field.organization?.with(|open| find(&open.projects))) {
        Some(found) => Ok(found),
        None => Ok(find(&get_organization(organization, cancel).await?.projects)),
    }
}

async fn find(
    field: Field,
    organization: &OrganizationSlug,
    project: &Project,
    short_id: &str,
    number: u64,
    cancel: &Cancel,
) -> Result<End, ApiError> {
    let mut filter = IssueFilter {
        query: Some(String::new()),
        projects: vec![project.id.clone()],
        sort: Sort::FirstSeen,
        ..IssueFilter::default()
    };
    let mut seen = 0;
    for _ in 0..MOST_PAGES {
        let page = list_many_issues(organization, &filter, cancel).await?.page;
        if cancel.is_cancelled() {
            break;
        }
        if let Some(issue) = page.items.iter().find(|issue| is_it(issue, short_id, number)) {
            return Ok(End::Found(issue.id.clone()));
        }
        seen += page.items.len();
        if page.next.is_none() || are_older(&page.items, number) {
            return Ok(End::NotThere);
        }
        say_seen(field, short_id, seen);
        filter = filter.with_cursor(page.next);
    }
    Ok(End::TooMany(seen))
}

/// Whether the issue has this short id; the number is compared too, since some write it with zeros in front.
fn is_it(issue: &Issue, short_id: &str, number: u64) -> bool {
    let project = |short_id: &str| short_id.rsplit_once('-').map(|(project, _)| project.to_uppercase());
    short_id_number(&issue.short_id) == Some(number) && project(&issue.short_id) == project(short_id)
}

/// Whether all of these were numbered before the one that is looked for. Numbers are given in the order in which issues
/// come up, so what follows is older still.
fn are_older(issues: &[impl Borrow<Issue>], number: u64) -> bool {
    !issues.is_empty()
        && issues
            .iter()
            .all(|issue| short_id_number(&issue.borrow().short_id).is_some_and(|other| other < number))
}

#[cfg(test)]
mod tests {
    use super::{are_older, is_it};
    use glint_model::wire::issue::Issue;

    fn issue(short_id: &str) -> Issue {
        let json = format!(
            r#"{{"id":"1","count":"1","type":"error","level":"error","status":"unresolved","shortId":"{short_id}","title":"T",
            "project":{{"id":"1","platform":null,"slug":"shop-api","name":"Shop API"}},
            "firstSeen":"2026-11-01T00:00:00Z","lastSeen":"2026-11-01T00:00:00Z"}}"#
        );
        serde_json::from_str(&json).expect("an issue")
    }

    #[test]
    fn a_short_id_is_compared_by_project_and_number() {
        for (listed, wanted, number, want) in [
            ("SHOP-API-2F", "SHOP-API-2F", 87, true),
            ("shop-api-2f", "SHOP-API-2F", 87, true),
            ("SHOP-WEB-2F", "SHOP-API-2F", 87, false),
            ("SHOP-API-2G", "SHOP-API-2F", 87, false),
            ("nothing", "SHOP-API-2F", 87, false),
        ] {
            assert_eq!(is_it(&issue(listed), wanted, number), want, "{listed}");
        }
    }

    #[test]
    fn the_search_ends_where_all_are_older() {
        for (listed, want) in [
            (&["A-5", "A-4"][..], true),
            (&["A-Z", "A-4"], false),
            (&["A-A"], false),
            (&["odd", "A-4"], false),
            (&[], false),
        ] {
            let issues: Vec<Issue> = listed.iter().map(|short_id| issue(short_id)).collect();
            assert_eq!(are_older(&issues, 10), want, "{listed:?}");
        }
    }
}
