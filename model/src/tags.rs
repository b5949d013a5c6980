//! How the values of a tag are spread (`GET /api/0/issues/{issue}/tags/`).

use crate::wire::tag::IssueTag;

/// One value and its share of the events that have the tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagShare {
    /// The value; hostile text, may be empty.
    pub value: String,
    /// How many events have it.
    pub count: u64,
    /// The share for people: whole percents, `<1%` for what is there but rounds to nothing, `>99%` for what is
    /// not quite all.
    pub percent: String,
}

/// The most frequent values of a tag, and what is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagSpread {
    /// The key.
    pub key: String,
    /// The most frequent values first.
    pub top: Vec<TagShare>,
    /// All other values together, if there are any: how many events and their share.
    pub other: Option<(u64, String)>,
    /// How many events have the tag: 100 percent.
    pub total: u64,
}

/// The spread of a tag over at most `most` values and the rest.
pub fn spread(tag: &IssueTag, most: usize) -> TagSpread {
    let mut values: Vec<(&str, u64)> = tag
        .top_values
        .iter()
        .filter(|value| value.count > 0)
        .map(|value| {
            (
                value.value.as_deref().or(value.name.as_deref()).unwrap_or_default(),
                value.count,
            )
        })
        .collect();
    // The server's order is not to be relied on; equal counts keep it.
    values.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let listed = values.iter().fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
    let total = tag.total_values.max(listed);
    values.truncate(most);
    let shown = values.iter().fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
    let rest = total - shown;
    TagSpread {
        key: tag.key.clone(),
        top: values
            .into_iter()
            .map(|(value, count)| TagShare {
                value: value.to_owned(),
                count,
                percent: percent(count, total),
            })
            .collect(),
        other: (rest > 0).then(|| (rest, percent(rest, total))),
        total,
    }
}

/// A share in whole percents that claims neither nothing nor all where that is not so: `<1%`, `>99%`.
pub fn percent(part: u64, whole: u64) -> String {
    if part == 0 || whole == 0 {
        return "0%".to_owned();
    }
    if part >= whole {
        return "100%".to_owned();
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    match (part * 200 + whole) / (whole * 2) {
        0 => "<1%".to_owned(),
        100 => ">99%".to_owned(),
        rounded => format!("{rounded}%"),
    }
}
