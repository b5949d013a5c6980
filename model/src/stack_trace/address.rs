//! Addresses in memory, as SDKs and servers write them.

use serde_json::Value;

/// Reads `0x7f00` or decimal digits.
pub fn address(text: Option<&str>) -> Option<u64> {
    let text = text?.trim();
    match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) => u64::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

/// The same of a number or a text.
pub fn address_of(value: Option<&Value>) -> Option<u64> {
    match value? {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => address(Some(text)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{address, address_of};
    use serde_json::json;

    #[test]
    fn addresses_are_read_in_either_base() {
        for (text, want) in [
            ("0x10", Some(16)),
            ("0XfF", Some(255)),
            (" 12 ", Some(12)),
            ("0xffffffffffffffff", Some(u64::MAX)),
            ("0x1ffffffffffffffff", None),
            ("", None),
            ("0x", None),
            ("main", None),
            ("-1", None),
        ] {
            assert_eq!(address(Some(text)), want, "{text}");
        }
        assert_eq!(address_of(Some(&json!(4096))), Some(4096));
        assert_eq!(address_of(Some(&json!("0x10"))), Some(16));
        assert_eq!(address_of(Some(&json!(1.5))), None);
        assert_eq!(address_of(None), None);
    }
}
