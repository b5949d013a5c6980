//! What can be chosen in a menu, in which order it is listed, and what a search finds among it.

/// One that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the URL calls it.
    pub key: String,
    /// What people call it.
    pub label: String,
    /// What else is to be said of it; may be empty.
    pub hint: String,
}

/// The chosen ones first, those among them that are not known before all; each half as it was.
pub fn in_order(known: Vec<Choice>, chosen: &[String], unknown: &dyn Fn(&str) -> Choice) -> Vec<Choice> {
    let is_known = |key: &&String| known.iter().any(|choice| choice.key == **key);
    let mut all: Vec<Choice> = chosen
        .iter()
        .filter(|key| !is_known(key))
        .map(|key| unknown(key))
        .collect();
    let (first, others): (Vec<_>, Vec<_>) = known.into_iter().partition(|choice| chosen.contains(&choice.key));
    all.extend(first);
    all.extend(others);
    all
}

/// The words of a search.
pub fn words_of(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

/// What a search looks in.
pub fn haystack(choice: &Choice) -> String {
    format!("{} {}", choice.label, choice.hint).to_lowercase()
}

/// Whether every word is there.
pub fn matches(haystack: &str, words: &[String]) -> bool {
    words.iter().all(|word| haystack.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{Choice, haystack, in_order, matches, words_of};

    fn choice(key: &str, label: &str, hint: &str) -> Choice {
        Choice {
            key: key.to_owned(),
            label: label.to_owned(),
            hint: hint.to_owned(),
        }
    }

    #[test]
    fn the_chosen_ones_come_first_and_none_is_lost() {
        let known = ["1", "2", "3", "4"].map(|key| choice(key, "", "")).to_vec();
        for (chosen, want) in [
            ("", "1 2 3 4"),
            ("3", "3 1 2 4"),
            ("4 2", "2 4 1 3"),
            ("9 3", "9 3 1 2 4"),
            ("1 2 3 4", "1 2 3 4"),
        ] {
            let chosen: Vec<String> = chosen.split_whitespace().map(str::to_owned).collect();
            let order = in_order(known.clone(), &chosen, &|key| choice(key, "", "gone"));
            let keys: Vec<&str> = order.iter().map(|choice| choice.key.as_str()).collect();
            assert_eq!(keys.join(" "), want, "{chosen:?}");
        }
    }

    #[test]
    fn every_word_has_to_be_there_in_any_case() {
        let haystack = haystack(&choice("1", "Shop API Émile", "python"));
        for (text, want) in [
            ("", true),
            ("  ", true),
            ("shop", true),
            ("API sho", true),
            ("émile", true),
            ("PYTHON", true),
            ("shop web", false),
            ("1", false),
        ] {
            assert_eq!(matches(&haystack, &words_of(text)), want, "{text}");
        }
    }
}
