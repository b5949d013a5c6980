//! What is advised about the plan: choosing a larger one before events are lost, or one at all.

use super::figures::Figures;
use super::offers::{Choice, action};
use super::plan::Billing;
use crate::load::Load;
use crate::open_organization::OpenOrganization;
use crate::reactive::{changing, maybe};
use glint_model::usage::{Advice, Known, advice, dropped};
use leptos::prelude::*;

/// The panel, where something is advised.
pub fn advice_panel(choice: Choice, figures: Figures, billing: Billing) -> AnyView {
    let open = OpenOrganization::get();
    let found = Memo::new(move |_| -> Option<Advice> {
        let offers = choice.offers().filter(|offers| !offers.is_empty())?;
        let dropped = open?.with(|details| {
            let organization = &details.organization;
            dropped(organization.is_accepting_events, organization.event_throttle_rate)
        })?;
        let (used, expected) = (figures.counts().map(|counts| counts.total()), figures.expected(billing));
        billing.subscription.with(|load| match load {
            Load::Ready(plan) => advice(Known {
                plan: plan.as_ref(),
                used,
                expected: expected.and_then(|found| found.expected),
                dropped,
                offers: &offers,
            }),
            _ => None,
        })
    });
    maybe(move || {
        let Advice { text, next, is_urgent } = found.get()?;
        let class = if is_urgent { "problem-box" } else { "form-note" };
        let button = next.map(|next| {
            changing(move || {
                let price = next.price(false).cloned();
                action(choice, &next.id, &next.name, price)
            })
        });
        let view = view! {
            <section class="usage-advice" aria-label="Advice">
                <div class=class>
                    <p>{text}</p>
                    {button}
                </div>
            </section>
        };
        Some(view.into_any())
    })
}
