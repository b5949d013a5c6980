//! What is known that can stand in a search. Typing never waits for it: what has not come yet is not offered yet.

use super::recent;
use crate::api::client::Cancel;
use crate::api::organizations::list_environment_names;
use crate::api::releases::list_releases;
use crate::load::{Loader, Pending, load};
use crate::page::issues::list::IssueList;
use crate::seen_tags;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::search::Known;
use leptos::prelude::*;

/// When to look at what is known.
#[derive(Clone, Copy)]
pub struct Sources {
    looks: RwSignal<u32>,
    are_environments_wanted: RwSignal<bool>,
    are_releases_wanted: RwSignal<bool>,
}

impl Sources {
    /// Nothing is asked for yet.
    pub fn new() -> Self {
        Self {
            looks: RwSignal::new(0),
            are_environments_wanted: RwSignal::new(false),
            are_releases_wanted: RwSignal::new(false),
        }
    }

    /// Looks at what is known now; the first time, the server is asked for the environments.
    pub fn look(self) {
        self.looks.update(|count| *count += 1);
        want(self.are_environments_wanted);
    }

    /// The first time that a release is typed, the server is asked for all of them.
    pub fn look_at(self, typed: &str) {
        if typed.to_ascii_lowercase().contains("release:") {
            want(self.are_releases_wanted);
        }
    }
}

fn want(is_wanted: RwSignal<bool>) {
    if !is_wanted.get_untracked() {
        is_wanted.set(true);
    }
}

/// What is known as of the last look.
pub fn known(list: IssueList, sources: Sources) -> Memo<Known> {
    let environments = load_names(list, sources.are_environments_wanted, |organization, cancel| {
        Box::pin(async move { list_environment_names(&organization, &cancel).await })
    });
    let releases = load_names(list, sources.are_releases_wanted, |organization, cancel| {
        Box::pin(async move {
            let releases = list_releases(&organization, &[], &cancel).await?;
            Ok(releases.into_iter().map(|release| release.version).collect())
        })
    });
    Memo::new(move |_| {
        sources.looks.track();
        let organization = list.organization.get_value();
        Known {
            tags: seen_tags::known(&organization),
            environments: environments.ready().unwrap_or_default(),
            releases: with_listed_releases(list, releases.ready().unwrap_or_default()),
            recent: recent::recent(&organization),
        }
    })
}

type Ask = fn(OrganizationSlug, Cancel) -> Pending<Vec<String>>;

/// Names that are asked for once they are wanted. Should they not come, they are not offered.
fn load_names(list: IssueList, is_wanted: RwSignal<bool>, ask: Ask) -> Loader<Vec<String>> {
    load(move |cancel| {
        if is_wanted.get() {
            ask(list.organization.get_value(), cancel)
        } else {
            Box::pin(std::future::ready(Ok::<_, ApiError>(Vec::new())))
        }
    })
}

/// The releases, and those that the listed issues name.
fn with_listed_releases(list: IssueList, mut versions: Vec<String>) -> Vec<String> {
    list.rows.with_untracked(|rows| {
        for issue in rows.iter().flat_map(|rows| &rows.issues) {
            for release in [&issue.last_release, &issue.first_release].into_iter().flatten() {
                if !versions.contains(&release.version) {
                    versions.push(release.version.clone());
                }
            }
        }
    });
    versions
}
