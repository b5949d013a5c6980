//! Tags that a server of 2025 takes and never gives back: what was typed is remembered here, so that the next change of the
//! alert sends it again. Addresses of webhooks are as good as passwords, so no address is kept, but a number made of it.

use crate::wire::alert::AlertRecipient;
use serde::{Deserialize, Serialize};

#[derive(PartialEq, Serialize, Deserialize)]
struct Remembered {
    alert: i64,
    place: u64,
    tags: Vec<String>,
}

/// A number made of a recipient's type and address (FNV-1a), the same in every browser.
fn place_of(recipient: &AlertRecipient) -> u64 {
    let url = recipient.url.as_deref().unwrap_or_default();
    let bytes = recipient.recipient_type.bytes().chain([0]).chain(url.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

impl Remembered {
    fn is_of(&self, alert: i64, recipient: &AlertRecipient) -> bool {
        self.alert == alert && self.place == place_of(recipient)
    }
}

/// The memory of a project's alerts, with what these recipients of one have; an alert without tags is forgotten. Empty
/// when nothing is remembered.
pub fn remember_tags(memory: &str, alert: i64, recipients: &[AlertRecipient]) -> String {
    let mut all = read(memory);
    all.retain(|one| one.alert != alert);
    all.extend(
        recipients
            .iter()
            .filter(|recipient| !recipient.tags().is_empty())
            .map(|recipient| Remembered {
                alert,
                place: place_of(recipient),
                tags: recipient.tags(),
            }),
    );
    if all.is_empty() {
        return String::new();
    }
    serde_json::to_string(&all).unwrap_or_default()
}

/// The recipients of an alert, with the tags that are remembered where the server says nothing of tags.
pub fn recall_tags(memory: &str, alert: i64, recipients: Vec<AlertRecipient>) -> Vec<AlertRecipient> {
    let all = read(memory);
    let recall = |recipient: AlertRecipient| {
        let known = all.iter().find(|one| one.is_of(alert, &recipient));
        match known.filter(|_| recipient.tags_to_add.is_none()) {
            Some(known) => recipient.with_tags(&known.tags),
            None => recipient,
        }
    };
    recipients.into_iter().map(recall).collect()
}

fn read(memory: &str) -> Vec<Remembered> {
    serde_json::from_str(memory).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{recall_tags, remember_tags};
    use crate::wire::alert::AlertRecipient;

    #[test]
    fn what_was_typed_is_sent_again() {
        let hook = AlertRecipient::new("webhook", "https://x.example/1");
        let mail = AlertRecipient::new("email", "");
        let typed = hook.clone().with_tags(&["release".to_owned()]);
        let memory = remember_tags("", 4, &[typed.clone(), mail.clone()]);
        assert!(!memory.contains("x.example"), "{memory}");
        let recalled = recall_tags(&memory, 4, vec![mail.clone(), hook.clone()]);
        assert_eq!(recalled, [mail.clone(), typed.clone()]);
        assert_eq!(recall_tags(&memory, 5, vec![hook.clone()]), std::slice::from_ref(&hook));
        // The server's own word goes first.
        let none = hook.clone().with_tags(&[]);
        assert_eq!(recall_tags(&memory, 4, vec![none.clone()]), [none]);
        assert_eq!(recall_tags("no JSON", 4, vec![hook.clone()]), [hook]);
        let other = remember_tags(&memory, 9, std::slice::from_ref(&typed));
        assert_eq!(remember_tags(&remember_tags(&other, 4, &[]), 9, &[mail]), "");
    }
}
