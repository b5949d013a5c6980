//! Chance without a system: the same numbers always give the same throws, so an event can be made anew at any time
//! from its issue and number alone.

/// A row of throws that depends on nothing but what it was started with (splitmix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// A row for these numbers.
    pub fn new(parts: &[u64]) -> Self {
        let mix = |state: u64, part: &u64| scramble(state ^ scramble(part.wrapping_add(GOLDEN)));
        Self(parts.iter().fold(GOLDEN, mix))
    }

    /// Any number.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        scramble(self.0)
    }

    /// A number from 0 up to but without `limit`; 0 when the limit is 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.throw().checked_rem(limit).unwrap_or(0)
    }

    /// One of the items, each as likely; None of an empty list.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let index = self.below(items.len() as u64);
        items.get(usize::try_from(index).ok()?)
    }

    /// One of the words; empty of an empty list.
    pub fn word<'a>(&mut self, words: &[&'a str]) -> &'a str {
        self.pick(words).copied().unwrap_or_default()
    }

    /// True in this many of a hundred throws.
    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    /// This many hex digits.
    pub fn hex(&mut self, digits: usize) -> String {
        let mut text = String::new();
        while text.len() < digits {
            text.push_str(&format!("{:016x}", self.throw()));
        }
        text.truncate(digits);
        text
    }
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

fn scramble(mut state: u64) -> u64 {
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_same_start_gives_the_same_throws() {
        let row = |parts: &[u64]| {
            let mut dice = Dice::new(parts);
            [dice.below(1000), dice.below(1000), dice.below(1000)]
        };
        assert_eq!(row(&[1, 2]), row(&[1, 2]));
        assert_ne!(row(&[1, 2]), row(&[2, 1]));
        assert_eq!(Dice::new(&[7]).hex(32).len(), 32);
        assert_eq!(Dice::new(&[7]).below(0), 0);
    }
}
