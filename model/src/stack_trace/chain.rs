//! The order of a chain of exceptions, and how each belongs to the others.

use crate::wire::entry::{Exception, ExceptionData};

/// How an exception belongs to the one that it led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// It was named as the cause (`raise ... from`, `Caused by:`, `cause`).
    CausedBy,
    /// The other was raised while this one was dealt with.
    DuringHandlingOf,
    /// It is a member of a group; with its place there, if the SDK says so.
    MemberOf(Option<u32>),
    /// It came in the report of a group, and the SDK does not say how.
    Within,
}

impl Relation {
    /// The words before the exception, below the one that it led to: `caused by`.
    pub fn label(&self) -> String {
        match self {
            Self::CausedBy => "caused by".to_owned(),
            Self::DuringHandlingOf => "during handling of".to_owned(),
            Self::MemberOf(None) => "member of the group".to_owned(),
            Self::MemberOf(Some(place)) => format!("member {} of the group", u64::from(*place) + 1),
            Self::Within => "in the same report".to_owned(),
        }
    }
}

/// One exception of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainLink {
    /// Its place in `values`.
    pub exception_index: usize,
    /// How it belongs to the one above it; none for the one that was thrown.
    pub relation: Option<Relation>,
    /// In how many groups it is: 0 for what was thrown and its causes.
    pub depth: usize,
}

/// The chain as it is read: what was thrown first, then what led to it.
pub fn chain(data: &ExceptionData) -> Vec<ChainLink> {
    let has_group = data.values.iter().any(is_group);
    let says_how = data
        .values
        .iter()
        .any(|exception| source_of(exception).is_some() || parent_of(exception).is_some());
    let last = data.values.len().saturating_sub(1);
    (0..data.values.len())
        .rev()
        .map(|index| ChainLink {
            exception_index: index,
            relation: (index != last).then(|| match relation(data, index) {
                Relation::CausedBy if has_group && !says_how => Relation::Within,
                relation => relation,
            }),
            depth: depth(data, index),
        })
        .collect()
}

fn is_group(exception: &Exception) -> bool {
    let flagged = exception
        .mechanism
        .as_ref()
        .and_then(|mechanism| mechanism.is_exception_group)
        == Some(true);
    let kind = exception.kind.as_deref().unwrap_or_default();
    flagged
        || kind.ends_with("ExceptionGroup")
        || kind.ends_with("AggregateError")
        || kind.ends_with("AggregateException")
}

fn source_of(exception: &Exception) -> Option<&str> {
    exception.mechanism.as_ref()?.source.as_deref()
}

fn parent_of(exception: &Exception) -> Option<i64> {
    exception.mechanism.as_ref()?.parent_id
}

/// Numbers count from what was thrown; servers drop them, but their order stays.
fn number_of(data: &ExceptionData, index: usize) -> i64 {
    let own = data.values[index]
        .mechanism
        .as_ref()
        .and_then(|mechanism| mechanism.exception_id);
    own.unwrap_or_else(|| i64::try_from(data.values.len() - 1 - index).unwrap_or(i64::MAX))
}

fn parent_index(data: &ExceptionData, index: usize) -> Option<usize> {
    let parent = parent_of(&data.values[index])?;
    (0..data.values.len()).find(|&other| other != index && number_of(data, other) == parent)
}

fn relation(data: &ExceptionData, index: usize) -> Relation {
    match source_of(&data.values[index]) {
        Some("__context__") => Relation::DuringHandlingOf,
        Some(source) => match source.split_once('[') {
            Some((_, rest)) => Relation::MemberOf(rest.strip_suffix(']').and_then(|place| place.parse().ok())),
            None => Relation::CausedBy,
        },
        None if parent_index(data, index).is_some_and(|parent| is_group(&data.values[parent])) => {
            Relation::MemberOf(None)
        }
        None => Relation::CausedBy,
    }
}

/// Counts the groups between an exception and what was thrown. Hostile data may go round in circles: no more
/// steps than there are exceptions.
fn depth(data: &ExceptionData, index: usize) -> usize {
    let mut at = index;
    let mut groups = 0;
    for _ in 0..data.values.len() {
        let Some(parent) = parent_index(data, at) else {
            break;
        };
        groups += usize::from(matches!(relation(data, at), Relation::MemberOf(_)));
        at = parent;
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::chain;
    use crate::wire::entry::ExceptionData;

    /// Index, relation and depth of every link; the exceptions are given as type and mechanism.
    fn links(exceptions: &[(&str, &str)]) -> Vec<(usize, String, usize)> {
        let values: Vec<String> = exceptions
            .iter()
            .map(|(kind, mechanism)| format!(r#"{{"type":"{kind}","mechanism":{mechanism}}}"#))
            .collect();
        let data: ExceptionData =
            serde_json::from_str(&format!(r#"{{"values":[{}]}}"#, values.join(","))).expect("exceptions");
        chain(&data)
            .into_iter()
            .map(|link| {
                (
                    link.exception_index,
                    link.relation.map(|relation| relation.label()).unwrap_or_default(),
                    link.depth,
                )
            })
            .collect()
    }

    fn link(index: usize, relation: &str, depth: usize) -> (usize, String, usize) {
        (index, relation.to_owned(), depth)
    }

    #[test]
    fn what_was_thrown_comes_first() {
        assert_eq!(links(&[]), []);
        assert_eq!(links(&[("A", "null")]), [link(0, "", 0)]);
        assert_eq!(
            links(&[
                ("Root", r#"{"source":"__context__"}"#),
                ("Cause", r#"{"source":"__cause__"}"#),
                ("Thrown", "{}")
            ]),
            [
                link(2, "", 0),
                link(1, "caused by", 0),
                link(0, "during handling of", 0)
            ]
        );
        assert_eq!(
            links(&[("A", "null"), ("B", r#"{"source":"cause"}"#), ("C", "null")])[1],
            link(1, "caused by", 0)
        );
    }

    #[test]
    fn members_of_a_group_are_deeper_even_when_numbers_are_dropped() {
        assert_eq!(
            links(&[
                ("TypeError", r#"{"source":"errors[1]","parent_id":0}"#),
                ("Error", r#"{"source":"errors[0]","parent_id":0}"#),
                ("AggregateError", r#"{"is_exception_group":true}"#),
            ]),
            [
                link(2, "", 0),
                link(1, "member 1 of the group", 1),
                link(0, "member 2 of the group", 1)
            ]
        );
        assert_eq!(
            links(&[
                ("Deep", r#"{"source":"exceptions[0]","exception_id":3,"parent_id":2}"#),
                (
                    "ExceptionGroup",
                    r#"{"source":"exceptions[1]","exception_id":2,"parent_id":0,"is_exception_group":true}"#
                ),
                ("Cause", r#"{"source":"__cause__","exception_id":1,"parent_id":0}"#),
                ("ExceptionGroup", r#"{"exception_id":0,"is_exception_group":true}"#),
            ]),
            [
                link(3, "", 0),
                link(2, "caused by", 0),
                link(1, "member 2 of the group", 1),
                link(0, "member 1 of the group", 2)
            ]
        );
    }

    #[test]
    fn a_group_of_which_nothing_is_said_claims_no_cause() {
        let group = links(&[("KeyError", "{}"), ("ExceptionGroup", "{}")]);
        assert_eq!(group[1], link(0, "in the same report", 0));
        let member = links(&[("KeyError", r#"{"parent_id":0}"#), ("ExceptionGroup", "{}")]);
        assert_eq!(member[1], link(0, "member of the group", 1));
    }

    #[test]
    fn parents_in_circles_end() {
        let circle = links(&[
            ("A", r#"{"exception_id":1,"parent_id":2,"source":"exceptions[0]"}"#),
            ("B", r#"{"exception_id":2,"parent_id":1,"source":"exceptions[x]"}"#),
            (
                "C",
                r#"{"exception_id":-9223372036854775808,"parent_id":9223372036854775807}"#,
            ),
        ]);
        assert_eq!(circle.len(), 3);
        assert_eq!(circle[1].1, "member of the group");
    }
}
