//! The names of made-up people and teams.

/// What the teams of the big organization look after.
pub const AREAS: [&str; 30] = [
    "Accounts",
    "Ads",
    "Analytics",
    "Billing",
    "Cart",
    "Catalog",
    "Checkout",
    "Content",
    "Delivery",
    "Discounts",
    "Fraud",
    "Gateway",
    "Identity",
    "Inventory",
    "Invoices",
    "Loyalty",
    "Mail",
    "Maps",
    "Media",
    "Orders",
    "Partners",
    "Payments",
    "Pricing",
    "Ratings",
    "Refunds",
    "Reports",
    "Search",
    "Support",
    "Tax",
    "Wishlists",
];

const FIRST_NAMES: [&str; 18] = [
    "Amara", "Bruno", "Chiara", "Dmitri", "Elif", "Farid", "Greta", "Hiro", "Ines", "Jonas", "Kavya", "Lars", "Mei",
    "Noor", "Oskar", "Priya", "Quentin", "Rosa",
];

const LAST_NAMES: [&str; 17] = [
    "Abel", "Bianchi", "Castro", "Dahl", "Evans", "Fischer", "Garcia", "Haddad", "Ito", "Jansen", "Kaya", "Lopez",
    "Moreau", "Novak", "Okafor", "Patel", "Rossi",
];

/// Somebody; up to 306 are different.
pub fn person(index: usize) -> String {
    let first = FIRST_NAMES[index % FIRST_NAMES.len()];
    let last = LAST_NAMES[index % LAST_NAMES.len()];
    format!("{first} {last}")
}

/// Somebody who was invited and is none of the others.
pub fn invited(index: usize) -> String {
    person(FIRST_NAMES.len() * LAST_NAMES.len() - 1 - index)
}

/// The address of somebody.
pub fn address(name: &str) -> String {
    format!("{}@big-team.example.com", name.to_lowercase().replace(' ', "."))
}
