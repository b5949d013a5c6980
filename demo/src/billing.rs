//! Which plan each organization of a world has. Billing is off until a control endpoint turns it on.

use crate::plans::{self, Price, Product};
use crate::server::Demo;
use crate::usage;
use crate::world::World;
use std::collections::HashMap;

/// A plan that an organization has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What it is.
    pub product: &'static Product,
    /// What is paid.
    pub price: &'static Price,
    /// Such as `active` or `past_due`.
    pub status: &'static str,
}

/// What a world's server sells and has sold.
#[derive(Debug, Default)]
pub struct Billing {
    /// Whether plans are sold.
    pub is_on: bool,
    /// Whether the operator of a server without billing supports GlitchTip.
    pub is_licensed: bool,
    /// How much of the plan is used, in percent; None means what the data comes to.
    pub used: Option<u64>,
    /// The plan of organizations that nobody chose one for.
    pub usual: Option<Plan>,
    chosen: HashMap<i64, Choice>,
}

#[derive(Debug)]
struct Choice {
    plan: Plan,
    before: Option<Plan>,
    reads_until_then: u32,
}

/// How often a plan that was paid for is read before it is there.
const READS_UNTIL_PAID: u32 = 2;

impl Plan {
    /// A plan by the id of its price.
    pub fn of(price: &str, status: &'static str) -> Option<Self> {
        let (product, price) = plans::find(price)?;
        Some(Self { product, price, status })
    }

    /// Whether it covers events.
    pub fn counts(&self) -> bool {
        matches!(self.status, "active" | "trialing" | "past_due")
    }
}

impl Billing {
    /// What a server sells where nobody has chosen yet.
    pub fn new(is_on: bool, is_licensed: bool, used: Option<u64>, usual: Option<Plan>) -> Self {
        Self {
            is_on,
            is_licensed,
            used,
            usual,
            chosen: HashMap::new(),
        }
    }

    /// The plan of an organization.
    pub fn plan(&self, organization: i64) -> Option<Plan> {
        match self.chosen.get(&organization) {
            Some(choice) if choice.reads_until_then > 0 => choice.before,
            Some(choice) => Some(choice.plan),
            None => self.usual,
        }
        .filter(|_| self.is_on)
    }

    /// The plan as it is read: one that was paid for is there after two readings.
    pub fn read(&mut self, organization: i64) -> Option<Plan> {
        let plan = self.plan(organization);
        if let Some(choice) = self.chosen.get_mut(&organization) {
            choice.reads_until_then = choice.reads_until_then.saturating_sub(1);
        }
        plan
    }

    /// Gives an organization a plan at once.
    pub fn choose(&mut self, organization: i64, plan: Plan) {
        self.put(organization, plan, 0);
    }

    /// Gives an organization a plan that is on its way.
    pub fn pay(&mut self, organization: i64, plan: Plan) {
        self.put(organization, plan, READS_UNTIL_PAID);
    }

    /// What the portal is for: what is owed is paid.
    pub fn settle(&mut self, organization: i64) {
        if let Some(plan) = self.plan(organization).filter(|plan| plan.status == "past_due") {
            self.choose(
                organization,
                Plan {
                    status: "active",
                    ..plan
                },
            );
        }
    }

    fn put(&mut self, organization: i64, plan: Plan, reads_until_then: u32) {
        let before = self.plan(organization);
        let choice = Choice {
            plan,
            before,
            reads_until_then,
        };
        self.chosen.insert(organization, choice);
    }
}

/// How many percent of an organization's events are dropped, by how much of its plan is used.
pub fn throttle_rate(demo: &Demo, world: &World, organization: i64) -> i64 {
    if !world.billing.is_on {
        return 0;
    }
    let Some(plan) = world.billing.plan(organization).filter(Plan::counts) else {
        return 100;
    };
    let used = world.billing.used.unwrap_or_else(|| {
        let total = usage::of_period(demo, world, organization, 0).total();
        total * 100 / plan.product.events
    });
    match used {
        0..=100 => 0,
        101..=150 => 10,
        151..=200 => 50,
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::{Billing, Plan};

    #[test]
    fn a_plan_that_was_paid_for_is_there_after_the_second_reading() {
        let free = Plan::of("price_demo_free_month", "active");
        let mut billing = Billing::new(true, false, None, free);
        let paid = Plan::of("price_demo_small_year", "active").expect("a plan");
        billing.pay(1, paid);
        let read: Vec<_> = (0..3).map(|_| billing.read(1)).collect();
        assert_eq!(read, [free, free, Some(paid)]);
        assert_eq!(billing.read(2), free);
        billing.choose(
            2,
            Plan {
                status: "past_due",
                ..paid
            },
        );
        billing.settle(2);
        assert_eq!(billing.plan(2), Some(paid));
    }
}
