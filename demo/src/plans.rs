//! The plans that a demo with billing sells.

use serde_json::{Value, json};

/// A plan.
#[derive(Debug, PartialEq, Eq)]
pub struct Product {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub description: &'static str,
    /// How many events a month it covers.
    pub events: u64,
    /// What it has, in few words (6.1).
    pub features: &'static [&'static str],
    /// What it costs, the default first.
    pub prices: &'static [Price],
}

/// What a plan costs.
#[derive(Debug, PartialEq, Eq)]
pub struct Price {
    /// Its id.
    pub id: &'static str,
    /// The amount in dollars.
    pub amount: &'static str,
    /// `month` or `year` (6.1).
    pub interval: &'static str,
}

/// All plans, the smallest first.
pub const PRODUCTS: &[Product] = &[
    Product {
        id: "prod_demo_free",
        name: "Free",
        description: "For trying it out and for small things.",
        events: 1_000,
        features: &["1 000 events a month", "Uptime monitors", "Unlimited members"],
        prices: &[price("price_demo_free_month", "0.00", "month")],
    },
    Product {
        id: "prod_demo_small",
        name: "Small",
        description: "For one product and the team behind it.",
        events: 100_000,
        features: &["100 000 events a month", "Help by e-mail"],
        prices: &[
            price("price_demo_small_month", "15.00", "month"),
            price("price_demo_small_year", "150.00", "year"),
        ],
    },
    Product {
        id: "prod_demo_medium",
        name: "Medium",
        description: "For several products.",
        events: 500_000,
        features: &["500 000 events a month", "Help within a day"],
        prices: &[
            price("price_demo_medium_month", "50.00", "month"),
            price("price_demo_medium_year", "500.00", "year"),
        ],
    },
    Product {
        id: "prod_demo_large",
        name: "Large",
        description: "For much of everything.",
        events: 3_000_000,
        features: &["3 000 000 events a month", "Help within hours", "Help with moving in"],
        prices: &[
            price("price_demo_large_month", "250.00", "month"),
            price("price_demo_large_year", "2500.00", "year"),
        ],
    },
];

const fn price(id: &'static str, amount: &'static str, interval: &'static str) -> Price {
    Price { id, amount, interval }
}

/// The plan and the price of an id.
pub fn find(price: &str) -> Option<(&'static Product, &'static Price)> {
    let mut all = PRODUCTS
        .iter()
        .flat_map(|product| product.prices.iter().map(move |own| (product, own)));
    all.find(|(_, own)| own.id == price)
}

impl Price {
    /// Whether it costs nothing.
    pub fn is_free(&self) -> bool {
        self.amount == "0.00"
    }

    /// The price as each generation sends it.
    pub fn wire(&self, is_6_1: bool) -> Value {
        let mut row = json!({"stripeID": self.id, "price": self.amount});
        if is_6_1 {
            row["interval"] = json!(self.interval);
        }
        row
    }
}

impl Product {
    /// The plan as the list has it.
    pub fn wire(&self, is_6_1: bool) -> Value {
        let mut row = json!({
            "stripeID": self.id,
            "defaultPrice": self.prices.first().map(|own| own.wire(is_6_1)),
            "name": self.name,
            "description": self.description,
            "events": self.events,
        });
        if is_6_1 {
            row["prices"] = self.prices.iter().map(|own| own.wire(true)).collect();
            row["marketingFeatures"] = json!(self.features);
        }
        row
    }

    /// The plan as a subscription names it.
    pub fn short(&self) -> Value {
        json!({
            "stripeID": self.id,
            "name": self.name,
            "description": self.description,
            "events": self.events,
            "default_price_id": self.prices.first().map(|own| own.id),
        })
    }
}
