//! Whether what is typed begins a name or stands in it, upper and lower case alike.

/// How a name has what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// It begins with it.
    Start,
    /// It has it further inside.
    Inside,
}

/// What is typed, made ready to be looked for in thousands of names.
pub(super) struct Sought {
    lower: String,
}

impl Sought {
    pub(super) fn new(typed: &str) -> Self {
        Self {
            lower: typed.to_lowercase(),
        }
    }

    /// Whether there is more than one letter of it.
    pub(super) fn is_long(&self) -> bool {
        self.lower.chars().nth(1).is_some()
    }

    /// Whether it is the whole name.
    pub(super) fn is(&self, name: &str) -> bool {
        self.lower.eq_ignore_ascii_case(name) || !name.is_ascii() && name.to_lowercase() == self.lower
    }

    /// Whether the name begins with it.
    pub(super) fn begins(&self, name: &str) -> bool {
        match name.as_bytes().get(..self.lower.len()) {
            Some(head) if head.is_ascii() => head.eq_ignore_ascii_case(self.lower.as_bytes()),
            _ => !name.is_ascii() && name.to_lowercase().starts_with(&self.lower),
        }
    }

    /// How the name has it, if it does.
    pub(super) fn fit(&self, name: &str) -> Option<Fit> {
        if self.begins(name) {
            return Some(Fit::Start);
        }
        // Nearly all names are ASCII, and need no copy in small letters.
        let is_inside = if name.is_ascii() {
            is_in(self.lower.as_bytes(), name.as_bytes())
        } else {
            name.to_lowercase().contains(&self.lower)
        };
        is_inside.then_some(Fit::Inside)
    }

    /// Whether a word of the text, or the value of a tag in it, begins with it.
    pub(super) fn begins_word_of(&self, text: &str) -> bool {
        text.split(|c: char| c.is_whitespace() || matches!(c, ':' | '"' | '\''))
            .any(|word| self.begins(word))
    }
}

/// Whether these small letters stand in the name.
fn is_in(lower: &[u8], name: &[u8]) -> bool {
    let Some(&first) = lower.first() else { return true };
    let upper = first.to_ascii_uppercase();
    let mut rest = name;
    while let Some(at) = rest.iter().position(|&b| b == first || b == upper) {
        let Some(here) = rest.get(at..at + lower.len()) else {
            return false;
        };
        if here.eq_ignore_ascii_case(lower) {
            return true;
        }
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{Fit, Sought};
    use crate::testing::texts;

    #[test]
    fn names_begin_with_it_or_have_it_inside() {
        for (typed, name, want) in [
            ("re", "release", Some(Fit::Start)),
            ("RE", "Release", Some(Fit::Start)),
            ("lease", "Release", Some(Fit::Inside)),
            ("name", "browser.name", Some(Fit::Inside)),
            ("release", "rel", None),
            ("", "a", Some(Fit::Start)),
            ("", "", Some(Fit::Start)),
            ("a", "", None),
            ("Ä", "Änderung", Some(Fit::Start)),
            ("Ärg", "kein ärger", Some(Fit::Inside)),
            ("é", "e", None),
        ] {
            assert_eq!(Sought::new(typed).fit(name), want, "{typed} in {name}");
        }
        assert!(Sought::new("MAC os").is("Mac OS") && !Sought::new("mac").is("mac os"));
        assert!(Sought::new("Ä").is("ä") && !Sought::new("Ä").is("a"));
        assert!(Sought::new("pay").begins_word_of("is:resolved Payment"));
        assert!(Sought::new("saf").begins_word_of("browser:\"Safari\""));
        assert!(!Sought::new("ment").begins_word_of("is:resolved payment"));
        assert!(Sought::new("ab").is_long() && !Sought::new("é").is_long());
    }

    #[test]
    fn the_quick_way_finds_the_same() {
        let names: Vec<String> = texts(300).collect();
        for typed in texts(100) {
            let sought = Sought::new(&typed);
            for name in &names {
                let place = name.to_lowercase().find(&typed.to_lowercase());
                let want = place.map(|at| if at == 0 { Fit::Start } else { Fit::Inside });
                assert_eq!(sought.fit(name), want, "{typed:?} in {name:?}");
            }
        }
    }
}
