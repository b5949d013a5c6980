//! Which of the picks fit what is typed, and where the arrow keys lead among them.

use super::Pick;

impl Pick {
    /// Whether every word of what is typed is found in it, upper and lower case alike; `words` are in lower case.
    fn fits(&self, words: &[String]) -> bool {
        let text = format!("{}\n{}\n{}", self.label, self.hint, self.alias).to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    }

    /// How well it fits what is typed, in lower case; less is better. Enter takes the first one, so that who types the whole
    /// word for something gets that, and not what stands before it and has the word somewhere inside.
    fn rank(&self, typed: &str) -> u8 {
        let [label, hint, alias] = [&self.label, &self.hint, self.alias].map(|text: &str| text.to_lowercase());
        let mut words = [&label, &hint, &alias]
            .into_iter()
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        match () {
            () if typed.is_empty() => 0,
            () if label == typed || hint == typed || alias.split(' ').any(|word| word == typed) => 0,
            () if label.starts_with(typed) => 1,
            () if words.any(|word| word.starts_with(typed)) => 2,
            () => 3,
        }
    }
}

/// The picks that fit what is typed, by their place: the best first, and those that fit alike in the order they have.
pub(super) fn fitting(picks: &[Pick], typed: &str) -> Vec<usize> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let typed = words.join(" ");
    let fit = |(at, pick): (usize, &Pick)| pick.fits(&words).then(|| (pick.rank(&typed), at));
    let mut found: Vec<(u8, usize)> = picks.iter().enumerate().filter_map(fit).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

/// The next place of the arrow keys among so many; they go round.
pub(super) fn next_place(now: Option<usize>, is_down: bool, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (now, is_down) {
        (Some(at), true) if at < last => at + 1,
        (_, true) => 0,
        (Some(at), false) if at > 0 => at.min(last + 1) - 1,
        (_, false) => last,
    })
}

#[cfg(test)]
mod tests {
    use super::{fitting, next_place};
    use crate::ui::pick_list::Pick;

    #[test]
    fn every_word_must_be_found() {
        let pick = |label: &str, hint: &str, alias| Pick {
            label: label.to_owned(),
            hint: hint.to_owned(),
            alias,
            ..Pick::default()
        };
        let picks = [
            pick("Nobody", "", ""),
            pick("Élodie Admin", "elodie@example.com", "me"),
            pick("backend", "Team of 4", ""),
        ];
        for (typed, want) in [
            ("", &[0, 1, 2][..]),
            ("  ", &[0, 1, 2]),
            ("élodie ADMIN", &[1]),
            ("admin élodie", &[1]),
            ("me", &[1]),
            ("team back", &[2]),
            ("admin nobody", &[]),
            ("d", &[0, 1, 2]),
            ("@example", &[1]),
        ] {
            assert_eq!(fitting(&picks, typed), want, "{typed:?}");
        }
    }

    #[test]
    fn the_whole_word_comes_first() {
        let picks: Vec<Pick> = glint_model::platform::ALL
            .iter()
            .map(|platform| Pick {
                label: platform.name.to_owned(),
                hint: platform.id.to_owned(),
                alias: platform.aliases,
                ..Pick::default()
            })
            .collect();
        for (typed, want) in [
            ("java", "Java"),
            ("go", "Go"),
            ("GO", "Go"),
            ("php", "PHP"),
            ("nod", "Node.js"),
            ("javascript-nextjs", "Next.js"),
        ] {
            let first = fitting(&picks, typed).first().map(|at| picks[*at].label.as_str());
            assert_eq!(first, Some(want), "{typed:?}");
        }
        let all: Vec<usize> = (0..picks.len()).collect();
        assert_eq!(fitting(&picks, " "), all);
    }

    #[test]
    fn arrow_keys_go_round() {
        for (now, is_down, count, want) in [
            (None, true, 3, Some(0)),
            (None, false, 3, Some(2)),
            (Some(0), true, 3, Some(1)),
            (Some(2), true, 3, Some(0)),
            (Some(0), false, 3, Some(2)),
            (Some(2), false, 3, Some(1)),
            (Some(9), false, 3, Some(2)),
            (Some(9), true, 3, Some(0)),
            (Some(0), true, 1, Some(0)),
            (None, true, 0, None),
        ] {
            assert_eq!(next_place(now, is_down, count), want, "{now:?} {is_down} {count}");
        }
    }
}
