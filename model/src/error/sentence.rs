//! Words what went wrong.

use super::{ApiError, FieldProblem};

/// Longer texts of a server are not sentences.
const LONGEST: usize = 200;

/// The sentence for an error, whatever was asked.
pub(super) fn of(error: &ApiError) -> String {
    match error {
        ApiError::Offline => "The server cannot be reached. Check the connection and try again.".to_owned(),
        ApiError::Timeout => "The server took too long to answer. Try again.".to_owned(),
        ApiError::SignedOut => "You are signed out. Sign in to go on.".to_owned(),
        ApiError::Csrf => {
            "The server did not trust this request (CSRF check). Reload the page and try again; if that does not \
             help, this address is missing from the server's trusted origins."
                .to_owned()
        }
        ApiError::Forbidden(reason) => match reason.as_deref().and_then(plain) {
            Some(reason) => format!("You may not do this: {}", ended(reason)),
            None => "You may not do this. A manager or owner of the organization may.".to_owned(),
        },
        ApiError::NotFound => "This is not here. It may have been deleted, or is not for your account.".to_owned(),
        ApiError::Invalid(problems) => invalid(problems),
        ApiError::Conflict(reason) => match reason.as_deref().and_then(plain) {
            Some(reason) => ended(reason),
            None => "This clashes with something that is already there. Reload the page and look again.".to_owned(),
        },
        ApiError::TooMany { retry_after } => too_many(*retry_after),
        ApiError::Server(status) if *status >= 500 => {
            format!("The server failed ({status}). Try again; if it goes on, tell whoever runs this GlitchTip.")
        }
        ApiError::Server(status) => format!("The server refused this (status {status})."),
        ApiError::Unreadable(what) => {
            let what = plain(what).map(|what| format!(" ({what})")).unwrap_or_default();
            format!("The server's answer could not be read{what}. Try again; a newer Glint may be needed.")
        }
    }
}

/// The sentence for an error while signing in, second step included. Decided by status and code, since the
/// server's own texts are in the language of the request.
pub fn sign_in_sentence(error: &ApiError) -> String {
    let has = |code: &str| error.has_code(code);
    let sentence = match error {
        ApiError::Invalid(_) if has("email_password_mismatch") || has("username_password_mismatch") => {
            "The e-mail address or the password is wrong."
        }
        ApiError::Invalid(_) if has("too_many_login_attempts") => {
            "Too many failed attempts for this address. Wait five minutes, then try again, or reset the password."
        }
        ApiError::Invalid(_) if has("incorrect_code") => {
            "The code is wrong or was used already. Wait for the next one, or use a recovery code."
        }
        ApiError::Invalid(_) if has("incorrect_password") => "The password is wrong.",
        ApiError::Invalid(_) if has("required") => "Fill in both fields.",
        ApiError::Invalid(_) if has("invalid") => "This is no e-mail address.",
        ApiError::Conflict(_) => "You are signed in already. Reload the page.",
        ApiError::SignedOut => "Signing in was not finished in time. Start again with your password.",
        ApiError::Offline => "The server cannot be reached, so nobody can sign in. Check the connection and try again.",
        ApiError::Timeout => "The server took too long to sign you in. Try again.",
        ApiError::Csrf => {
            "The server did not trust the sign-in (CSRF check). Reload the page and try again; if that does not help, \
             cookies are blocked or this address is missing from the server's trusted origins."
        }
        ApiError::Server(status) if *status >= 500 => {
            "The server is failing, so nobody can sign in. Try again later, or tell whoever runs this GlitchTip."
        }
        _ => return of(error),
    };
    sentence.to_owned()
}

fn too_many(retry_after: Option<u32>) -> String {
    let wait = match retry_after {
        None => "Wait a few minutes, then try again.".to_owned(),
        Some(seconds @ 0..=1) => format!("Try again in {} second.", seconds.max(1)),
        Some(seconds @ 2..=90) => format!("Try again in {seconds} seconds."),
        Some(seconds @ 91..=5400) => format!("Try again in {} minutes.", seconds.div_ceil(60)),
        Some(seconds) => format!("Try again in {} hours.", seconds.div_ceil(3600)),
    };
    format!("Too many requests. {wait}")
}

fn invalid(problems: &[FieldProblem]) -> String {
    let mut said = String::new();
    let mut last_field = None;
    for problem in problems.iter().take(3) {
        let field = problem.field.as_deref().and_then(plain);
        let part = match (field, plain(&problem.message)) {
            (Some(field), Some(message)) if last_field == Some(field) => format!(" {}", ended(message)),
            (Some(field), Some(message)) => format!(" {field}: {}", ended(message)),
            (Some(field), None) => format!(" {field} is not accepted."),
            (None, Some(message)) => format!(" {}", ended(message)),
            (None, None) => continue,
        };
        last_field = field;
        said.push_str(&part);
    }
    if said.is_empty() {
        "The server did not accept this, and did not say why. Check what you entered.".to_owned()
    } else {
        said.trim_start().to_owned()
    }
}

/// The server's text where it is fit to be shown: short, one line, no markup.
fn plain(text: &str) -> Option<&str> {
    let text = text.trim();
    let fit =
        !text.is_empty() && text.chars().count() <= LONGEST && !text.contains(|c: char| c == '<' || c.is_control());
    fit.then_some(text)
}

fn ended(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '。']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

#[cfg(test)]
mod tests {
    use super::sign_in_sentence;
    use crate::error::ApiError;
    use std::collections::BTreeSet;

    fn with_code(code: &str) -> ApiError {
        ApiError::from_answer(
            400,
            None,
            &format!(r#"{{"errors":[{{"message":"Irgendwas.","code":"{code}","param":"x"}}]}}"#),
        )
    }

    #[test]
    fn every_reason_not_to_sign_in_has_its_own_sentence() {
        let reasons = [
            with_code("email_password_mismatch"),
            with_code("too_many_login_attempts"),
            with_code("incorrect_code"),
            with_code("incorrect_password"),
            with_code("required"),
            with_code("invalid"),
            with_code("something_new"),
            ApiError::TooMany { retry_after: None },
            ApiError::TooMany { retry_after: Some(30) },
            ApiError::Csrf,
            ApiError::Offline,
            ApiError::Timeout,
            ApiError::Server(500),
            ApiError::SignedOut,
            ApiError::Conflict(None),
            ApiError::Forbidden(None),
            ApiError::NotFound,
        ];
        let sentences: BTreeSet<String> = reasons.iter().map(sign_in_sentence).collect();
        assert_eq!(sentences.len(), reasons.len(), "{sentences:#?}");
        assert!(!sign_in_sentence(&with_code("incorrect_code")).contains("Irgendwas"));
        assert!(sign_in_sentence(&with_code("something_new")).contains("Irgendwas"));
    }

    #[test]
    fn text_of_the_server_is_shown_only_where_it_is_fit() {
        let said = |text: &str| ApiError::Conflict(Some(text.to_owned())).sentence();
        assert_eq!(said(" Already a member "), "Already a member.");
        assert_eq!(said("Really?"), "Really?");
        for unfit in ["", "<b>no</b>", "two\nlines", &"x".repeat(300), "\0"] {
            assert!(said(unfit).starts_with("This clashes"), "{unfit:?}");
        }
    }

    #[test]
    fn fields_are_named_once() {
        let body = r#"{"errors":[{"message":"Too short.","code":"a","param":"password"},{"message":"Too common","code":"b","param":"password"},{"message":"<i>","code":"c","param":"name"}]}"#;
        let error = ApiError::from_answer(400, None, body);
        assert_eq!(
            error.sentence(),
            "password: Too short. Too common. name is not accepted."
        );
    }

    #[test]
    fn the_wait_is_told_in_fitting_units() {
        let wait = |seconds| {
            ApiError::TooMany {
                retry_after: Some(seconds),
            }
            .sentence()
        };
        for (seconds, want) in [
            (0, "1 second."),
            (1, "1 second."),
            (30, "30 seconds."),
            (91, "2 minutes."),
            (600, "10 minutes."),
            (7200, "2 hours."),
            (u32::MAX, "1193047 hours."),
        ] {
            assert_eq!(wait(seconds), format!("Too many requests. Try again in {want}"));
        }
    }

    #[test]
    fn only_what_may_pass_is_retried() {
        for error in [
            ApiError::Offline,
            ApiError::Timeout,
            ApiError::Csrf,
            ApiError::Server(502),
            ApiError::Unreadable(String::new()),
        ] {
            assert!(error.can_retry(), "{error:?}");
        }
        for error in [
            ApiError::SignedOut,
            ApiError::NotFound,
            ApiError::Invalid(Vec::new()),
            ApiError::Server(413),
        ] {
            assert!(!error.can_retry(), "{error:?}");
        }
    }
}
