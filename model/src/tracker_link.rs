//! Links that open a new issue in GitLab, GitHub or Jira with its fields filled in. Nothing is sent by this program: the
//! reader looks at the form there, and sends it.

mod fit;
mod template;

pub use fit::{Fitted, fit};
pub use template::{Problem, Provider, Template};

use crate::encode::{encode_query, encode_segment};
use crate::event_markdown::{Outline, Subject};
use crate::redact::{Hider, Kinds, find};
use crate::reveal::reveal;
use crate::safe_url::SafeUrl;

/// An address with more characters than this is refused by some servers and proxies.
const LONGEST_URL: usize = 6_000;

/// What the words in braces of a title stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// `{title}`.
    pub title: String,
    /// `{short_id}`.
    pub short_id: String,
    /// `{level}`.
    pub level: String,
    /// `{project}`.
    pub project: String,
    /// `{release}`.
    pub release: String,
    /// `{environment}`.
    pub environment: String,
}

impl Words {
    /// The words of an event, without what is of these kinds; the numbers are those of its Markdown.
    pub fn of(subject: Subject<'_>, outline: &Outline, hidden: Kinds) -> Self {
        let mut hider = Hider::new(hidden);
        let title = hider.hide(&outline.title.text, &outline.title.found).text;
        let mut word = |text: &str| {
            let text = reveal(text);
            hider.hide(&text, &find(&text)).text
        };
        let tag = |key: &str| {
            let tag = subject.event.tags.iter().find(|tag| tag.key == key);
            tag.and_then(|tag| tag.value.as_deref()).unwrap_or_default()
        };
        Self {
            title,
            short_id: subject.issue.map(|issue| word(&issue.short_id)).unwrap_or_default(),
            level: subject
                .issue
                .map(|issue| issue.level.as_str().to_owned())
                .unwrap_or_default(),
            project: subject.issue.map(|issue| word(&issue.project.name)).unwrap_or_default(),
            release: word(tag("release")),
            environment: word(tag("environment")),
        }
    }
}

/// A link that opens the form of a new issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackerLink {
    /// Where it leads.
    pub url: SafeUrl,
    /// How much of the text fitted into it, in bytes.
    pub kept: usize,
    /// Whether the end of the text did not fit.
    pub is_cut: bool,
}

/// The link for an issue with this text in Markdown; an error when the template is not complete.
pub fn tracker_link(template: &Template, words: &Words, body: &str) -> Result<TrackerLink, Problem> {
    let base = template.checked()?;
    let title = template.titled(words);
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let labels = template.label_list();
    let (path, mut pairs, text, head) = match template.provider {
        Provider::GitLab => {
            let mut pairs = vec![pair("issue[title]", &title)];
            if template.is_confidential {
                pairs.push(pair("issue[confidential]", "true"));
            }
            // GitLab takes labels by their names only as a command in the text; it stands before all hostile text.
            let quoted: Vec<String> = labels.iter().map(|label| format!("~\"{label}\"")).collect();
            let head = if quoted.is_empty() {
                String::new()
            } else {
                format!("/label {}\n\n", quoted.join(" "))
            };
            (
                format!("{}/-/issues/new", template.project_path()),
                pairs,
                "issue[description]",
                head,
            )
        }
        Provider::GitHub => {
            let mut pairs = vec![pair("title", &title)];
            if !labels.is_empty() {
                pairs.push(pair("labels", &labels.join(",")));
            }
            (
                format!("{}/issues/new", template.project_path()),
                pairs,
                "body",
                String::new(),
            )
        }
        Provider::Jira => {
            let mut pairs = vec![
                pair("pid", template.project.trim()),
                pair("issuetype", template.issue_type.trim()),
                pair("summary", &title),
            ];
            pairs.extend(labels.iter().map(|label| pair("labels", &label.replace(' ', "-"))));
            let path = "/secure/CreateIssueDetails!init.jspa".to_owned();
            (path, pairs, "description", String::new())
        }
    };
    let start = format!("{base}{path}?{}&{}=", encode_query(&pairs), encode_segment(text));
    let room = LONGEST_URL.saturating_sub(start.len() + encoded_length(&head));
    let fitted = match template.provider {
        // Markdown means nothing to Jira, and its own markup could load pictures.
        Provider::Jira => {
            let (open, close) = ("{noformat}\n", "\n{noformat}");
            let around = encoded_length(open) + encoded_length(close);
            let fitted = fit(&body.replace("{noformat}", "{ noformat}"), room.saturating_sub(around));
            Fitted {
                text: format!("{open}{}{close}", fitted.text),
                ..fitted
            }
        }
        Provider::GitLab | Provider::GitHub => fit(body, room),
    };
    pairs.push((text.to_owned(), head + &fitted.text));
    let url = SafeUrl::web(&format!("{base}{path}?{}", encode_query(&pairs)));
    Ok(TrackerLink {
        url: url.ok_or(Problem::Address)?,
        kept: fitted.kept,
        is_cut: fitted.is_cut,
    })
}

/// How many bytes a text takes in a query.
fn encoded_length(text: &str) -> usize {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    text.bytes().map(|byte| if plain(byte) { 1 } else { 3 }).sum()
}

#[cfg(test)]
mod tests;
