//! Both generations' answers, and what is sent.

use super::{Checkout, DailyUsage, Product, Redirection, Subscribe, Subscription, SubscriptionUsage};
use serde::de::DeserializeOwned;

fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("an answer")
}

#[test]
fn plans_of_both_generations_are_read() {
    let old: Product = read(
        r#"{"stripeID": "prod_1", "defaultPrice": {"stripeID": "price_1", "price": "15.00"}, "name": "Small",
           "description": "For a start", "events": 100000}"#,
    );
    assert_eq!(old.default_price.map(|price| price.price).as_deref(), Some("15.00"));
    assert!(old.prices.is_none());
    let new: Product = read(
        r#"{"stripeID": "prod_1", "defaultPrice": {"stripeID": "price_1", "price": "15.00", "interval": "month"},
           "name": "Small", "description": "", "events": 100000, "marketingFeatures": ["Uptime"],
           "prices": [{"stripeID": "price_1", "price": "15.00", "interval": "month"},
                      {"stripeID": "price_2", "price": "150.00", "interval": "year"}]}"#,
    );
    let intervals = new
        .prices
        .iter()
        .flatten()
        .filter_map(|price| price.interval.as_deref());
    assert!(intervals.eq(["month", "year"]));
}

#[test]
fn subscriptions_of_both_generations_are_read() {
    let common = r#""stripeID": "sub_1", "product": {"stripeID": "prod_1", "name": "Small", "description": "",
        "events": 100000, "default_price_id": "price_1"}, "price": {"stripeID": "price_1", "price": "15.00"},
        "status": "active", "collectionMethod": "charge_automatically", "created": "2026-10-01T00:00:00Z",
        "currentPeriodStart": "2026-11-01T00:00:00Z", "currentPeriodEnd": "2026-12-01T00:00:00Z",
        "startDate": "2026-10-01T00:00:00Z""#;
    let old: Subscription = read(&format!("{{{common}}}"));
    assert!(old.subscription_cycle_start.is_none() && old.current_period_end.is_some());
    let new: Subscription = read(&format!(
        r#"{{{common}, "subscriptionCycleStart": "2026-11-01T00:00:00Z", "subscriptionCycleEnd": null}}"#
    ));
    assert!(new.subscription_cycle_start.is_some() && new.subscription_cycle_end.is_none());
    assert_eq!(read::<Option<Subscription>>("null"), None);
}

#[test]
fn usage_is_read() {
    let usage: SubscriptionUsage = read(
        r#"{"total": 30, "eventCount": 10, "transactionEventCount": 5, "uptimeCheckEventCount": 100,
           "logEventCount": 50, "fileSizeMb": 0}"#,
    );
    assert_eq!((usage.total, usage.log_event_count), (30, 50));
    let daily: DailyUsage = read(
        r#"{"data": [{"date": "2026-11-23", "eventCount": 1, "transactionEventCount": 2, "uptimeCheckEventCount": 3,
           "logEventCount": 4}]}"#,
    );
    assert_eq!(daily.data[0].uptime_check_event_count, 3);
}

#[test]
fn a_redirection_is_an_address_or_only_an_id() {
    let new: Redirection = read(r#"{"url": "https://checkout.example.com/1"}"#);
    assert!(new.url.is_some() && new.id.is_none());
    let old: Redirection = read(r#"{"id": "cs_1"}"#);
    assert!(old.url.is_none() && old.id.is_some());
}

#[test]
fn what_is_sent_is_spelled_as_the_server_wants_it() {
    let price = "price_1".to_owned();
    let subscribe = Subscribe {
        organization: "1".to_owned(),
        price: price.clone(),
    };
    assert_eq!(
        serde_json::to_string(&subscribe).expect("text"),
        r#"{"organization":"1","price":"price_1"}"#
    );
    assert_eq!(
        serde_json::to_string(&Checkout { price }).expect("text"),
        r#"{"price":"price_1"}"#
    );
}
