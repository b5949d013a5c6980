//! The trends of the rows: asked for once the rows are drawn, and again for another period.

use super::list::IssueList;
use crate::api::issues::list_stats;
use crate::browser::intl;
use crate::load::load;
use crate::ui::spark::spark;
use glint_model::id::IssueId;
use glint_model::trend::{self, Period};
use leptos::prelude::*;

/// Asks for the trends of what is shown; those that were left with the list are taken over.
pub fn load_trends(list: IssueList) {
    let loader = load(move |cancel| {
        let period = list.period.get();
        let ids: Vec<IssueId> = list.shown.with(|shown| {
            shown
                .iter()
                .flat_map(|shown| &shown.page.items)
                .map(|issue| issue.id.clone())
                .collect()
        });
        let organization = list.organization.get_value();
        let left = list
            .left_stats
            .try_update_value(Option::take)
            .flatten()
            .filter(|stats| !stats.is_empty());
        Box::pin(async move {
            match left {
                Some(stats) => Ok(stats),
                None if ids.is_empty() => Ok(Vec::new()),
                None => list_stats(&organization, &ids, period, &cancel).await,
            }
        })
    });
    list.stats.set(Some(loader));
}

/// The trend of one row, when it is here; tracked.
pub fn trend_of(list: IssueList, id: &IssueId) -> Option<AnyView> {
    let period = list.period.get();
    let points = list.with_stats(|stats| {
        let series = &stats.iter().find(|one| one.id == *id)?.stats;
        match period {
            Period::Day => series.day.clone(),
            Period::Fortnight => series.fortnight.clone(),
        }
    })??;
    Some(spark(&trend::fill(&points, period, intl::now_ms())))
}
