//! The trends of the rows: asked for once the rows are drawn, for those that have none yet, and again for another period.

use super::list::{IssueList, stats_of};
use crate::api::client::Cancel;
use crate::api::issues::{MOST_TRENDS, list_stats};
use crate::browser::intl;
use crate::reactive::{effect, spawn};
use crate::ui::chart::spark;
use glint_model::error::ApiError;
use glint_model::id::IssueId;
use glint_model::trend::{self, Period};
use glint_model::wire::stats::IssueStats;
use leptos::prelude::*;
use std::sync::Arc;

/// Where the trends are on their way, beside those that have come.
#[derive(Clone, Copy)]
pub struct Trends {
    /// Why they could not be had.
    pub trouble: RwSignal<Option<ApiError>>,
    again: RwSignal<u32>,
}

impl Trends {
    /// Asks once more.
    pub fn reload(self) {
        self.again.update(|count| *count += 1);
    }
}

/// Asks for the trends of the rows as long as the list is there.
pub fn load_trends(list: IssueList) -> Trends {
    let trends = Trends {
        trouble: RwSignal::new(None),
        again: RwSignal::new(0),
    };
    let under_way = StoredValue::new_local(Cancel::never());
    let of_period = StoredValue::new(list.period.get_untracked());
    effect(move || {
        trends.again.track();
        let period = list.period.get();
        under_way.with_value(Cancel::cancel);
        if of_period.get_value() != period {
            of_period.set_value(period);
            list.stats.set(Vec::new());
        }
        let missing: Vec<IssueId> = list.rows.with(|rows| {
            list.stats.with_untracked(|stats| {
                rows.iter()
                    .flat_map(|rows| &rows.issues)
                    .map(|issue| &issue.id)
                    .filter(|id| stats_of(stats, id).is_none())
                    .cloned()
                    .collect()
            })
        });
        trends.trouble.try_set(None);
        if !missing.is_empty() {
            let cancel = Cancel::new();
            under_way.set_value(cancel.clone());
            spawn(ask(list, trends, missing, period, cancel));
        }
    });
    on_cleanup(move || {
        under_way.try_with_value(Cancel::cancel);
    });
    trends
}

async fn ask(list: IssueList, trends: Trends, missing: Vec<IssueId>, period: Period, cancel: Cancel) {
    let Some(organization) = list.organization.try_get_value() else {
        return;
    };
    for ids in missing.chunks(MOST_TRENDS) {
        let answer = list_stats(&organization, ids, period, &cancel).await;
        if cancel.is_cancelled() {
            return;
        }
        match answer {
            Ok(found) => {
                list.stats.try_update(|stats| put(stats, found));
            }
            Err(error) => {
                trends.trouble.try_set(Some(error));
                return;
            }
        }
    }
}

fn put(stats: &mut Vec<Arc<IssueStats>>, found: Vec<IssueStats>) {
    for one in found {
        match stats.binary_search_by(|known| known.id.cmp(&one.id)) {
            Ok(place) => stats[place] = Arc::new(one),
            Err(place) => stats.insert(place, Arc::new(one)),
        }
    }
}

/// The trend of one row. Tracked.
pub fn trend_of(list: IssueList, stats: &IssueStats) -> Option<AnyView> {
    let points = match list.period.get() {
        Period::Day => stats.stats.day.as_ref(),
        Period::Fortnight => stats.stats.fortnight.as_ref(),
    }?;
    let trend = trend::fill(points, list.period.get_untracked(), intl::now_ms());
    Some(spark(trend.buckets.iter().map(|bucket| bucket.count), trend.summary()))
}
