//! What a server had against a form, and at which of its controls that is said.

use crate::error::{ApiError, FieldProblem};

/// A refusal, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// What is said at a control, in the server's words; in the order of the form, at most one text for each.
    pub fields: Vec<(&'static str, String)>,
    /// What is about no control of the form.
    pub rest: Option<String>,
}

impl Refusal {
    /// What is said at this control.
    pub fn of(&self, control: &str) -> Option<&str> {
        let at = self.fields.iter().find(|(own, _)| *own == control);
        at.map(|(_, message)| message.as_str())
    }
}

/// Takes a refusal apart. Each of `fields` is the server's name of a field, or the end of its path (`url`,
/// `alertRecipients.0.webhook.url`), and the id of the control for it; the longest name that fits counts.
pub fn refusal(error: &ApiError, fields: &[(&'static str, &'static str)]) -> Refusal {
    let ApiError::Invalid(problems) = error else {
        return Refusal {
            fields: Vec::new(),
            rest: Some(error.sentence()),
        };
    };
    let (mut known, mut others) = (Vec::new(), Vec::new());
    for problem in problems {
        match problem.field.as_deref().and_then(|path| control(path, fields)) {
            Some(control) => known.push((control, problem)),
            None => others.push(problem.clone()),
        }
    }
    let mut refusal = Refusal::default();
    for (_, control) in fields {
        if refusal.of(control).is_some() {
            continue;
        }
        let here = known.iter().filter(|(own, _)| own == control);
        let problems: Vec<FieldProblem> = here.map(|(_, problem)| without_name(problem)).collect();
        if !problems.is_empty() {
            refusal.fields.push((*control, ApiError::Invalid(problems).sentence()));
        }
    }
    if !others.is_empty() || problems.is_empty() {
        refusal.rest = Some(ApiError::Invalid(others).sentence());
    }
    refusal
}

/// The control whose field this path ends in.
fn control(path: &str, fields: &[(&'static str, &'static str)]) -> Option<&'static str> {
    let fits = |name: &str| {
        path.strip_suffix(name)
            .is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    let fitting = fields.iter().filter(|(name, _)| fits(name));
    fitting.max_by_key(|(name, _)| name.len()).map(|(_, control)| *control)
}

/// The problem without the server's name of the field, as the label says that already.
fn without_name(problem: &FieldProblem) -> FieldProblem {
    FieldProblem {
        field: None,
        ..problem.clone()
    }
}

#[cfg(test)]
mod tests;
