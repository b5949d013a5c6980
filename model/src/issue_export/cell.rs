//! Hostile text within CSV.

/// One row with its line end.
pub(crate) fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|text| quoted(&defused(text))).collect();
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
