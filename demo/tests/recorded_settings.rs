//! Recorded requests about organizations, projects, keys, teams and members, sent to the demo.

mod support;

use serde_json::Value;
use std::collections::BTreeSet;
use support::{Visitor, contract, read_json};

/// Whose request it is, the recording, and what the recorded path is called in the demo.
type Case = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const ADMIN: &str = "admin@example.com";
const MEMBER: &str = "mia.member@example.com";
const NOBODY: &str = "";

/// In this order: some need what those before have made.
const CASES: &[Case] = &[
    (ADMIN, "POST_organizations__422_missing_name", &[]),
    (ADMIN, "POST_organizations__201_second", &[]),
    (ADMIN, "GET_organization_detail__404", &[]),
    (ADMIN, "PUT_organization__200", &[]),
    (MEMBER, "ERR_403_member_updates_org", &[]),
    (MEMBER, "ERR_403_member_invites", &[]),
    (MEMBER, "ERR_member_creates_team", &[]),
    (ADMIN, "POST_teams__422_bad_slug", &[]),
    (ADMIN, "POST_teams__duplicate_slug", &[]),
    (ADMIN, "GET_team_detail", &[]),
    (ADMIN, "GET_team_members", &[]),
    (ADMIN, "GET_team_projects", &[]),
    (ADMIN, "POST_team_projects__201_same_name_gets_other_slug", &[]),
    (ADMIN, "POST_team_projects__404_team", &[]),
    (ADMIN, "POST_team_projects__422_no_name", &[]),
    (ADMIN, "DELETE_project__204", &[]),
    (ADMIN, "GET_project_teams", &[]),
    (ADMIN, "POST_project_team__201", &[]),
    (ADMIN, "DELETE_project_team__200", &[]),
    (ADMIN, "PUT_project__200", &[]),
    (ADMIN, "PUT_project__eventThrottleRate_250", &[]),
    (ADMIN, "GET_project_detail__404", &[]),
    (ADMIN, "PUT_project_environment__200_hide", &[]),
    (ADMIN, "GET_project_environments__all", &[]),
    (ADMIN, "GET_environments__visibility_hidden", &[]),
    (ADMIN, "POST_project_keys__201", &[]),
    (ADMIN, "GET_member_detail", &[]),
    (ADMIN, "GET_member_detail__pending", &[("/10/", "/7/")]),
    (ADMIN, "POST_members__422", &[]),
    (ADMIN, "POST_members__201_pending", &[]),
    (ADMIN, "POST_members__409_already_invited", &[]),
    (ADMIN, "POST_members__409_already_member", &[]),
    (ADMIN, "POST_member_team__201", &[("/9/", "/5/")]),
    (ADMIN, "DELETE_member_team__200", &[("/9/", "/5/")]),
    (ADMIN, "POST_member_team__join_me", &[]),
    (ADMIN, "DELETE_member_team__leave_me", &[]),
    (ADMIN, "PUT_member__200_role", &[("/9/", "/5/")]),
    (ADMIN, "DELETE_member__400_owner", &[]),
    (ADMIN, "DELETE_member__204", &[("/12/", "/6/")]),
    (NOBODY, "GET_accept_invite__403_bad_token", &[("/5/", "/7/")]),
    (ADMIN, "POST_member_set_owner__200", &[("/5/", "/2/")]),
];

#[tokio::test]
async fn recorded_requests_get_answers_of_the_recorded_kind() {
    let Some(contract) = contract() else { return };
    let mut admin = Visitor::admin().await;
    let mut member = Visitor::anonymous();
    let mut nobody = Visitor::anonymous();
    member.router = admin.router.clone();
    nobody.router = admin.router.clone();
    member.sign_in(MEMBER).await;
    for (who, stem, names) in CASES {
        let recording = read_json(&contract.join(format!("recordings/{stem}.json")));
        let text = |name: &str| recording[name].as_str().unwrap_or_default();
        let mut path = text("path").to_owned();
        for (from, to) in *names {
            path = path.replace(from, to);
        }
        if let Some(query) = recording["query"].as_object().filter(|query| !query.is_empty()) {
            let pairs: Vec<_> = query
                .iter()
                .map(|(name, value)| format!("{name}={}", value.as_str().unwrap_or_default()))
                .collect();
            path = format!("{path}?{}", pairs.join("&"));
        }
        let visitor = match *who {
            ADMIN => &mut admin,
            MEMBER => &mut member,
            _ => &mut nobody,
        };
        let body = Some(&recording["requestBody"]).filter(|body| !body.is_null());
        let answer = visitor.send(text("method"), &path, body.cloned()).await;
        let status = recording["status"].as_u64().unwrap_or_default();
        assert_eq!(u64::from(answer.status), status, "{stem}: {}", answer.text);
        assert_eq!(
            answer.header("content-type"),
            recording["headers"]["content-type"],
            "{stem}"
        );
        let (found, want) = (answer.json(), &recording["body"]);
        if want.is_string() {
            continue;
        }
        if status >= 400 {
            assert_eq!(&found, want, "{stem}");
        } else {
            let problems = differences(&found, want, stem);
            assert!(problems.is_empty(), "{}", problems.join("\n"));
        }
    }
}

/// What differs between two values in names and in kinds of what they name, by place. Of lists the first items count;
/// an empty list and null say nothing.
fn differences(found: &Value, want: &Value, place: &str) -> Vec<String> {
    match (found, want) {
        (Value::Object(found), Value::Object(want)) => {
            let names: BTreeSet<_> = found.keys().chain(want.keys()).collect();
            let inner = names.into_iter().map(|name| match (found.get(name), want.get(name)) {
                (Some(found), Some(want)) => differences(found, want, &format!("{place}.{name}")),
                (mine, _) => vec![format!("{place}.{name} is there only in one, mine: {}", mine.is_some())],
            });
            inner.flatten().collect()
        }
        (Value::Array(found), Value::Array(want)) => found
            .first()
            .zip(want.first())
            .map_or_else(Vec::new, |(a, b)| differences(a, b, &format!("{place}[0]"))),
        (Value::Null, _) | (_, Value::Null) => Vec::new(),
        (found, want) if std::mem::discriminant(found) == std::mem::discriminant(want) => Vec::new(),
        (found, want) => vec![format!("{place}: {found}, not {want}")],
    }
}
