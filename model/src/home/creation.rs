//! Who may create an organization (`contract/server-notes.md`, section 6): everybody where the operator lets them, superusers
//! always, and anybody as long as the server has none at all.

/// Whether the reader may create an organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Creation {
    /// They may.
    Allowed,
    /// They are in none, and the server takes one only if it is the very first: it alone knows that.
    OnlyTheFirst,
    /// They may not.
    Refused,
}

impl Creation {
    /// What the server's setting, the account and the organizations of the reader come to.
    pub fn of(is_on: bool, is_superuser: bool, is_in_any: bool) -> Self {
        match (is_on || is_superuser, is_in_any) {
            (true, _) => Self::Allowed,
            (false, false) => Self::OnlyTheFirst,
            (false, true) => Self::Refused,
        }
    }

    /// Why one may not.
    pub const REASON: &'static str =
        "Creating organizations is turned off on this server. Whoever runs it can create one for you.";
}

/// The most letters that the name of an organization has.
const MOST_LETTERS: usize = 200;

/// What is wrong with the name of an organization.
pub fn name_problem(name: &str) -> Option<String> {
    match name.trim().chars().count() {
        0 => Some("Give the organization a name.".to_owned()),
        letters if letters > MOST_LETTERS => Some(format!(
            "A name has at most {MOST_LETTERS} letters; this one has {letters}."
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Creation, name_problem};

    #[test]
    fn a_name_is_not_empty_and_not_too_long() {
        assert!(name_problem("  ").is_some());
        assert_eq!(name_problem(" Acme "), None);
        assert_eq!(name_problem(&"ä".repeat(200)), None);
        assert!(name_problem(&"a".repeat(201)).is_some_and(|words| words.contains("201")));
    }

    #[test]
    fn the_setting_the_account_and_the_first_one_decide() {
        for (is_on, is_superuser, is_in_any, want) in [
            (true, false, true, Creation::Allowed),
            (true, false, false, Creation::Allowed),
            (false, true, true, Creation::Allowed),
            (false, false, false, Creation::OnlyTheFirst),
            (false, false, true, Creation::Refused),
        ] {
            assert_eq!(Creation::of(is_on, is_superuser, is_in_any), want);
        }
    }
}
