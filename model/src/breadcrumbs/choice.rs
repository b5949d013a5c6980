//! How a reader wants to see breadcrumbs.

/// How times are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CrumbTime {
    /// As the distance to the event.
    #[default]
    Distance,
    /// By the reader's clock.
    Clock,
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CrumbOrder {
    /// As it happened; the event is the last row.
    #[default]
    NewestLast,
    /// The event is the first row.
    NewestFirst,
}

/// What a reader chose; the browser keeps it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CrumbChoice {
    /// How times are told.
    pub time: CrumbTime,
    /// Which end comes first.
    pub order: CrumbOrder,
}

impl CrumbChoice {
    /// Reads what [`Self::to_text`] wrote; anything else is the default.
    pub fn parse(text: &str) -> Self {
        let (time, order) = text.split_once(' ').unwrap_or((text, ""));
        Self {
            time: if time == "clock" {
                CrumbTime::Clock
            } else {
                CrumbTime::Distance
            },
            order: if order == "first" {
                CrumbOrder::NewestFirst
            } else {
                CrumbOrder::NewestLast
            },
        }
    }

    /// The words to keep it by.
    pub fn to_text(self) -> &'static str {
        match (self.time, self.order) {
            (CrumbTime::Distance, CrumbOrder::NewestLast) => "distance last",
            (CrumbTime::Distance, CrumbOrder::NewestFirst) => "distance first",
            (CrumbTime::Clock, CrumbOrder::NewestLast) => "clock last",
            (CrumbTime::Clock, CrumbOrder::NewestFirst) => "clock first",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CrumbChoice, CrumbOrder, CrumbTime};

    #[test]
    fn a_choice_is_read_as_it_is_written() {
        for time in [CrumbTime::Distance, CrumbTime::Clock] {
            for order in [CrumbOrder::NewestLast, CrumbOrder::NewestFirst] {
                let choice = CrumbChoice { time, order };
                assert_eq!(CrumbChoice::parse(choice.to_text()), choice);
            }
        }
        assert_eq!(CrumbChoice::parse("<script>"), CrumbChoice::default());
    }
}
