//! Which alerts of a project would tell of a monitor, and whom; from `GET projects/{organization}/{project}/alerts/`. Only
//! alerts that are about uptime count: a project with alerts about errors alone tells nobody.

use crate::alert_rule::{Kind, name_of_recipient};
use crate::reveal::reveal;
use crate::safe_url::SafeUrl;
use crate::text::{counted, first_line};
use crate::wire::alert::{Alert, AlertRecipient};
use crate::wire::organization::OrganizationDetail;
use crate::wire::project::Project;

/// A team that looks after the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReachedTeam {
    /// Its slug.
    pub slug: String,
    /// How many are in it, where that is known.
    pub members: Option<u64>,
}

impl ReachedTeam {
    /// The teams of a project; how many are in them only where the organization says so.
    pub fn all_of(project: &Project, details: Option<&OrganizationDetail>) -> Vec<Self> {
        let teams = project.teams.iter().flatten();
        teams
            .map(|team| Self {
                slug: team.slug.clone(),
                members: details
                    .and_then(|details| details.teams.iter().find(|known| known.id == team.id))
                    .map(|known| known.member_count),
            })
            .collect()
    }
}

/// Somebody or something that an alert tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// What it is: `E-mail`, `Webhook`.
    pub kind: String,
    /// Who or where that is.
    pub to: String,
    /// Whether it reaches anybody, as far as one can tell.
    pub is_reached: bool,
}

/// An alert that a monitor of the project sets off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiringAlert {
    /// What it is called.
    pub name: String,
    /// Whether errors set it off too.
    pub is_for_errors: bool,
    /// Whom it tells.
    pub recipients: Vec<Recipient>,
}

/// Why nobody would be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worry {
    /// The project has no alert at all.
    NoAlert,
    /// It has so many, and none of them is about uptime.
    OnlyErrors(usize),
    /// Those that are about uptime have no recipient.
    NoRecipient,
    /// They tell the project's teams only, and nobody is in one.
    NoTeam,
}

impl Worry {
    /// Says so.
    pub fn sentence(self) -> String {
        match self {
            Self::NoAlert => "This project has no alert.".to_owned(),
            Self::OnlyErrors(count) => format!(
                "This project has {}, but none of them is about uptime.",
                counted(count as u64, "alert", "alerts")
            ),
            Self::NoRecipient => "There is an alert for uptime, but it has no recipient.".to_owned(),
            Self::NoTeam => {
                "The only recipient is e-mail, and that goes to the project's teams: nobody is in one.".to_owned()
            }
        }
    }

    /// Whether an alert by e-mail would put it right.
    pub fn is_mended_by_email(self, teams: &[ReachedTeam]) -> bool {
        self != Self::NoTeam && has_people(teams)
    }
}

/// Who would be told of a monitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The alerts that would fire.
    pub alerts: Vec<FiringAlert>,
    /// Why they tell nobody, if they do not.
    pub worry: Option<Worry>,
}

/// Who would be told of a monitor, by the alerts of its project and the teams that look after it.
pub fn reach(alerts: &[Alert], teams: &[ReachedTeam]) -> Reach {
    let firing: Vec<FiringAlert> = alerts
        .iter()
        .filter(|alert| alert.uptime)
        .map(|alert| FiringAlert {
            name: name_of(alert),
            is_for_errors: alert.counts().is_some(),
            recipients: recipients_of(&alert.alert_recipients, teams),
        })
        .collect();
    let mut recipients = firing.iter().flat_map(|alert| &alert.recipients).peekable();
    let worry = if firing.is_empty() {
        Some(match alerts.len() {
            0 => Worry::NoAlert,
            count => Worry::OnlyErrors(count),
        })
    } else if recipients.peek().is_none() {
        Some(Worry::NoRecipient)
    } else if recipients.all(|recipient| !recipient.is_reached) {
        Some(Worry::NoTeam)
    } else {
        None
    };
    Reach { alerts: firing, worry }
}

/// What an alert is called: by its name, or else by its number.
pub fn name_of(alert: &Alert) -> String {
    let name = reveal(&first_line(alert.name.as_deref().unwrap_or_default()));
    match (name.is_empty(), alert.id) {
        (false, _) => name,
        (true, Some(id)) => format!("Alert {id}"),
        (true, None) => "Alert".to_owned(),
    }
}

/// Who or what a recipient is, for a project that these teams look after.
pub fn recipient_of(recipient: &AlertRecipient, teams: &[ReachedTeam]) -> Recipient {
    let kind = name_of_recipient(recipient);
    if recipient.recipient_type == Kind::Email.word() {
        return Recipient {
            kind,
            to: email_readers(teams),
            is_reached: has_people(teams),
        };
    }
    // The path of a webhook is as good as a password.
    let host = recipient
        .url
        .as_deref()
        .and_then(SafeUrl::web)
        .map(|url| url.host().to_owned());
    let host = host.unwrap_or_else(|| "an address that Glint does not show".to_owned());
    let setting = |name: &str| recipient.setting(name).map(|text| reveal(&first_line(&text)));
    let to = match (setting("channel"), setting("topic")) {
        (Some(channel), Some(topic)) => format!("{host}, {channel} › {topic}"),
        (Some(channel), None) => format!("{host}, {channel}"),
        _ => host,
    };
    Recipient {
        kind,
        to,
        is_reached: true,
    }
}

/// The recipients of an alert; those that look alike have a number: `hooks.example (2)`.
pub fn recipients_of(recipients: &[AlertRecipient], teams: &[ReachedTeam]) -> Vec<Recipient> {
    let mut all: Vec<Recipient> = recipients.iter().map(|one| recipient_of(one, teams)).collect();
    let numbers = numbers_of_alike(&all.iter().map(|one| (&one.kind, &one.to)).collect::<Vec<_>>());
    for (recipient, number) in all.iter_mut().zip(numbers) {
        if let Some(number) = number {
            recipient.to = format!("{} ({number})", recipient.to);
        }
    }
    all
}

/// A number for each that looks like another one: 1, 2, and so on among those that are alike.
pub fn numbers_of_alike<T: PartialEq>(names: &[T]) -> Vec<Option<usize>> {
    let count = |names: &[T], name: &T| names.iter().filter(|other| *other == name).count();
    let number = |(at, name)| (count(names, name) > 1).then(|| count(&names[..=at], name));
    names.iter().enumerate().map(number).collect()
}

/// Who gets the e-mail of a project's alerts: `members of #backend (4) and #ops (2)`.
pub fn email_readers(teams: &[ReachedTeam]) -> String {
    let names: Vec<String> = teams
        .iter()
        .map(|team| match team.members {
            Some(count) => format!("#{} ({count})", team.slug),
            None => format!("#{}", team.slug),
        })
        .collect();
    match names.as_slice() {
        [] => "nobody: the project has no team".to_owned(),
        [one] => format!("members of {one}"),
        [first @ .., last] => format!("members of {} and {last}", first.join(", ")),
    }
}

/// Whether e-mail to these teams reaches anybody, as far as one can tell.
pub fn has_people(teams: &[ReachedTeam]) -> bool {
    teams.iter().any(|team| team.members != Some(0))
}

#[cfg(test)]
mod tests {
    use super::{Alert, ReachedTeam, Worry, numbers_of_alike, reach};

    fn alerts(text: &str) -> Vec<Alert> {
        serde_json::from_str(text).expect("alerts")
    }

    fn team(slug: &str, members: Option<u64>) -> ReachedTeam {
        ReachedTeam {
            slug: slug.to_owned(),
            members,
        }
    }

    const EMAIL: &str = r#"{"recipientType": "email", "url": ""}"#;

    #[test]
    fn only_alerts_about_uptime_count() {
        let list = alerts(&format!(
            r#"[{{"id": 1, "name": "Errors", "quantity": 1, "timespanMinutes": 5, "uptime": false, "alertRecipients": [{EMAIL}]}},
                {{"id": 2, "name": "", "uptime": true, "alertRecipients": [{EMAIL}]}},
                {{"id": 3, "name": "Both", "quantity": 1, "timespanMinutes": 5, "uptime": true, "alertRecipients": []}}]"#
        ));
        let found = reach(&list, &[team("backend", Some(4)), team("ops", None)]);
        let names: Vec<(&str, bool)> = found
            .alerts
            .iter()
            .map(|alert| (alert.name.as_str(), alert.is_for_errors))
            .collect();
        assert_eq!(names, [("Alert 2", false), ("Both", true)]);
        assert_eq!(found.alerts[0].recipients[0].to, "members of #backend (4) and #ops");
        assert_eq!(found.worry, None);
    }

    #[test]
    fn it_is_said_why_nobody_would_be_told() {
        let of = |text: &str, teams: &[ReachedTeam]| reach(&alerts(text), teams).worry;
        let errors = format!(r#"[{{"uptime": false, "alertRecipients": [{EMAIL}]}}]"#);
        let email = format!(r#"[{{"uptime": true, "alertRecipients": [{EMAIL}]}}]"#);
        let empty = r#"[{"uptime": true, "alertRecipients": []}]"#;
        let hook =
            r#"[{"uptime": true, "alertRecipients": [{"recipientType": "webhook", "url": "https://x.example/1"}]}]"#;
        let people = [team("backend", Some(1))];
        assert_eq!(of("[]", &people), Some(Worry::NoAlert));
        assert_eq!(of(&errors, &people), Some(Worry::OnlyErrors(1)));
        assert_eq!(of(empty, &people), Some(Worry::NoRecipient));
        assert_eq!(of(&email, &[]), Some(Worry::NoTeam));
        assert_eq!(of(&email, &[team("empty", Some(0))]), Some(Worry::NoTeam));
        assert_eq!(of(&email, &people), None);
        assert_eq!(of(hook, &[]), None);
        assert!(Worry::NoAlert.is_mended_by_email(&people));
        assert!(!Worry::NoAlert.is_mended_by_email(&[]));
        assert!(!Worry::NoTeam.is_mended_by_email(&people));
        assert!(Worry::OnlyErrors(2).sentence().contains("2 alerts"));
    }

    #[test]
    fn what_looks_alike_has_a_number() {
        assert_eq!(numbers_of_alike(&["a", "b", "a"]), [Some(1), None, Some(2)]);
        let found = reach(
            &alerts(
                r#"[{"uptime": true, "alertRecipients": [
                    {"recipientType": "webhook", "url": "https://x.example/1"},
                    {"recipientType": "webhook", "url": "https://x.example/2"},
                    {"recipientType": "zulip", "url": "https://chat.example", "config": {"channel": "errors", "topic": "Shop"}}]}]"#,
            ),
            &[],
        );
        let shown: Vec<&str> = found.alerts[0].recipients.iter().map(|one| one.to.as_str()).collect();
        assert_eq!(shown, ["x.example (1)", "x.example (2)", "chat.example, errors › Shop"]);
    }

    #[test]
    fn addresses_are_named_by_their_host_alone() {
        let found = reach(
            &alerts(
                r#"[{"uptime": true, "alertRecipients": [
                    {"recipientType": "discord", "url": "https://discord.example/api/webhooks/1/secret"},
                    {"recipientType": "webhook", "url": "javascript:alert(1)"},
                    {"recipientType": "pager\u202e", "url": null}]}]"#,
            ),
            &[],
        );
        let shown: Vec<(&str, &str)> = found.alerts[0]
            .recipients
            .iter()
            .map(|one| (one.kind.as_str(), one.to.as_str()))
            .collect();
        let hidden = "an address that Glint does not show";
        assert_eq!(shown[0], ("Discord", "discord.example"));
        assert_eq!(shown[1], ("Webhook", hidden));
        assert_eq!(shown[2].1, hidden);
        assert!(!shown[2].0.contains('\u{202e}'));
        assert_eq!(found.alerts[0].name, "Alert");
    }
}
