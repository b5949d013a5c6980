//! Who was using the application.

use super::text;
use serde_json::{Map, Value};

/// What kind of thing is known of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserFactKind {
    /// An e-mail address.
    Email,
    /// Anything else.
    Text,
}

/// One thing that is known of a user. Hostile text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserFact {
    /// What it is.
    pub label: &'static str,
    /// The value.
    pub value: String,
    /// What can be done with it.
    pub kind: UserFactKind,
}

/// The fields that every SDK knows, in the order in which they are read; and everything else.
pub fn user_facts(user: &Map<String, Value>) -> (Vec<UserFact>, Vec<(String, Value)>) {
    let known = [
        ("Name", "name"),
        ("Username", "username"),
        ("E-mail", "email"),
        ("Id", "id"),
        ("IP address", "ip_address"),
        ("Segment", "segment"),
    ];
    let mut facts: Vec<UserFact> = known
        .iter()
        .filter_map(|(label, name)| {
            Some(UserFact {
                label,
                value: text(user, name)?,
                kind: if *name == "email" {
                    UserFactKind::Email
                } else {
                    UserFactKind::Text
                },
            })
        })
        .collect();
    let place = user.get("geo").and_then(place);
    let has_place = place.is_some();
    facts.extend(place.map(|value| UserFact {
        label: "Place",
        value,
        kind: UserFactKind::Text,
    }));
    let is_told = |name: &str| {
        known.iter().any(|(_, known)| *known == name) && text(user, name).is_some() || name == "geo" && has_place
    };
    let rest = user
        .iter()
        .filter(|(name, value)| !value.is_null() && !is_told(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    (facts, rest)
}

/// `Recife, Pernambuco, BR`; none when it has other fields than these, so that none is lost.
fn place(geo: &Value) -> Option<String> {
    let geo = geo.as_object()?;
    let known = ["city", "subdivision", "region", "country_code"];
    let is_known = |name: &str| known.contains(&name);
    let words: Vec<String> = known.iter().filter_map(|name| text(geo, name)).collect();
    let is_whole = geo
        .iter()
        .all(|(name, value)| value.is_null() || is_known(name) && text(geo, name).is_some());
    (is_whole && !words.is_empty()).then(|| words.join(", "))
}
