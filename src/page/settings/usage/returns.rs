//! The way back from the payment provider: the plan is read again until what was done there has come through.

use super::plan::Billing;
use crate::api::billing::get_subscription;
use crate::api::client::Cancel;
use crate::api::organizations::get_organization;
use crate::browser::wait;
use crate::open_organization::OpenOrganization;
use crate::page::settings::query::asked;
use crate::reactive::{maybe, spawn};
use crate::route::{Route, SettingsPart, Step, use_go};
use glint_model::id::OrganizationSlug;
use glint_model::text::visible;
use glint_model::usage::{PlanState, dropped};
use leptos::prelude::*;

const PAUSE_MS: i32 = 2000;
/// How often the plan is read.
const PLAN_TRIES: usize = 5;
/// How often the organization is read.
const THROTTLE_TRIES: usize = 10;

/// What is said of it.
#[derive(Clone, PartialEq)]
struct Said {
    text: String,
    is_waiting: bool,
}

/// The line about it, when the reader comes from there.
pub fn returns(billing: Billing) -> AnyView {
    let route = use_context::<Memo<Route>>();
    let is_asked = |name| untrack(|| route.and_then(|route| asked(route, name))).is_some();
    let said = RwSignal::new(None::<Said>);
    let open = OpenOrganization::get();
    let tell = move |text: String, is_waiting: bool| said.try_set(Some(Said { text, is_waiting })).is_none();
    let (from_checkout, from_portal) = (is_asked("session_id"), is_asked("billing_portal_redirect"));
    if from_checkout || from_portal {
        let go = use_go();
        let organization = billing.organization.get_value();
        spawn(async move {
            tell(WAITING.to_owned(), true);
            let text = if from_checkout {
                until_bought(&organization, said).await
            } else {
                until_let_through(&organization, said).await
            };
            billing.subscription.refresh();
            if let Some(open) = open {
                open.refresh();
            }
            // A reload is no return. Not when the reader has gone elsewhere meanwhile.
            if tell(text, false) {
                go(
                    &Route::settings(&organization, SettingsPart::Subscription),
                    Step::Replace,
                );
            }
        });
    }
    maybe(move || {
        let Said { text, is_waiting } = said.get()?;
        let class = if is_waiting {
            "form-note"
        } else {
            "form-note usage-said"
        };
        Some(view! { <p class=class role="status">{text}</p> }.into_any())
    })
}

const WAITING: &str = "Back from the payment provider. Waiting for what you did there to come through…";

/// Reads the plan until it is one that costs something; what came of it.
async fn until_bought(organization: &OrganizationSlug, said: RwSignal<Option<Said>>) -> String {
    for attempt in 0..PLAN_TRIES {
        if attempt > 0 {
            wait::milliseconds(PAUSE_MS).await;
        }
        if said.try_get_untracked().is_none() {
            break;
        }
        if let Ok(plan) = get_subscription(organization, &Cancel::never()).await
            && PlanState::is_bought(plan.as_ref())
            && let Some(plan) = plan
        {
            return format!("Thank you. The plan is “{}” now.", visible(&plan.product.name));
        }
    }
    "The payment has not come through yet. That can take some minutes: reload the page later. If it stays like this, tell \
     whoever runs this GlitchTip."
        .to_owned()
}

/// Reads the organization until nothing is dropped any more; what came of it.
async fn until_let_through(organization: &OrganizationSlug, said: RwSignal<Option<Said>>) -> String {
    for attempt in 0..THROTTLE_TRIES {
        if attempt > 0 {
            wait::milliseconds(PAUSE_MS).await;
        }
        if said.try_get_untracked().is_none() {
            break;
        }
        if let Ok(details) = get_organization(organization, &Cancel::never()).await {
            let details = details.organization;
            if dropped(details.is_accepting_events, details.event_throttle_rate) == 0 {
                return "Back from the payment provider. Nothing is dropped.".to_owned();
            }
        }
    }
    "Back from the payment provider. Events are still dropped: a change of the plan can take some minutes to come through."
        .to_owned()
}
