//! What came in: of this period and the one before, and by day, as far as the server says so. Servers of 2025 give one
//! sum for each kind.

use super::plan::Billing;
use crate::api::billing::{get_daily_usage, get_events_count, get_usage_of_period};
use crate::api::client::Cancel;
use crate::browser::intl;
use crate::load::{Load, Loader, load};
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::timestamp::Timestamp;
use glint_model::usage::{Counts, Daily, Kind, daily};
use glint_model::wire::billing::DailyUsage;

/// What is known of this period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// What came in since it began.
    Period(Counts),
    /// What came in; over which time, the server does not say.
    Sums(Counts),
    /// The server counts nothing.
    Nothing,
}

/// What came in.
#[derive(Clone, Copy)]
pub struct Figures {
    /// In this period.
    pub now: Loader<Known>,
    /// In the one before; none where the server does not know.
    pub before: Loader<Option<Counts>>,
    /// By day; none where the server does not know.
    pub days: Loader<Option<DailyUsage>>,
}

impl Figures {
    /// Asks for all of it.
    pub fn of(organization: &OrganizationSlug) -> Self {
        let [one, two, three] = [organization.clone(), organization.clone(), organization.clone()];
        Self {
            now: load(move |cancel| {
                let organization = one.clone();
                Box::pin(async move { this_period(&organization, &cancel).await })
            }),
            before: load(move |cancel| {
                let organization = two.clone();
                Box::pin(async move {
                    let usage = if_there(get_usage_of_period(&organization, 1, &cancel).await)?;
                    Ok(usage.map(Counts::from))
                })
            }),
            days: load(move |cancel| {
                let organization = three.clone();
                Box::pin(async move { if_there(get_daily_usage(&organization, &cancel).await) })
            }),
        }
    }

    /// What came in by day and what is to be expected, when that is known; tracked.
    pub fn expected(self, billing: Billing) -> Option<Daily> {
        let days = self.days.ready().flatten()?;
        let counts = self.counts()?;
        let files = counts.events(Kind::Files, counts.is_weighed());
        let now = Timestamp(intl::now_ms());
        daily(&days, counts.is_weighed(), files, billing.period(), now, &intl::CLOCK)
    }

    /// What came in in this period, when it is known; tracked.
    pub fn counts(self) -> Option<Counts> {
        self.now.with(|load| match load {
            Load::Ready(Known::Period(counts) | Known::Sums(counts)) => Some(*counts),
            _ => None,
        })
    }
}

async fn this_period(organization: &OrganizationSlug, cancel: &Cancel) -> Result<Known, ApiError> {
    if let Some(usage) = if_there(get_usage_of_period(organization, 0, cancel).await)? {
        return Ok(Known::Period(usage.into()));
    }
    let sums = if_there(get_events_count(organization, cancel).await)?;
    Ok(sums.map_or(Known::Nothing, |sums| Known::Sums(sums.into())))
}

/// Not found: the server does not have it.
fn if_there<T>(answer: Result<T, ApiError>) -> Result<Option<T>, ApiError> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(ApiError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
