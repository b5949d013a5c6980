//! The plans that are sold, in the shapes of both generations.

use crate::text::{thousands, visible};
use crate::wire::billing::{Price, Product};

/// A plan to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Its id at Stripe.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A sentence about it; may be empty.
    pub description: String,
    /// What it offers, point by point.
    pub features: Vec<String>,
    /// How many events a month it covers.
    pub covers: u64,
    /// The same in words.
    pub events: String,
    monthly: Option<OfferPrice>,
    yearly: Option<OfferPrice>,
}

/// What a plan costs.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferPrice {
    /// Its id at Stripe.
    pub id: String,
    /// In words: `Free`, `15.00 a month`. The server names no currency.
    pub text: String,
    /// Whether it costs nothing.
    pub is_free: bool,
    cents: u64,
}

impl Offer {
    /// What it costs, paid by the year or by the month; the other where there is only that.
    pub fn price(&self, by_year: bool) -> Option<&OfferPrice> {
        let (first, second) = if by_year {
            (&self.yearly, &self.monthly)
        } else {
            (&self.monthly, &self.yearly)
        };
        first.as_ref().or(second.as_ref())
    }
}

/// Whether some plan can be paid by the month or by the year.
pub fn has_yearly(offers: &[Offer]) -> bool {
    let both = |offer: &Offer| offer.yearly.is_some() && offer.monthly.is_some();
    offers.iter().any(both)
}

/// The plans, the cheapest first. What has no price cannot be chosen, and is left out.
pub fn offers(products: &[Product]) -> Vec<Offer> {
    let mut offers: Vec<Offer> = products.iter().filter_map(offer).collect();
    offers.sort_by_key(|offer| offer.price(false).map(|price| price.cents));
    offers
}

fn offer(product: &Product) -> Option<Offer> {
    let listed = product.prices.as_deref().unwrap_or_default();
    let (mut monthly, mut yearly) = (None, None);
    for price in listed.iter().chain(&product.default_price) {
        let place = if price.interval.as_deref() == Some("year") {
            &mut yearly
        } else {
            &mut monthly
        };
        if place.is_none() {
            *place = Some(offer_price(price));
        }
    }
    if monthly.is_none() && yearly.is_none() {
        return None;
    }
    let features = product.marketing_features.iter().flatten();
    Some(Offer {
        id: product.stripe_id.clone(),
        name: visible(&product.name),
        description: visible(&product.description),
        features: features.map(|feature| visible(feature)).collect(),
        covers: product.events,
        events: format!("{} events a month", thousands(product.events)),
        monthly,
        yearly,
    })
}

fn offer_price(price: &Price) -> OfferPrice {
    let cents = price
        .price
        .trim()
        .parse::<f64>()
        .map_or(u64::MAX, |amount| (amount * 100.0).round().max(0.0) as u64);
    let every = if price.interval.as_deref() == Some("year") {
        "a year"
    } else {
        "a month"
    };
    OfferPrice {
        id: price.stripe_id.clone(),
        text: if cents == 0 {
            "Free".to_owned()
        } else {
            format!("{} {every}", visible(price.price.trim()))
        },
        is_free: cents == 0,
        cents,
    }
}

#[cfg(test)]
mod tests {
    use super::{has_yearly, offers};
    use crate::wire::billing::Product;

    fn products(text: &str) -> Vec<Product> {
        serde_json::from_str(text).expect("products")
    }

    #[test]
    fn plans_of_2025_have_one_price() {
        let found = offers(&products(
            r#"[{"stripeID": "b", "name": "Small", "events": 100000, "defaultPrice": {"stripeID": "p2", "price": "15.00"}},
                {"stripeID": "a", "name": "Free", "events": 1000, "defaultPrice": {"stripeID": "p1", "price": "0.00"}},
                {"stripeID": "c", "name": "Nothing", "events": 1}]"#,
        ));
        let names: Vec<&str> = found.iter().map(|offer| offer.name.as_str()).collect();
        assert_eq!(names, ["Free", "Small"]);
        assert!(
            found[0]
                .price(false)
                .is_some_and(|price| price.is_free && price.text == "Free")
        );
        assert!(
            found[1]
                .price(true)
                .is_some_and(|price| price.text == "15.00 a month" && price.id == "p2")
        );
        assert!(!has_yearly(&found));
    }

    #[test]
    fn plans_of_2026_are_paid_by_the_month_or_the_year() {
        let found = offers(&products(
            r#"[{"stripeID": "b", "name": "Small", "events": 100000, "marketingFeatures": ["Uptime", "Logs"],
                 "defaultPrice": {"stripeID": "m", "price": "15.00", "interval": "month"},
                 "prices": [{"stripeID": "y", "price": "150.00", "interval": "year"},
                            {"stripeID": "m", "price": "15.00", "interval": "month"}]}]"#,
        ));
        assert!(has_yearly(&found));
        let ids = [false, true].map(|by_year| found[0].price(by_year).map(|price| price.id.as_str()));
        assert_eq!(ids, [Some("m"), Some("y")]);
        assert_eq!(
            found[0].price(true).map(|price| price.text.as_str()),
            Some("150.00 a year")
        );
        assert_eq!(found[0].features, ["Uptime", "Logs"]);
    }
}
