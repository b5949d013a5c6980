//! Which series of a chart are shown.

/// Which series are shown; at first all of them. From the 65th on they always are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    hidden: u64,
}

impl Shown {
    /// All of them.
    pub const ALL: Self = Self { hidden: 0 };

    /// Whether the series at this place is shown.
    pub fn has(self, place: usize) -> bool {
        place >= 64 || self.hidden & (1 << place) == 0
    }

    /// The same with this one shown if it was not, and the other way round.
    pub fn toggled(self, place: usize) -> Self {
        match place {
            0..64 => Self {
                hidden: self.hidden ^ (1 << place),
            },
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shown;

    #[test]
    fn what_is_toggled_twice_is_shown_again() {
        let all = Shown::default();
        assert!(all.has(0) && all.has(63) && all.has(64) && all.has(usize::MAX));
        let some = all.toggled(1).toggled(63).toggled(64);
        assert_eq!(
            [0, 1, 2, 63, 64].map(|place| some.has(place)),
            [true, false, true, false, true]
        );
        assert_eq!(some.toggled(1).toggled(63), all);
    }
}
