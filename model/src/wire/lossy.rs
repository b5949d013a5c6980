//! Lists of which one bad row must not take the others with it.

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// The rows of a list that could be read, and what was wrong with those that could not.
#[derive(Clone, Debug, PartialEq)]
pub struct Lossy<T> {
    /// Rows in the order of the answer.
    pub items: Vec<T>,
    /// One sentence for each row that was left out.
    pub left_out: Vec<String>,
}

/// Reads a JSON array row by row. An error means that the text is no array at all.
pub fn read_list<T: DeserializeOwned>(text: &str) -> Result<Lossy<T>, serde_json::Error> {
    let rows: Vec<&RawValue> = serde_json::from_str(text)?;
    Ok(read_rows(rows.iter().map(|row| row.get())))
}

/// Reads rows that were already told apart, each JSON text by itself.
pub fn read_rows<'a, T: DeserializeOwned>(rows: impl Iterator<Item = &'a str>) -> Lossy<T> {
    let mut items = Vec::new();
    let mut left_out = Vec::new();
    for (index, row) in rows.enumerate() {
        match serde_json::from_str(row) {
            Ok(item) => items.push(item),
            Err(error) => left_out.push(format!("row {}: {error}", index + 1)),
        }
    }
    Lossy { items, left_out }
}

#[cfg(test)]
mod tests {
    use super::read_list;

    #[test]
    fn one_bad_row_is_left_out_and_named() {
        let list = read_list::<u8>("[1, \"x\", 3]").expect("an array");
        assert_eq!(list.items, [1, 3]);
        assert_eq!(list.left_out.len(), 1);
        assert!(list.left_out[0].starts_with("row 2: "), "{:?}", list.left_out);
    }

    #[test]
    fn what_is_no_list_is_an_error() {
        assert!(read_list::<u8>("{}").is_err());
        assert!(read_list::<u8>("<html>").is_err());
    }
}
