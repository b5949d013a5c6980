//! The alerts of all projects at once: who is told of nothing, and turned around, who is told of what.

use super::sentence::condition;
use crate::alert_reach::{ReachedTeam, has_people, name_of, numbers_of_alike, recipient_of};
use crate::id::{ProjectId, ProjectSlug};
use crate::wire::alert::{Alert, AlertRecipient};

/// What is shown of the overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Every project.
    #[default]
    All,
    /// Projects of which nobody is told.
    Gaps,
    /// Recipients, and what each is told.
    Recipients,
}

impl Show {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::All, Self::Gaps, Self::Recipients];

    /// The word in the URL.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Gaps => "gaps",
            Self::Recipients => "recipients",
        }
    }

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::All => "All projects",
            Self::Gaps => "Nobody is told",
            Self::Recipients => "By recipient",
        }
    }
}

/// How the overview is looked at, as its URL says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverviewView {
    /// What is looked for.
    pub text: String,
    /// What is shown.
    pub show: Show,
}

impl OverviewView {
    /// Reads a query.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let value = |name: &str| pairs.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str());
        Self {
            text: value("text").unwrap_or_default().to_owned(),
            show: Show::ALL
                .into_iter()
                .find(|show| Some(show.word()) == value("show"))
                .unwrap_or_default(),
        }
    }

    /// Writes a query; what goes without saying is left out.
    pub fn to_pairs(&self) -> Vec<(String, String)> {
        [("text", self.text.trim()), ("show", self.show.word())]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    /// Whether a text has all the words that are looked for.
    pub fn fits(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.text
            .to_lowercase()
            .split_whitespace()
            .all(|word| text.contains(word))
    }
}

/// A project with its alerts.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectAlerts {
    /// Its number.
    pub id: ProjectId,
    /// Its slug.
    pub slug: ProjectSlug,
    /// Its name.
    pub name: String,
    /// The teams that look after it.
    pub teams: Vec<ReachedTeam>,
    /// Its alerts.
    pub alerts: Vec<Alert>,
}

impl ProjectAlerts {
    /// What the project is found by: its name, its alerts, and whom they tell.
    pub fn words(&self) -> String {
        let mut words = vec![self.name.clone(), self.slug.to_string()];
        for alert in &self.alerts {
            words.push(words_of(alert));
            for recipient in &alert.alert_recipients {
                let known = recipient_of(recipient, &self.teams);
                words.push(format!("{} {}", known.kind, known.to));
            }
        }
        words.join(" ")
    }
}

/// What an alert is found by, beside whom it tells.
fn words_of(alert: &Alert) -> String {
    format!("{} {}", name_of(alert), condition(alert))
}

/// Why nobody is told of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gap {
    /// It has no alert.
    NoAlert,
    /// None of its alerts has a recipient, or something that sets it off.
    NoRecipient,
    /// They tell the teams, and nobody is in one.
    NoTeam,
}

impl Gap {
    /// Says so; and that e-mail would reach nobody either, when nobody is in the project’s teams.
    pub fn sentence(self, teams: &[ReachedTeam]) -> &'static str {
        match (self, has_people(teams)) {
            (Self::NoAlert, true) => "It has no alert.",
            (Self::NoAlert, false) => "It has no alert, and nobody is in its teams who could get e-mail.",
            (Self::NoRecipient, true) => "It has alerts, but none of them tells anybody.",
            (Self::NoRecipient, false) => {
                "It has alerts, but none of them tells anybody, and nobody is in its teams who could get e-mail."
            }
            (Self::NoTeam, _) => "Its alerts go to the project’s teams by e-mail, and nobody is in one.",
        }
    }
}

/// Why nobody is told of a project; none when somebody is.
pub fn gap(alerts: &[Alert], teams: &[ReachedTeam]) -> Option<Gap> {
    if alerts.is_empty() {
        return Some(Gap::NoAlert);
    }
    let mut recipients = alerts
        .iter()
        .filter(|alert| alert.is_set_off())
        .flat_map(|alert| &alert.alert_recipients)
        .peekable();
    if recipients.peek().is_none() {
        return Some(Gap::NoRecipient);
    }
    let reaches = recipients.any(|recipient| recipient_of(recipient, teams).is_reached);
    (!reaches).then_some(Gap::NoTeam)
}

/// A rule among those of all projects: the place of the project, and of the alert in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleOf {
    /// Which project.
    pub project: usize,
    /// Which of its alerts.
    pub alert: usize,
}

/// A recipient, and every rule that tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupedRecipient {
    /// What tells it apart from all others. It holds the whole address: never to be shown.
    pub key: String,
    /// What it is: `E-mail`, `Webhook`.
    pub kind: String,
    /// Who or where that is.
    pub to: String,
    /// Whether it reaches anybody, as far as one can tell.
    pub is_reached: bool,
    /// The rules, in the order of the projects.
    pub rules: Vec<RuleOf>,
}

impl GroupedRecipient {
    /// What it is found by: what it is, and the projects and alerts that tell it.
    pub fn words(&self, projects: &[ProjectAlerts]) -> String {
        let mut words = vec![self.kind.clone(), self.to.clone()];
        for rule in &self.rules {
            let Some(project) = projects.get(rule.project) else {
                continue;
            };
            words.extend([project.name.clone(), project.slug.to_string()]);
            words.extend(project.alerts.get(rule.alert).map(words_of));
        }
        words.join(" ")
    }

    /// How many of its rules are set off by anything.
    pub fn heard(&self, projects: &[ProjectAlerts]) -> usize {
        let alert = |rule: &&RuleOf| projects.get(rule.project)?.alerts.get(rule.alert);
        self.rules
            .iter()
            .filter(|rule| alert(rule).is_some_and(Alert::is_set_off))
            .count()
    }
}

/// Everybody who is told, each once, with what they are told; by type, then by name.
pub fn grouped_recipients(projects: &[ProjectAlerts]) -> Vec<GroupedRecipient> {
    // The whole address tells them apart; only its host is shown.
    let mut groups: Vec<GroupedRecipient> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for (project, of) in projects.iter().enumerate() {
        for (alert, rule) in of.alerts.iter().enumerate() {
            for recipient in &rule.alert_recipients {
                let known = recipient_of(recipient, &of.teams);
                let key = (recipient.recipient_type.clone(), identity(recipient, &known.to));
                let place = *places.entry(key).or_insert_with_key(|(kind, identity)| {
                    groups.push(GroupedRecipient {
                        key: format!("{kind} {identity}"),
                        kind: known.kind.clone(),
                        to: known.to.clone(),
                        is_reached: known.is_reached,
                        rules: Vec::new(),
                    });
                    groups.len() - 1
                });
                let rule = RuleOf { project, alert };
                if let Some(group) = groups.get_mut(place)
                    && group.rules.last() != Some(&rule)
                {
                    group.rules.push(rule);
                }
            }
        }
    }
    groups.sort_by(|one, other| (&one.kind, &one.key).cmp(&(&other.kind, &other.key)));
    number_alike(groups)
}

/// Who gets it: the address with what else leads to the place, or the teams.
fn identity(recipient: &AlertRecipient, shown: &str) -> String {
    if recipient.recipient_type == "email" {
        return shown.to_owned();
    }
    let more = ["channel", "topic"].map(|name| recipient.setting(name).unwrap_or_default());
    format!("{} {}", recipient.url.as_deref().unwrap_or_default(), more.join(" "))
}

/// Gives those that look alike a number: `discord.com (2)`.
fn number_alike(mut groups: Vec<GroupedRecipient>) -> Vec<GroupedRecipient> {
    let names: Vec<(&String, &String)> = groups.iter().map(|group| (&group.kind, &group.to)).collect();
    let numbers = numbers_of_alike(&names);
    for (group, number) in groups.iter_mut().zip(numbers) {
        if let Some(number) = number {
            group.to = format!("{} ({number})", group.to);
        }
    }
    groups
}

#[cfg(test)]
mod tests;
