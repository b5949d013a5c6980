//! Members, read and written.

use super::{Member, MemberDetail, TeamRole, WriteInvitation, WriteMember};

fn member(pending: bool, user: &str) -> Member {
    let text = format!(r#"{{"id": "7", "email": "Mia@example.com", "pending": {pending}, "user": {user}}}"#);
    serde_json::from_str(&text).expect("a member")
}

#[test]
fn only_an_account_that_may_sign_in_can_be_given_issues() {
    for (pending, user, want) in [
        (
            false,
            r#"{"id": "10", "username": "mia@example.com", "email": "mia@example.com", "name": "Mia Member"}"#,
            Some(("user:10", "Mia Member", "mia@example.com")),
        ),
        (
            false,
            r#"{"id": "10", "email": "mia@work.example.com", "name": " "}"#,
            Some(("user:10", "mia@work.example.com", "mia@work.example.com")),
        ),
        (
            false,
            r#"{"id": "10", "name": null}"#,
            Some(("user:10", "Mia@example.com", "Mia@example.com")),
        ),
        (
            false,
            r#"{"id": "10", "name": "M\u202eia\nX"}"#,
            Some(("user:10", "Mia", "Mia@example.com")),
        ),
        (false, r#"{"id": "10", "isActive": false, "name": "Mia"}"#, None),
        (true, r#"{"id": "10", "name": "Mia"}"#, None),
        (true, "null", None),
        (false, "null", None),
    ] {
        let found = member(pending, user).assignee();
        let found = found
            .as_ref()
            .map(|to| (to.reference(), to.name.as_str(), to.email.as_deref()));
        let want = want.map(|(reference, name, email)| (reference.to_owned(), name, Some(email)));
        assert_eq!(found, want, "{user}");
    }
}

#[test]
fn an_address_is_theirs_in_any_case() {
    let one = member(
        false,
        r#"{"id": "10", "username": "login@example.com", "email": "work@example.com"}"#,
    );
    for (address, want) in [
        ("mia@example.com", true),
        ("LOGIN@example.com", true),
        ("work@Example.com", true),
        ("noah@example.com", false),
        ("", false),
    ] {
        assert_eq!(one.has_address(address), want, "{address}");
    }
    assert!(!member(false, r#"{"id": "10"}"#).has_address(""));
}

#[test]
fn a_member_alone_is_read_with_role_and_teams() {
    let text = r#"{"id": "10", "role": "member", "roleName": "Member", "dateCreated": "2026-11-23T08:15:09.699Z",
        "email": "penny@example.com", "user": null, "pending": true, "isOwner": false, "teams": ["frontend"]}"#;
    let one: MemberDetail = serde_json::from_str(text).expect("a member");
    assert_eq!(
        (one.member.role.as_str(), one.teams.as_slice()),
        ("member", &["frontend".to_owned()][..])
    );
    let without: MemberDetail = serde_json::from_str(r#"{"id": "10"}"#).expect("a member");
    assert!(without.teams.is_empty());
}

#[test]
fn an_invitation_and_a_change_are_spelled_as_the_server_wants_them() {
    let team_roles = vec![TeamRole::of("backend")];
    let invitation = WriteInvitation {
        email: "a@example.com".to_owned(),
        org_role: "admin".to_owned(),
        team_roles: team_roles.clone(),
        send_invite: true,
        reinvite: false,
    };
    assert_eq!(
        serde_json::to_string(&invitation).expect("text"),
        r#"{"email":"a@example.com","orgRole":"admin","teamRoles":[{"teamSlug":"backend","role":""}],"sendInvite":true,"reinvite":false}"#
    );
    let change = WriteMember {
        org_role: "manager".to_owned(),
        team_roles,
    };
    assert_eq!(
        serde_json::to_string(&change).expect("text"),
        r#"{"orgRole":"manager","teamRoles":[{"teamSlug":"backend","role":""}]}"#
    );
}
