//! What can stand in a row of the table, and how the reader's choice is kept.

use super::EventRows;
use crate::wire::event_row::EventRow;
use serde_json::Value;

/// A column, besides the time and the id that are always there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The event's own title.
    Title,
    /// Who was using the application.
    User,
    /// The release.
    Release,
    /// The environment.
    Environment,
    /// The machine.
    Server,
    /// The transaction or place.
    Culprit,
    /// The value of a tag.
    Tag(String),
}

impl Column {
    /// The columns with a name of their own, in their usual order.
    pub const NAMED: [Self; 6] = [
        Self::Title,
        Self::User,
        Self::Release,
        Self::Environment,
        Self::Server,
        Self::Culprit,
    ];

    /// Those that are there until the reader chooses.
    pub fn usual(titles_differ: bool) -> Vec<Self> {
        let rest = [Self::User, Self::Release, Self::Environment, Self::Server];
        titles_differ.then_some(Self::Title).into_iter().chain(rest).collect()
    }

    /// What stands above it; a tag's key is hostile text.
    pub fn label(&self) -> &str {
        match self {
            Self::Title => "Title",
            Self::User => "User",
            Self::Release => "Release",
            Self::Environment => "Environment",
            Self::Server => "Server",
            Self::Culprit => "Transaction",
            Self::Tag(key) => key,
        }
    }

    /// What stands in it; hostile text, may be absent.
    pub fn value(&self, row: &EventRow) -> Option<String> {
        let value = match self {
            Self::Title => row.title.clone().or_else(|| row.message.clone()),
            Self::User => user_name(row),
            Self::Release => row.tag("release").map(str::to_owned),
            Self::Environment => row.tag("environment").map(str::to_owned),
            Self::Server => row.tag("server_name").map(str::to_owned),
            Self::Culprit => row.culprit.clone(),
            Self::Tag(key) => row.tag(key).map(str::to_owned),
        };
        value.filter(|value| !value.trim().is_empty())
    }

    fn key(&self) -> String {
        match self {
            Self::Title => "title".to_owned(),
            Self::User => "user".to_owned(),
            Self::Release => "release".to_owned(),
            Self::Environment => "environment".to_owned(),
            Self::Server => "server".to_owned(),
            Self::Culprit => "culprit".to_owned(),
            Self::Tag(key) => format!("tag {key}"),
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        match key.strip_prefix("tag ") {
            Some(tag) => (!tag.is_empty()).then(|| Self::Tag(tag.to_owned())),
            None => Self::NAMED.into_iter().find(|column| column.key() == key),
        }
    }
}

/// The chosen columns as one text, one in a line.
pub fn columns_to_text(columns: &[Column]) -> String {
    let lines: Vec<String> = columns
        .iter()
        .map(Column::key)
        .filter(|key| !key.contains(['\n', '\r']))
        .collect();
    lines.join("\n")
}

/// The chosen columns as they were kept; what is no column is left out.
pub fn columns_from_text(text: &str) -> Vec<Column> {
    let mut columns: Vec<Column> = text.lines().filter_map(Column::from_key).collect();
    let mut seen: Vec<Column> = Vec::new();
    columns.retain(|column| {
        let is_new = !seen.contains(column);
        if is_new {
            seen.push(column.clone());
        }
        is_new
    });
    columns
}

/// The keys of all tags of the rows that have no column of their own, in order.
pub fn tag_keys(rows: &EventRows) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for tag in rows.rows.iter().flat_map(|row| &row.tags) {
        if matches!(tag.key.as_str(), "release" | "environment" | "server_name") || tag.key.contains(['\n', '\r']) {
            continue;
        }
        if let Err(at) = keys.binary_search(&tag.key) {
            keys.insert(at, tag.key.clone());
        }
    }
    keys
}

/// The name that says most about who it was.
pub fn user_name(row: &EventRow) -> Option<String> {
    let text = |key: &str| match row.user.as_ref()?.get(key)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let of_user = ["email", "username", "name", "id", "ip_address"]
        .into_iter()
        .filter_map(text);
    let of_tags = ["user.email", "user.username", "user.id"]
        .into_iter()
        .filter_map(|key| row.tag(key).map(str::to_owned));
    // SDKs send `{{auto}}` where the server is to fill in the address.
    of_user
        .chain(of_tags)
        .find(|name| !name.trim().is_empty() && !name.starts_with("{{"))
}
