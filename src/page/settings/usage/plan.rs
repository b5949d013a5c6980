//! The plan that the organization has, in words, with its period.

use super::manage::{manage, owner_line};
use crate::api::billing::get_subscription;
use crate::api::members::list_members;
use crate::browser::intl;
use crate::load::{Load, Loader, load};
use crate::reactive::changing;
use crate::session::{Session, SessionState};
use crate::ui::state::{failed, waiting};
use glint_model::id::OrganizationSlug;
use glint_model::text::visible;
use glint_model::timestamp::Timestamp;
use glint_model::usage::{Biller, PlanState, biller, days_left, period};
use glint_model::wire::billing::Subscription;
use glint_model::wire::member::Member;
use leptos::prelude::*;

/// The heading, which takes the focus after the plan has changed.
pub const HEADING: &str = "plan-heading";

/// The plan of an organization; none at all where none are sold.
#[derive(Clone, Copy)]
pub struct Billing {
    /// Whose.
    pub organization: StoredValue<OrganizationSlug>,
    /// Its number, as text.
    pub number: StoredValue<String>,
    /// The plan.
    pub subscription: Loader<Option<Subscription>>,
    members: Loader<Vec<Member>>,
    session: Session,
}

impl Billing {
    /// Asks for it where plans are sold.
    pub fn of(organization: &OrganizationSlug, number: String, is_sold: Memo<bool>) -> Self {
        let [one, two] = [organization.clone(), organization.clone()];
        Self {
            organization: StoredValue::new(organization.clone()),
            number: StoredValue::new(number),
            subscription: load(move |cancel| {
                let (organization, is_sold) = (one.clone(), is_sold.get());
                Box::pin(async move {
                    if is_sold {
                        get_subscription(&organization, &cancel).await
                    } else {
                        Ok(None)
                    }
                })
            }),
            members: load(move |cancel| {
                let (organization, is_sold) = (two.clone(), is_sold.get());
                Box::pin(async move {
                    if is_sold {
                        list_members(&organization, &cancel).await
                    } else {
                        Ok(Vec::new())
                    }
                })
            }),
            session: Session::get(),
        }
    }

    /// The time in which events are counted, when there is a plan; tracked.
    pub fn period(self) -> Option<(Timestamp, Timestamp)> {
        self.subscription.with(|load| load.ready()?.as_ref().and_then(period))
    }

    /// How many events the plan covers; tracked.
    pub fn limit(self) -> Option<u64> {
        let plan = |subscription: &Subscription| subscription.product.events;
        self.subscription.with(|load| load.ready()?.as_ref().map(plan))
    }

    /// Who may change the plan; none until that is known. Tracked.
    pub fn biller(self) -> Option<Biller> {
        let me = match self.session.state() {
            SessionState::SignedIn(user) => user.email.unwrap_or(user.display),
            _ => return None,
        };
        self.members.with(|load| match load {
            Load::Ready(members) => Some(biller(members, &me)),
            Load::Failed(_) => Some(Biller::Unknown),
            Load::Loading | Load::Slow => None,
        })
    }
}

/// The panel.
pub fn plan_panel(billing: Billing) -> AnyView {
    let body = move || match billing.subscription.get() {
        Load::Loading => view! { <div class="panel-body"></div> }.into_any(),
        Load::Slow => waiting(3).into_any(),
        Load::Failed(error) => failed(&error, move || billing.subscription.reload()).into_any(),
        Load::Ready(subscription) => plan(billing, subscription.as_ref()),
    };
    view! {
        <section class="panel" aria-labelledby=HEADING>
            <header><h2 id=HEADING tabindex="-1">"Plan"</h2></header>
            {changing(body)}
        </section>
    }
    .into_any()
}

fn plan(billing: Billing, subscription: Option<&Subscription>) -> AnyView {
    let state = PlanState::of(subscription);
    let left = subscription.and_then(|subscription| days_left(subscription, Timestamp(intl::now_ms())));
    let name = subscription.map(|subscription| {
        view! { <p class="usage-plan"><b>{visible(&subscription.product.name)}</b></p> }.into_any()
    });
    let dates = subscription.and_then(period).map(|(from, to)| {
        let text = format!("This period: {} to {}.", intl::day(from), intl::day(to));
        view! { <p class="muted">{text}</p> }.into_any()
    });
    let class = if state.is_amiss() { "problem-box" } else { "" };
    view! {
        <div class="panel-body">
            {name}
            <p class=class>{state.sentence(left)}</p>
            {dates}
            {owner_line(billing)}
            {state.is_manageable().then(|| manage(billing))}
        </div>
    }
    .into_any()
}
