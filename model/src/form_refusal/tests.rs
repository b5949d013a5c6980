//! Every recorded refusal of a body of settings, and what no recording has.

use super::{Refusal, refusal};
use crate::error::{ApiError, FieldProblem};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The fields of all forms of settings.
const FIELDS: &[(&str, &str)] = &[
    ("name", "the-name"),
    ("slug", "the-slug"),
    ("email", "the-address"),
    ("orgRole", "the-role"),
    ("url", "any-url"),
    ("alertRecipients.0.webhook.url", "first-url"),
];

fn recordings() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/contract/recordings");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: there are no recordings in ../shared/contract");
    None
}

/// A recorded refusal.
struct Recorded {
    name: String,
    path: String,
    error: ApiError,
}

/// Those of organizations, members, teams, projects, keys, alerts, invitations and billing.
fn all(folder: &Path) -> Vec<Recorded> {
    let mut all: Vec<Recorded> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .filter_map(|entry| recorded(&entry.expect("an entry").path()))
        .filter(|one| {
            let starts = |words: &[&str]| words.iter().any(|word| one.name.starts_with(word));
            let parts: Vec<&str> = one.path.trim_matches('/').split('/').skip(2).collect();
            let about = match parts.as_slice() {
                ["organizations"] | ["organizations", _] | ["teams" | "accept" | "stripe", ..] => true,
                ["organizations", _, what, ..] => ["members", "teams"].contains(what),
                ["projects", _, _] => true,
                ["projects", _, _, what, ..] => ["alerts", "keys", "teams"].contains(what),
                _ => false,
            };
            about && starts(&["ERR_", "POST_", "PUT_", "DELETE_"])
        })
        .collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

fn recorded(path: &Path) -> Option<Recorded> {
    let name = path.file_stem()?.to_string_lossy().into_owned();
    if path.extension()? != "json" {
        return None;
    }
    let json: Value = serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()?;
    let status = u16::try_from(json["status"].as_u64()?).ok()?;
    if !(400..500).contains(&status) {
        return None;
    }
    let body = match &json["body"] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        body => body.to_string(),
    };
    Some(Recorded {
        name,
        path: json["path"].as_str()?.to_owned(),
        error: ApiError::from_answer(status, json["headers"]["retry-after"].as_str(), &body),
    })
}

#[test]
fn every_recorded_refusal_is_said_somewhere() {
    let Some(folder) = recordings() else { return };
    let all = all(&folder);
    for Recorded { name, error, .. } in &all {
        let said = refusal(error, FIELDS);
        println!("{name}: {said:?}");
        let texts: Vec<&String> = said.fields.iter().map(|(_, text)| text).chain(&said.rest).collect();
        assert!(!texts.is_empty(), "{name}");
        for text in texts {
            assert!(text.ends_with('.') && !text.contains('<'), "{name}: {text}");
        }
        let is_422 = name.contains("__422");
        let names_none = ["POST_alerts__422_slack_not_supported"].contains(&name.as_str());
        assert_eq!(is_422 && !names_none, said.rest.is_none(), "{name}: {said:?}");
    }
    assert!(all.len() >= 18, "only {} refusals were recorded", all.len());
}

#[test]
fn recorded_problems_go_to_their_controls() {
    let Some(folder) = recordings() else { return };
    for (name, want) in [
        (
            "POST_members__422",
            &[
                (
                    "the-address",
                    "value is not a valid email address: An email address must have an @-sign.",
                ),
                ("the-role", "Input should be 'member', 'admin', 'manager' or 'owner'."),
            ][..],
        ),
        (
            "POST_organizations__422_missing_name",
            &[("the-name", "Field required.")],
        ),
        ("POST_team_projects__422_no_name", &[("the-name", "Field required.")]),
        (
            "POST_teams__422_bad_slug",
            &[("the-slug", "String should match pattern '^[-a-zA-Z0-9_]+$'.")],
        ),
        (
            "POST_alerts__422_bad_url",
            &[("first-url", "Input should be a valid URL, relative URL without a base.")],
        ),
    ] {
        let recorded = recorded(&folder.join(format!("{name}.json"))).expect("a refusal");
        let want: Vec<(&str, String)> = want.iter().map(|(id, text)| (*id, (*text).to_owned())).collect();
        let said = refusal(&recorded.error, FIELDS);
        assert_eq!((said.fields, said.rest), (want, None), "{name}");
    }
    for (name, want) in [
        (
            "POST_members__409_already_member",
            "The user olivia.owner@example.com is already a member.",
        ),
        (
            "DELETE_member__400_owner",
            "User is organization owner. Transfer ownership first.",
        ),
    ] {
        let recorded = recorded(&folder.join(format!("{name}.json"))).expect("a refusal");
        let want = Refusal {
            fields: Vec::new(),
            rest: Some(want.to_owned()),
        };
        assert_eq!(refusal(&recorded.error, FIELDS), want, "{name}");
    }
}

fn problem(field: &str, message: &str) -> FieldProblem {
    FieldProblem {
        field: Some(field.to_owned()),
        message: message.to_owned(),
        code: None,
    }
}

#[test]
fn a_path_goes_by_its_end_and_whole_names_only() {
    let error = ApiError::Invalid(vec![
        problem("alertRecipients.1.discord.url", "Bad"),
        problem("alertRecipients.0.webhook.url", "Worse"),
        problem("alertRecipients.1.discord.url", "Ugly"),
        problem("botEmail", "Missing"),
        problem("curl", "Odd"),
    ]);
    let said = refusal(&error, FIELDS);
    assert_eq!(said.of("any-url"), Some("Bad. Ugly."));
    assert_eq!(said.of("first-url"), Some("Worse."));
    assert_eq!(said.of("the-address"), None);
    assert_eq!(said.rest.as_deref(), Some("botEmail: Missing. curl: Odd."));
}

#[test]
fn two_names_of_one_control_speak_once() {
    let error = ApiError::Invalid(vec![
        problem("rateLimit.count", "Too small"),
        problem("rateLimit.window", "Too large"),
    ]);
    let said = refusal(&error, &[("count", "limit"), ("window", "limit")]);
    assert_eq!(said.fields, [("limit", "Too small. Too large.".to_owned())]);
    assert_eq!(said.rest, None);
}

#[test]
fn what_names_nothing_is_said_all_the_same() {
    for error in [ApiError::Invalid(Vec::new()), ApiError::Offline, ApiError::Server(500)] {
        let said = refusal(&error, FIELDS);
        assert_eq!((said.fields.len(), said.rest), (0, Some(error.sentence())));
    }
}
