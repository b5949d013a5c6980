//! Which event a pasted text means: an id, an address, or a line in which an SDK names one.

use crate::search::{Pasted, event_id, pasted};

/// An event that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedEvent {
    /// 32 hex digits.
    pub event: String,
    /// The number of the issue that the address names; none means that only an id was given.
    pub issue: Option<String>,
}

/// The event that a text means. None when there is no id in it, or more than one.
pub fn wanted_event(text: &str) -> Option<WantedEvent> {
    match pasted(text) {
        Some(Pasted::Event(event)) => return Some(WantedEvent { event, issue: None }),
        Some(Pasted::Issue {
            issue,
            event: Some(event),
            ..
        }) => {
            return Some(WantedEvent {
                event,
                issue: Some(issue),
            });
        }
        _ => {}
    }
    let mut ids = text
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .filter_map(|word| event_id(word.trim_matches('-')));
    let event = ids.next()?;
    ids.all(|other| other == event)
        .then_some(WantedEvent { event, issue: None })
}

#[cfg(test)]
mod tests {
    use super::{WantedEvent, wanted_event};
    use crate::testing::texts;

    const EVENT: &str = "1f9d100e084d44fe969720b64face499";
    const DASHED: &str = "1F9D100E-084D-44FE-9697-20B64FACE499";

    #[test]
    fn ids_addresses_and_lines_of_a_log_are_understood() {
        let of = |issue: Option<&str>| {
            Some(WantedEvent {
                event: EVENT.to_owned(),
                issue: issue.map(str::to_owned),
            })
        };
        let other = EVENT.replace('1', "2");
        for (text, want) in [
            (EVENT.to_owned(), of(None)),
            (format!("  {DASHED}\n"), of(None)),
            (
                format!("https://a.example/acme/issues/12/events/{DASHED}/"),
                of(Some("12")),
            ),
            (
                format!("https://a.example/api/0/issues/12/events/{EVENT}/?x"),
                of(Some("12")),
            ),
            (format!("https://a.example/acme/events/{EVENT}/"), of(None)),
            (format!("Event ID: {EVENT}"), of(None)),
            (format!("{{\"event_id\":\"{EVENT}\"}}"), of(None)),
            (format!("sent event <{EVENT}> ({DASHED})"), of(None)),
            (format!("{EVENT} {other}"), None),
            (EVENT[1..].to_owned(), None),
            (format!("{EVENT}0"), None),
            ("https://a.example/acme/issues/12".to_owned(), None),
            (String::new(), None),
        ] {
            assert_eq!(wanted_event(&text), want, "{text}");
        }
        for text in texts(3000) {
            assert_eq!(wanted_event(&text), None, "{text}");
            if !text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-') {
                assert_eq!(
                    wanted_event(&format!("{text} {EVENT}")).map(|wanted| wanted.event),
                    Some(EVENT.to_owned()),
                    "{text}"
                );
            }
        }
    }
}
