//! Which tags of an issue tell most: the server sends them in random order.

use crate::wire::tag::IssueTag;

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

/// The tags as they are read: the known ones first, then by name; those that differ from event to event last.
pub fn in_reading_order(mut tags: Vec<IssueTag>) -> Vec<IssueTag> {
    tags.retain(|tag| !tag.top_values.is_empty());
    tags.sort_by_cached_key(|tag| {
        let place = KNOWN.iter().position(|known| *known == tag.key).unwrap_or(KNOWN.len());
        (is_scattered(tag), place, tag.key.clone())
    });
    tags
}

/// Whether there are so many values that the most frequent ones say little.
fn is_scattered(tag: &IssueTag) -> bool {
    let top = tag.top_values.iter().map(|value| value.count).max().unwrap_or_default();
    tag.top_values.len() > 20 && top.saturating_mul(20) < tag.total_values
}

#[cfg(test)]
mod tests {
    use super::in_reading_order;
    use crate::wire::tag::{IssueTag, TagValue};

    fn tag(key: &str, values: u64, each: u64) -> IssueTag {
        let value = |place: u64| TagValue {
            name: None,
            value: Some(place.to_string()),
            count: each,
            key: key.into(),
        };
        IssueTag {
            top_values: (0..values).map(value).collect(),
            unique_values: values,
            key: key.into(),
            name: key.into(),
            total_values: values * each,
        }
    }

    #[test]
    fn known_keys_first_and_scattered_ones_last() {
        let tags = vec![
            tag("region", 3, 9),
            tag("user.id", 400, 10),
            tag("environment", 2, 9),
            tag("none", 0, 0),
        ];
        let keys: Vec<String> = in_reading_order(tags).into_iter().map(|tag| tag.key).collect();
        assert_eq!(keys, ["environment", "region", "user.id"]);
    }
}
