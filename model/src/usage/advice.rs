//! What an organization is advised to do about its plan, where plans are sold: before events are lost, and once they are.

use super::offers::Offer;
use super::plan::PlanState;
use super::throttle::Limit;
use crate::text::{counted, thousands, visible};
use crate::wire::billing::Subscription;

/// What is advised.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// What is the matter, in a sentence or two.
    pub text: String,
    /// The plan to choose; none where it is changed at the payment provider, or there is no larger one.
    pub next: Option<Offer>,
    /// Whether events are being lost.
    pub is_urgent: bool,
}

/// What is known of a plan.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The plan, if there is one.
    pub plan: Option<&'a Subscription>,
    /// How many events came in in this period, where that is known.
    pub used: Option<u64>,
    /// How many come in when it goes on like this, where that can be told.
    pub expected: Option<u64>,
    /// How many of a hundred events are dropped.
    pub dropped: i64,
    /// The plans that are sold, the cheapest first.
    pub offers: &'a [Offer],
}

/// What is advised; none where all is well.
pub fn advice(known: Known) -> Option<Advice> {
    let Some(plan) = known.plan.filter(|plan| PlanState::of(Some(plan)).is_manageable()) else {
        return Some(get_started(known));
    };
    let covers = plan.product.events;
    let used = known.used.map(|used| Limit { used, limit: covers });
    let next = next(known, covers);
    let can_choose = PlanState::of(Some(plan)).can_choose(Some(plan));
    let name = visible(&plan.product.name);
    let what_is = match (known.dropped, used, known.expected) {
        (100, _, _) => "Events are being rejected: none is kept any more.".to_owned(),
        (dropped @ 1.., _, _) => format!("Events are being lost: {dropped} of 100 are dropped."),
        (_, Some(used), _) if used.percent() >= 80.0 => format!(
            "Don’t lose events: {}% of the plan is used up.",
            used.percent().floor() as u64
        ),
        (_, _, Some(expected)) if expected > covers => format!(
            "Don’t lose events: when it goes on like this, {} come in, and the plan covers {}.",
            counted(expected, "event", "events"),
            thousands(covers)
        ),
        _ if can_choose => format!("“{name}” covers {} a month.", counted(covers, "event", "events")),
        _ => return None,
    };
    let way_out = match (&next, can_choose) {
        (None, _) => "There is no larger plan: fewer events are the way out.".to_owned(),
        (Some(next), true) => format!("“{}” covers {}.", next.name, thousands(next.covers)),
        (Some(next), false) => format!(
            "“{}” covers {}: change the plan at the payment provider.",
            next.name,
            thousands(next.covers)
        ),
    };
    Some(Advice {
        text: format!("{what_is} {way_out}"),
        next: next.filter(|_| can_choose).cloned(),
        is_urgent: known.dropped > 0,
    })
}

/// For those who have no plan yet, or none any more.
fn get_started(known: Known) -> Advice {
    let free = known
        .offers
        .iter()
        .find(|offer| offer.price(false).is_some_and(|price| price.is_free));
    // One that was cancelled may still be in force for a while.
    let lost = if known.dropped > 0 {
        "Until there is a plan, events are dropped."
    } else {
        "Without a plan events are dropped."
    };
    let text = match free {
        Some(free) => format!(
            "{lost} “{}” costs nothing and covers {} a month.",
            free.name,
            counted(free.covers, "event", "events")
        ),
        None => format!("{lost} Choose one of those below."),
    };
    Advice {
        text,
        next: free.cloned(),
        is_urgent: known.dropped > 0,
    }
}

/// The cheapest plan that covers more, and what is expected if one does.
fn next<'a>(known: Known<'a>, covers: u64) -> Option<&'a Offer> {
    let wanted = known.expected.or(known.used).unwrap_or_default();
    let mut larger = known.offers.iter().filter(|offer| offer.covers > covers);
    let first = larger.clone().find(|offer| offer.covers >= wanted);
    first.or_else(|| larger.next_back())
}

#[cfg(test)]
mod tests {
    use super::{Advice, Known, advice};
    use crate::usage::offers;
    use crate::wire::billing::{Price, Product, Subscription};

    fn product(name: &str, events: u64, price: &str) -> Product {
        Product {
            stripe_id: name.to_owned(),
            name: name.to_owned(),
            events,
            default_price: Some(Price {
                stripe_id: format!("price {name}"),
                price: price.to_owned(),
                interval: None,
            }),
            ..Product::default()
        }
    }

    fn said(plan: Option<(&str, u64, &str, &str)>, used: u64, expected: Option<u64>, dropped: i64) -> Option<Advice> {
        let sold = [
            product("Free", 1000, "0.00"),
            product("Small", 100_000, "15.00"),
            product("Large", 1_000_000, "150.00"),
        ];
        let plan = plan.map(|(name, events, price, status)| Subscription {
            product: product(name, events, price),
            price: Price {
                price: price.to_owned(),
                ..Price::default()
            },
            status: Some(status.to_owned()),
            ..Subscription::default()
        });
        advice(Known {
            plan: plan.as_ref(),
            used: Some(used),
            expected,
            dropped,
            offers: &offers(&sold),
        })
    }

    const FREE: Option<(&str, u64, &str, &str)> = Some(("Free", 1000, "0.00", "active"));
    const SMALL: Option<(&str, u64, &str, &str)> = Some(("Small", 100_000, "15.00", "active"));

    fn next(advice: &Option<Advice>) -> Option<&str> {
        Some(advice.as_ref()?.next.as_ref()?.name.as_str())
    }

    #[test]
    fn without_a_plan_the_free_one_is_offered() {
        let found = said(None, 0, None, 100);
        assert_eq!(next(&found), Some("Free"));
        let found = found.expect("advice");
        assert!(
            found.is_urgent && found.text.contains("“Free” costs nothing"),
            "{}",
            found.text
        );
        let canceled = said(Some(("Small", 100_000, "15.00", "canceled")), 0, None, 0);
        assert_eq!(next(&canceled), Some("Free"));
    }

    #[test]
    fn the_free_plan_leads_to_one_that_is_large_enough() {
        let found = said(FREE, 500, None, 0);
        assert_eq!(next(&found), Some("Small"));
        assert!(!found.expect("advice").is_urgent);
        assert_eq!(next(&said(FREE, 500, Some(300_000), 0)), Some("Large"));
        assert_eq!(next(&said(FREE, 500, Some(3_000_000), 0)), Some("Large"));
        let text = said(FREE, 850, None, 0).expect("advice").text;
        assert!(text.starts_with("Don’t lose events: 85% of the plan"), "{text}");
    }

    #[test]
    fn what_is_lost_is_said() {
        let text = |dropped| said(FREE, 1200, None, dropped).expect("advice").text;
        assert!(text(10).starts_with("Events are being lost: 10 of 100"));
        assert!(text(100).starts_with("Events are being rejected"));
    }

    #[test]
    fn a_plan_that_is_paid_for_is_changed_elsewhere() {
        assert_eq!(said(SMALL, 500, Some(50_000), 0), None);
        let found = said(SMALL, 500, Some(150_000), 0);
        assert_eq!(next(&found), None);
        let text = found.expect("advice").text;
        assert!(
            text.contains("when it goes on like this") && text.ends_with("at the payment provider."),
            "{text}"
        );
        let largest = said(Some(("Large", 1_000_000, "150.00", "active")), 999_999, None, 0);
        assert!(largest.expect("advice").text.contains("no larger plan"));
    }
}
