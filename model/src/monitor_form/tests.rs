use super::{Field, MonitorForm, completed_web, fields, host_port_of, may_write, problems, refusal};
use crate::error::ApiError;
use crate::id::ProjectId;
use crate::testing::texts;
use crate::wire::monitor::{Monitor, MonitorType};

fn typed(kind: MonitorType, url: &str) -> MonitorForm {
    let mut form = MonitorForm {
        kind,
        name: "Shop".to_owned(),
        ..MonitorForm::default()
    };
    form.set_url(url.to_owned());
    form
}

fn wrong(form: &MonitorForm) -> Vec<Field> {
    problems(form).into_iter().map(|(field, _)| field).collect()
}

fn monitor(kind: &str) -> Monitor {
    let text = format!(
        r#"{{"projectID": "3", "monitorType": "{kind}", "id": 5, "created": "2026-11-23T08:15:13.950Z", "name": "Slow",
        "url": "http://127.0.0.1:9104/pay", "expectedStatus": null, "expectedBody": null, "interval": 90, "timeout": null}}"#
    );
    serde_json::from_str(&text).expect("a monitor")
}

#[test]
fn each_type_has_its_own_fields() {
    for kind in MonitorType::ALL {
        let has = |field| fields(kind).contains(&field);
        let expects = matches!(kind, MonitorType::Get | MonitorType::Post);
        let looks = kind != MonitorType::Heartbeat;
        assert!(has(Field::Kind) && has(Field::Name) && has(Field::Interval) && has(Field::Project));
        assert_eq!((has(Field::Url), has(Field::Timeout)), (looks, looks), "{kind:?}");
        assert_eq!(
            (has(Field::ExpectedStatus), has(Field::ExpectedBody)),
            (expects, expects),
            "{kind:?}"
        );
    }
}

#[test]
fn only_what_the_type_has_is_sent() {
    let form = MonitorForm {
        web: " https://shop.example ".to_owned(),
        host_port: "db.example:5432".to_owned(),
        expected_body: "fine".to_owned(),
        timeout: "5".to_owned(),
        project: Some(ProjectId::new("7")),
        ..typed(MonitorType::Get, "")
    };
    let sent = form.to_send().expect("fit");
    assert_eq!(
        (sent.url.as_str(), sent.timeout, sent.expected_status),
        ("https://shop.example", Some(5), Some(200))
    );
    assert_eq!(
        (sent.expected_body.as_str(), sent.project),
        ("fine", Some(ProjectId::new("7")))
    );
    let sent = form.clone().with_kind(MonitorType::Ping).to_send().expect("fit");
    assert_eq!(
        (sent.expected_status, sent.expected_body.as_str(), sent.timeout),
        (None, "", Some(5))
    );
    let sent = form.clone().with_kind(MonitorType::Port).to_send().expect("fit");
    assert_eq!(sent.url, "db.example:5432");
    let sent = form.clone().with_kind(MonitorType::Heartbeat).to_send().expect("fit");
    assert_eq!((sent.url.as_str(), sent.timeout, sent.interval), ("", None, 60));
    // And back: nothing is lost.
    assert_eq!(
        form.clone()
            .with_kind(MonitorType::Heartbeat)
            .with_kind(MonitorType::Get),
        form
    );
}

#[test]
fn a_port_is_made_of_the_address_where_there_is_none_yet() {
    let form = typed(MonitorType::Ping, "https://shop.example/health").with_kind(MonitorType::Port);
    assert_eq!(form.url(), "shop.example:443");
    let form = typed(MonitorType::Ping, "https:/").with_kind(MonitorType::Port);
    assert_eq!(form.url(), "");
    for (web, host_port) in [
        ("http://a.example", Some("a.example:80")),
        ("HTTP://a.example:8080/x?y", Some("a.example:8080")),
        ("https://[::1]/", Some("[::1]:443")),
        ("https://me:secret@a.example", Some("a.example:443")),
        ("ftp://a.example", None),
        ("", None),
    ] {
        assert_eq!(host_port_of(web).as_deref(), host_port, "{web}");
    }
}

#[test]
fn web_addresses_are_checked() {
    for url in [
        "https://a.example",
        "http://127.0.0.1:9101/",
        "https://[2001:db8::1]:8443/x",
        "http://localhost",
        "https://münchen.example/ü",
        "https://u:p@a.example/",
    ] {
        assert_eq!(wrong(&typed(MonitorType::Ping, url)), [], "{url}");
    }
    for url in [
        "",
        "a.example",
        "ftp://a.example",
        "https://",
        "https:///x",
        "https://a b",
        "https://a:0",
        "https://a:70000",
        "https://a:b",
        "https://..",
        "javascript:alert(1)",
    ] {
        assert_eq!(wrong(&typed(MonitorType::Ping, url)), [Field::Url], "{url}");
    }
    let long = format!("https://a.example/{}", "x".repeat(2_000));
    assert_eq!(wrong(&typed(MonitorType::Ssl, &long)), [Field::Url]);
}

#[test]
fn ports_are_checked() {
    for url in ["127.0.0.1:9111", "db.example.com:5432", "[::1]:80", "cache:6379"] {
        assert_eq!(wrong(&typed(MonitorType::Port, url)), [], "{url}");
    }
    for url in [
        "127.0.0.1",
        "https://a.example:443",
        ":80",
        "a:",
        "a:0",
        "a:65536",
        "a:+1",
        "a b:1",
        "::1:80",
        "[::1]",
        "",
    ] {
        assert_eq!(wrong(&typed(MonitorType::Port, url)), [Field::Url], "{url}");
    }
}

#[test]
fn numbers_and_lengths_are_checked() {
    let with = |change: fn(&mut MonitorForm)| {
        let mut form = typed(MonitorType::Get, "https://a.example");
        change(&mut form);
        wrong(&form)
    };
    assert_eq!(with(|_| {}), []);
    for text in ["0", "-1", "32768", "1.5", "", "x", "99999999999999999999"] {
        let mut form = typed(MonitorType::Get, "https://a.example");
        form.interval = text.to_owned();
        assert_eq!(wrong(&form), [Field::Interval], "{text}");
    }
    assert_eq!(with(|form| form.interval = " 32767 ".to_owned()), []);
    assert_eq!(with(|form| form.timeout = "60".to_owned()), []);
    assert_eq!(with(|form| form.timeout = "61".to_owned()), [Field::Timeout]);
    assert_eq!(with(|form| form.timeout = "0".to_owned()), [Field::Timeout]);
    assert_eq!(
        with(|form| form.expected_status = "99".to_owned()),
        [Field::ExpectedStatus]
    );
    assert_eq!(
        with(|form| form.expected_status = String::new()),
        [Field::ExpectedStatus]
    );
    assert_eq!(with(|form| form.name = "  ".to_owned()), [Field::Name]);
    assert_eq!(with(|form| form.name = "ü".repeat(200)), []);
    assert_eq!(with(|form| form.name = "x".repeat(201)), [Field::Name]);
    assert_eq!(
        with(|form| form.expected_body = "x".repeat(2_001)),
        [Field::ExpectedBody]
    );
    // What a type does not have is not wrong either.
    let mut form = typed(MonitorType::Heartbeat, "nonsense");
    form.timeout = "x".to_owned();
    assert_eq!(wrong(&form), []);
}

#[test]
fn a_missing_scheme_is_completed() {
    assert_eq!(
        completed_web(" shop.example/x ").as_deref(),
        Some("https://shop.example/x")
    );
    assert_eq!(
        completed_web("localhost:8000").as_deref(),
        Some("https://localhost:8000")
    );
    for text in ["", "http://a.example", "shop", "a b.example", "javascript:alert(1)"] {
        assert_eq!(completed_web(text), None, "{text}");
    }
}

#[test]
fn a_monitor_that_is_there_fills_the_form() {
    let form = MonitorForm::of(&monitor("POST")).expect("known");
    assert_eq!(
        (form.web.as_str(), form.interval.as_str(), form.timeout.as_str()),
        ("http://127.0.0.1:9104/pay", "90", "")
    );
    assert_eq!(
        (form.expected_status.as_str(), form.project.clone()),
        ("200", Some(ProjectId::new("3")))
    );
    let copy = MonitorForm::copy_of(&monitor("POST")).expect("known");
    assert_eq!(
        copy,
        MonitorForm {
            name: "Copy of Slow".to_owned(),
            ..form
        }
    );
    assert_eq!(MonitorForm::of(&monitor("DNS")), None);
}

#[test]
fn what_is_typed_can_be_kept() {
    let form = typed(MonitorType::Port, "a:1");
    let text = serde_json::to_string(&form).expect("text");
    assert_eq!(serde_json::from_str::<MonitorForm>(&text).expect("a form"), form);
}

/// The recorded refusals: `POST_monitors__422_*.json`, `POST_monitors__interval_100000.json`.
#[test]
fn the_servers_words_are_said_where_they_belong() {
    let of = |status, body: &str, kind| refusal(&ApiError::from_answer(status, None, body), kind);
    let said = of(422, r#"{"detail": "URL is required for GET"}"#, MonitorType::Get);
    assert_eq!(
        (said.fields, said.rest),
        (vec![(Field::Url, "URL is required for GET.".to_owned())], None)
    );
    let said = of(
        422,
        r#"{"detail": "Invalid Port URL, expected hostname and port"}"#,
        MonitorType::Port,
    );
    let words = "Invalid Port URL, expected hostname and port.".to_owned();
    assert_eq!((said.fields, said.rest), (vec![(Field::Url, words)], None));
    let body = r#"{"detail": [{"type": "less_than_equal", "loc": ["body", "payload", "timeout"],
        "msg": "Input should be less than or equal to 60", "ctx": {"le": 60}}]}"#;
    let said = of(422, body, MonitorType::Get);
    let words = "Input should be less than or equal to 60.".to_owned();
    assert_eq!((said.fields, said.rest), (vec![(Field::Timeout, words.clone())], None));
    // A field that is not on screen cannot say it.
    let said = of(422, body, MonitorType::Heartbeat);
    assert_eq!((said.fields, said.rest), (vec![], Some(format!("timeout: {words}"))));
    let said = of(
        500,
        "<!doctype html><title>Server Error (500)</title>",
        MonitorType::Get,
    );
    assert!(said.fields.is_empty() && said.rest.is_some_and(|rest| rest.contains("500")));
    let said = of(422, "{}", MonitorType::Get);
    assert!(said.fields.is_empty() && said.rest.is_some());
    let said = of(404, r#"{"detail":"Not Found"}"#, MonitorType::Get);
    assert!(said.rest.is_some_and(|rest| rest.contains("role")));
    let body = r#"{"detail": [{"type": "x", "loc": ["body", "payload", "interval"], "msg": "b"},
        {"type": "x", "loc": ["body", "payload", "name"], "msg": "a"}, {"type": "x", "loc": ["body", "payload", "region"], "msg": "c"}]}"#;
    let said = of(422, body, MonitorType::Ping);
    let at: Vec<Field> = said.fields.iter().map(|(field, _)| *field).collect();
    assert_eq!(
        (at, said.rest.as_deref()),
        (vec![Field::Name, Field::Interval], Some("region: c."))
    );
}

#[test]
fn no_text_breaks_the_form() {
    for text in texts(2_000) {
        for kind in MonitorType::ALL {
            let mut form = typed(kind, &text);
            form.interval = text.clone();
            form.timeout = text.clone();
            let _ = form.to_send();
        }
        let _ = refusal(&ApiError::from_answer(422, None, &text), MonitorType::Get);
        let _ = completed_web(&text);
    }
}

#[test]
fn members_only_look() {
    let scopes = |all: &[&str]| all.iter().map(|scope| (*scope).to_owned()).collect::<Vec<_>>();
    assert!(!may_write(&scopes(&[
        "event:admin",
        "org:read",
        "project:read",
        "project:releases"
    ])));
    assert!(may_write(&scopes(&["org:read", "project:write"])));
}
