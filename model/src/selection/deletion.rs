//! How much thought an action asks of the reader before it is done.

/// More issues than this are deleted only after a word was typed.
const MOST_WITHOUT_TYPING: u64 = 50;

/// What has to happen before an action is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Nothing: it can be undone.
    Plain,
    /// The reader confirms it.
    Confirm,
    /// The reader types what is going to happen.
    Typed,
}

/// The weight of deleting so many issues; none means that nobody knows how many there are, or that the server stopped
/// counting.
pub fn weight_of_delete(count: Option<u64>) -> Weight {
    match count {
        Some(count) if count <= MOST_WITHOUT_TYPING => Weight::Confirm,
        _ => Weight::Typed,
    }
}

/// What has to be typed to delete so many issues: `delete 120 issues`. The count is one for people, such as
/// [`crate::link::Hits::label`] gives it: the spaces in it, which no keyboard has, are taken out.
pub fn typed_word(count_label: &str) -> String {
    let count: String = count_label
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    match count.as_str() {
        "" => "delete all issues".to_owned(),
        "1" => "delete 1 issue".to_owned(),
        count => format!("delete {count} issues"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Weight, typed_word, weight_of_delete};
    use crate::link::Hits;

    #[test]
    fn many_or_unknown_many_are_deleted_after_typing() {
        for (count, want) in [
            (Some(0), Weight::Confirm),
            (Some(1), Weight::Confirm),
            (Some(50), Weight::Confirm),
            (Some(51), Weight::Typed),
            (Some(u64::MAX), Weight::Typed),
            (None, Weight::Typed),
        ] {
            assert_eq!(weight_of_delete(count), want, "{count:?}");
        }
    }

    #[test]
    fn what_is_typed_can_be_typed() {
        let hits = |count, capped| Hits { count, capped }.label();
        for (label, want) in [
            (hits(120, false), "delete 120 issues"),
            (hits(1000, true), "delete 1000+ issues"),
            (hits(12_345, false), "delete 12345 issues"),
            (hits(1, false), "delete 1 issue"),
            ("1\u{202f}204 issues".to_owned(), "delete 1204 issues"),
            (String::new(), "delete all issues"),
            ("many".to_owned(), "delete all issues"),
        ] {
            assert_eq!(typed_word(&label), want, "{label:?}");
            assert!(typed_word(&label).is_ascii());
        }
    }
}
