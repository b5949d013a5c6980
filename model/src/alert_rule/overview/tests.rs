//! Tests of the overview of all alerts.

use super::{Gap, OverviewView, ProjectAlerts, RuleOf, Show, gap, grouped_recipients};
use crate::alert_reach::ReachedTeam;
use crate::id::{ProjectId, ProjectSlug};
use crate::wire::alert::Alert;

fn alerts(text: &str) -> Vec<Alert> {
    serde_json::from_str(text).expect("alerts")
}

fn project(name: &str, members: u64, text: &str) -> ProjectAlerts {
    ProjectAlerts {
        id: ProjectId::from("1"),
        slug: ProjectSlug::from(name),
        name: name.to_owned(),
        teams: vec![ReachedTeam {
            slug: "backend".to_owned(),
            members: Some(members),
        }],
        alerts: alerts(text),
    }
}

const MAIL: &str =
    r#"[{"quantity": 1, "timespanMinutes": 1, "alertRecipients": [{"recipientType": "email", "url": ""}]}]"#;

#[test]
fn the_url_says_how_it_is_looked_at() {
    let view = OverviewView {
        text: " shop ".to_owned(),
        show: Show::Gaps,
    };
    let pairs = view.to_pairs();
    assert_eq!(OverviewView::from_pairs(&pairs).text, "shop");
    assert_eq!(OverviewView::from_pairs(&pairs).show, Show::Gaps);
    assert!(OverviewView::default().to_pairs().is_empty());
    assert_eq!(OverviewView::from_pairs(&[]), OverviewView::default());
    assert!(view.fits("The Shop API"));
    assert!(!view.fits("Jobs"));
}

#[test]
fn projects_of_which_nobody_is_told_are_found() {
    let of = |project: &ProjectAlerts| gap(&project.alerts, &project.teams);
    assert_eq!(of(&project("a", 3, "[]")), Some(Gap::NoAlert));
    assert_eq!(of(&project("a", 3, MAIL)), None);
    assert_eq!(of(&project("a", 0, MAIL)), Some(Gap::NoTeam));
    let silent = r#"[{"uptime": true, "alertRecipients": []}]"#;
    assert_eq!(of(&project("a", 3, silent)), Some(Gap::NoRecipient));
    let never = r#"[{"uptime": false, "alertRecipients": [{"recipientType": "email"}]}]"#;
    assert_eq!(of(&project("a", 3, never)), Some(Gap::NoRecipient));
    let hook = r#"[{"uptime": true, "alertRecipients": [{"recipientType": "webhook", "url": "https://x.example"}]}]"#;
    assert_eq!(of(&project("a", 0, hook)), None);
}

#[test]
fn where_email_would_help_nobody_it_is_said() {
    let said = |members| Gap::NoAlert.sentence(&project("a", members, "[]").teams);
    assert_eq!(said(3), "It has no alert.");
    assert!(said(0).contains("nobody is in its teams"));
    assert!(Gap::NoAlert.sentence(&[]).contains("nobody is in its teams"));
    assert_eq!(Gap::NoTeam.sentence(&[]).matches("nobody").count(), 1);
}

#[test]
fn each_recipient_is_there_once_with_all_it_is_told() {
    let hooks = r#"[{"uptime": true, "alertRecipients": [
            {"recipientType": "discord", "url": "https://discord.example/1"},
            {"recipientType": "discord", "url": "https://discord.example/2"}]},
        {"uptime": true, "alertRecipients": [{"recipientType": "discord", "url": "https://discord.example/1"}]}]"#;
    let all = [project("a", 3, hooks), project("b", 3, MAIL), project("c", 3, MAIL)];
    let found = grouped_recipients(&all);
    let shown: Vec<(&str, &str, usize)> = found
        .iter()
        .map(|one| (one.kind.as_str(), one.to.as_str(), one.rules.len()))
        .collect();
    assert_eq!(
        shown,
        [
            ("Discord", "discord.example (1)", 2),
            ("Discord", "discord.example (2)", 1),
            ("E-mail", "members of #backend (3)", 2),
        ]
    );
    let first = RuleOf { project: 1, alert: 0 };
    assert_eq!(found[2].rules, [first, RuleOf { project: 2, alert: 0 }]);
}

#[test]
fn both_views_are_searched_by_project_alert_condition_and_recipient() {
    let hook = r#"[{"name": "Night watch", "uptime": true, "alertRecipients": [
        {"recipientType": "webhook", "url": "https://hooks.example/secret"}, {"recipientType": "email"}]},
        {"name": "Never", "alertRecipients": [{"recipientType": "webhook", "url": "https://hooks.example/secret"}]}]"#;
    let all = [project("shop", 3, hook)];
    let words = all[0].words();
    for word in ["shop", "Night watch", "monitor goes down", "hooks.example", "#backend"] {
        assert!(words.contains(word), "{word}: {words}");
    }
    let found = grouped_recipients(&all);
    let (mail, webhook) = (&found[0], &found[1]);
    for word in ["Webhook", "hooks.example", "Night watch", "monitor goes down"] {
        assert!(webhook.words(&all).contains(word), "{word}");
    }
    assert!(!mail.words(&all).contains("Webhook"));
    assert!(!words.contains("secret") && !webhook.words(&all).contains("secret"));
    assert_eq!((webhook.rules.len(), webhook.heard(&all)), (2, 1));
}
