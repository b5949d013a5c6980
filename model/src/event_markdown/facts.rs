//! What a reader wants to know first: the title, when and where, how often.

use super::outline::{Block, LONGEST_FACT, Part, Subject, named};
use super::span::Span;
use crate::issue_title::heading;
use crate::reveal::reveal;

/// What the issue is called; never empty.
pub fn title(subject: Subject<'_>) -> Span {
    let event = subject.event;
    let own = event.title.as_deref().filter(|title| !title.trim().is_empty());
    let own = own.or_else(|| subject.issue.map(|issue| issue.title.as_str()));
    let text = own.filter(|title| !reveal(title).trim().is_empty()).map_or_else(
        || heading(event.kind, &event.metadata, "", event.culprit.as_deref()).title,
        str::to_owned,
    );
    Span::line(&text, None, LONGEST_FACT)
}

/// The facts.
pub fn facts(subject: Subject<'_>) -> Vec<Part> {
    let event = subject.event;
    let mut facts: Vec<(Span, Span)> = Vec::new();
    let mut put = |name: &str, value: Option<String>| {
        let value = Span::line(&value.unwrap_or_default(), None, LONGEST_FACT);
        if !value.is_empty() {
            facts.push((Span::of(name), value));
        }
    };
    let tag = |key: &str| event.tags.iter().find(|tag| tag.key == key)?.value.clone();
    if let Some(issue) = subject.issue {
        put("Issue", Some(issue.short_id.clone()));
        put("Project", Some(issue.project.name.clone()));
        put("Level", Some(issue.level.as_str().to_owned()));
        put("Status", Some(issue.status.as_str().to_owned()));
    }
    put("Happened", Some(event.date_created.to_iso()));
    put("Where", event.culprit.clone());
    put("Platform", event.platform.clone());
    put("Release", tag("release"));
    put("Environment", tag("environment"));
    put("Server", tag("server_name"));
    if let Some(issue) = subject.issue {
        put("Events", Some(issue.count.to_string()));
        put("First seen", Some(issue.first_seen.to_iso()));
        put("Last seen", Some(issue.last_seen.to_iso()));
    }
    put("Event", Some(event.event_id.to_string()));
    named("Facts", vec![Block::Facts(facts)])
}
