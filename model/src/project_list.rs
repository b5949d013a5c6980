//! All projects of an organization on one page: which are shown, in which order, and how much comes in from each.

mod volume;

pub use volume::{Volume, week_until};

use crate::id::ProjectId;
use crate::platform;
use crate::wanted::{Wanted, project_names};
use crate::wire::project::Project;
use std::cmp::{Ordering, Reverse};

/// The word that stands in the URL for projects without a platform, or without a team.
pub const NONE: &str = "none";

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// By name.
    #[default]
    Name,
    /// What was created last first.
    Newest,
    /// What sent most in the last 24 hours first.
    Day,
    /// What sent most in the last 7 days first.
    Week,
}

impl SortBy {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Name, Self::Newest, Self::Day, Self::Week];

    /// The word of a URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Newest => "newest",
            Self::Day => "24h",
            Self::Week => "7d",
        }
    }

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Newest => "Newest first",
            Self::Day => "Most events in 24 hours",
            Self::Week => "Most events in 7 days",
        }
    }

    /// Whether the counts of all rows have to be known for it.
    pub fn needs_volumes(self) -> bool {
        matches!(self, Self::Day | Self::Week)
    }
}

/// What the URL asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectListView {
    /// Words that have to be found.
    pub text: String,
    /// The id of a platform, or [`NONE`].
    pub platform: Option<String>,
    /// The slug of a team, or [`NONE`].
    pub team: Option<String>,
    /// The order.
    pub sort: SortBy,
}

impl ProjectListView {
    /// Reads a query.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let value = |name: &str| pairs.iter().find(|(own, _)| own == name).map(|(_, value)| value.trim());
        let wanted = |name: &str| value(name).filter(|value| !value.is_empty()).map(str::to_owned);
        let sort = SortBy::ALL
            .into_iter()
            .find(|sort| value("sort") == Some(sort.as_str()));
        Self {
            text: wanted("text").unwrap_or_default(),
            platform: wanted("platform"),
            team: wanted("team"),
            sort: sort.unwrap_or_default(),
        }
    }

    /// The query, without what goes without saying.
    pub fn to_pairs(&self) -> Vec<(String, String)> {
        let sort = (self.sort != SortBy::default()).then(|| self.sort.as_str().to_owned());
        let text = (!self.text.is_empty()).then(|| self.text.clone());
        let all = [
            ("text", text),
            ("platform", self.platform.clone()),
            ("team", self.team.clone()),
            ("sort", sort),
        ];
        let there = all
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)));
        there.collect()
    }

    /// Whether a project is shown.
    pub fn shows(&self, project: &Project) -> bool {
        let platform = project.platform.as_deref().filter(|platform| !platform.is_empty());
        let is_of_platform = match self.platform.as_deref() {
            None => true,
            Some(NONE) => platform.is_none(),
            wanted => platform == wanted,
        };
        let teams = project.teams.as_deref().unwrap_or_default();
        let is_of_team = match self.team.as_deref() {
            None => true,
            Some(NONE) => teams.is_empty(),
            Some(wanted) => teams.iter().any(|team| team.slug == wanted),
        };
        is_of_platform && is_of_team && Wanted::of(&self.text).fits(&project_names(project))
    }
}

/// The places of the projects that are shown, in order. Where counts are not known yet, or alike, names decide; `compare`
/// knows the reader's alphabet.
pub fn arrange(
    projects: &[Project],
    view: &ProjectListView,
    volume: impl Fn(&ProjectId) -> Option<Volume>,
    compare: impl Fn(&str, &str) -> Ordering,
) -> Vec<usize> {
    let mut rows: Vec<(usize, &Project, Option<Volume>)> = projects
        .iter()
        .enumerate()
        .filter(|(_, project)| view.shows(project))
        .map(|(at, project)| (at, project, volume(&project.id)))
        .collect();
    rows.sort_by(|(_, one, ones), (_, other, others)| {
        let by_name = || compare(&one.name, &other.name).then_with(|| one.slug.cmp(&other.slug));
        let first = match view.sort {
            SortBy::Name => Ordering::Equal,
            SortBy::Newest => Reverse(one.date_created).cmp(&Reverse(other.date_created)),
            SortBy::Day => Reverse(ones.map(|own| own.day)).cmp(&Reverse(others.map(|own| own.day))),
            SortBy::Week => Reverse(ones.map(|own| own.week)).cmp(&Reverse(others.map(|own| own.week))),
        };
        first.then_with(by_name)
    });
    rows.into_iter().map(|(at, ..)| at).collect()
}

/// The platforms of the projects, each once, by name.
pub fn platforms(projects: &[Project]) -> Vec<(String, String)> {
    let ids = projects.iter().filter_map(|project| project.platform.clone());
    let mut all: Vec<(String, String)> = ids
        .filter(|id| !id.is_empty())
        .map(|id| (platform::name(&id), id))
        .collect();
    all.sort();
    all.dedup();
    all.into_iter().map(|(name, id)| (id, name)).collect()
}

/// The teams of the projects, each once, by slug.
pub fn teams(projects: &[Project]) -> Vec<String> {
    let of_each = projects.iter().filter_map(|project| project.teams.as_deref());
    let mut all: Vec<String> = of_each.flatten().map(|team| team.slug.clone()).collect();
    all.sort();
    all.dedup();
    all
}

#[cfg(test)]
mod tests;
