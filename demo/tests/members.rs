//! Members and invitations: sending, accepting, running out, roles, leaving, handing over.

mod support;

use glint_model::timestamp::Timestamp;
use serde_json::{Value, json};
use support::{NOW, Visitor};

const MEMBERS: &str = "/api/0/organizations/acme/members/";

/// Somebody else at the same server.
async fn beside(first: &Visitor, email: &str) -> Visitor {
    let mut visitor = Visitor::anonymous();
    visitor.router = first.router.clone();
    if !email.is_empty() {
        visitor.sign_in(email).await;
    }
    visitor
}

fn invitation(email: &str) -> Value {
    json!({"email": email, "orgRole": "member", "teamRoles": [{"teamSlug": "frontend", "role": ""}]})
}

/// The address of the API that the link of an invitation leads to.
async fn link(visitor: &mut Visitor, email: &str) -> String {
    let all = visitor.get("/__demo/invitations").await.json();
    let mut rows = all.as_array().into_iter().flatten();
    let row = rows.find(|row| row["email"] == email).expect("an invitation");
    format!("/api/0{}", row["path"].as_str().unwrap_or_default())
}

#[tokio::test]
async fn an_invitation_is_sent_accepted_once_and_still_read_after() {
    let mut admin = Visitor::admin().await;
    let email = "nora.new@example.com";
    let sent = admin.send("POST", MEMBERS, Some(invitation(email))).await;
    assert_eq!((sent.status, &sent.json()["pending"]), (201, &json!(true)));
    let member = format!("{MEMBERS}{}/", sent.json()["id"].as_str().unwrap_or_default());
    assert_eq!(admin.get(&member).await.json()["teams"], json!(["frontend"]));
    let link = link(&mut admin, email).await;
    let mut nobody = beside(&admin, "").await;
    let shown = nobody.get(&link).await.json();
    assert_eq!(
        (&shown["orgUser"]["organization"]["slug"], &shown["orgUser"]["user"]),
        (&json!("acme"), &Value::Null)
    );
    let accepts = json!({"acceptInvite": true});
    assert_eq!(nobody.send("POST", &link, Some(accepts.clone())).await.status, 401);
    let member_already = admin.send("POST", &link, Some(accepts.clone())).await;
    assert_eq!(member_already.status, 409);
    let mut nora = beside(&admin, email).await;
    let declined = nora.send("POST", &link, Some(json!({"acceptInvite": false}))).await;
    assert_eq!(declined.json()["orgUser"]["pending"], json!(true));
    assert_eq!(nora.send("POST", &link, Some(json!({}))).await.status, 422);
    let accepted = nora.send("POST", &link, Some(accepts.clone())).await.json();
    assert_eq!(
        (&accepted["acceptInvite"], &accepted["orgUser"]["pending"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(nora.get("/api/0/organizations/").await.json()[0]["slug"], "acme");
    let used = nobody.get(&link).await;
    assert_eq!(
        (used.status, &used.json()["orgUser"]["user"]["email"]),
        (200, &json!(email))
    );
    let mut gus = beside(&admin, "gus.globex@example.com").await;
    let late = gus.send("POST", &link, Some(accepts)).await;
    assert_eq!(
        (late.status, late.json()),
        (403, json!({"detail": "Invalid invite token"}))
    );
}

#[tokio::test]
async fn links_run_out_and_are_renewed() {
    let mut admin = Visitor::admin().await;
    let old = link(&mut admin, "paula.past@example.com").await;
    assert_eq!(admin.get(&old).await.status, 403);
    let again = admin
        .send("POST", MEMBERS, Some(invitation("paula.past@example.com")))
        .await;
    assert_eq!((again.status, &again.json()["id"]), (201, &json!("14")));
    let new = link(&mut admin, "paula.past@example.com").await;
    assert_ne!(old, new);
    assert_eq!(admin.get(&new).await.status, 200);
    assert_eq!(admin.get(&old).await.status, 403);
    let expire = "/__demo/invitations?id=14&expired=1";
    assert_eq!(admin.send("POST", expire, None).await.status, 200);
    assert_eq!(admin.get(&new).await.status, 403);
    assert_eq!(admin.send("POST", "/__demo/invitations?id=1", None).await.status, 404);
    assert_eq!(admin.get("/api/0/accept/99999/x/").await.status, 404);
    assert_eq!(admin.get("/api/0/accept/x/x/").await.status, 422);
}

#[tokio::test]
async fn the_fifty_first_invitation_has_to_wait() {
    let mut admin = Visitor::admin().await;
    for number in 0..50 {
        let sent = admin
            .send("POST", MEMBERS, Some(invitation(&format!("guest{number}@example.com"))))
            .await;
        assert_eq!(sent.status, 201);
    }
    let refused = admin.send("POST", MEMBERS, Some(invitation("late@example.com"))).await;
    assert_eq!((refused.status, refused.header("retry-after")), (429, "300"));
    assert_eq!(refused.json(), json!({"message": "Please retry later"}));
}

#[tokio::test]
async fn addresses_are_checked() {
    let mut admin = Visitor::admin().await;
    for (email, want) in [
        ("bad", "An email address must have an @-sign."),
        ("@example.com", "There must be something before the @-sign."),
        ("a@", "There must be something after the @-sign."),
        (
            "a@b",
            "The part after the @-sign is not valid. It should have a period.",
        ),
    ] {
        let refused = admin.send("POST", MEMBERS, Some(invitation(email))).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.json()["detail"][0]["ctx"]["reason"], want);
    }
}

#[tokio::test]
async fn an_organization_is_handed_over_by_an_owner_and_roles_stay() {
    let mut admin = Visitor::admin().await;
    let mut olivia = beside(&admin, "olivia.owner@example.com").await;
    let mut max = beside(&admin, "max.manager@example.com").await;
    let to_max = format!("{MEMBERS}3/set_owner/");
    assert_eq!(max.send("POST", &to_max, None).await.status, 403);
    assert_eq!(
        admin.send("POST", &format!("{MEMBERS}7/set_owner/"), None).await.status,
        400
    );
    let handed = olivia.send("POST", &to_max, None).await.json();
    assert_eq!((&handed["role"], &handed["isOwner"]), (&json!("manager"), &json!(true)));
    let old = admin.get(&format!("{MEMBERS}1/")).await.json();
    assert_eq!((&old["role"], &old["isOwner"]), (&json!("owner"), &json!(false)));
    let list = admin.get(MEMBERS).await.json();
    let owners = list
        .as_array()
        .into_iter()
        .flatten()
        .filter(|row| row["isOwner"] == true);
    assert_eq!(owners.count(), 1);
    assert_eq!(admin.send("DELETE", &format!("{MEMBERS}1/"), None).await.status, 204);
    assert_eq!(admin.get("/api/0/organizations/acme/").await.status, 404);
}

#[tokio::test]
async fn an_invitation_of_somebody_above_is_left_alone() {
    let mut admin = Visitor::admin().await;
    let mut max = beside(&admin, "max.manager@example.com").await;
    let email = "ona.owner@example.com";
    let as_owner = json!({"email": email, "orgRole": "owner", "teamRoles": []});
    assert_eq!(admin.send("POST", MEMBERS, Some(as_owner)).await.status, 201);
    assert_eq!(max.send("POST", MEMBERS, Some(invitation(email))).await.status, 403);
    assert_eq!(admin.send("POST", MEMBERS, Some(invitation(email))).await.status, 201);
    assert_eq!(max.send("POST", MEMBERS, Some(invitation(email))).await.status, 201);
}

#[tokio::test]
async fn whom_it_belongs_to_stays_an_owner() {
    let mut olivia = Visitor::signed_in("olivia.owner@example.com").await;
    let body = json!({"orgRole": "member", "teamRoles": []});
    let refused = olivia.send("PUT", &format!("{MEMBERS}1/"), Some(body)).await;
    assert_eq!(refused.status, 400);
    let removed = olivia.send("DELETE", &format!("{MEMBERS}1/"), None).await;
    assert_eq!(
        (removed.status, removed.json()),
        (
            400,
            json!({"detail": "User is organization owner. Transfer ownership first."})
        )
    );
}

#[tokio::test]
async fn open_invitations_of_the_seed_are_days_old_and_the_one_that_ran_out_is_older() {
    const DAY_MS: i64 = 86_400_000;
    let mut admin = Visitor::admin().await;
    let list = admin.get(MEMBERS).await.json();
    let rows = list.as_array().into_iter().flatten();
    let now = Timestamp::parse(NOW).expect("a moment");
    let ages: Vec<(i64, &str)> = rows
        .filter(|row| row["pending"] == true)
        .map(|row| {
            let sent = Timestamp::parse(row["dateCreated"].as_str().unwrap_or_default()).expect("a moment");
            ((now.0 - sent.0) / DAY_MS, row["email"].as_str().unwrap_or_default())
        })
        .collect();
    assert_eq!(ages.len(), 3);
    for (age, email) in ages {
        let is_open = email != "paula.past@example.com";
        assert_eq!((0..15).contains(&age), is_open, "{email} is {age} days old");
    }
}
