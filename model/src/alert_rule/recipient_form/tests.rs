//! Tests of recipients that are edited.

use super::{Kind, RecipientField, RecipientForm, address_problem, complete, tags_of, tags_problem, twin};
use crate::wire::alert::AlertRecipient;

fn zulip() -> AlertRecipient {
    serde_json::from_str(
        r#"{"id": 8, "recipientType": "zulip", "url": "https://chat.example.com", "tagsToAdd": ["device", "os.name"],
            "config": {"bot_email": "bot@example.com", "api_key": "k", "channel": "mobile", "topic": "T", "later": [1]}}"#,
    )
    .expect("a recipient")
}

#[test]
fn addresses_are_completed_and_checked() {
    assert_eq!(complete(" hooks.example.com/1 "), "https://hooks.example.com/1");
    assert_eq!(complete("//hooks.example.com"), "https://hooks.example.com");
    assert_eq!(complete("http://127.0.0.1:9110/x"), "http://127.0.0.1:9110/x");
    for fine in [
        "hooks.example.com/1",
        "localhost:8080/x",
        "http://127.0.0.1:9110/slack",
        "https://x.example/a?b=c",
    ] {
        assert_eq!(address_problem(fine, "https://"), None, "{fine}");
    }
    for wrong in [
        "",
        "https://",
        "ftp://x.example/1",
        "javascript:alert(1)",
        "mailto:a@example.com",
        "https://",
        "not an address",
        "https://user:key@x.example/",
    ] {
        assert!(address_problem(wrong, "https://").is_some(), "{wrong}");
    }
    assert!(address_problem("https://ntfy.sh/", Kind::Ntfy.start()).is_some());
    let long = format!("https://x.example/{}", "a".repeat(2000));
    assert!(address_problem(&long, "https://").is_some());
}

#[test]
fn each_type_has_its_own_fields() {
    assert!(RecipientForm::new(Kind::Email).problems().is_empty());
    let fields = |kind: Kind| -> Vec<RecipientField> {
        let problems = RecipientForm::new(kind).problems();
        problems.into_iter().map(|(field, _)| field).collect()
    };
    for kind in [
        Kind::Webhook,
        Kind::Discord,
        Kind::GoogleChat,
        Kind::Ntfy,
        Kind::Teams,
        Kind::Feishu,
    ] {
        assert_eq!(fields(kind), [RecipientField::Url], "{kind:?}");
    }
    assert_eq!(
        fields(Kind::Zulip),
        [
            RecipientField::Url,
            RecipientField::BotEmail,
            RecipientField::ApiKey,
            RecipientField::Channel
        ]
    );
}

#[test]
fn what_is_not_edited_stays() {
    let base = zulip();
    let form = RecipientForm::of(&base).expect("a form");
    assert_eq!(form.tags, "device, os.name");
    assert_eq!(form.to_recipient(Some(&base)), base, "nothing was changed");
    let changed = RecipientForm {
        channel: " errors ".to_owned(),
        topic: String::new(),
        ..form
    }
    .to_recipient(Some(&base));
    assert_eq!(changed.setting("channel").as_deref(), Some("errors"));
    assert_eq!(changed.setting("topic").as_deref(), Some("GlitchTip Alerts"));
    assert_eq!(changed.setting("apiKey").as_deref(), Some("k"));
    assert_eq!(changed.tags(), ["device", "os.name"]);
    assert!(changed.config.expect("a configuration").get().contains("later"));
}

#[test]
fn a_new_recipient_is_spelled_out() {
    let form = RecipientForm {
        url: "chat.example.com".to_owned(),
        bot_email: "bot@example.com".to_owned(),
        api_key: "k".to_owned(),
        channel: "errors".to_owned(),
        tags: "release  environment,release".to_owned(),
        ..RecipientForm::new(Kind::Zulip)
    };
    assert!(form.problems().is_empty());
    let new = form.to_recipient(None);
    assert_eq!(new.url.as_deref(), Some("https://chat.example.com"));
    assert_eq!(new.setting("botEmail").as_deref(), Some("bot@example.com"));
    assert_eq!(new.tags(), ["release", "environment"]);
    let mail = RecipientForm::new(Kind::Email).to_recipient(None);
    assert_eq!((mail.url.as_deref(), mail.tags_to_add), (Some(""), None));
}

#[test]
fn a_type_that_came_later_has_no_form() {
    assert_eq!(
        RecipientForm::of(&AlertRecipient::new("pager", "https://x.example")),
        None
    );
}

#[test]
fn tags_are_names() {
    assert_eq!(tags_of(" a, b;c\na "), ["a", "b", "c"]);
    assert_eq!(tags_problem("os.name server_name"), None);
    assert!(tags_problem("environment:production").is_some());
}

#[test]
fn nobody_is_told_twice() {
    let all = [
        AlertRecipient::new("email", ""),
        AlertRecipient::new("webhook", "https://x.example/1"),
        zulip(),
    ];
    assert!(twin(&all, None, &AlertRecipient::new("email", "")).is_some());
    assert!(twin(&all, None, &AlertRecipient::new("webhook", "https://x.example/1")).is_some());
    assert_eq!(
        twin(&all, Some(1), &AlertRecipient::new("webhook", "https://x.example/1")),
        None
    );
    assert_eq!(
        twin(&all, None, &AlertRecipient::new("discord", "https://x.example/1")),
        None
    );
    assert_eq!(twin(&all, None, &zulip().with_setting("channel", "other")), None);
}
