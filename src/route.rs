//! Every path of the app: the only file that spells one. `boot.js` knows the same first segments, to have a head start.

mod issue_part;
mod moved;
mod settings_part;
mod uptime_part;

pub use issue_part::IssuePart;
pub use moved::moved;
pub use settings_part::{ProjectPart, SettingsPart, TeamPart};
pub use uptime_part::UptimePart;

use crate::browser::dom;
use glint_model::encode::{decode_component, encode_query, encode_segment, parse_query};
use glint_model::id::{EventId, IssueId, MonitorId, OrganizationSlug, ProjectId, ProjectSlug};
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::rc::Rc;

/// A place in the app, with all that its URL says.
#[derive(Clone, Debug, PartialEq)]
pub enum Route {
    /// `/`: all organizations with their projects.
    Home,
    /// `/?text=`: those of them that a search finds.
    HomeSearch {
        /// What is looked for; not empty.
        text: String,
    },
    /// `/login?next=`.
    SignIn {
        /// Where to go after; unchecked text.
        next: Option<String>,
    },
    /// `/{organization}/issues?...`.
    Issues {
        /// Whose.
        organization: OrganizationSlug,
        /// The filter, as name and value.
        query: Vec<(String, String)>,
    },
    /// `/{organization}/issues/{issue}` and what is below it.
    Issue {
        /// Whose.
        organization: OrganizationSlug,
        /// Which.
        issue: IssueId,
        /// What of it.
        part: IssuePart,
        /// How it is looked at, as name and value.
        query: Vec<(String, String)>,
    },
    /// `/{organization}/uptime-monitors` and what is below it.
    Uptime {
        /// Whose.
        organization: OrganizationSlug,
        /// What of it.
        part: UptimePart,
        /// How it is looked at, as name and value.
        query: Vec<(String, String)>,
    },
    /// `/{organization}/projects`.
    Projects {
        /// Whose.
        organization: OrganizationSlug,
        /// Which of them, and in which order, as name and value.
        query: Vec<(String, String)>,
    },
    /// `/{organization}/settings` and what is below it.
    Settings {
        /// Whose.
        organization: OrganizationSlug,
        /// What of them.
        part: SettingsPart,
        /// How they are looked at, as name and value.
        query: Vec<(String, String)>,
    },
    /// `/organizations/new`.
    NewOrganization,
    /// `/accept/{member}/{token}`: an invitation; both as they stand in the path.
    Accept {
        /// The membership that is offered.
        member: String,
        /// What proves that it was.
        token: String,
    },
    /// `/gallery/charts`: every chart in every state, in development builds only.
    #[cfg(not(feature = "split"))]
    Gallery,
    /// Anything else.
    NotFound,
}

impl Route {
    /// The issues of an organization, with the filter it starts with.
    pub fn issues(organization: &OrganizationSlug) -> Self {
        Self::Issues {
            organization: organization.clone(),
            query: Vec::new(),
        }
    }

    /// An issue with its newest event.
    pub fn issue(organization: &OrganizationSlug, issue: &IssueId) -> Self {
        Self::Issue {
            organization: organization.clone(),
            issue: issue.clone(),
            part: IssuePart::Event(None),
            query: Vec::new(),
        }
    }

    /// One event of an issue.
    pub fn event(organization: &OrganizationSlug, issue: &IssueId, event: &EventId) -> Self {
        Self::Issue {
            organization: organization.clone(),
            issue: issue.clone(),
            part: IssuePart::Event(Some(event.clone())),
            query: Vec::new(),
        }
    }

    /// A page of an organization's uptime.
    pub fn uptime(organization: &OrganizationSlug, part: UptimePart) -> Self {
        Self::Uptime {
            organization: organization.clone(),
            part,
            query: Vec::new(),
        }
    }

    /// One monitor.
    pub fn monitor(organization: &OrganizationSlug, monitor: MonitorId) -> Self {
        Self::uptime(organization, UptimePart::Monitor(monitor))
    }

    /// A page of an organization's settings.
    pub fn settings(organization: &OrganizationSlug, part: SettingsPart) -> Self {
        Self::Settings {
            organization: organization.clone(),
            part,
            query: Vec::new(),
        }
    }

    /// A section of a project's settings.
    pub fn project(organization: &OrganizationSlug, project: &ProjectSlug, part: ProjectPart) -> Self {
        Self::settings(organization, SettingsPart::Project(project.clone(), part))
    }

    /// The issues of one project.
    pub fn issues_of(organization: &OrganizationSlug, project: &ProjectId) -> Self {
        Self::Issues {
            organization: organization.clone(),
            query: vec![("project".to_owned(), project.to_string())],
        }
    }

    /// All projects of an organization.
    pub fn projects(organization: &OrganizationSlug) -> Self {
        Self::Projects {
            organization: organization.clone(),
            query: Vec::new(),
        }
    }

    /// Reads a path below the base (without the leading slash) and a query (without the question mark).
    pub fn parse(path: &str, query: &str) -> Self {
        let segments: Vec<String> = path
            .split('/')
            .filter(|segment| !segment.is_empty())
            .map(decode_component)
            .collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments.as_slice() {
            [] => parse_query(query)
                .into_iter()
                .find(|(name, text)| name == "text" && !text.trim().is_empty())
                .map_or(Self::Home, |(_, text)| Self::HomeSearch { text }),
            ["login"] => Self::SignIn {
                next: parse_query(query)
                    .into_iter()
                    .find(|(name, _)| name == "next")
                    .map(|(_, value)| value),
            },
            ["organizations", "new"] => Self::NewOrganization,
            ["accept", member, token] => Self::Accept {
                member: (*member).to_owned(),
                token: (*token).to_owned(),
            },
            #[cfg(not(feature = "split"))]
            ["gallery", "charts"] => Self::Gallery,
            [organization, "issues"] => Self::Issues {
                organization: OrganizationSlug::new(*organization),
                query: parse_query(query),
            },
            [organization, "issues", issue, rest @ ..] => match IssuePart::parse(rest) {
                Some(part) => Self::Issue {
                    organization: OrganizationSlug::new(*organization),
                    issue: IssueId::new(*issue),
                    part,
                    query: parse_query(query),
                },
                None => Self::NotFound,
            },
            [organization, "uptime-monitors", rest @ ..] => match UptimePart::parse(rest) {
                Some(part) => Self::Uptime {
                    organization: OrganizationSlug::new(*organization),
                    part,
                    query: parse_query(query),
                },
                None => Self::NotFound,
            },
            [organization, "projects"] => Self::Projects {
                organization: OrganizationSlug::new(*organization),
                query: parse_query(query),
            },
            [organization, "settings", rest @ ..] => match SettingsPart::parse(rest) {
                Some(part) => Self::Settings {
                    organization: OrganizationSlug::new(*organization),
                    part,
                    query: parse_query(query),
                },
                None => Self::NotFound,
            },
            _ => Self::NotFound,
        }
    }

    /// The path and query below the base, without the leading slash.
    pub fn path(&self) -> String {
        match self {
            Self::Home | Self::NotFound => String::new(),
            Self::HomeSearch { text } => format!("?{}", encode_query(&[("text", text.as_str())])),
            #[cfg(not(feature = "split"))]
            Self::Gallery => "gallery/charts".to_owned(),
            Self::SignIn { next } => match next {
                Some(next) => format!("login?{}", encode_query(&[("next", next.as_str())])),
                None => "login".to_owned(),
            },
            Self::Issues { organization, query } => {
                with_query(format!("{}/issues", encode_segment(organization.as_str())), query)
            }
            Self::Issue {
                organization,
                issue,
                part,
                query,
            } => {
                let mut path = format!(
                    "{}/issues/{}",
                    encode_segment(organization.as_str()),
                    encode_segment(issue.as_str())
                );
                part.append_to(&mut path);
                with_query(path, query)
            }
            Self::Uptime {
                organization,
                part,
                query,
            } => {
                let mut path = format!("{}/uptime-monitors", encode_segment(organization.as_str()));
                part.append_to(&mut path);
                with_query(path, query)
            }
            Self::Projects { organization, query } => {
                with_query(format!("{}/projects", encode_segment(organization.as_str())), query)
            }
            Self::Settings {
                organization,
                part,
                query,
            } => {
                let mut path = format!("{}/settings", encode_segment(organization.as_str()));
                part.append_to(&mut path);
                with_query(path, query)
            }
            Self::NewOrganization => "organizations/new".to_owned(),
            Self::Accept { member, token } => {
                format!("accept/{}/{}", encode_segment(member), encode_segment(token))
            }
        }
    }

    /// What a link to this place has in its `href`.
    pub fn href(&self) -> String {
        dom::base_path() + &self.path()
    }

    /// The organization that the place belongs to.
    pub fn organization(&self) -> Option<&OrganizationSlug> {
        match self {
            Self::Issues { organization, .. }
            | Self::Issue { organization, .. }
            | Self::Uptime { organization, .. }
            | Self::Projects { organization, .. }
            | Self::Settings { organization, .. } => Some(organization),
            Self::Home
            | Self::HomeSearch { .. }
            | Self::SignIn { .. }
            | Self::NewOrganization
            | Self::Accept { .. }
            | Self::NotFound => None,
            #[cfg(not(feature = "split"))]
            Self::Gallery => None,
        }
    }

    /// The same section of another organization; ids stay behind.
    pub fn in_organization(&self, organization: &OrganizationSlug) -> Self {
        match self {
            Self::Uptime {
                part: UptimePart::StatusPages,
                ..
            } => Self::uptime(organization, UptimePart::StatusPages),
            Self::Uptime { .. } => Self::uptime(organization, UptimePart::Monitors),
            Self::Projects { .. } => Self::projects(organization),
            Self::Settings { part, .. } => Self::settings(organization, part.elsewhere()),
            _ => Self::issues(organization),
        }
    }
}

fn with_query(path: String, query: &[(String, String)]) -> String {
    if query.is_empty() {
        path
    } else {
        format!("{path}?{}", encode_query(query))
    }
}

/// How a navigation shows in the history, and where the page is scrolled to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new entry, from the top.
    Push,
    /// A new entry; the page stays where it is.
    Stay,
    /// In place of the current entry.
    Replace,
}

/// Goes to a place, kept to be called later.
pub type Go = Rc<dyn Fn(&Route, Step)>;

/// Gives a function that goes to a place.
pub fn use_go() -> impl Fn(&Route, Step) + Clone + 'static {
    let navigate = use_navigate();
    move |route, step| navigate(&route.href(), options(step))
}

/// Gives a function that goes to a path of this origin that was checked before (`next_path::safe_next`).
pub fn use_go_to_path() -> impl Fn(&str) + Clone + 'static {
    let navigate = use_navigate();
    move |path| navigate(path, options(Step::Replace))
}

fn options(step: Step) -> NavigateOptions {
    NavigateOptions {
        resolve: false,
        replace: step == Step::Replace,
        scroll: step == Step::Push,
        ..NavigateOptions::default()
    }
}

#[cfg(test)]
mod tests;
