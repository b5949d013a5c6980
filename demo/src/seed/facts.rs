//! Kind, level, title and metadata of an issue, from what it is made of.

use crate::seed::csp;
use crate::seed::fill::Filler;
use crate::seed::hostile::HOSTILE;
use crate::seed::issues::Content;
use crate::seed::template::{Problem, Spot};
use glint_model::wire::issue::{IssueType, Level, Metadata};

/// What the parts of an issue are taken from.
pub struct Facts {
    /// The kind of report.
    pub kind: IssueType,
    /// How bad it is.
    pub level: Level,
    /// Where it happens.
    pub transaction: String,
    /// What the title is made of.
    pub metadata: Metadata,
    /// The title where the metadata does not say it.
    pub title: Option<String>,
}

impl Facts {
    /// The parts of what happened.
    pub fn of(content: Content, filler: &Filler) -> Self {
        match content {
            Content::Problem(problem) => Self::problem(problem, filler),
            Content::Message(level, text) => Self {
                kind: IssueType::Default,
                level,
                transaction: String::new(),
                metadata: Metadata::default(),
                title: Some(filler.fill(text)),
            },
            Content::Csp(index) => Self {
                kind: IssueType::Csp,
                level: Level::Error,
                transaction: csp::REPORTS[index].directive.to_owned(),
                metadata: Metadata::default(),
                title: Some(csp::REPORTS[index].title()),
            },
            Content::Sent => Self {
                kind: IssueType::Default,
                level: Level::Error,
                transaction: String::new(),
                metadata: Metadata::default(),
                title: None,
            },
            Content::Hostile(index) => {
                let odd = &HOSTILE[index];
                Self {
                    kind: odd.kind,
                    level: odd.level,
                    transaction: "/checkout/".to_owned(),
                    metadata: odd.metadata(),
                    title: odd.title(),
                }
            }
        }
    }

    fn problem(problem: &Problem, filler: &Filler) -> Self {
        let mut metadata = Metadata::default();
        if let Some(thrown) = problem.chain.last() {
            metadata.kind = Some(thrown.kind.to_owned());
            metadata.value = Some(filler.fill(thrown.value));
            let blamed: Option<&Spot> = thrown
                .frames
                .iter()
                .rev()
                .find(|spot| spot.in_app)
                .or(thrown.frames.last());
            metadata.filename = blamed.map(|spot| spot.file.to_owned()).filter(|file| !file.is_empty());
            metadata.function = blamed.map(|spot| spot.function.to_owned());
        }
        Self {
            kind: IssueType::Error,
            level: problem.level,
            transaction: filler.fill(problem.transaction),
            metadata,
            title: None,
        }
    }
}

/// `Type: first line of the message`, cut at 255 characters the way the server cuts.
pub fn title(facts: &Facts) -> String {
    let text = facts.title.clone().unwrap_or_else(|| {
        let kind = facts
            .metadata
            .kind
            .as_deref()
            .filter(|kind| !kind.is_empty())
            .unwrap_or("Error");
        let value = facts
            .metadata
            .value
            .as_deref()
            .unwrap_or_default()
            .lines()
            .next()
            .unwrap_or_default();
        if value.is_empty() {
            kind.to_owned()
        } else {
            format!("{kind}: {value}")
        }
    });
    if text.chars().count() <= 255 {
        return text;
    }
    text.chars().take(254).chain(['…']).collect()
}
