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
    let said: Vec<String> = problems
        .iter()
        .filter_map(|problem| {
            let message = plain(&problem.message)?;
            Some(match problem.field.as_deref().and_then(plain) {
                Some(field) => format!("{field}: {}", ended(message)),
                None => ended(message),
            })
        })
        .take(3)
        .collect();
    if said.is_empty() {
        "The server did not accept this, and did not say why. Check what you entered.".to_owned()
    } else {
        said.join(" ")
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
