//! Refusals of every shape.

use crate::error::{ApiError, FieldProblem};
use crate::testing::texts;

fn read(status: u16, body: &str) -> ApiError {
    ApiError::from_answer(status, None, body)
}

fn invalid(problems: &[(Option<&str>, &str, Option<&str>)]) -> ApiError {
    let owned = |text: &str| text.to_owned();
    ApiError::Invalid(
        problems
            .iter()
            .map(|(field, message, code)| FieldProblem {
                field: field.map(owned),
                message: owned(message),
                code: code.map(owned),
            })
            .collect(),
    )
}

#[test]
fn lists_of_ninja_name_their_fields() {
    let body = r#"{"detail":[{"type":"missing","loc":["body","payload","name"],"msg":"Field required"},
        {"type":"url_parsing","loc":["body","payload","alertRecipients",0,"webhook","url"],"msg":"Input should be a valid URL"},
        {"type":"value_error","loc":["query","cursor"],"msg":"Value error, Invalid cursor.","ctx":{"error":"Invalid cursor."}},
        {"type":"int_parsing","loc":["query","filters","project",0],"msg":"no"},
        {"type":"x","loc":["body"],"msg":"no body"},{"type":"x","loc":["body","payload"],"msg":"whole"}]}"#;
    assert_eq!(
        read(422, body),
        invalid(&[
            (Some("name"), "Field required", Some("missing")),
            (
                Some("alertRecipients.0.webhook.url"),
                "Input should be a valid URL",
                Some("url_parsing")
            ),
            (Some("cursor"), "Invalid cursor.", Some("value_error")),
            (Some("project.0"), "no", Some("int_parsing")),
            (None, "no body", Some("x")),
            (Some("payload"), "whole", Some("x")),
        ])
    );
}

#[test]
fn what_is_raised_by_hand_is_read_too() {
    assert_eq!(
        read(422, r#"{"detail":"URL is required for GET"}"#),
        invalid(&[(None, "URL is required for GET", None)])
    );
    assert_eq!(
        read(422, r#"{"detail":[{"end":"Too many intervals"}]}"#),
        invalid(&[(Some("end"), "Too many intervals", None)])
    );
    assert_eq!(
        read(422, r#"{"detail":[{"message":"dsn key"}]}"#),
        invalid(&[(None, "dsn key", None)])
    );
    assert_eq!(
        read(400, r#"{"errors":{"name":["Required."],"email":["Bad.","Worse."]}}"#),
        invalid(&[
            (Some("email"), "Bad.", None),
            (Some("email"), "Worse.", None),
            (Some("name"), "Required.", None),
        ])
    );
    assert_eq!(read(400, "plain text"), invalid(&[(None, "plain text", None)]));
    for silent in [
        "",
        "  ",
        "{}",
        "[]",
        "null",
        "<html>no</html>",
        r#"{"detail":null}"#,
        r#"{"detail":[1,null,[]]}"#,
    ] {
        assert_eq!(read(400, silent), invalid(&[]), "{silent}");
    }
}

#[test]
fn allauth_gives_codes() {
    let body = r#"{"status":400,"errors":[{"message":"Falsch.","code":"email_password_mismatch","param":"password"},{"message":"x","code":"y"}]}"#;
    let error = read(400, body);
    assert_eq!(
        error,
        invalid(&[
            (Some("password"), "Falsch.", Some("email_password_mismatch")),
            (None, "x", Some("y"))
        ])
    );
    assert!(error.has_code("y") && !error.has_code("z"));
    assert_eq!(error.of_field("password"), Some("Falsch."));
    assert_eq!(error.of_field("email"), None);
}

#[test]
fn statuses_that_need_no_body() {
    for (status, want) in [
        (0, ApiError::Offline),
        (401, ApiError::SignedOut),
        (410, ApiError::SignedOut),
        (403, ApiError::Forbidden(None)),
        (404, ApiError::NotFound),
        (405, ApiError::Server(405)),
        (408, ApiError::Timeout),
        (409, ApiError::Conflict(None)),
        (413, ApiError::Server(413)),
        (429, ApiError::TooMany { retry_after: None }),
        (500, ApiError::Server(500)),
        (502, ApiError::Server(502)),
        (504, ApiError::Timeout),
    ] {
        assert_eq!(read(status, &format!(r#"{{"status":{status}}}"#)), want, "{status}");
        assert_eq!(read(status, "<html><h1>Oops</h1></html>"), want, "{status}");
    }
    assert_eq!(read(401, r#"{"detail":"Unauthorized"}"#), ApiError::SignedOut);
    assert_eq!(
        read(409, r#"{"detail":"Already a member"}"#),
        ApiError::Conflict(Some("Already a member".to_owned()))
    );
}

#[test]
fn forbidden_has_four_meanings() {
    for (body, want) in [
        (r#"{"detail":"CSRF check Failed"}"#, ApiError::Csrf),
        (
            "<!DOCTYPE html><h1>403</h1><p>CSRF-Verifizierung fehlgeschlagen.</p>",
            ApiError::Csrf,
        ),
        ("<!DOCTYPE html><h1>403 Forbidden</h1>", ApiError::Forbidden(None)),
        (
            r#"{"detail":"Authentication credentials were not provided."}"#,
            ApiError::SignedOut,
        ),
        (r#"{"detail":"forbidden"}"#, ApiError::Forbidden(None)),
        (r#"{"detail":"Forbidden"}"#, ApiError::Forbidden(None)),
        (r#"{"detail":"Permission denied"}"#, ApiError::Forbidden(None)),
        (
            r#"{"detail":"Invalid invite token"}"#,
            ApiError::Forbidden(Some("Invalid invite token".to_owned())),
        ),
        ("Forbidden", ApiError::Forbidden(None)),
    ] {
        assert_eq!(read(403, body), want, "{body}");
    }
}

#[test]
fn the_wait_is_read_where_it_is_seconds() {
    let wait = |header| ApiError::from_answer(429, header, r#"{"message":"Please retry later"}"#);
    assert_eq!(wait(Some("600")), ApiError::TooMany { retry_after: Some(600) });
    assert_eq!(wait(Some(" 5 ")), ApiError::TooMany { retry_after: Some(5) });
    for odd in ["", "-1", "Wed, 21 Oct 2026 07:28:00 GMT", "99999999999999"] {
        assert_eq!(wait(Some(odd)), ApiError::TooMany { retry_after: None }, "{odd}");
    }
}

#[test]
fn no_body_breaks_the_reading_or_the_sentence() {
    let deep = format!("{}{}", r#"{"detail":["#.repeat(500), "]}".repeat(500));
    for body in texts(3000).chain([deep]) {
        for body in [
            body.clone(),
            format!(r#"{{"detail":{}}}"#, serde_json::Value::from(body.as_str())),
        ] {
            for status in [0, 200, 302, 400, 403, 409, 422, 429, 500] {
                let sentence = read(status, &body).sentence();
                assert!(
                    !sentence.is_empty() && sentence.chars().count() < 1000,
                    "{body:?}: {sentence}"
                );
                assert!(
                    !sentence.contains('<') && !sentence.contains(char::is_control),
                    "{body:?}: {sentence}"
                );
            }
        }
    }
}
