//! What the server had against a monitor, and where in the form that is said.

use super::{Field, fields};
use crate::error::{ApiError, FieldProblem};
use crate::wire::monitor::MonitorType;

/// A refusal, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// What is said at a field, in the server's words.
    pub fields: Vec<(Field, String)>,
    /// What is about no field of the form.
    pub rest: Option<String>,
}

/// Takes a refusal apart, for a form of this type. A hand-raised 422 names no field (`POST_monitors__422_no_url.json`,
/// `POST_monitors__422_port.json`): its words tell.
pub fn refusal(error: &ApiError, kind: MonitorType) -> Refusal {
    let ApiError::Invalid(problems) = error else {
        return Refusal {
            fields: Vec::new(),
            rest: Some(whole(error)),
        };
    };
    let mut refusal = Refusal::default();
    let mut others = Vec::new();
    for problem in problems {
        let field = match &problem.field {
            Some(name) => Field::of_server(name),
            None => meant(&problem.message),
        };
        match field.filter(|field| fields(kind).contains(field)) {
            Some(field) => refusal.fields.push((field, sentence(problem))),
            None => others.push(problem.clone()),
        }
    }
    if !others.is_empty() || problems.is_empty() {
        refusal.rest = Some(ApiError::Invalid(others).sentence());
    }
    refusal.fields.sort_by_key(|(field, _)| *field);
    refusal
}

/// The field that a sentence is about.
fn meant(message: &str) -> Option<Field> {
    let message = message.to_lowercase();
    let has = |word: &str| message.split(|c: char| !c.is_alphanumeric()).any(|own| own == word);
    [
        ("url", Field::Url),
        ("hostname", Field::Url),
        ("port", Field::Url),
        ("interval", Field::Interval),
        ("timeout", Field::Timeout),
        ("project", Field::Project),
        ("name", Field::Name),
    ]
    .into_iter()
    .find(|(word, _)| has(word))
    .map(|(_, field)| field)
}

/// The server's words without the name of its own field, as the label says that already.
fn sentence(problem: &FieldProblem) -> String {
    let bare = FieldProblem {
        field: None,
        ..problem.clone()
    };
    ApiError::Invalid(vec![bare]).sentence()
}

fn whole(error: &ApiError) -> String {
    match error {
        ApiError::NotFound => {
            "The server does not find this monitor, its organization or its project; or your role does \
                               not let you change monitors here."
                .to_owned()
        }
        error => error.sentence(),
    }
}
