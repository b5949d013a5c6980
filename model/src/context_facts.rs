//! What the contexts and the user of an event say, the most telling first.

mod card;
mod user;

pub use card::{ContextCard, context_cards};
pub use user::{UserFact, UserFactKind, user_facts};

use serde_json::{Map, Value};

/// One thing that is known, to be read at a glance. Hostile text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: &'static str,
    /// The value.
    pub value: String,
}

/// A field as a text of one line; none when it is empty, an object or a list.
fn text(map: &Map<String, Value>, name: &str) -> Option<String> {
    let text = match map.get(name)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A whole number; also one that was sent with a fraction or as text.
fn number(map: &Map<String, Value>, name: &str) -> Option<u64> {
    match map.get(name)? {
        Value::Number(number) => number.as_u64().or_else(|| number.as_f64().map(|number| number as u64)),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Bytes as people say them: `512 bytes`, `15.9 GB`. Whole numbers only, since printing fractions would bring the code
/// for it into the bundle.
fn bytes(count: u64) -> String {
    let (unit, name) = match count {
        1 => return "1 byte".to_owned(),
        0 | 2..1_024 => return format!("{count} bytes"),
        1_024..1_048_576 => (1_u64 << 10, "kB"),
        1_048_576..1_073_741_824 => (1 << 20, "MB"),
        1_073_741_824..1_099_511_627_776 => (1 << 30, "GB"),
        _ => (1 << 40, "TB"),
    };
    let (whole, tenth) = (count / unit, count % unit * 10 / unit);
    if tenth == 0 || whole >= 100 {
        format!("{whole} {name}")
    } else {
        format!("{whole}.{tenth} {name}")
    }
}

#[cfg(test)]
mod tests;
