//! How the issues of a project are filed: where, and with what. Kept in the browser.

use super::Words;
use crate::encode::encode_segment;
use crate::event_markdown::Sections;
use crate::safe_url::SafeUrl;
use serde::{Deserialize, Serialize};

/// A title has at most so many characters: GitLab and Jira take 255.
const LONGEST_TITLE: usize = 200;

/// What the issue goes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provider {
    /// GitLab.
    #[default]
    GitLab,
    /// GitHub.
    GitHub,
    /// Jira.
    Jira,
}

impl Provider {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::GitLab, Self::GitHub, Self::Jira];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::GitLab => "GitLab",
            Self::GitHub => "GitHub",
            Self::Jira => "Jira",
        }
    }

    /// The provider with this name.
    pub fn named(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|provider| provider.label() == label)
    }

    /// Where most people have it; empty when everybody has their own.
    pub fn usual_base(self) -> &'static str {
        match self {
            Self::GitLab => "https://gitlab.com",
            Self::GitHub => "https://github.com",
            Self::Jira => "",
        }
    }
}

/// What is not right about a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The address of the tracker.
    Address,
    /// The project.
    Project,
    /// The type of issue.
    IssueType,
}

impl Problem {
    /// The problem in a sentence.
    pub fn sentence(self, provider: Provider) -> &'static str {
        match (self, provider) {
            (Self::Address, _) => "Give the whole address, such as https://gitlab.example.com, without a query.",
            (Self::Project, Provider::GitLab) => "Give the path of the project, such as group/project.",
            (Self::Project, Provider::GitHub) => "Give owner and repository, such as acme/shop.",
            (Self::Project, Provider::Jira) => "Give the number of the project, such as 10000.",
            (Self::IssueType, _) => "Give the number of the type of issue, such as 10001.",
        }
    }
}

/// How the issues of a project are filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Template {
    /// What it goes to.
    pub provider: Provider,
    /// The address of the server.
    pub base: String,
    /// The path of the project; a number for Jira.
    pub project: String,
    /// The number of the type of issue; Jira only.
    pub issue_type: String,
    /// Whether only members may see the issue; GitLab only.
    pub is_confidential: bool,
    /// Labels with commas between.
    pub labels: String,
    /// The title, with words in braces: `{title}`, `{short_id}`, `{level}`, `{project}`, `{release}`, `{environment}`.
    pub title: String,
    /// The sections of the text, as [`Sections::to_text`] writes them.
    pub sections: String,
}

impl Default for Template {
    fn default() -> Self {
        Self {
            provider: Provider::default(),
            base: Provider::default().usual_base().to_owned(),
            project: String::new(),
            issue_type: String::new(),
            is_confidential: true,
            labels: String::new(),
            title: "{title} ({short_id})".to_owned(),
            sections: Sections::default().to_text(),
        }
    }
}

impl Template {
    /// Reads what was kept; none when that is no template.
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The template as it is kept.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The address of the server without a slash at its end, when everything that is needed is there.
    pub fn checked(&self) -> Result<String, Problem> {
        let base = self.base.trim().trim_end_matches('/');
        if base.contains(['?', '#', '%']) || base.len() > 300 || SafeUrl::web(base).is_none() {
            return Err(Problem::Address);
        }
        let is_number =
            |text: &str| !text.is_empty() && text.len() < 20 && text.bytes().all(|byte| byte.is_ascii_digit());
        let names = self.project.trim().trim_matches('/').split('/');
        let has_project = match self.provider {
            Provider::Jira => is_number(self.project.trim()),
            Provider::GitLab => names.clone().count() > 1 && names.clone().all(is_name),
            Provider::GitHub => names.clone().count() == 2 && names.clone().all(is_name),
        };
        if !has_project || self.project.len() > 500 {
            return Err(Problem::Project);
        }
        if self.provider == Provider::Jira && !is_number(self.issue_type.trim()) {
            return Err(Problem::IssueType);
        }
        Ok(base.to_owned())
    }

    /// `/group/project`, each name encoded.
    pub(super) fn project_path(&self) -> String {
        let names = self.project.trim().trim_matches('/').split('/');
        names.map(|name| format!("/{}", encode_segment(name))).collect()
    }

    /// The labels, without what could end a command of GitLab's.
    pub(super) fn label_list(&self) -> Vec<String> {
        self.labels
            .split(',')
            .map(|label| {
                label
                    .replace(['"', '\n', '\r', '~', '`'], "")
                    .trim()
                    .chars()
                    .take(100)
                    .collect()
            })
            .filter(|label: &String| !label.is_empty())
            .take(20)
            .collect()
    }

    /// The title with the words put in, on one line.
    pub fn titled(&self, words: &Words) -> String {
        let pairs = [
            ("title", &words.title),
            ("short_id", &words.short_id),
            ("level", &words.level),
            ("project", &words.project),
            ("release", &words.release),
            ("environment", &words.environment),
        ];
        let mut out = String::new();
        let mut rest = self.title.as_str();
        while let Some(at) = rest.find('{') {
            out.push_str(&rest[..at]);
            let behind = &rest[at + 1..];
            let known = pairs
                .iter()
                .find(|(name, _)| behind.strip_prefix(name).is_some_and(|behind| behind.starts_with('}')));
            match known {
                // What was put in is not looked at again: it may have braces of its own.
                Some((name, value)) => {
                    out.push_str(value);
                    rest = &behind[name.len() + 1..];
                }
                None => {
                    out.push('{');
                    rest = behind;
                }
            }
        }
        out.push_str(rest);
        let line = out.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = line.replace("()", "");
        let line: String = line.trim().chars().take(LONGEST_TITLE).collect();
        if line.is_empty() {
            words.title.chars().take(LONGEST_TITLE).collect()
        } else {
            line
        }
    }
}

fn is_name(name: &str) -> bool {
    !matches!(name, "" | "." | "..")
        && !name
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "\\?#%".contains(c))
}
