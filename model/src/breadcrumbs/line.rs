//! What a breadcrumb says in one line, and which of its data that leaves.

use super::crumb::NO_WORD;
use super::http::StatusClass;
use super::kind::CrumbKind;
use crate::json_view::leaf;
use crate::reveal::reveal;
use crate::safe_url::SafeUrl;
use serde_json::{Map, Value};

/// Longer addresses are cut in the line, and stay whole with the data.
const LONGEST_ADDRESS: usize = 300;

/// So many values stand in the line of a crumb that says nothing in words.
const VALUES: usize = 3;

/// Longer values do not stand in a line.
const LONGEST_VALUE: usize = 60;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What is shown.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// What a piece of a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Words.
    Text,
    /// Code: a selector, SQL.
    Code,
    /// What matters less: an arrow, a level.
    Aside,
    /// The status of an answer.
    Status(StatusClass),
    /// An address that may be followed.
    Link(SafeUrl),
}

type Line = Vec<Piece>;

/// The line, and everything that is not in it.
pub(super) fn line_of(
    kind: CrumbKind,
    level: &str,
    message: Option<&str>,
    data: Option<Value>,
) -> (Line, Vec<(String, Value)>) {
    let (mut data, other) = match data {
        Some(Value::Object(fields)) => (fields, None),
        Some(Value::Array(items)) if items.is_empty() => (Map::new(), None),
        other => (Map::new(), other),
    };
    let message = message.filter(|message| !message.trim().is_empty());
    let mut line = match kind {
        CrumbKind::Http => http(&mut data),
        CrumbKind::Navigation => navigation(&mut data),
        CrumbKind::User if message.is_none() => {
            code(&mut data, &["view.id", "view.tag", "ui.component_name", "target"])
        }
        CrumbKind::Query if message.is_none() => code(&mut data, &["query", "sql", "statement", "db.statement"]),
        CrumbKind::Console if level != NO_WORD => vec![piece(level, Role::Aside)],
        _ => Vec::new(),
    };
    if let Some(message) = message {
        let is_code = matches!(kind, CrumbKind::User | CrumbKind::Query);
        line.push(piece(message, if is_code { Role::Code } else { Role::Text }));
    }
    let mut rest: Vec<(String, Value)> = data.into_iter().collect();
    rest.extend(other.map(|other| ("data".to_owned(), other)));
    if line.is_empty() {
        line = summary(&rest);
    }
    (line, rest)
}

fn http(data: &mut Map<String, Value>) -> Line {
    let mut line = Vec::new();
    line.extend(
        word(
            data,
            &["method", "http.method", "http.request.method", "request_method"],
        )
        .map(text),
    );
    line.extend(address(data, &["url", "http.url", "url.full"]));
    line.extend(status(
        data,
        &["status_code", "http.response.status_code", "statusCode", "status"],
    ));
    line
}

fn navigation(data: &mut Map<String, Value>) -> Line {
    let from = address(data, &["from"]);
    let to = address(data, &["to"]);
    let arrow = (from.is_some() || to.is_some()).then(|| piece("→", Role::Aside));
    from.into_iter().chain(arrow).chain(to).collect()
}

fn code(data: &mut Map<String, Value>, keys: &[&str]) -> Line {
    word(data, keys)
        .map(|word| piece(&word, Role::Code))
        .into_iter()
        .collect()
}

/// The first values that say something by themselves.
fn summary(data: &[(String, Value)]) -> Line {
    let told = data.iter().filter_map(|(key, value)| {
        let value = leaf(value)?.text;
        let is_short = key.len() + value.len() <= LONGEST_VALUE;
        is_short.then(|| format!("{}: {value}", reveal(key)))
    });
    let told: Vec<String> = told.take(VALUES).collect();
    let line = (!told.is_empty()).then(|| Piece {
        text: told.join(", "),
        role: Role::Aside,
    });
    line.into_iter().collect()
}

/// The text or number under the first of the keys that has one; it is taken out.
fn word(data: &mut Map<String, Value>, keys: &[&str]) -> Option<String> {
    let (key, text) = keys.iter().find_map(|key| match data.get(*key)? {
        Value::String(text) if !text.trim().is_empty() => Some((*key, text.clone())),
        Value::Number(number) => Some((*key, number.to_string())),
        _ => None,
    })?;
    data.remove(key);
    Some(text)
}

fn address(data: &mut Map<String, Value>, keys: &[&str]) -> Option<Piece> {
    let key = keys
        .iter()
        .find(|key| matches!(data.get(**key), Some(Value::String(_))))?;
    let whole = word(data, &[key])?;
    let role = SafeUrl::web(&whole).map_or(Role::Text, Role::Link);
    let Some((end, _)) = whole.char_indices().nth(LONGEST_ADDRESS) else {
        return Some(piece(&whole, role));
    };
    let cut = format!("{}…", whole.get(..end).unwrap_or_default());
    data.insert((*key).to_owned(), Value::String(whole));
    Some(piece(&cut, role))
}

fn status(data: &mut Map<String, Value>, keys: &[&str]) -> Option<Piece> {
    let status = word(data, keys)?;
    let class = status.trim().parse().map_or(StatusClass::Unknown, StatusClass::of);
    let text = format!("{} {}", status.trim(), class.word());
    Some(piece(text.trim_end(), Role::Status(class)))
}

fn text(text: String) -> Piece {
    piece(&text, Role::Text)
}

fn piece(text: &str, role: Role) -> Piece {
    Piece {
        text: reveal(text),
        role,
    }
}
