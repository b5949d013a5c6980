//! Plans and subscriptions. While billing is off nothing is sold, and buying fails as it was recorded. What is done
//! while it is on is made up after the shapes of both generations: no server with billing was recorded.

use crate::billing::Plan;
use crate::call::Call;
use crate::directory::organizations::Organization;
use crate::endpoints::find;
use crate::fields::Fields;
use crate::http::Response;
use crate::pages;
use crate::plans::{self, PRODUCTS};
use crate::routes::Route;
use crate::usage::{self, DAY_MS, PERIOD_DAYS};
use glint_model::timestamp::Timestamp;
use serde_json::{Value, json};

/// Plans and subscriptions.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/stripe/products/", products),
    Route::new("GET", "/api/0/stripe/subscriptions/{organization_slug}/", subscription),
    Route::new("POST", "/api/0/stripe/subscriptions/", subscribe),
    Route::new(
        "POST",
        "/api/0/stripe/organizations/{organization_slug}/create-stripe-subscription-checkout/",
        checkout,
    ),
    Route::new(
        "POST",
        "/api/0/stripe/organizations/{organization_slug}/create-billing-portal/",
        portal,
    ),
    Route::new("GET", "/api/0/instance-license/", license).since_6_1(),
];

/// Days of a year's plan.
const YEAR_DAYS: i64 = 365;

fn products(call: &mut Call<'_>) -> Result<Response, Response> {
    let sold = if call.world.billing.is_on { PRODUCTS } else { &[] };
    let rows: Vec<Value> = sold.iter().map(|product| product.wire(call.is_6_1())).collect();
    Ok(Response::json(200, &rows))
}

/// Null without a plan, and for an organization that is none of the caller's.
fn subscription(call: &mut Call<'_>) -> Result<Response, Response> {
    let organization = find::organization_or_nothing(call).map(|own| own.id);
    let plan = organization.and_then(|id| call.world.billing.read(id).map(|plan| (id, plan)));
    let row = plan.map(|(id, plan)| wire(call, id, plan));
    Ok(Response::json(200, &row))
}

/// Takes the free plan. The body names the organization by its number.
fn subscribe(call: &mut Call<'_>) -> Result<Response, Response> {
    let mut fields = Fields::of_body(call)?;
    let price = fields.required_text("price", usize::MAX).unwrap_or_default();
    let number = fields.required_text("organization", usize::MAX).unwrap_or_default();
    fields.check()?;
    let own = find::organizations(call);
    let organization = own.into_iter().find(|own| own.id.to_string() == number);
    let organization = organization.filter(|own| is_account_owner(call, own));
    let id = organization.ok_or_else(Response::not_found)?.id;
    let plan = Plan::of(&price, "active").filter(|_| call.world.billing.is_on);
    let plan = plan.ok_or_else(Response::not_found)?;
    if !plan.price.is_free() {
        return Err(Response::detail(400, "This plan has to be paid for first."));
    }
    has_none(call, id, |_| true)?;
    call.world.billing.choose(id, plan);
    let subscription = wire(call, id, plan);
    let answer = json!({"price": price, "organization": number, "subscription": subscription});
    Ok(Response::json(200, &answer))
}

/// The way back from the checkout counts as paid: the plan is there after two more readings of the subscription.
fn checkout(call: &mut Call<'_>) -> Result<Response, Response> {
    let mut fields = Fields::of_body(call)?;
    let price = fields.required_text("price", usize::MAX).unwrap_or_default();
    fields.check()?;
    let (organization, _) = find::organization(call)?;
    if !is_account_owner(call, &organization) {
        return Err(Response::not_found());
    }
    if !call.world.billing.is_on {
        return Err(pages::server_error());
    }
    plans::find(&price).ok_or_else(Response::not_found)?;
    has_none(call, organization.id, |plan| !plan.price.is_free())?;
    if let Some(plan) = Plan::of(&price, "active") {
        call.world.billing.pay(organization.id, plan);
    }
    let answer = if call.is_6_1() {
        json!({"url": way_back(call, &organization, "session_id=cs_demo")})
    } else {
        json!({"id": "cs_demo"})
    };
    Ok(Response::json(200, &answer))
}

/// Leads straight back; what was owed is paid then.
fn portal(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, _) = find::organization(call)?;
    if !is_account_owner(call, &organization) {
        return Err(Response::not_found());
    }
    if !call.world.billing.is_on {
        return Err(pages::server_error());
    }
    call.world.billing.settle(organization.id);
    let url = way_back(call, &organization, "billing_portal_redirect=true");
    Ok(Response::json(200, &json!({"url": url})))
}

/// Who pays for GlitchTip on a server without billing; 404 when nobody does.
fn license(call: &mut Call<'_>) -> Result<Response, Response> {
    if call.world.billing.is_licensed {
        Ok(Response::json(200, &json!({"billingEmail": "billing@acme.example"})))
    } else {
        Err(Response::not_found())
    }
}

/// Of several owners the one that the organization belongs to alone looks after the money.
fn is_account_owner(call: &Call<'_>, organization: &Organization) -> bool {
    find::myself(call, organization).is_some_and(|member| member.id == organization.owner)
}

/// 400 when the organization has a plan already that stands in the way.
fn has_none(call: &Call<'_>, organization: i64, is_in_the_way: impl Fn(&Plan) -> bool) -> Result<(), Response> {
    let plan = call.world.billing.plan(organization).filter(Plan::counts);
    match plan.filter(is_in_the_way) {
        Some(_) => Err(Response::detail(400, "This organization has a subscription already.")),
        None => Ok(()),
    }
}

fn way_back(call: &Call<'_>, organization: &Organization, query: &str) -> String {
    let host = call.request.origin_of_host();
    format!("{host}/{}/settings/subscription?{query}", organization.slug)
}

fn wire(call: &Call<'_>, organization: i64, plan: Plan) -> Value {
    let start = usage::period_start(call.demo, call.world, organization);
    let cycle_end = start + PERIOD_DAYS * DAY_MS;
    let end = if plan.price.interval == "year" {
        start + YEAR_DAYS * DAY_MS
    } else {
        cycle_end
    };
    let began = Timestamp(start - 3 * PERIOD_DAYS * DAY_MS);
    let mut row = json!({
        "stripeID": format!("sub_demo_{organization}"),
        "product": plan.product.short(),
        "price": plan.price.wire(call.is_6_1()),
        "status": plan.status,
        "collectionMethod": "charge_automatically",
        "created": began,
        "currentPeriodStart": Timestamp(start),
        "currentPeriodEnd": Timestamp(end),
        "startDate": began,
    });
    if call.is_6_1() {
        row["subscriptionCycleStart"] = json!(Timestamp(start));
        row["subscriptionCycleEnd"] = json!(Timestamp(cycle_end));
    }
    row
}
