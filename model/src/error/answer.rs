//! Reads refusals: lists of django-ninja, strings raised by hand, allauth's codes, HTML pages.

use super::{ApiError, FieldProblem};
use serde_json::{Map, Value};

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
    Json(Map<String, Value>),
    Page(&'a str),
    Text(&'a str),
}

impl<'a> Body<'a> {
    fn read(body: &'a str) -> Self {
        let body = body.trim();
        match serde_json::from_str(body) {
            Ok(Value::Object(map)) => Self::Json(map),
            Ok(_) => Self::Json(Map::new()),
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
fn collect(value: &Value, field: Option<&str>, into: &mut Vec<FieldProblem>) {
    match value {
        Value::String(text) if !text.trim().is_empty() => into.push(problem(field, text, None)),
        Value::Array(items) => {
            for item in items {
                match item {
                    Value::Object(map) => collect_object(map, into),
                    Value::String(text) => into.push(problem(field, text, None)),
                    _ => {}
                }
            }
        }
        Value::Object(map) => collect_object(map, into),
        _ => {}
    }
}

fn collect_object(map: &Map<String, Value>, into: &mut Vec<FieldProblem>) {
    let text = |key: &str| map.get(key).and_then(Value::as_str);
    if let Some(message) = text("msg") {
        let field = map
            .get("loc")
            .and_then(Value::as_array)
            .and_then(|place| field_of(place));
        into.push(problem(field.as_deref(), message, text("type")));
    } else if let Some(message) = text("message") {
        into.push(problem(text("param"), message, text("code")));
    } else {
        for (field, value) in map {
            match value {
                Value::String(message) => into.push(problem(Some(field), message, None)),
                Value::Array(messages) => {
                    into.extend(
                        messages
                            .iter()
                            .filter_map(Value::as_str)
                            .map(|text| problem(Some(field), text, None)),
                    );
                }
                _ => {}
            }
        }
    }
}

/// `["body", "payload", "alertRecipients", 0, "url"]` as `alertRecipients.0.url`: without the part of the request
/// and the name of the server's own argument.
fn field_of(place: &[Value]) -> Option<String> {
    let wrappers = match place.first().and_then(Value::as_str) {
        Some("body" | "query" | "path" | "header" | "cookie") => 1,
        _ => 0,
    };
    let mut rest = place.get(wrappers..).unwrap_or_default();
    if rest.len() > 1 && matches!(rest[0].as_str(), Some("payload" | "filters" | "data")) {
        rest = &rest[1..];
    }
    let names: Vec<String> = rest
        .iter()
        .filter_map(|part| {
            part.as_str()
                .map(str::to_owned)
                .or_else(|| part.as_u64().map(|number| number.to_string()))
        })
        .collect();
    (!names.is_empty()).then(|| names.join("."))
}

#[cfg(test)]
mod tests;
