//! The way back from the payment provider: the plan is read again until what was done there has come through.

use super::plan::Billing;
use crate::api::billing::get_subscription;
use crate::api::client::Cancel;
use crate::api::organizations::get_organization;
use crate::browser::listener::Listener;
use crate::browser::{dom, wait};
use crate::open_organization::OpenOrganization;
use crate::page::settings::query::asked;
use crate::reactive::{maybe, spawn};
use crate::route::{Route, SettingsPart, Step, use_go};
use glint_model::id::OrganizationSlug;
use glint_model::text::visible;
use glint_model::usage::{PlanState, dropped, throttle_text};
use js_sys::Reflect;
use leptos::prelude::*;

const PAUSE_MS: i32 = 2000;
/// How often the plan is read.
const PLAN_TRIES: usize = 5;
/// How often the organization and its plan are read.
const PORTAL_TRIES: usize = 6;

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
                until_changed(&organization, billing, said).await
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

/// Reads the organization and its plan until something is different from what was there on the way back; what came of it.
async fn until_changed(organization: &OrganizationSlug, billing: Billing, said: RwSignal<Option<Said>>) -> String {
    let mut first = None;
    let mut last = None;
    for attempt in 0..PORTAL_TRIES {
        if attempt > 0 {
            wait::milliseconds(PAUSE_MS).await;
        }
        if said.try_get_untracked().is_none() {
            break;
        }
        let never = Cancel::never();
        let (Ok(details), Ok(plan)) = (
            get_organization(organization, &never).await,
            get_subscription(organization, &never).await,
        ) else {
            continue;
        };
        let details = details.organization;
        let dropped = dropped(details.is_accepting_events, details.event_throttle_rate);
        let now = (dropped, plan);
        let before = first.get_or_insert_with(|| now.clone());
        let is_changed = *before != now;
        last = Some(now);
        if is_changed {
            billing.subscription.refresh();
            break;
        }
    }
    let Some((dropped, plan)) = last else {
        return "Back from the payment provider. The plan could not be read.".to_owned();
    };
    let plan = match plan {
        Some(plan) => format!("The plan is “{}”.", visible(&plan.product.name)),
        None => "There is no plan.".to_owned(),
    };
    let dropped = throttle_text(true, dropped);
    format!("Back from the payment provider. {plan} {dropped} A change can take some minutes to come through.")
}

/// Runs something when the page comes out of the browser’s memory, after Back from the payment provider: whatever was on its
/// way there is not any more.
pub fn on_return(run: impl Fn() + 'static) {
    StoredValue::new_local(Listener::new(dom::window().into(), "pageshow", move |event| {
        let is_persisted = Reflect::get(&event, &"persisted".into()).is_ok_and(|value| value.is_truthy());
        if is_persisted {
            run();
        }
    }));
}
