//! An alert while it is edited, what is wrong with it, and how it is sent.

use super::sentence;
use crate::wire::alert::{Alert, AlertRecipient, WriteAlert};

/// The longest name that the server keeps.
const LONGEST_NAME: usize = 255;

/// A part of an alert that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleField {
    /// What it is about at all.
    Condition,
    /// How many events it takes.
    Quantity,
    /// Within how many minutes.
    Window,
    /// Its name.
    Name,
}

impl RuleField {
    /// What the server calls it in a refusal.
    pub fn from_wire(word: &str) -> Option<Self> {
        Some(match word {
            "name" => Self::Name,
            "quantity" => Self::Quantity,
            "timespanMinutes" | "timespan_minutes" => Self::Window,
            "uptime" => Self::Condition,
            _ => return None,
        })
    }
}

/// An alert as it is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleDraft {
    /// Its name; may stay empty.
    pub name: String,
    /// Whether events of an issue set it off.
    pub counts_events: bool,
    /// How many events it takes.
    pub quantity: String,
    /// Within how many minutes.
    pub window: String,
    /// Whether monitors set it off.
    pub uptime: bool,
    /// Who is told, with all that was read of them.
    pub recipients: Vec<AlertRecipient>,
    /// How many events within how many minutes it took when it was read. Servers have alerts with numbers that nobody would
    /// type here, such as 0; as long as they are not touched they are right.
    pub read: Option<(i64, i64)>,
}

impl RuleDraft {
    /// A new alert: the team hears by e-mail of every issue.
    pub fn new() -> Self {
        Self {
            name: String::new(),
            counts_events: true,
            quantity: "1".to_owned(),
            window: "1".to_owned(),
            uptime: false,
            recipients: vec![AlertRecipient::new("email", "")],
            read: None,
        }
    }

    /// An alert as the server has it.
    pub fn of(alert: &Alert) -> Self {
        let number = |number: Option<i64>| number.unwrap_or(1).to_string();
        Self {
            name: alert.name.clone().unwrap_or_default(),
            counts_events: alert.counts().is_some(),
            quantity: number(alert.quantity),
            window: number(alert.timespan_minutes),
            uptime: alert.uptime,
            recipients: alert.alert_recipients.clone(),
            read: alert.counts(),
        }
    }

    /// What is wrong with it.
    pub fn problems(&self) -> Vec<(RuleField, String)> {
        let mut problems = Vec::new();
        if !self.counts_events && !self.uptime {
            let text = "Choose what sets the alert off: issues, monitors, or both.";
            problems.push((RuleField::Condition, text.to_owned()));
        }
        if self.counts_events {
            let (quantity, window) = self.numbers();
            for (field, number, what) in [
                (RuleField::Quantity, quantity, "The number of times"),
                (RuleField::Window, window, "The number of minutes"),
            ] {
                if number.is_none() {
                    problems.push((field, format!("{what} is a whole number, 1 or more.")));
                }
            }
        }
        if self.name.trim().chars().count() > LONGEST_NAME {
            let text = "The name has more than 255 characters.";
            problems.push((RuleField::Name, text.to_owned()));
        }
        problems
    }

    /// How many events within how many minutes; none when it is not about events, or these are no numbers.
    pub fn counts(&self) -> Option<(i64, i64)> {
        let (quantity, window) = self.numbers();
        quantity.zip(window).filter(|_| self.counts_events)
    }

    /// The numbers as far as they are right.
    fn numbers(&self) -> (Option<i64>, Option<i64>) {
        let number = |text: &str, read: Option<i64>| {
            let unchanged = read.filter(|read| read.to_string() == text.trim());
            unchanged.or_else(|| whole(text).map(i64::from))
        };
        (
            number(&self.quantity, self.read.map(|(quantity, _)| quantity)),
            number(&self.window, self.read.map(|(_, minutes)| minutes)),
        )
    }

    /// What is sent; none as long as something is wrong.
    pub fn to_send(&self) -> Option<WriteAlert> {
        if !self.problems().is_empty() {
            return None;
        }
        let counts = self.counts();
        Some(WriteAlert {
            name: self.name.trim().to_owned(),
            timespan_minutes: counts.map(|(_, minutes)| minutes),
            quantity: counts.map(|(quantity, _)| quantity),
            uptime: self.uptime,
            alert_recipients: self.recipients.clone(),
        })
    }

    /// What it says now.
    pub fn sentence(&self) -> String {
        sentence::of(self.counts(), self.uptime, &self.recipients)
    }
}

impl Default for RuleDraft {
    fn default() -> Self {
        Self::new()
    }
}

/// A whole number from 1 on, as far as servers count.
pub fn whole(text: &str) -> Option<i32> {
    let text = text.trim();
    let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_plain.then(|| text.parse().ok()).flatten()?;
    (number >= 1).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{RuleDraft, RuleField, whole};
    use crate::wire::alert::Alert;

    fn fields(draft: &RuleDraft) -> Vec<RuleField> {
        draft.problems().into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn whole_numbers_begin_with_one() {
        assert_eq!(whole(" 5 "), Some(5));
        assert_eq!(whole("10080"), Some(10_080), "a week in minutes");
        for text in ["", "0", "-1", "+1", "1.5", "many", "99999999999999999999"] {
            assert_eq!(whole(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_that_were_read_are_right_until_they_are_touched() {
        let alert: Alert = serde_json::from_str(r#"{"id": 1, "quantity": 0, "timespanMinutes": 5}"#).expect("an alert");
        let mut draft = RuleDraft::of(&alert);
        assert!(draft.problems().is_empty());
        assert_eq!(
            draft.sentence(),
            "When an issue happens at all in 5 minutes, nobody is told."
        );
        let sent = draft.to_send().expect("an alert");
        assert_eq!((sent.quantity, sent.timespan_minutes), (Some(0), Some(5)));
        draft.window = "0".to_owned();
        assert_eq!(fields(&draft), [RuleField::Window]);
    }

    #[test]
    fn an_alert_needs_something_that_sets_it_off() {
        let mut draft = RuleDraft::new();
        assert!(draft.problems().is_empty());
        draft.counts_events = false;
        assert_eq!(fields(&draft), [RuleField::Condition]);
        assert_eq!(draft.to_send(), None);
        draft.uptime = true;
        // Numbers of a condition that is off do not matter, and are not sent.
        draft.quantity = "none".to_owned();
        assert!(draft.problems().is_empty());
        let sent = draft.to_send().expect("an alert");
        assert_eq!((sent.quantity, sent.timespan_minutes, sent.uptime), (None, None, true));
    }

    #[test]
    fn wrong_numbers_and_names_are_said_where_they_are() {
        let draft = RuleDraft {
            quantity: "0".to_owned(),
            window: "x".to_owned(),
            name: "n".repeat(256),
            ..RuleDraft::new()
        };
        assert_eq!(
            fields(&draft),
            [RuleField::Quantity, RuleField::Window, RuleField::Name]
        );
        assert_eq!(draft.counts(), None);
    }

    #[test]
    fn what_was_read_is_sent_back_whole() {
        let text = r#"{"id": 3, "name": null, "timespanMinutes": 60, "quantity": 50, "uptime": false, "alertRecipients": [
            {"id": 8, "recipientType": "zulip", "url": "https://chat.example.com", "tagsToAdd": ["device"],
             "config": {"bot_email": "b@example.com", "api_key": "k", "channel": "c", "topic": "t"}},
            {"id": 9, "recipientType": "pager", "url": "https://pager.example.com", "config": {"level": 2}}]}"#;
        let alert: Alert = serde_json::from_str(text).expect("an alert");
        let mut draft = RuleDraft::of(&alert);
        draft.quantity = "5".to_owned();
        let sent = serde_json::to_value(draft.to_send().expect("an alert")).expect("JSON");
        assert_eq!(sent["quantity"], 5);
        assert_eq!(sent["name"], "");
        let recipients = &sent["alertRecipients"];
        assert_eq!(recipients[0]["apiKey"], "k");
        assert_eq!(recipients[0]["botEmail"], "b@example.com");
        assert_eq!(recipients[0]["tagsToAdd"][0], "device");
        assert_eq!(recipients[1]["recipientType"], "pager");
        assert_eq!(recipients[1]["level"], 2);
    }
}
