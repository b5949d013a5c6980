//! Where in an alert a refusal is said: `alertRecipients.0.webhook.url` is the address of the first recipient.

use super::draft::RuleField;
use super::recipient_form::RecipientField;
use crate::error::{ApiError, FieldProblem};

/// A refusal, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleRefusal {
    /// About a recipient, by its place; the field when it is about one.
    pub recipients: Vec<(usize, Option<RecipientField>, String)>,
    /// About a part of the alert itself.
    pub fields: Vec<(RuleField, String)>,
    /// About the whole.
    pub rest: Option<String>,
}

impl RuleRefusal {
    /// What is said about one recipient, as a refusal of its own form: each field by its own name.
    pub fn of_recipient(&self, at: usize) -> Option<ApiError> {
        let problems: Vec<FieldProblem> = self
            .recipients
            .iter()
            .filter(|(place, _, _)| *place == at)
            .map(|(_, field, message)| FieldProblem {
                field: field.map(|field| field.wire().to_owned()),
                message: message.clone(),
                code: None,
            })
            .collect();
        (!problems.is_empty()).then_some(ApiError::Invalid(problems))
    }

    /// The same without what is said about this recipient, since it was changed or taken away; those after it move up
    /// when it was.
    pub fn without_recipient(mut self, at: usize, is_gone: bool) -> Self {
        self.recipients.retain(|(place, _, _)| *place != at);
        for (place, _, _) in self
            .recipients
            .iter_mut()
            .filter(|(place, _, _)| is_gone && *place > at)
        {
            *place -= 1;
        }
        self
    }
}

/// Takes a refusal apart; `count` is how many recipients were sent.
pub fn rule_refusal(error: &ApiError, count: usize) -> RuleRefusal {
    let mut refusal = RuleRefusal::default();
    let problems = match error {
        ApiError::Invalid(problems) if !problems.is_empty() => problems,
        _ => {
            refusal.rest = Some(error.sentence());
            return refusal;
        }
    };
    let mut rest = Vec::new();
    for problem in problems {
        let place: Vec<&str> = problem.field.as_deref().unwrap_or_default().split('.').collect();
        let words = words(problem);
        match place.as_slice() {
            ["alertRecipients" | "alert_recipients", at, inner @ ..]
                if at.parse().is_ok_and(|at: usize| at < count) =>
            {
                let at = at.parse().unwrap_or_default();
                let field = inner.last().copied().and_then(RecipientField::from_wire);
                refusal.recipients.push((at, field, words));
            }
            [.., last] => match RuleField::from_wire(last) {
                Some(field) => refusal.fields.push((field, words)),
                None => rest.push(words),
            },
            [] => rest.push(words),
        }
    }
    refusal.rest = (!rest.is_empty()).then(|| rest.join(" "));
    refusal
}

fn words(problem: &FieldProblem) -> String {
    match problem.code.as_deref() {
        Some("union_tag_invalid" | "union_tag_not_found") => {
            "This server does not know recipients of this type.".to_owned()
        }
        Some("missing") => "The server wants this field.".to_owned(),
        _ => problem.message.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{RecipientField, RuleField, rule_refusal};
    use crate::error::ApiError;

    fn refused(body: &str) -> ApiError {
        ApiError::from_answer(422, None, body)
    }

    #[test]
    fn a_bad_address_is_said_at_its_recipient() {
        // contract/recordings/POST_alerts__422_bad_url.json
        let error = refused(
            r#"{"detail": [{"type": "url_parsing", "loc": ["body", "payload", "alertRecipients", 1, "webhook", "url"],
                "msg": "Input should be a valid URL, relative URL without a base"}]}"#,
        );
        let refusal = rule_refusal(&error, 2);
        let words = "Input should be a valid URL, relative URL without a base";
        assert_eq!(refusal.recipients, [(1, Some(RecipientField::Url), words.to_owned())]);
        assert_eq!(refusal.rest, None);
        assert_eq!(refusal.of_recipient(0), None);
        let own = refusal.of_recipient(1).expect("a refusal");
        assert_eq!(own.of_field("url"), Some(words));
        let moved = refusal.clone().without_recipient(0, true);
        assert!(moved.of_recipient(0).is_some());
        assert!(refusal.without_recipient(1, false).recipients.is_empty());
    }

    #[test]
    fn a_type_the_server_does_not_know_is_said_so() {
        // contract/recordings/POST_alerts__422_slack_not_supported.json
        let error = refused(
            r#"{"detail": [{"type": "union_tag_invalid", "loc": ["body", "payload", "alertRecipients", 0],
                "msg": "Input tag 'slack' found"}]}"#,
        );
        let refusal = rule_refusal(&error, 1);
        assert_eq!(refusal.recipients[0].1, None);
        assert!(refusal.recipients[0].2.contains("does not know"));
    }

    #[test]
    fn fields_of_zulip_and_of_the_alert_itself() {
        let error = refused(
            r#"{"detail": [{"type": "missing", "loc": ["body", "payload", "alertRecipients", 0, "zulip", "botEmail"], "msg": "Field required"},
                {"type": "int", "loc": ["body", "payload", "timespanMinutes"], "msg": "Too large"},
                {"type": "x", "loc": ["body", "payload", "alertRecipients", 7, "url"], "msg": "Out of reach"}]}"#,
        );
        let refusal = rule_refusal(&error, 1);
        assert_eq!(refusal.recipients[0].1, Some(RecipientField::BotEmail));
        assert_eq!(refusal.fields, [(RuleField::Window, "Too large".to_owned())]);
        assert_eq!(refusal.rest.as_deref(), Some("Out of reach"));
    }

    #[test]
    fn what_is_about_nothing_in_particular_is_about_the_whole() {
        assert!(rule_refusal(&ApiError::Offline, 1).rest.is_some());
        assert!(rule_refusal(&ApiError::Invalid(Vec::new()), 1).rest.is_some());
    }
}
