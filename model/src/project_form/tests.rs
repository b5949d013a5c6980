//! What is wrong with what is typed, and what the server kept.

use super::*;
use crate::dsn::Dsn;
use crate::error::ApiError;
use crate::wire::environment::Environment;
use crate::wire::project::{Project, UpdateProject};
use crate::wire::project_key::{KeyRateLimit, ProjectKey, WriteProjectKey};

#[test]
fn names_have_up_to_64_characters() {
    assert_eq!(name_problem("Shop"), None);
    assert_eq!(name_problem(&"ä".repeat(64)), None);
    assert!(name_problem(&"ä".repeat(65)).is_some_and(|text| text.contains("65")));
    assert!(name_problem("  ").is_some());
}

#[test]
fn slugs_are_plain() {
    for (slug, is_fine) in [
        ("shop-api_2", true),
        (" shop ", true),
        ("", false),
        ("not a slug!", false),
        ("é", false),
    ] {
        assert_eq!(slug_problem(slug).is_none(), is_fine, "{slug}");
    }
    assert!(slug_problem(&"x".repeat(51)).is_some());
    let taken = ["shop-api", "Jobs"];
    let of = |slug| new_slug_problem(slug, "shop-api", taken.into_iter());
    assert_eq!(of("shop-core"), None);
    assert!(of("shop-api").is_some_and(|text| text.contains("it has")));
    assert!(of(" jobs ").is_some_and(|text| text.starts_with("Another project")));
    assert!(of("").is_some());
}

#[test]
fn a_throttle_is_a_percentage() {
    for (typed, want) in [
        ("0", Some(0)),
        ("", Some(0)),
        ("30", Some(30)),
        (" 100 % ", Some(100)),
        ("101", None),
        ("-1", None),
        ("1.5", None),
        ("many", None),
    ] {
        assert_eq!(rate_of(typed), want, "{typed}");
        assert_eq!(throttle_problem(typed).is_some(), want.is_none(), "{typed}");
    }
    assert!(throttle_sentence(30).starts_with("30 % of events are dropped"));
    assert!(throttle_sentence(0).contains("kept"));
    assert_eq!(throttle_sentence(100), throttle_sentence(250));
}

fn project() -> Project {
    serde_json::from_str(
        r#"{"id": "1", "name": "Jobs", "slug": "jobs", "platform": null, "dateCreated": "2026-01-01T00:00:00Z",
            "eventThrottleRate": 10}"#,
    )
    .expect("a project")
}

#[test]
fn only_what_was_touched_is_sent() {
    let before = GeneralTexts::of(&project());
    let change = |change: fn(&mut GeneralTexts)| {
        let mut now = before.clone();
        change(&mut now);
        let (name, update) = now.change_from(&before);
        (name, update.platform, update.event_throttle_rate)
    };
    assert_eq!(change(|_| ()), (None, None, None));
    assert_eq!(
        change(|now| now.name = " Work ".to_owned()),
        (Some("Work".to_owned()), None, None)
    );
    assert_eq!(change(|now| now.throttle = "33 %".to_owned()), (None, None, Some(33)));
    assert_eq!(change(|now| now.throttle = "010".to_owned()), (None, None, None));
    assert_eq!(
        change(|now| now.platform = "go".to_owned()),
        (None, Some(Some("go".to_owned())), None)
    );
    let go = GeneralTexts {
        platform: "go".to_owned(),
        ..before.clone()
    };
    assert_eq!(before.change_from(&go).1.platform, Some(None));
}

#[test]
fn what_the_server_did_not_keep_is_named() {
    let has = project();
    let same = UpdateProject {
        name: "Jobs".to_owned(),
        platform: None,
        slug: None,
        event_throttle_rate: Some(10),
    };
    assert!(not_kept(&same, &has).is_empty());
    let cleared = Project {
        platform: Some("go".to_owned()),
        ..project()
    };
    assert!(not_kept(&same, &cleared).is_empty());
    let clearing = UpdateProject {
        platform: Some(None),
        ..same.clone()
    };
    assert_eq!(not_kept(&clearing, &cleared), [("platform", "go".to_owned())]);
    let other = UpdateProject {
        name: "Work".to_owned(),
        platform: Some(Some("go".to_owned())),
        slug: Some("work".to_owned()),
        event_throttle_rate: Some(20),
    };
    let names: Vec<&str> = not_kept(&other, &has).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["name", "platform", "slug", "event throttle"]);
}

#[test]
fn a_team_that_is_not_found_is_one_that_one_may_not_use() {
    assert!(create_refusal(&ApiError::NotFound).is_some_and(|text| text.starts_with("You may not")));
    assert!(create_refusal(&ApiError::Forbidden(None)).is_some());
    assert!(create_refusal(&ApiError::Server(500)).is_none());
}

#[test]
fn limits_are_read_and_said() {
    let hour = |count| Some(KeyRateLimit { window: 3_600, count });
    for (typed, want) in [
        ("", Ok(None)),
        ("  ", Ok(None)),
        ("1000", Ok(hour(1_000))),
        ("1 000", Ok(hour(1_000))),
        ("1\u{202f}000", Ok(hour(1_000))),
        ("0", Err(())),
        ("-5", Err(())),
        ("ten", Err(())),
    ] {
        assert_eq!(limit_of(typed, 3_600).map_err(|_| ()), want, "{typed}");
    }
    assert!(limit_problem("x").is_some());
    assert_eq!(limit_words(None), "No rate limit");
    assert_eq!(limit_words(hour(1)), "1 event per hour");
    let odd = KeyRateLimit { window: 90, count: 5 };
    assert_eq!(limit_words(Some(odd)), "5 events in 90 seconds");
}

fn key(name: &str) -> ProjectKey {
    let text = format!(
        r#"{{"name": {name}, "rateLimit": {{"window": 3600, "count": 1000}}, "dateCreated": "2026-11-23T08:15:02.250Z",
            "id": "b817a27b", "dsn": {{"public": "https://abc@errors.example.com/1"}}}}"#
    );
    serde_json::from_str(&text).expect("a key")
}

#[test]
fn a_change_that_was_not_kept_is_noticed() {
    let limit = Some(KeyRateLimit {
        window: 3_600,
        count: 1_000,
    });
    let sent = |name: &str, rate_limit| WriteProjectKey {
        name: name.to_owned(),
        rate_limit,
    };
    assert!(is_kept(&sent("staging key", limit), &key("\"staging key\"")));
    assert!(is_kept(&sent("", limit), &key("null")));
    // contract/recordings/PUT_project_key__200_does_not_save.json
    assert!(!is_kept(&sent("renamed?", None), &key("\"staging key\"")));
    assert!(!is_kept(&sent("staging key", None), &key("\"staging key\"")));
}

#[test]
fn browsers_report_to_the_key() {
    let dsn = Dsn::parse("https://abc@errors.example.com/1").expect("a DSN");
    assert_eq!(
        csp_header(&dsn),
        "Content-Security-Policy-Report-Only: default-src 'self'; \
         report-uri https://errors.example.com/api/1/security/?glitchtip_key=abc"
    );
    assert!(key_name_problem(&"x".repeat(65)).is_some());
    assert!(key_name_problem("").is_none());
}

#[test]
fn each_environment_stands_there_once() {
    let one = |name: &str, is_hidden| Environment {
        id: 1,
        name: name.to_owned(),
        is_hidden: Some(is_hidden),
    };
    let all = vec![
        one("staging", true),
        one("production", true),
        one("staging", false),
        one("staging", true),
    ];
    let found: Vec<(String, bool)> = distinct(all)
        .into_iter()
        .map(|environment| (environment.name, environment.is_hidden == Some(true)))
        .collect();
    assert_eq!(found, [("production".to_owned(), true), ("staging".to_owned(), false)]);
}

#[test]
fn commands_are_safe_to_paste() {
    let text = source_maps("https://errors.example.com", "acme", "shop-web");
    assert!(text.contains("--org acme --project shop-web --release \"$VERSION\" ./dist"));
    assert!(text.starts_with("export SENTRY_URL=https://errors.example.com\n"));
    assert!(debug_files("x", "a'; rm -rf ~", "p").contains(r"--org 'a'\''; rm -rf ~' --project p"));
    for (bytes, want) in [
        (0, "0 bytes"),
        (1, "1 byte"),
        (75, "75 bytes"),
        (12_345, "12 kB"),
        (3_400_000, "3.4 MB"),
        (25_000_000, "25 MB"),
    ] {
        assert_eq!(size_text(bytes), want);
    }
}

#[test]
fn what_was_found_is_said_of_what_was_asked() {
    for (with, asked, failed, count, want) in [
        (0, 20, 0, 43, "None of the newest 20 releases has files."),
        (3, 20, 0, 43, "3 of the newest 20 releases have files."),
        (1, 5, 0, 5, "1 of the 5 releases has files."),
        (0, 1, 0, 1, "The one release that was looked at has no files."),
        (
            2,
            5,
            2,
            5,
            "2 of the 3 releases have files. 2 releases could not be asked.",
        ),
        (0, 1, 1, 1, "1 release could not be asked."),
    ] {
        assert_eq!(files_found(with, asked, failed, count), want);
    }
}
