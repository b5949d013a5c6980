//! What is looked for among names, as it is typed, and the names that a project is found by.

use crate::platform;
use crate::wire::project::Project;

/// Words so short are in nearly every name somewhere, so a word of the name has to begin with them.
const SHORT: usize = 2;

/// The words that are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted(Vec<String>);

impl Wanted {
    /// The words of what is typed; upper and lower case are alike.
    pub fn of(typed: &str) -> Self {
        Self(typed.split_whitespace().map(str::to_lowercase).collect())
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word is found in these names: anywhere, or at the beginning of a word for one or two letters.
    pub fn fits(&self, names: &str) -> bool {
        let names = names.to_lowercase();
        let begins = |word: &str| {
            let mut words = names.split(|letter: char| !letter.is_alphanumeric());
            words.any(|of_name| of_name.starts_with(word))
        };
        self.0.iter().all(|word| {
            // Other scripts need not set words apart.
            let is_short = word.len() <= SHORT && word.bytes().all(|letter| letter.is_ascii_alphanumeric());
            if is_short {
                begins(word)
            } else {
                names.contains(word.as_str())
            }
        })
    }
}

/// What a project is found by: its own names, and its platform as people and as machines name it.
pub fn project_names(project: &Project) -> String {
    let id = project.platform.as_deref().unwrap_or_default();
    let platform = platform::find(id).map_or("", |platform| platform.name);
    format!("{}\n{}\n{id}\n{platform}", project.name, project.slug)
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    #[test]
    fn short_words_begin_a_word_and_long_ones_are_found_anywhere() {
        for (typed, names, want) in [
            ("", "Amber Bakery", true),
            ("amber b", "Amber Bakery", true),
            ("amber b", "Amber Analytics\namber-analytics", false),
            ("b amber", "Amber Bakery", true),
            ("BA", "Amber Bakery", true),
            ("er", "Amber Bakery", false),
            ("ber", "Amber Bakery", true),
            ("a-b", "amber a-b", true),
            ("1", "Project 1", true),
            ("1", "Project 21", false),
            ("\u{6771}\u{4eac}", "\u{65b0}\u{6771}\u{4eac}", true),
            ("amber none", "Amber Bakery", false),
        ] {
            assert_eq!(Wanted::of(typed).fits(names), want, "{typed} in {names}");
        }
        assert!(Wanted::of("  ").is_empty());
    }
}
