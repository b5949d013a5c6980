//! What needs attention, and the order that follows: what is down, then what has more errors than usual, then what has errors.

use super::{Figure, MonitorCount, ProjectFigures};
use crate::id::ProjectId;
use crate::link::Hits;
use crate::text::thousands;
use crate::trend::Trend;
use std::cmp::Reverse;

/// The last hours that are compared with those before; the last of them is under way.
const LAST_HOURS: usize = 3;
/// Fewer errors than this are no surge.
const LEAST: u64 = 20;
/// A surge has so many times as many errors as the hours before would let one expect.
const TIMES: u64 = 3;

/// Why a project needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attention {
    /// So many of its monitors are down, at least.
    Down(Hits),
    /// So many errors came in the last three hours, far more than usual.
    Surge(u64),
}

impl Attention {
    /// In words.
    pub fn sentence(self) -> String {
        match self {
            Self::Down(Hits {
                count: 1,
                capped: false,
            }) => "A monitor is down".to_owned(),
            Self::Down(hits) => format!("{} monitors are down", hits.label()),
            Self::Surge(count) => format!("More errors than usual: {} in 3 hours", thousands(count)),
        }
    }
}

/// Why a project needs attention, the most urgent first. What is not known is no reason.
pub fn attention(figures: &ProjectFigures, monitors: Option<MonitorCount>) -> Vec<Attention> {
    let down = monitors.map(MonitorCount::down).filter(|down| down.count > 0);
    let surge = figures.errors.known().and_then(surge);
    down.map(Attention::Down)
        .into_iter()
        .chain(surge.map(Attention::Surge))
        .collect()
}

/// How many errors the last hours had, when that is far more than the hours before.
fn surge(day: &Trend) -> Option<u64> {
    let sum = |counts: &[u64]| counts.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
    let counts: Vec<u64> = day.buckets.iter().map(|bucket| bucket.count).collect();
    let (before, last) = counts.split_at_checked(counts.len().checked_sub(LAST_HOURS)?)?;
    let (usual, now) = (sum(before), sum(last));
    let (before, last) = (before.len() as u64, last.len() as u64);
    let is_more = now.saturating_mul(before) >= usual.saturating_mul(last).saturating_mul(TIMES);
    (now >= LEAST && is_more).then_some(now)
}

/// What the order of a project follows from.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// Which project.
    pub id: ProjectId,
    /// Whether it has a star.
    pub is_starred: bool,
    /// Its own figures, and how its monitors are where there can be any; none while they are not known.
    pub figures: Option<(ProjectFigures, Figure<Option<MonitorCount>>)>,
}

impl Standing {
    /// Why it needs attention, as far as that is known.
    pub fn attention(&self) -> Vec<Attention> {
        let figures = self.figures.as_ref();
        figures.map_or_else(Vec::new, |(figures, monitors)| {
            attention(figures, monitors.known().copied().flatten())
        })
    }
}

/// The order of projects that come by name: those with a star first, and what needs attention before what does not. Those
/// without figures come after those with, so that more of them follow what stands there already.
pub fn order(mut projects: Vec<Standing>) -> Vec<ProjectId> {
    projects.sort_by_cached_key(|project| Reverse((project.is_starred, project.figures.is_some(), urgency(project))));
    projects.into_iter().map(|project| project.id).collect()
}

/// Monitors down, the errors of a surge, all errors, open issues.
fn urgency(project: &Standing) -> [u64; 4] {
    let Some((figures, _)) = &project.figures else {
        return [0; 4];
    };
    let mut urgency = [0; 4];
    for reason in project.attention() {
        match reason {
            Attention::Down(hits) => urgency[0] = hits.count,
            Attention::Surge(count) => urgency[1] = count,
        }
    }
    urgency[2] = figures.errors.known().map_or(0, |day| day.total);
    urgency[3] = figures.issues.known().map_or(0, |issues| issues.count);
    urgency
}

#[cfg(test)]
mod tests {
    use super::{Attention, Standing, attention, order};
    use crate::home::{Extent, Figure, MonitorCount, ProjectFigures};
    use crate::id::ProjectId;
    use crate::link::Hits;
    use crate::trend::{Period, fill};

    /// Errors of the hours before and of the last three, all in one hour each.
    fn figures(before: u64, last: u64, issues: u64) -> ProjectFigures {
        let now = 100 * 3600;
        let errors = fill(&[(now - 10 * 3600, before), (now, last)], Period::Day, now * 1000);
        let capped = false;
        ProjectFigures {
            issues: Figure::Known(Hits { count: issues, capped }),
            errors: Figure::Known(errors),
        }
    }

    #[test]
    fn a_surge_is_much_and_much_more_than_before() {
        for (before, last, is_surge) in [
            (0, 19, false),
            (0, 20, true),
            (70, 30, true),
            (71, 30, false),
            (700, 300, true),
            (0, 0, false),
            (u64::MAX, 20, false),
        ] {
            let found = attention(&figures(before, last, 0), None);
            assert_eq!(found == [Attention::Surge(last)], is_surge, "{before} {last}");
        }
        assert_eq!(attention(&ProjectFigures::default(), None), []);
        assert_eq!(Attention::Surge(30).sentence(), "More errors than usual: 30 in 3 hours");
    }

    #[test]
    fn what_is_down_comes_before_what_is_loud_and_stars_before_all() {
        let standing = |id: &str, is_starred, figures, down| Standing {
            id: ProjectId::from(id),
            is_starred,
            figures: Some((
                figures,
                Figure::Known(Some(MonitorCount {
                    down,
                    all: 2,
                    extent: Extent::Whole,
                })),
            )),
        };
        let unknown = Standing {
            id: ProjectId::from("unknown"),
            is_starred: false,
            figures: None,
        };
        let found = order(vec![
            unknown,
            standing("quiet", false, figures(0, 0, 0), 0),
            standing("issues", false, figures(0, 0, 9), 0),
            standing("many", false, figures(9000, 90, 1), 0),
            standing("surge", false, figures(0, 50, 1), 0),
            standing("down", false, figures(0, 0, 1), 1),
            standing("starred", true, figures(0, 0, 0), 0),
        ]);
        let found: Vec<&str> = found.iter().map(ProjectId::as_str).collect();
        assert_eq!(
            found,
            ["starred", "down", "surge", "many", "issues", "quiet", "unknown"]
        );
        let down = |count, capped| Attention::Down(Hits { count, capped }).sentence();
        assert_eq!(down(1, false), "A monitor is down");
        assert_eq!(down(2, false), "2 monitors are down");
        assert_eq!(down(1, true), "1+ monitors are down");
    }
}
