//! Plans, subscriptions and usage: `/api/0/stripe/...`, `GET /api/0/instance-license/`.

use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// A plan: `GET /api/0/stripe/products/`; a subscription names its own without prices.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    /// Its id at Stripe.
    #[serde(rename = "stripeID")]
    pub stripe_id: String,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// A sentence about it.
    #[serde(default)]
    pub description: String,
    /// How many events a month it covers.
    #[serde(default)]
    pub events: u64,
    /// The price that is meant where none is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_price: Option<Price>,
    /// All its prices (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prices: Option<Vec<Price>>,
    /// What it offers, point by point (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketing_features: Option<Vec<String>>,
}

/// A price of a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Price {
    /// Its id at Stripe.
    #[serde(rename = "stripeID")]
    pub stripe_id: String,
    /// The amount, as decimal text in the server's one currency.
    #[serde(default)]
    pub price: String,
    /// `month` or `year` (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<String>,
}

/// The plan that an organization has: `GET /api/0/stripe/subscriptions/{organization}/`, null where it has none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Subscription {
    /// Its id at Stripe.
    #[serde(rename = "stripeID")]
    pub stripe_id: String,
    /// The plan.
    pub product: Product,
    /// What it costs.
    pub price: Price,
    /// Such as `active`, `trialing`, `past_due`, `canceled`.
    #[serde(default)]
    pub status: Option<String>,
    /// `charge_automatically` or `send_invoice`.
    #[serde(default)]
    pub collection_method: String,
    /// When it was created.
    #[serde(default)]
    pub created: Option<Timestamp>,
    /// When what is paid for began.
    #[serde(default)]
    pub current_period_start: Option<Timestamp>,
    /// When what is paid for ends.
    #[serde(default)]
    pub current_period_end: Option<Timestamp>,
    /// When it began.
    #[serde(default)]
    pub start_date: Option<Timestamp>,
    /// When the month began in which events are counted (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscription_cycle_start: Option<Timestamp>,
    /// When that month ends (6.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscription_cycle_end: Option<Timestamp>,
}

/// The body that takes a plan that costs nothing: `POST /api/0/stripe/subscriptions/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscribe {
    /// The organization's number, as text.
    pub organization: String,
    /// The id of the price.
    pub price: String,
}

/// What the server answers to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subscribed {
    /// The id of the price.
    #[serde(default)]
    pub price: String,
    /// The organization.
    #[serde(default)]
    pub organization: String,
    /// What it has now.
    pub subscription: Subscription,
}

/// The body that begins a checkout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkout {
    /// The id of the price.
    pub price: String,
}

/// A page of Stripe to go on at. A server of 2025 answers to a checkout with the session's id alone, with which nothing can
/// be opened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redirection {
    /// Its address; never a link without a look at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The session's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// What came in so far (5.2): `GET /api/0/stripe/subscriptions/{organization}/events_count/`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct EventsCount {
    /// Events of issues.
    pub event_count: u64,
    /// Transactions.
    pub transaction_event_count: u64,
    /// Checks of monitors.
    pub uptime_check_event_count: u64,
    /// Megabytes of uploaded files.
    pub file_size_mb: u64,
}

/// What came in during a period (6.1): `GET .../events_count/period/?periods_ago=0`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SubscriptionUsage {
    /// All of it, weighed as the plan does.
    pub total: u64,
    /// Events of issues.
    pub event_count: u64,
    /// Transactions.
    pub transaction_event_count: u64,
    /// Checks of monitors.
    pub uptime_check_event_count: u64,
    /// Lines of logs.
    pub log_event_count: u64,
    /// Megabytes of uploaded files.
    pub file_size_mb: u64,
}

/// What came in day by day (6.1): `GET .../events_count/daily/`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DailyUsage {
    /// A row for each day.
    #[serde(default)]
    pub data: Vec<DailyUsageEntry>,
}

/// What came in on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DailyUsageEntry {
    /// The day, such as `2026-11-23`.
    pub date: String,
    /// Events of issues.
    #[serde(default)]
    pub event_count: u64,
    /// Transactions.
    #[serde(default)]
    pub transaction_event_count: u64,
    /// Checks of monitors.
    #[serde(default)]
    pub uptime_check_event_count: u64,
    /// Lines of logs.
    #[serde(default)]
    pub log_event_count: u64,
}

/// Whom the operator pays for support as (6.1): `GET /api/0/instance-license/`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InstanceLicense {
    /// The address at Stripe.
    #[serde(default)]
    pub billing_email: String,
}

#[cfg(test)]
mod tests;
