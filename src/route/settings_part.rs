//! What of an organization's settings is shown: the end of its path.

use glint_model::encode::encode_segment;
use glint_model::id::ProjectSlug;

/// A page of the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsPart {
    /// Nothing more: the organization itself.
    Organization,
    /// `/projects`.
    Projects,
    /// `/projects/new`.
    NewProject,
    /// `/projects/{project}` and what is below it.
    Project(ProjectSlug, ProjectPart),
    /// `/alerts`: those of all projects.
    Alerts,
    /// `/teams`.
    Teams,
    /// `/teams/{team}` and what is below it; the slug as it stands in the path.
    Team(String, TeamPart),
    /// `/members`.
    Members,
    /// `/members/new`.
    Invite,
    /// `/members/{member}`; the number as it stands in the path.
    Member(String),
    /// `/subscription`: usage, and the plan where plans are sold.
    Subscription,
}

/// A section of a project's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectPart {
    /// Nothing more: name, platform, throttle, deleting it.
    General,
    /// `/guide`: how to send events.
    Guide,
    /// `/keys`.
    Keys,
    /// `/environments`.
    Environments,
    /// `/alerts`.
    Alerts,
    /// `/teams`.
    Teams,
    /// `/files`: source maps and debug files.
    Files,
}

/// A section of a team's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamPart {
    /// `/members`, and nothing more.
    Members,
    /// `/projects`.
    Projects,
    /// `/settings`.
    Settings,
}

impl SettingsPart {
    /// Reads the segments after `settings`.
    pub fn parse(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] => Self::Organization,
            ["projects"] => Self::Projects,
            ["projects", "new"] => Self::NewProject,
            ["projects", project, rest @ ..] => Self::Project(ProjectSlug::new(*project), ProjectPart::parse(rest)?),
            ["alerts"] => Self::Alerts,
            ["teams"] => Self::Teams,
            ["teams", team, rest @ ..] => Self::Team((*team).to_owned(), TeamPart::parse(rest)?),
            ["members"] => Self::Members,
            ["members", "new"] => Self::Invite,
            ["members", member] => Self::Member((*member).to_owned()),
            ["subscription"] => Self::Subscription,
            _ => return None,
        })
    }

    /// Puts the segments behind a path that ends with `settings`.
    pub fn append_to(&self, path: &mut String) {
        match self {
            Self::Organization => {}
            Self::Projects => path.push_str("/projects"),
            Self::NewProject => path.push_str("/projects/new"),
            Self::Project(project, part) => {
                path.push_str("/projects/");
                path.push_str(&encode_segment(project.as_str()));
                path.push_str(part.end());
            }
            Self::Alerts => path.push_str("/alerts"),
            Self::Teams => path.push_str("/teams"),
            Self::Team(team, part) => {
                path.push_str("/teams/");
                path.push_str(&encode_segment(team));
                path.push_str(part.end());
            }
            Self::Members => path.push_str("/members"),
            Self::Invite => path.push_str("/members/new"),
            Self::Member(member) => {
                path.push_str("/members/");
                path.push_str(&encode_segment(member));
            }
            Self::Subscription => path.push_str("/subscription"),
        }
    }

    /// The same section in another organization: slugs and numbers stay behind.
    pub fn elsewhere(&self) -> Self {
        match self {
            Self::Project(..) => Self::Projects,
            Self::Team(..) => Self::Teams,
            Self::Member(_) => Self::Members,
            other => other.clone(),
        }
    }
}

impl ProjectPart {
    fn parse(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] => Self::General,
            ["guide"] => Self::Guide,
            ["keys"] => Self::Keys,
            ["environments"] => Self::Environments,
            ["alerts"] => Self::Alerts,
            ["teams"] => Self::Teams,
            ["files"] => Self::Files,
            _ => return None,
        })
    }

    fn end(self) -> &'static str {
        match self {
            Self::General => "",
            Self::Guide => "/guide",
            Self::Keys => "/keys",
            Self::Environments => "/environments",
            Self::Alerts => "/alerts",
            Self::Teams => "/teams",
            Self::Files => "/files",
        }
    }
}

impl TeamPart {
    fn parse(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] | ["members"] => Self::Members,
            ["projects"] => Self::Projects,
            ["settings"] => Self::Settings,
            _ => return None,
        })
    }

    fn end(self) -> &'static str {
        match self {
            Self::Members => "/members",
            Self::Projects => "/projects",
            Self::Settings => "/settings",
        }
    }
}
