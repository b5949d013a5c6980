//! The recipients in the body of an alert, and the server's words about those it does not take.

use crate::fields::{Fields, problem};
use crate::uptime::alerts::Target;
use serde_json::{Map, Value, json};

/// The word of a kind, and the name that the server's refusals give it.
const KINDS_5_2: &[(&str, &str)] = &[
    ("email", "RecipientType.EMAIL"),
    ("discord", "RecipientType.DISCORD"),
    ("webhook", "RecipientType.GENERAL_WEBHOOK"),
    ("googlechat", "RecipientType.GOOGLE_CHAT"),
];
const ADDED_IN_6_1: &[(&str, &str)] = &[
    ("ntfy", "RecipientType.NTFY"),
    ("teams", "RecipientType.TEAMS"),
    ("zulip", "RecipientType.ZULIP"),
    ("feishu", "RecipientType.FEISHU"),
];
/// What a Zulip recipient needs beside its address: the word of the body, and the one it is read back by.
const ZULIP: [(&str, &str); 4] = [
    ("botEmail", "bot_email"),
    ("apiKey", "api_key"),
    ("channel", "channel"),
    ("topic", "topic"),
];
const DISCRIMINATOR: &str = "'recipient_type' | 'recipientType'";

/// Whether 5.2 knows this kind of recipient.
pub fn is_in_5_2(kind: &str) -> bool {
    KINDS_5_2.iter().any(|(word, _)| *word == kind)
}

/// The recipients that the fields of an alert have; what is wrong with them is noted there.
pub fn read(fields: &mut Fields, is_6_1: bool) -> Vec<Target> {
    let Some(value) = fields.value("alertRecipients").cloned() else {
        return Vec::new();
    };
    let Value::Array(rows) = value else {
        fields.note("alertRecipients", "list_type", "Input should be a valid list", None);
        return Vec::new();
    };
    let added = if is_6_1 { ADDED_IN_6_1 } else { &[] };
    let kinds: Vec<_> = KINDS_5_2.iter().chain(added).copied().collect();
    let mut targets = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        let place = vec![json!("body"), json!("payload"), json!("alertRecipients"), json!(index)];
        match target(row, place, &kinds) {
            Ok(target) => targets.push(target),
            Err(problems) => problems.into_iter().for_each(|problem| fields.add(problem)),
        }
    }
    targets
}

fn target(row: Value, mut place: Vec<Value>, kinds: &[(&str, &str)]) -> Result<Target, Vec<Value>> {
    let tag = row.get("recipientType").or_else(|| row.get("recipient_type"));
    let Some(kind) = tag.and_then(Value::as_str).map(str::to_owned) else {
        let message = format!("Unable to extract tag using discriminator {DISCRIMINATOR}");
        let context = json!({"discriminator": DISCRIMINATOR});
        return Err(vec![problem(&place, "union_tag_not_found", &message, Some(context))]);
    };
    if !kinds.iter().any(|(word, _)| *word == kind) {
        let expected = kinds.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
        let message = format!(
            "Input tag '{kind}' found using {DISCRIMINATOR} does not match any of the expected tags: {expected}"
        );
        let context = json!({"discriminator": DISCRIMINATOR, "tag": kind, "expected_tags": expected});
        return Err(vec![problem(&place, "union_tag_invalid", &message, Some(context))]);
    }
    place.push(json!(kind));
    let mut fields = Fields::of(row, place).map_err(|problem| vec![problem])?;
    let tags = fields.value("tagsToAdd").and_then(Value::as_array).cloned();
    let tags = tags.unwrap_or_default().into_iter();
    let mut config = Value::Null;
    let url = if kind == "email" {
        String::new()
    } else {
        let url = fields.required_text("url", 2000).unwrap_or_default();
        if let Some(trouble) = trouble_with(&url).filter(|_| fields.value("url").is_some_and(Value::is_string)) {
            let message = format!("Input should be a valid URL, {trouble}");
            fields.note("url", "url_parsing", &message, Some(json!({"error": trouble})));
        }
        url
    };
    if kind == "zulip" {
        let settings = ZULIP.map(|(name, kept)| (kept.to_owned(), json!(fields.required_text(name, 255))));
        config = Value::Object(Map::from_iter(settings));
    }
    let problems = fields.problems();
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Target {
        kind,
        url,
        config,
        tags: tags.filter_map(|tag| tag.as_str().map(str::to_owned)).collect(),
    })
}

/// What the server's reader says of an address that it cannot read.
fn trouble_with(url: &str) -> Option<&'static str> {
    if url.is_empty() {
        return Some("input is empty");
    }
    match url.split_once("://") {
        None => Some("relative URL without a base"),
        Some((_, rest)) if rest.is_empty() || rest.starts_with('/') => Some("empty host"),
        Some(_) => None,
    }
}
