//! Sending a test to a recipient, and what came of it. Servers of 2025 have no tests.

use super::desk::Desk;
use crate::api::alerts::{find_alert, test_alert_recipient};
use crate::api::client::Cancel;
use crate::reactive::spawn;
use glint_model::error::ApiError;
use glint_model::reveal::reveal;
use glint_model::wire::alert::{Alert, AlertRecipient, AlertTestResult};
use leptos::prelude::*;

const NO_TESTS: &str = "This server sends no tests, or you may not let it send one.";
const GONE: &str = "Somebody has deleted this alert meanwhile.";

/// What came of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tested {
    Sending,
    Sent,
    Skipped(Option<String>),
    Failed(String),
}

impl Tested {
    fn of(result: AlertTestResult) -> Self {
        let message = result.message.filter(|message| !message.trim().is_empty());
        match result.status.as_str() {
            "sent" => Self::Sent,
            "skipped" => Self::Skipped(message),
            other => Self::Failed(message.unwrap_or_else(|| format!("The server says: {other}."))),
        }
    }

    /// Says so.
    pub(super) fn sentence(&self) -> String {
        match self {
            Self::Sending => "Sending a test…".to_owned(),
            Self::Sent => "The server has sent a test. Look whether it has arrived.".to_owned(),
            Self::Skipped(None) => "The server skipped the test: recipients of this type have none.".to_owned(),
            Self::Skipped(Some(why)) => format!("The server skipped the test. {}", reveal(why)),
            Self::Failed(why) => format!("The test was not sent. {}", reveal(why)),
        }
    }

    pub(super) fn is_failure(&self) -> bool {
        matches!(self, Self::Failed(_))
    }
}

impl Desk {
    /// The number of a recipient that the server has just as it stands here; only that can be tested. Tracked.
    pub(super) fn saved_number(self, recipient: &AlertRecipient) -> Option<i64> {
        let id = recipient.id?;
        let is_saved = self.alert.with(|alert| {
            let alert = alert.as_ref();
            alert.is_some_and(|alert| alert.alert_recipients.contains(recipient))
        });
        is_saved.then_some(id)
    }

    /// What came of the test of a recipient; tracked.
    pub(super) fn test_of(self, recipient: &AlertRecipient) -> Option<Tested> {
        let id = recipient.id?;
        self.tested.with(|all| {
            let found = all.iter().find(|(of, _)| *of == id);
            found.map(|(_, tested)| tested.clone())
        })
    }

    /// Sends a test to a recipient.
    pub(super) fn test(self, recipient: i64) {
        let Some(alert) = self.alert.with_untracked(|alert| alert.as_ref()?.id) else {
            return;
        };
        let is_sending = self
            .tested
            .with_untracked(|all| all.contains(&(recipient, Tested::Sending)));
        if is_sending {
            return;
        }
        self.note(recipient, Some(Tested::Sending));
        let rules = self.rules;
        let (organization, project) = (rules.organization.get_value(), rules.project.get_value());
        spawn(async move {
            match test_alert_recipient(&organization, &project, alert, recipient).await {
                Ok(result) => self.note(recipient, Some(Tested::of(result))),
                // Either somebody has changed the alert, or this server has no tests, or lets the reader send none.
                Err(ApiError::NotFound) => match find_alert(&organization, &project, alert, &Cancel::never()).await {
                    Ok(Some(now)) if now.alert_recipients.iter().any(|one| one.id == Some(recipient)) => {
                        self.note(recipient, Some(Tested::Failed(NO_TESTS.to_owned())));
                    }
                    Ok(Some(now)) => self.is_another(rules.with_tags(now)),
                    Ok(None) => self.note(recipient, Some(Tested::Failed(GONE.to_owned()))),
                    Err(error) => self.note(recipient, Some(Tested::Failed(error.sentence()))),
                },
                Err(error) => self.note(recipient, Some(Tested::Failed(error.sentence()))),
            }
        });
    }

    /// The server has another alert now than was read.
    fn is_another(self, now: Alert) {
        if self.alert.try_get_untracked().is_some() {
            self.put_together(now);
        }
    }

    fn note(self, recipient: i64, tested: Option<Tested>) {
        self.tested.try_update(|all| {
            all.retain(|(of, _)| *of != recipient);
            all.extend(tested.map(|tested| (recipient, tested)));
        });
    }
}
