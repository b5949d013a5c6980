//! Plans, subscriptions and usage. All of it is optional: servers of the two generations have different parts.

use super::client::{Call, Cancel};
use super::one_page::read_page_of;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::wire::billing::{
    Checkout, DailyUsage, EventsCount, InstanceLicense, Product, Redirection, Subscribe, Subscribed, Subscription,
    SubscriptionUsage,
};
use gloo_net::http::Method;

/// The plans; none where billing is off: `GET stripe/products/`.
pub async fn list_products(cancel: &Cancel) -> Result<Vec<Product>, ApiError> {
    let page = read_page_of(&["stripe", "products"], &[], cancel).await?;
    Ok(page.items)
}

/// The plan that an organization has, if it has one: `GET stripe/subscriptions/{organization}/`.
pub async fn get_subscription(
    organization: &OrganizationSlug,
    cancel: &Cancel,
) -> Result<Option<Subscription>, ApiError> {
    let answer = Call::api(Method::GET, &["stripe", "subscriptions", organization.as_str()])
        .cancel_with(cancel)
        .send()
        .await?;
    if answer.body.trim().is_empty() {
        return Ok(None);
    }
    answer.read()
}

/// Takes a plan that costs nothing, for an organization by its number: `POST stripe/subscriptions/`. Invalid when it has one
/// already, not found when it is somebody else's.
pub async fn subscribe(organization_id: &str, price: &str) -> Result<Subscription, ApiError> {
    let body = Subscribe {
        organization: organization_id.to_owned(),
        price: price.to_owned(),
    };
    let answer = Call::api(Method::POST, &["stripe", "subscriptions"])
        .body(&body)
        .send()
        .await?;
    let subscribed: Subscribed = answer.read()?;
    Ok(subscribed.subscription)
}

/// Begins to buy a plan: `POST stripe/organizations/{organization}/create-stripe-subscription-checkout/`. Gives where to pay.
pub async fn create_checkout(organization: &OrganizationSlug, price: &str) -> Result<Redirection, ApiError> {
    let price = price.to_owned();
    at_stripe(organization, "create-stripe-subscription-checkout")
        .body(&Checkout { price })
        .send()
        .await?
        .read()
}

/// Where the owner manages the subscription: `POST stripe/organizations/{organization}/create-billing-portal/`.
pub async fn create_billing_portal(organization: &OrganizationSlug) -> Result<Redirection, ApiError> {
    at_stripe(organization, "create-billing-portal").send().await?.read()
}

/// What came in during this period (0) or one before (6.1): `GET stripe/subscriptions/{organization}/events_count/period/`.
pub async fn get_usage_of_period(
    organization: &OrganizationSlug,
    periods_ago: u8,
    cancel: &Cancel,
) -> Result<SubscriptionUsage, ApiError> {
    counts(organization, &["period"], cancel)
        .query(&[("periods_ago".to_owned(), periods_ago.to_string())])
        .send()
        .await?
        .read()
}

/// What came in day by day (6.1): `GET stripe/subscriptions/{organization}/events_count/daily/`.
pub async fn get_daily_usage(organization: &OrganizationSlug, cancel: &Cancel) -> Result<DailyUsage, ApiError> {
    counts(organization, &["daily"], cancel).send().await?.read()
}

/// What came in so far (5.2): `GET stripe/subscriptions/{organization}/events_count/`.
pub async fn get_events_count(organization: &OrganizationSlug, cancel: &Cancel) -> Result<EventsCount, ApiError> {
    counts(organization, &[], cancel).send().await?.read()
}

/// Whom the operator pays for support as (6.1): `GET instance-license/`.
pub async fn get_instance_license(cancel: &Cancel) -> Result<InstanceLicense, ApiError> {
    Call::api(Method::GET, &["instance-license"])
        .cancel_with(cancel)
        .send()
        .await?
        .read()
}

fn at_stripe(organization: &OrganizationSlug, what: &str) -> Call {
    Call::api(Method::POST, &["stripe", "organizations", organization.as_str(), what])
}

fn counts(organization: &OrganizationSlug, of: &[&str], cancel: &Cancel) -> Call {
    let mut segments = vec!["stripe", "subscriptions", organization.as_str(), "events_count"];
    segments.extend(of);
    Call::api(Method::GET, &segments).cancel_with(cancel)
}
