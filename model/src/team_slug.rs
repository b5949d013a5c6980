//! The slug of a team, which is its name as well: letters, digits, `-` and `_`, at most 50.

/// The most characters.
pub const LONGEST: usize = 50;

/// What is typed, as a slug would have it: spaces become `-`, capitals small letters. What else does not belong there
/// stays, to be seen.
pub fn as_typed(text: &str) -> String {
    text.trim_start()
        .chars()
        .map(|c| if c.is_whitespace() { '-' } else { c.to_ascii_lowercase() })
        .collect()
}

/// What is sent: without the `-` that a space at the end left behind, and without `#` before it.
pub fn to_send(text: &str) -> String {
    as_typed(text.trim())
        .trim_start_matches('#')
        .trim_end_matches('-')
        .to_owned()
}

/// What is wrong with a slug; none when nothing is.
pub fn problem(text: &str) -> Option<String> {
    let slug = to_send(text);
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if slug.is_empty() {
        return Some("Give the team a name.".to_owned());
    }
    if let Some(odd) = slug.chars().find(|c| !fits(*c)) {
        let shown = if odd.is_control() { '\u{fffd}' } else { odd };
        return Some(format!(
            "Only letters a to z, digits, “-” and “_” can be in it, not “{shown}”."
        ));
    }
    let count = slug.chars().count();
    (count > LONGEST).then(|| format!("At most {LONGEST} characters; these are {count}."))
}

/// The same, and whether one of these teams is called so already. `own` is that of the team itself.
pub fn problem_among<'a>(text: &str, own: Option<&str>, known: impl Iterator<Item = &'a str>) -> Option<String> {
    problem(text).or_else(|| {
        let slug = to_send(text);
        if own == Some(slug.as_str()) {
            return None;
        }
        let mut known = known.filter(|known| own != Some(*known));
        known
            .any(|known| known.eq_ignore_ascii_case(&slug))
            .then(|| format!("There is a team “{slug}” already."))
    })
}

#[cfg(test)]
mod tests {
    use super::{as_typed, problem, problem_among, to_send};

    #[test]
    fn a_slug_is_typed_like_a_name() {
        for (typed, shown, sent) in [
            ("Mobile Apps", "mobile-apps", "mobile-apps"),
            ("mobile ", "mobile-", "mobile"),
            (" Back_End-2", "back_end-2", "back_end-2"),
            ("#web", "#web", "web"),
            ("é", "é", "é"),
            ("", "", ""),
        ] {
            assert_eq!(as_typed(typed), shown, "{typed:?}");
            assert_eq!(to_send(&as_typed(typed)), sent, "{typed:?}");
        }
    }

    #[test]
    fn what_the_server_would_refuse_is_told_before() {
        for (text, is_fine) in [
            ("backend", true),
            ("a_b-3", true),
            ("Platform Ops", true),
            ("", false),
            ("  ", false),
            ("---", false),
            ("not a slug!", false),
            ("käse", false),
            (&"x".repeat(50), true),
            (&"x".repeat(51), false),
        ] {
            assert_eq!(problem(text).is_none(), is_fine, "{text:?}");
        }
    }

    #[test]
    fn a_name_is_given_once() {
        let known = ["backend", "Mobile"];
        let of = |text: &str, own| problem_among(text, own, known.into_iter());
        assert!(of("frontend", None).is_none());
        assert!(of("backend", None).is_some());
        assert!(of("mobile", None).is_some());
        assert!(of("backend", Some("backend")).is_none());
        assert!(of("mobile", Some("Mobile")).is_none());
        assert!(of("mobile", Some("backend")).is_some());
    }
}
