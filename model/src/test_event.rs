//! A test event, for trying a project's key without an SDK: an envelope of one event, what its refusal means, and when
//! to look whether it has come.

use crate::dsn::Dsn;
use crate::error::ApiError;
use crate::id::EventId;
use crate::timestamp::Timestamp;
use serde_json::json;

/// What the issue of a test event is called.
const MESSAGE: &str = "GlintTestEvent: this project receives events";

/// For so long the first event is looked for often.
const EAGER_MS: i64 = 60_000;

/// After so long it is looked for no more.
const LONGEST_MS: i64 = 3_600_000;

/// How many milliseconds to wait before looking for the first event again, when it was waited for that many already;
/// none when it was long enough.
pub fn next_look_ms(waited_ms: i64) -> Option<i32> {
    match waited_ms {
        ..EAGER_MS => Some(3_000),
        EAGER_MS..LONGEST_MS => Some(10_000),
        _ => None,
    }
}

/// An event's id of 128 random bits, in the form of a random UUID without its dashes.
pub fn event_id(high: u64, low: u64) -> EventId {
    let high = high & !0xf000 | 0x4000;
    let low = low & !(0b11 << 62) | 0b10 << 62;
    EventId::new(format!("{high:016x}{low:016x}"))
}

/// The body to post to [`Dsn::envelope_url`]: a header, the header of its one item and the event, each a line of JSON.
/// It holds no apostrophe, so that it can stand in a shell's single quotes.
pub fn envelope(id: &EventId, at: Timestamp) -> String {
    let event = json!({
        "event_id": id.as_str(),
        "timestamp": at.to_iso(),
        "platform": "other",
        "level": "info",
        "logger": "glint",
        "message": { "formatted": MESSAGE },
        "tags": { "sent_by": "glint", "test": "yes" },
    })
    .to_string();
    let header = json!({ "event_id": id.as_str(), "sent_at": at.to_iso() });
    let item = json!({ "type": "event", "length": event.len() });
    format!("{header}\n{item}\n{event}\n")
}

/// The same as a command for a terminal, for when the browser may not send it.
pub fn curl_command(dsn: &Dsn, envelope: &str) -> String {
    format!(
        "curl '{}' \\\n  -H 'Content-Type: application/x-sentry-envelope' \\\n  --data-binary '{}'",
        dsn.envelope_url(),
        envelope.trim_end().replace('\'', r"'\''")
    )
}

/// Why a test event did not get through, in a sentence or two. `own_origin` is that of the page.
pub fn refusal(error: &ApiError, dsn: &Dsn, own_origin: &str) -> String {
    match error {
        ApiError::Offline if dsn.origin() != own_origin => format!(
            "The browser did not reach {}. Either this page may only talk to its own server (its \
             Content-Security-Policy says so), or that address cannot be reached from here.",
            dsn.origin()
        ),
        ApiError::SignedOut | ApiError::Forbidden(_) => {
            "The server did not accept the key. It may have been deleted just now. After a wrong key GlitchTip turns \
             everything for the project away for half a minute, so wait a little and try again."
                .to_owned()
        }
        ApiError::TooMany { .. } => {
            "The server takes no events for this project at the moment: it is throttled, or over its limit.".to_owned()
        }
        error => error.sentence(),
    }
}

#[cfg(test)]
mod tests {
    use super::{curl_command, envelope, event_id, next_look_ms, refusal};
    use crate::dsn::Dsn;
    use crate::error::ApiError;
    use crate::timestamp::Timestamp;
    use serde_json::Value;

    fn dsn() -> Dsn {
        Dsn::parse("https://abc@errors.example.com/1").expect("a DSN")
    }

    #[test]
    fn ids_are_random_uuids_without_dashes() {
        assert_eq!(event_id(0, 0).as_str(), "00000000000040008000000000000000");
        assert_eq!(
            event_id(u64::MAX, u64::MAX).as_str(),
            "ffffffffffff4fffbfffffffffffffff"
        );
        assert_eq!(
            event_id(0x0123_4567_89ab_cdef, 0x7edc_ba98_7654_3210).as_str(),
            "0123456789ab4def8000000000000000".replace("8000000000000000", "bedcba9876543210")
        );
    }

    #[test]
    fn an_envelope_is_three_lines_of_json() {
        let id = event_id(7, 9);
        let text = envelope(&id, Timestamp(1_795_421_711_990));
        let lines: Vec<&str> = text.split_terminator('\n').collect();
        let [header, item, event] = lines.as_slice() else {
            panic!("{lines:?}")
        };
        let read = |line: &str| serde_json::from_str::<Value>(line).expect("JSON");
        assert_eq!(read(header)["event_id"], id.as_str());
        assert_eq!(read(header)["sent_at"], "2026-11-23T08:15:11.990Z");
        assert_eq!(read(item)["type"], "event");
        assert_eq!(read(item)["length"], event.len());
        let event = read(event);
        assert_eq!(event["event_id"], id.as_str());
        assert_eq!(event["level"], "info");
        assert_eq!(event["platform"], "other");
        assert_eq!(event["timestamp"], "2026-11-23T08:15:11.990Z");
        assert!(
            event["message"]["formatted"]
                .as_str()
                .is_some_and(|text| text.starts_with("GlintTestEvent"))
        );
        assert!(!text.contains('\''));
    }

    #[test]
    fn the_command_carries_the_whole_envelope() {
        let body = envelope(&event_id(1, 2), Timestamp(0));
        let command = curl_command(&dsn(), &body);
        assert!(command.starts_with("curl 'https://errors.example.com/api/1/envelope/?sentry_key=abc' \\\n"));
        assert!(command.contains(body.trim_end()));
        assert_eq!(command.matches('\'').count(), 6);
        assert_eq!(curl_command(&dsn(), "it's").matches(r"it'\''s").count(), 1);
    }

    #[test]
    fn looking_gets_rarer_and_ends() {
        for (waited, want) in [
            (-5, Some(3_000)),
            (0, Some(3_000)),
            (59_999, Some(3_000)),
            (60_000, Some(10_000)),
            (3_599_999, Some(10_000)),
            (3_600_000, None),
            (i64::MAX, None),
        ] {
            assert_eq!(next_look_ms(waited), want, "{waited}");
        }
    }

    #[test]
    fn a_refusal_says_what_can_be_done() {
        let said = |error: &ApiError, own: &str| refusal(error, &dsn(), own);
        let own = "https://errors.example.com";
        assert!(said(&ApiError::Offline, "https://glint.example.com").contains("Content-Security-Policy"));
        assert_eq!(said(&ApiError::Offline, own), ApiError::Offline.sentence());
        assert!(said(&ApiError::Forbidden(Some("Denied".to_owned())), own).contains("key"));
        assert!(said(&ApiError::SignedOut, own).contains("key"));
        assert!(said(&ApiError::TooMany { retry_after: Some(600) }, own).contains("throttled"));
        assert_eq!(said(&ApiError::Server(500), own), ApiError::Server(500).sentence());
    }
}
