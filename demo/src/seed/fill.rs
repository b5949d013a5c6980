//! Fills in the words in braces of a template, the same for all events of an issue.

use crate::seed::dice::Dice;

/// The words for one issue.
#[derive(Clone, Debug)]
pub struct Filler(Vec<(&'static str, String)>);

const CARRIERS: &[&str] = &["DHL", "UPS", "FedEx", "Hermes", "Correos", "PostNord"];
const CURRENCIES: &[&str] = &["CHF", "SEK", "PLN", "CZK", "BRL", "INR", "TRY"];
const FIELDS: &[&str] = &[
    "total",
    "vat_id",
    "street2",
    "gift_note",
    "loyalty",
    "pickup_point",
    "tax_class",
    "weight",
];
const FILES: &[&str] = &[
    "2026-10.json",
    "prices.csv",
    "stock.bin",
    "labels.pdf",
    "übersicht.json",
    "customers.tsv",
];
const PROPS: &[&str] = &[
    "trim", "map", "length", "price", "currency", "items", "zip", "quantity", "id", "slice", "forEach", "name",
];
const WORDS: &[&str] = &[
    "SUMMER26",
    "WELCOME",
    "FREESHIP",
    "VIP-50",
    "BLACKFRIDAY",
    "XMAS",
    "TESTCODE",
];
const CLASSES: &[&str] = &[
    "Invoice", "Customer", "Address", "Order", "Payment", "Coupon", "Shipment", "Refund", "Basket", "Session",
];

impl Filler {
    /// The words for an issue.
    pub fn new(issue: u64) -> Self {
        let mut dice = Dice::new(&[issue, 0xf1]);
        let host = format!("10.{}.{}.{}", dice.below(4), dice.below(32), 2 + dice.below(250));
        Self(vec![
            ("{sku}", format!("SKU-{:04}", dice.below(9000))),
            ("{order}", format!("2026-{:06}", dice.below(400_000))),
            ("{id}", (10 + dice.below(9000)).to_string()),
            ("{host}", host),
            ("{ms}", (200 + dice.below(9000)).to_string()),
            ("{seconds}", format!("{}.0", 2 + dice.below(28))),
            (
                "{status}",
                dice.word(&["404", "409", "422", "500", "502", "503", "504", "429"])
                    .to_owned(),
            ),
            ("{carrier}", dice.word(CARRIERS).to_owned()),
            ("{currency}", dice.word(CURRENCIES).to_owned()),
            ("{field}", dice.word(FIELDS).to_owned()),
            ("{file}", dice.word(FILES).to_owned()),
            ("{prop}", dice.word(PROPS).to_owned()),
            ("{word}", dice.word(WORDS).to_owned()),
            ("{class}", dice.word(CLASSES).to_owned()),
            ("{hex}", dice.hex(8)),
        ])
    }

    /// The text with its words filled in.
    pub fn fill(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        self.0.iter().fold(text.to_owned(), |text, (word, value)| {
            if text.contains(word) {
                text.replace(word, value)
            } else {
                text
            }
        })
    }
}
