//! The plans to choose from.

use super::manage::{OWNER_ONLY, leave, problem_line, refusal};
use super::plan::{Billing, HEADING};
use super::returns::on_return;
use crate::api::billing::{create_checkout, list_products, subscribe};
use crate::browser::dom;
use crate::load::{Load, Loader, load};
use crate::open_organization::OpenOrganization;
use crate::reactive::{aria, changing, maybe, spawn};
use crate::ui::form::refused_button;
use crate::ui::state::{failed, nothing, waiting};
use crate::ui::toast::Toasts;
use glint_model::error::ApiError;
use glint_model::usage::{Biller, Offer, OfferPrice, PlanState, has_yearly, offers};
use glint_model::wire::billing::Product;
use leptos::prelude::*;

/// The choice as it is made.
#[derive(Clone, Copy)]
pub struct Choice {
    billing: Billing,
    products: Loader<Vec<Product>>,
    by_year: RwSignal<bool>,
    /// The price that is being chosen.
    busy: RwSignal<Option<String>>,
    problem: RwSignal<Option<String>>,
    toasts: Toasts,
    open: Option<OpenOrganization>,
}

impl Choice {
    /// Asks for the plans where they are sold.
    pub fn of(billing: Billing, is_sold: Memo<bool>) -> Self {
        let busy = RwSignal::new(None);
        on_return(move || {
            busy.try_set(None);
        });
        Self {
            billing,
            products: load(move |cancel| {
                let is_sold = is_sold.get();
                Box::pin(async move {
                    if is_sold {
                        list_products(&cancel).await
                    } else {
                        Ok(Vec::new())
                    }
                })
            }),
            by_year: RwSignal::new(false),
            busy,
            problem: RwSignal::new(None),
            toasts: Toasts::get(),
            open: OpenOrganization::get(),
        }
    }

    /// The plans, when they are here; tracked.
    pub fn offers(self) -> Option<Vec<Offer>> {
        self.products.with(|load| load.ready().map(|products| offers(products)))
    }
}

/// The panel.
pub fn offers_panel(choice: Choice) -> AnyView {
    let products = choice.products;
    let body = move || match products.get() {
        Load::Loading => view! { <div class="panel-body"></div> }.into_any(),
        Load::Slow => waiting(3).into_any(),
        Load::Failed(error) => failed(&error, move || products.reload()).into_any(),
        Load::Ready(products) => match offers(&products) {
            found if found.is_empty() => nothing(
                "No plans are offered",
                "Ask whoever runs this GlitchTip.",
                ().into_any(),
            )
            .into_any(),
            found => choices(choice, &found),
        },
    };
    view! {
        <section class="panel" aria-labelledby="offers-heading">
            <header><h2 id="offers-heading">"Plans"</h2></header>
            <div>{changing(body)}</div>
        </section>
    }
    .into_any()
}

fn choices(choice: Choice, found: &[Offer]) -> AnyView {
    let rows: Vec<AnyView> = found.iter().map(|offer| row(choice, offer)).collect();
    let Choice {
        billing,
        by_year,
        problem,
        ..
    } = choice;
    let toggle = has_yearly(found).then(|| {
        let one = |label: &'static str, is_year: bool| {
            view! {
                <button
                    type="button"
                    aria-pressed=aria(move || by_year.get() == is_year)
                    on:click=move |_| by_year.set(is_year)
                >
                    {label}
                </button>
            }
            .into_any()
        };
        let (month, year) = (one("Monthly", false), one("Annual", true));
        view! { <div class="seg" role="group" aria-label="How to pay">{month} {year}</div> }.into_any()
    });
    let is_paid_for = Memo::new(move |_| {
        billing.subscription.with(|load| {
            let subscription = load.ready().and_then(Option::as_ref);
            !PlanState::of(subscription).can_choose(subscription)
        })
    });
    let note = maybe(move || {
        is_paid_for.get().then(|| {
            view! { <p class="muted">"To change a plan that is paid for, manage it at the payment provider."</p> }
                .into_any()
        })
    });
    view! {
        <div class="panel-body">
            {toggle}
            {note}
            {problem_line(problem)}
            <p class="muted">"Prices are in the currency that the checkout names."</p>
        </div>
        <ul class="things" aria-label="Plans">{rows}</ul>
    }
    .into_any()
}

fn row(choice: Choice, offer: &Offer) -> AnyView {
    let features: Vec<AnyView> = offer
        .features
        .iter()
        .map(|feature| view! { <li>{feature.clone()}</li> }.into_any())
        .collect();
    let features = (!features.is_empty()).then(|| view! { <ul class="usage-features">{features}</ul> }.into_any());
    let of = offer.clone();
    let price = Memo::new(move |_| of.price(choice.by_year.get()).cloned());
    let (id, name) = (offer.id.clone(), offer.name.clone());
    view! {
        <li>
            <div class="what">
                <b>{offer.name.clone()}</b>
                <small>{offer.events.clone()}</small>
                <small>{offer.description.clone()}</small>
                {features}
            </div>
            <div class="acts usage-price">
                {changing(move || price.get().map(|price| price.text).into_any())}
                {changing(move || action(choice, &id, &name, price.get()))}
            </div>
        </li>
    }
    .into_any()
}

/// The button that chooses a plan; tracked.
pub fn action(choice: Choice, product: &str, name: &str, price: Option<OfferPrice>) -> AnyView {
    let Some(price) = price else {
        return ().into_any();
    };
    let subscription = choice.billing.subscription.get();
    let Load::Ready(subscription) = subscription else {
        return ().into_any();
    };
    let subscription = subscription.as_ref();
    let state = PlanState::of(subscription);
    let is_own = state.is_manageable() && subscription.is_some_and(|own| own.product.stripe_id == product);
    if is_own {
        return view! { <span class="tagbadge">"Your plan"</span> }.into_any();
    }
    // A plan that costs nothing is only taken by those who have none.
    if !state.can_choose(subscription) || (price.is_free && state.is_manageable()) {
        return ().into_any();
    }
    if matches!(choice.billing.biller(), Some(Biller::Other(_))) {
        return refused_button("Choose", None, OWNER_ONLY);
    }
    let label = format!("Choose {name}");
    let (id, busy) = (price.id.clone(), choice.busy);
    view! {
        <button
            class="btn primary"
            type="button"
            aria-label=label
            aria-disabled=aria(move || busy.with(Option::is_some))
            on:click=move |_| choose(choice, &price)
        >
            {changing(move || if busy.with(|busy| busy.as_ref() == Some(&id)) { "Choosing…" } else { "Choose" }.into_any())}
        </button>
    }
    .into_any()
}

fn choose(choice: Choice, price: &OfferPrice) {
    let Choice {
        billing,
        busy,
        problem,
        toasts,
        open,
        ..
    } = choice;
    if busy.with_untracked(Option::is_some) {
        return;
    }
    busy.set(Some(price.id.clone()));
    problem.set(None);
    let (id, is_free) = (price.id.clone(), price.is_free);
    let (organization, number) = (billing.organization.get_value(), billing.number.get_value());
    spawn(async move {
        let sentence = if is_free {
            match subscribe(&number, &id).await {
                Ok(plan) => {
                    billing.subscription.refresh();
                    if let Some(open) = open {
                        open.refresh();
                    }
                    toasts.say(format!("The plan is “{}” now", plan.product.name));
                    dom::focus(dom::by_id(HEADING));
                    busy.try_set(None);
                    return;
                }
                Err(ApiError::Invalid(_)) => {
                    billing.subscription.refresh();
                    Some("The organization has a plan already; it is shown above.".to_owned())
                }
                Err(error) => Some(refusal(&error)),
            }
        } else {
            match create_checkout(&organization, &id).await {
                Ok(to) => leave(to.url.as_deref(), NO_CHECKOUT),
                Err(error) => Some(refusal(&error)),
            }
        };
        // On the way to the checkout it stays busy.
        if sentence.is_some() {
            busy.try_set(None);
            problem.try_set(sentence);
        }
    });
}

/// What a server of 2025 answers is for a script of the payment provider, which is not loaded here.
const NO_CHECKOUT: &str = "This server’s checkout cannot be opened from here: it names no address. Nothing was bought. Choose \
                           the plan in GlitchTip’s own pages, or ask whoever runs this server.";
