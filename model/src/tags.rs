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
    let (mut values, total) = by_count(tag);
    values.truncate(most);
    let shown = values.iter().fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
    let rest = total - shown;
    TagSpread {
        key: tag.key.clone(),
        top: shares(&values, total),
        other: (rest > 0).then(|| (rest, percent(rest, total))),
        total,
    }
}

/// Of the values of a tag those that contain what is typed, in whatever case, the most frequent first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// At most as many as were wanted.
    pub shares: Vec<TagShare>,
    /// How many there are.
    pub count: usize,
    /// How many events have the tag.
    pub total: u64,
}

/// Looks for values of a tag, and gives at most `most`.
pub fn find(tag: &IssueTag, typed: &str, most: usize) -> Found {
    let typed = typed.trim().to_lowercase();
    let (mut values, total) = by_count(tag);
    values.retain(|(value, _)| value.to_lowercase().contains(&typed));
    let count = values.len();
    values.truncate(most);
    Found {
        shares: shares(&values, total),
        count,
        total,
    }
}

/// How many different values are there.
pub fn value_count(tag: &IssueTag) -> usize {
    tag.top_values.iter().filter(|value| value.count > 0).count()
}

/// A share as the width of a bar: percent with one digit behind the point, as a style has it.
pub fn width(count: u64, total: u64) -> String {
    let tenths = u128::from(count.min(total)) * 1000 / u128::from(total.max(1));
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// The values, the most frequent first, and how many events have the tag.
fn by_count(tag: &IssueTag) -> (Vec<(&str, u64)>, u64) {
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
    (values, tag.total_values.max(listed))
}

fn shares(values: &[(&str, u64)], total: u64) -> Vec<TagShare> {
    let share = |&(value, count): &(&str, u64)| TagShare {
        value: value.to_owned(),
        count,
        percent: percent(count, total),
    };
    values.iter().map(share).collect()
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

#[cfg(test)]
mod tests {
    use super::{find, percent, spread, value_count, width};
    use crate::wire::tag::{IssueTag, TagValue};

    fn tag(counts: &[(&str, u64)], total: u64) -> IssueTag {
        let value = |(name, count): &(&str, u64)| TagValue {
            name: None,
            value: Some((*name).to_owned()),
            count: *count,
            key: "browser".to_owned(),
        };
        IssueTag {
            top_values: counts.iter().map(value).collect(),
            unique_values: 0,
            key: "browser".to_owned(),
            name: String::new(),
            total_values: total,
        }
    }

    #[test]
    fn the_most_frequent_come_first_and_the_rest_is_added_up() {
        let spread = spread(&tag(&[("c", 1), ("a", 60), ("b", 30), ("d", 9)], 100), 2);
        let top: Vec<(&str, &str)> = spread
            .top
            .iter()
            .map(|share| (share.value.as_str(), share.percent.as_str()))
            .collect();
        assert_eq!(top, [("a", "60%"), ("b", "30%")]);
        assert_eq!(spread.other, Some((10, "10%".to_owned())));
    }

    #[test]
    fn events_of_values_that_were_not_sent_are_other_too() {
        assert_eq!(spread(&tag(&[("a", 1)], 4), 5).other, Some((3, "75%".to_owned())));
        let more_than_total = spread(&tag(&[("a", 3), ("b", 3)], 2), 5);
        assert_eq!((more_than_total.total, more_than_total.other), (6, None));
        let nothing = spread(&tag(&[("a", 0)], 0), 5);
        assert!(nothing.top.is_empty() && nothing.other.is_none());
        assert_eq!(spread(&tag(&[("a", u64::MAX), ("b", u64::MAX)], 1), 1).total, u64::MAX);
    }

    #[test]
    fn a_share_claims_neither_nothing_nor_all_where_that_is_not_so() {
        for (part, whole, want) in [
            (0, 10, "0%"),
            (0, 0, "0%"),
            (1, 1000, "<1%"),
            (5, 1000, "1%"),
            (1, 3, "33%"),
            (2, 3, "67%"),
            (1, 2, "50%"),
            (994, 1000, "99%"),
            (999, 1000, ">99%"),
            (1000, 1000, "100%"),
            (7, 3, "100%"),
            (u64::MAX - 1, u64::MAX, ">99%"),
            (1, u64::MAX, "<1%"),
        ] {
            assert_eq!(percent(part, whole), want, "{part} of {whole}");
        }
    }

    #[test]
    fn values_are_found_in_whatever_case() {
        let tag = tag(
            &[("Firefox 131", 4), ("Chrome 130", 9), ("firefox 130", 7), ("gone", 0)],
            20,
        );
        assert_eq!(value_count(&tag), 3);
        for (typed, most, want, count) in [
            ("fire", 9, "firefox 130, Firefox 131", 2),
            (" FIREFOX ", 1, "firefox 130", 2),
            ("", 2, "Chrome 130, firefox 130", 3),
            ("gone", 9, "", 0),
        ] {
            let found = find(&tag, typed, most);
            let values: Vec<&str> = found.shares.iter().map(|share| share.value.as_str()).collect();
            assert_eq!((values.join(", ").as_str(), found.count), (want, count), "{typed}");
            assert_eq!(found.total, 20);
        }
    }

    #[test]
    fn widths_stay_within_the_bar() {
        for (count, total, want) in [
            (1, 3, "33.3%"),
            (0, 0, "0.0%"),
            (9, 3, "100.0%"),
            (u64::MAX, u64::MAX, "100.0%"),
            (1, 10_000, "0.0%"),
        ] {
            assert_eq!(width(count, total), want);
        }
    }
}
