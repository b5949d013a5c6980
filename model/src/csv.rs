//! Tables by RFC 4180, with hostile text in them.

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// A text that anybody may have written.
    Text(&'a str),
    /// A number, which a spreadsheet is to read as one, also a negative one.
    Number(f64),
    /// Nothing.
    Empty,
}

/// One row of texts with its line end.
pub fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    self::cells(cells.into_iter().map(Cell::Text))
}

/// One row with its line end. What is no number (NaN, infinity) is left empty.
pub fn cells<'a>(cells: impl IntoIterator<Item = Cell<'a>>) -> String {
    let cells: Vec<String> = cells
        .into_iter()
        .map(|cell| match cell {
            Cell::Text(text) => quoted(&defused(text)),
            Cell::Number(number) if number.is_finite() => number.to_string(),
            Cell::Number(_) | Cell::Empty => String::new(),
        })
        .collect();
    format!("{}\r\n", cells.join(","))
}

/// The text with an apostrophe before what a spreadsheet would take for a formula: at the start, and behind a
/// semicolon, at which some countries' spreadsheets divide the cells whatever stands around them.
fn defused(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    let mut is_start = true;
    for c in text.chars() {
        if is_start && begins_a_formula(c) {
            out.push('\'');
        }
        is_start = c == ';' || (is_start && (c.is_whitespace() || c == '"'));
        out.push(c);
    }
    out
}

/// Full-width forms are read as the plain ones.
fn begins_a_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n'
    )
}

fn quoted(text: &str) -> String {
    if text.contains([',', ';', '"', '\r', '\n', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, cells};

    #[test]
    fn numbers_stay_numbers_and_texts_stay_texts() {
        let row = [
            Cell::Text("-1"),
            Cell::Number(-1.5),
            Cell::Empty,
            Cell::Number(f64::NAN),
            Cell::Number(41.0),
            Cell::Text("a,b"),
        ];
        assert_eq!(cells(row), "'-1,-1.5,,,41,\"a,b\"\r\n");
        assert_eq!(cells([]), "\r\n");
    }
}
