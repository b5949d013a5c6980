//! Which tags of an issue tell most: the server sends them in random order.

/// Keys that SDKs send, from what tells most on.
const KNOWN: &[&str] = &[
    "release",
    "environment",
    "level",
    "browser.name",
    "browser",
    "os.name",
    "os",
    "device",
    "runtime",
    "server_name",
    "transaction",
    "url",
];

/// The keys as they are read, each once: the known ones first, then by name; those that differ from event to event last.
pub fn in_reading_order(mut keys: Vec<String>) -> Vec<String> {
    keys.sort_by_cached_key(|key| {
        let place = KNOWN.iter().position(|known| known == key).unwrap_or(KNOWN.len());
        (is_scattered(key), place, key.clone())
    });
    keys.dedup();
    keys
}

/// Whether there are likely to be so many values that the most frequent ones say little, and all of them weigh much.
pub fn is_scattered(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    let ends = [
        "id",
        "uuid",
        "ip",
        "ip_address",
        "hash",
        "email",
        "username",
        "timestamp",
    ];
    let last = key.rsplit(['.', '_', '-', ':']).next().unwrap_or_default();
    key == "user" || key.starts_with("user.") || ends.contains(&last) || ends.contains(&key.as_str())
}

#[cfg(test)]
mod tests {
    use super::{in_reading_order, is_scattered};
    use crate::testing::texts;

    #[test]
    fn known_keys_first_and_scattered_ones_last() {
        let keys = [
            "region",
            "user.id",
            "environment",
            "trace_id",
            "browser",
            "region",
            "app",
        ];
        assert_eq!(
            in_reading_order(keys.map(str::to_owned).to_vec()),
            ["environment", "browser", "app", "region", "trace_id", "user.id"]
        );
    }

    #[test]
    fn what_names_one_of_many_is_scattered() {
        for (key, want) in [
            ("user", true),
            ("user.email", true),
            ("Request-ID", true),
            ("device:uuid", true),
            ("id", true),
            ("client.ip", true),
            ("paid", false),
            ("grid", false),
            ("userland", false),
            ("release", false),
            ("url", false),
        ] {
            assert_eq!(is_scattered(key), want, "{key}");
        }
    }

    #[test]
    fn no_key_is_lost() {
        let keys: Vec<String> = texts(300).collect();
        let ordered = in_reading_order(keys.clone());
        assert!(keys.iter().all(|key| ordered.contains(key)));
        assert_eq!(in_reading_order(ordered.clone()), ordered);
    }
}
