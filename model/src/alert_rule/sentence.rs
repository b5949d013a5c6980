//! An alert in a sentence: what sets it off, and who is told.

use super::kind::Kind;
use crate::reveal::reveal;
use crate::text::{first_line, thousands};
use crate::wire::alert::{Alert, AlertRecipient};

/// What an alert says: “When an issue happens 5 times in 1 minute, tell the team by e-mail and Discord.”
pub fn sentence(alert: &Alert) -> String {
    of(alert.counts(), alert.uptime, &alert.alert_recipients)
}

/// The same, of its parts: how many times in how many minutes, whether monitors set it off, who is told.
pub(super) fn of(counts: Option<(i64, i64)>, uptime: bool, recipients: &[AlertRecipient]) -> String {
    let Some(when) = when(counts, uptime) else {
        return NEVER.to_owned();
    };
    match whom(recipients) {
        Some(whom) => format!("When {when}, tell {whom}."),
        None => format!("When {when}, nobody is told."),
    }
}

/// What sets an alert off: “When an issue happens 5 times in 1 minute.”
pub fn condition(alert: &Alert) -> String {
    when(alert.counts(), alert.uptime).map_or_else(|| NEVER.to_owned(), |when| format!("When {when}."))
}

const NEVER: &str = "Nothing sets this alert off.";

fn when(counts: Option<(i64, i64)>, uptime: bool) -> Option<String> {
    let number = |number: i64| u64::try_from(number).unwrap_or_default();
    let counts = counts.map(|(times, minutes)| (number(times), number(minutes)));
    let issue = counts.map(|(times, minutes)| {
        let times = match times {
            0 => "at all".to_owned(),
            1 => "once".to_owned(),
            times => format!("{} times", thousands(times)),
        };
        let minutes = match minutes {
            1 => "1 minute".to_owned(),
            minutes => format!("{} minutes", thousands(minutes)),
        };
        format!("an issue happens {times} in {minutes}")
    });
    let monitor = "a monitor goes down or comes up";
    match (issue, uptime) {
        (Some(issue), false) => Some(issue),
        (Some(issue), true) => Some(format!("{issue}, or {monitor}")),
        (None, true) => Some(monitor.to_owned()),
        (None, false) => None,
    }
}

/// Who is told: “the team by e-mail, Discord and 2 webhooks”; none when nobody is.
pub fn whom(recipients: &[AlertRecipient]) -> Option<String> {
    let mut groups: Vec<(&str, usize)> = Vec::new();
    for recipient in recipients {
        let word = recipient.recipient_type.as_str();
        match groups.iter_mut().find(|(of, _)| *of == word) {
            Some((_, count)) => *count += 1,
            None => groups.push((word, 1)),
        }
    }
    let names: Vec<String> = groups.into_iter().map(|(word, count)| group(word, count)).collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}

fn group(word: &str, count: usize) -> String {
    match (Kind::from_word(word), count) {
        (Some(Kind::Email), _) => "the team by e-mail".to_owned(),
        (Some(Kind::Webhook), 1) => "a webhook".to_owned(),
        (Some(Kind::Webhook), count) => format!("{count} webhooks"),
        (Some(kind), 1) => kind.name().to_owned(),
        (Some(kind), count) => format!("{} ({count} places)", kind.name()),
        (None, 1) => name_of_type(word),
        (None, count) => format!("{} ({count})", name_of_type(word)),
    }
}

/// What the type of a recipient is called; one that came later by the server's own word.
pub fn name_of_recipient(recipient: &AlertRecipient) -> String {
    match Kind::from_word(&recipient.recipient_type) {
        Some(kind) => kind.name().to_owned(),
        None => name_of_type(&recipient.recipient_type),
    }
}

fn name_of_type(word: &str) -> String {
    let name = reveal(&first_line(word));
    if name.is_empty() { "something".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::{of, whom};
    use crate::wire::alert::AlertRecipient;

    fn all(words: &[&str]) -> Vec<AlertRecipient> {
        words.iter().map(|word| AlertRecipient::new(*word, "")).collect()
    }

    #[test]
    fn what_sets_it_off_and_who_is_told() {
        let team = all(&["email", "discord"]);
        assert_eq!(
            of(Some((5, 1)), false, &team),
            "When an issue happens 5 times in 1 minute, tell the team by e-mail and Discord."
        );
        assert_eq!(
            of(None, true, &all(&["email"])),
            "When a monitor goes down or comes up, tell the team by e-mail."
        );
        assert_eq!(
            of(Some((1, 60)), true, &all(&["zulip"])),
            "When an issue happens once in 60 minutes, or a monitor goes down or comes up, tell Zulip."
        );
        assert_eq!(
            of(Some((2, 1)), false, &[]),
            "When an issue happens 2 times in 1 minute, nobody is told."
        );
        assert_eq!(of(None, false, &team), "Nothing sets this alert off.");
    }

    #[test]
    fn several_of_a_type_are_counted() {
        assert_eq!(whom(&[]), None);
        let found = whom(&all(&[
            "webhook",
            "webhook",
            "ntfy",
            "ntfy",
            "pager\u{202e}",
            "webhook",
        ]));
        let found = found.expect("somebody");
        assert!(found.starts_with("3 webhooks, ntfy (2 places) and pager"), "{found}");
        assert!(!found.contains('\u{202e}'));
    }
}
