//! How many projects of an organization need attention, in a sentence that claims no more than was found out.

use super::{Extent, Figure, Standing};
use crate::text::{counted, thousands};

/// What was found out about some projects of an organization.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Need {
    /// How many need attention.
    pub urgent: u64,
    /// How many do not as far as is known, while something of them could not be found out.
    pub unknown: u64,
    /// How many were asked about.
    pub shown: u64,
    /// How many the organization has.
    pub all: u64,
}

impl Need {
    /// Counts those that were asked about; `has_events` says of which there is more than monitors to know.
    pub fn of(shown: &[(Standing, bool)], all: u64) -> Self {
        let mut need = Self {
            shown: shown.len() as u64,
            all,
            ..Self::default()
        };
        for (standing, has_events) in shown {
            if !standing.attention().is_empty() {
                need.urgent += 1;
            } else if !is_known(standing, *has_events) {
                need.unknown += 1;
            }
        }
        need
    }

    /// In words.
    pub fn sentence(self) -> String {
        let is_part = self.shown < self.all;
        let found = match (self.urgent, is_part) {
            (0, _) if self.unknown > 0 => return "Not everything could be found out".to_owned(),
            (0, false) => "Nothing needs attention".to_owned(),
            (0, true) => format!("Of {} shown, none needs attention", thousands(self.shown)),
            (1, true) => format!("Of {} shown, 1 needs attention", thousands(self.shown)),
            (urgent, true) => format!(
                "Of {} shown, {} need attention",
                thousands(self.shown),
                thousands(urgent)
            ),
            (urgent, false) => counted(urgent, "project needs attention", "projects need attention"),
        };
        if self.unknown > 0 {
            format!("{found}; not everything could be found out")
        } else {
            found
        }
    }

    /// What could stand first, when the list has another order; beside the sentence.
    pub fn offer(self) -> &'static str {
        match self.urgent {
            0 => "Show those with most errors first",
            1 => "Show it first",
            _ => "Show them first",
        }
    }
}

fn is_known(standing: &Standing, has_events: bool) -> bool {
    standing.figures.as_ref().is_some_and(|(figures, monitors)| {
        let are_monitors = match monitors {
            Figure::Known(count) => count.is_none_or(|count| count.extent == Extent::Whole),
            Figure::Asked | Figure::Unknown => false,
        };
        are_monitors && (!has_events || figures.errors.known().is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::Need;
    use crate::home::{Extent, Figure, MonitorCount, ProjectFigures, Standing};
    use crate::trend::{Period, fill};

    #[test]
    fn the_sentence_claims_what_is_known() {
        let said = |urgent, unknown, shown, all| {
            Need {
                urgent,
                unknown,
                shown,
                all,
            }
            .sentence()
        };
        assert_eq!(said(0, 0, 3, 3), "Nothing needs attention");
        assert_eq!(said(1, 0, 3, 3), "1 project needs attention");
        assert_eq!(
            said(2, 1, 3, 3),
            "2 projects need attention; not everything could be found out"
        );
        assert_eq!(said(0, 1, 3, 3), "Not everything could be found out");
        assert_eq!(said(0, 1, 24, 30), "Not everything could be found out");
        assert_eq!(said(0, 0, 24, 30), "Of 24 shown, none needs attention");
        assert_eq!(said(1, 0, 24, 30), "Of 24 shown, 1 needs attention");
        assert_eq!(
            said(5, 2, 24, 30),
            "Of 24 shown, 5 need attention; not everything could be found out"
        );
    }

    #[test]
    fn what_did_not_come_is_unknown_and_not_calm() {
        let monitors = |down, extent| Figure::Known(Some(MonitorCount { down, all: 2, extent }));
        let known = || ProjectFigures {
            errors: Figure::Known(fill(&[], Period::Day, 1_000_000_000)),
            ..ProjectFigures::default()
        };
        let unknown = || ProjectFigures {
            errors: Figure::Unknown,
            ..ProjectFigures::default()
        };
        for (figures, monitors, has_events, urgent, is_unknown) in [
            (known(), monitors(0, Extent::Whole), true, 0, 0),
            (known(), Figure::Known(None), true, 0, 0),
            (known(), monitors(1, Extent::Broken), true, 1, 0),
            (known(), monitors(0, Extent::Broken), true, 0, 1),
            (known(), Figure::Unknown, true, 0, 1),
            (unknown(), monitors(0, Extent::Whole), true, 0, 1),
            (unknown(), monitors(1, Extent::Whole), true, 1, 0),
            // Nothing was asked about errors where there never was an event.
            (ProjectFigures::default(), monitors(0, Extent::Whole), false, 0, 0),
        ] {
            let standing = Standing {
                id: "1".into(),
                is_starred: false,
                figures: Some((figures, monitors)),
            };
            let need = Need::of(&[(standing.clone(), has_events)], 1);
            assert_eq!((need.urgent, need.unknown), (urgent, is_unknown), "{standing:?}");
        }
    }
}
