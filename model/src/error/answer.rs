//! Reads refusals: lists of django-ninja, strings raised by hand, allauth's codes, HTML pages.

use super::{ApiError, FieldProblem};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// An object of which nothing is read before it is wanted: `Value` would bring numbers and trees into the bundle.
type Object<'a> = BTreeMap<std::borrow::Cow<'a, str>, &'a RawValue>;

/// A value in the shape it is hoped to have.
fn shaped<'a, T: Deserialize<'a>>(value: &'a RawValue) -> Option<T> {
    serde_json::from_str(value.get()).ok()
}

/// Reads a refusal.
pub(super) fn read(status: u16, retry_after: Option<&str>, body: &str) -> ApiError {
    let body = Body::read(body);
    match status {
        0 => ApiError::Offline,
        401 => ApiError::SignedOut,
        403 => forbidden(&body),
        404 => ApiError::NotFound,
        // allauth's word for a session that is over.
        410 => ApiError::SignedOut,
        408 | 504 => ApiError::Timeout,
        409 => ApiError::Conflict(body.text()),
        429 => ApiError::TooMany {
            retry_after: retry_after.and_then(|seconds| seconds.trim().parse().ok()),
        },
        400 | 422 => ApiError::Invalid(body.problems()),
        _ => ApiError::Server(status),
    }
}

fn forbidden(body: &Body) -> ApiError {
    let text = match body {
        Body::Page(html) if html.contains("CSRF") => return ApiError::Csrf,
        Body::Page(_) => None,
        _ => body.text(),
    };
    match text {
        Some(text) if text.contains("CSRF") => ApiError::Csrf,
        Some(text) if text.starts_with("Authentication credentials") || text == "Unauthorized" => ApiError::SignedOut,
        Some(text) if text.eq_ignore_ascii_case("forbidden") || text == "Permission denied" => {
            ApiError::Forbidden(None)
        }
        text => ApiError::Forbidden(text),
    }
}

enum Body<'a> {
    Json(Object<'a>),
    Page(&'a str),
    Text(&'a str),
}

impl<'a> Body<'a> {
    fn read(body: &'a str) -> Self {
        let body = body.trim();
        match serde_json::from_str::<&RawValue>(body) {
            Ok(value) => Self::Json(shaped(value).unwrap_or_default()),
            _ if body.starts_with('<') => Self::Page(body),
            _ => Self::Text(body),
        }
    }

    /// The one text of a refusal that is not about fields.
    fn text(&self) -> Option<String> {
        match self {
            Self::Json(_) => self.problems().into_iter().next().map(|problem| problem.message),
            Self::Text(text) if !text.is_empty() => Some((*text).to_owned()),
            Self::Text(_) | Self::Page(_) => None,
        }
    }

    fn problems(&self) -> Vec<FieldProblem> {
        let mut problems = Vec::new();
        match self {
            Self::Json(map) => {
                for key in ["detail", "errors", "message"] {
                    if let Some(value) = map.get(key) {
                        collect(value, None, &mut problems);
                    }
                }
            }
            Self::Text(text) if !text.is_empty() => problems.push(problem(None, text, None)),
            Self::Text(_) | Self::Page(_) => {}
        }
        problems
    }
}

fn problem(field: Option<&str>, message: &str, code: Option<&str>) -> FieldProblem {
    FieldProblem {
        field: field.map(str::to_owned),
        // pydantic's mark for what a validator raised.
        message: message
            .strip_prefix("Value error, ")
            .unwrap_or(message)
            .trim()
            .to_owned(),
        code: code.map(str::to_owned),
    }
}

/// Adds what a value says: a text, a list of problems, or fields with texts. Problems do not nest deeper.
fn collect(value: &RawValue, field: Option<&str>, into: &mut Vec<FieldProblem>) {
    if let Some(text) = shaped::<String>(value) {
        if !text.trim().is_empty() {
            into.push(problem(field, &text, None));
        }
    } else if let Some(items) = shaped::<Vec<&RawValue>>(value) {
        for item in items {
            if let Some(text) = shaped::<String>(item) {
                into.push(problem(field, &text, None));
            } else if let Some(object) = shaped(item) {
                collect_object(&object, into);
            }
        }
    } else if let Some(object) = shaped(value) {
        collect_object(&object, into);
    }
}

fn collect_object(object: &Object<'_>, into: &mut Vec<FieldProblem>) {
    let text = |key: &str| object.get(key).and_then(|value| shaped::<String>(value));
    if let Some(message) = text("msg") {
        let field = object
            .get("loc")
            .and_then(|value| shaped(value))
            .and_then(|place: Vec<&RawValue>| field_of(&place));
        into.push(problem(field.as_deref(), &message, text("type").as_deref()));
    } else if let Some(message) = text("message") {
        into.push(problem(text("param").as_deref(), &message, text("code").as_deref()));
    } else {
        for (field, value) in object {
            if let Some(message) = shaped::<String>(value) {
                into.push(problem(Some(field), &message, None));
            } else if let Some(messages) = shaped::<Vec<&RawValue>>(value) {
                into.extend(
                    messages
                        .iter()
                        .filter_map(|text| shaped::<String>(text))
                        .map(|text| problem(Some(field), &text, None)),
                );
            }
        }
    }
}

/// `["body", "payload", "alertRecipients", 0, "url"]` as `alertRecipients.0.url`: without the part of the request
/// and the name of the server's own argument.
fn field_of(place: &[&RawValue]) -> Option<String> {
    let mut names: Vec<String> = place
        .iter()
        .filter_map(|part| shaped::<String>(part).or_else(|| shaped::<u64>(part).map(|number| number.to_string())))
        .collect();
    if matches!(
        names.first().map(String::as_str),
        Some("body" | "query" | "path" | "header" | "cookie")
    ) {
        names.remove(0);
    }
    if names.len() > 1 && matches!(names[0].as_str(), "payload" | "filters" | "data") {
        names.remove(0);
    }
    (!names.is_empty()).then(|| names.join("."))
}

#[cfg(test)]
mod tests;
