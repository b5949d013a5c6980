//! Issues as text to take away: a list in Markdown, a table in CSV. Titles, names and versions are hostile: none of
//! them can begin a link, markup, a line or a formula of its own.

pub(crate) mod markdown;

use crate::csv::row;
use crate::issue_title::heading;
use crate::reveal::reveal;
use crate::safe_url::SafeUrl;
use crate::text::counted;
use crate::timestamp::Timestamp;
use crate::wire::issue::{Issue, Metadata};
use markdown::{escaped, target};

/// How many characters of what an exception says stand in a list.
const LONGEST_DETAIL: usize = 300;

/// The columns of the table.
const COLUMNS: [&str; 12] = [
    "short_id",
    "title",
    "level",
    "status",
    "project",
    "events",
    "users",
    "first_seen",
    "last_seen",
    "assignee",
    "first_release",
    "url",
];

/// An issue with its absolute address.
#[derive(Clone, Debug)]
pub struct ExportRow<'a> {
    /// The issue.
    pub issue: &'a Issue,
    /// Where it is to be found: without a link if this is no address that is safe to follow.
    pub url: String,
}

/// The issues as a list in Markdown, a line for each.
pub fn markdown(rows: &[ExportRow<'_>]) -> String {
    let mut out = String::new();
    for row in rows {
        push_item(&mut out, row);
    }
    out
}

fn push_item(out: &mut String, row: &ExportRow<'_>) {
    let issue = row.issue;
    let heading = heading(issue.kind, &revealed(&issue.metadata), &reveal(&issue.title), None);
    let name = escaped(&one_line(&issue.short_id));
    out.push_str("- ");
    match SafeUrl::web(&row.url) {
        Some(url) => out.push_str(&format!("[{name}]({})", target(&url))),
        None => out.push_str(&name),
    }
    out.push_str(&format!(" **{}**", escaped(&heading.title)));
    if let Some(detail) = heading.detail {
        out.push_str(": ");
        out.push_str(&escaped(&clipped(&one_line(&detail))));
    }
    out.push_str(&format!(
        " — {}, {}, {}, {}, last seen {}\n",
        escaped(&project(issue)),
        issue.level.as_str(),
        issue.status.as_str(),
        counted(issue.count, "event", "events"),
        minute(issue.last_seen)
    ));
}

/// The issues as a table by RFC 4180, in UTF-8, with a header. Users that are not known are left empty.
pub fn csv(rows: &[ExportRow<'_>]) -> String {
    let mut out = row(COLUMNS);
    for one in rows {
        let issue = one.issue;
        let title = one_line(&reveal(&issue.title));
        let title = if title.is_empty() {
            heading(issue.kind, &revealed(&issue.metadata), "", None).title
        } else {
            title
        };
        let users = issue.user_count.filter(|users| *users > 0);
        let assignee = issue.assigned_to.as_ref().map(|assignee| one_line(&assignee.name));
        let release = issue.first_release.as_ref().map(|release| one_line(&release.version));
        out.push_str(&row([
            one_line(&issue.short_id).as_str(),
            &title,
            issue.level.as_str(),
            issue.status.as_str(),
            &project(issue),
            &issue.count.to_string(),
            &users.map(|users| users.to_string()).unwrap_or_default(),
            &issue.first_seen.to_iso(),
            &issue.last_seen.to_iso(),
            &assignee.unwrap_or_default(),
            &release.unwrap_or_default(),
            &one_line(&one.url),
        ]));
    }
    out
}

/// The project's name, or its slug if there is none.
fn project(issue: &Issue) -> String {
    let name = one_line(&issue.project.name);
    if name.is_empty() {
        one_line(issue.project.slug.as_str())
    } else {
        name
    }
}

/// What a title is made of, with what hides in it made visible before the heading takes it out.
fn revealed(metadata: &Metadata) -> Metadata {
    let shown = |text: &Option<String>| text.as_deref().map(reveal);
    Metadata {
        title: shown(&metadata.title),
        kind: shown(&metadata.kind),
        value: shown(&metadata.value),
        message: shown(&metadata.message),
        ..Metadata::default()
    }
}

/// The text on one line, what hides in it made visible.
fn one_line(text: &str) -> String {
    reveal(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn clipped(text: &str) -> String {
    match text.char_indices().nth(LONGEST_DETAIL) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// The time to the minute: `2026-11-23 08:15 UTC`.
fn minute(time: Timestamp) -> String {
    let iso = time.to_iso();
    match iso.split_once('T') {
        Some((date, clock)) => format!("{date} {} UTC", clock.get(..5).unwrap_or(clock)),
        None => iso,
    }
}

#[cfg(test)]
mod tests;
