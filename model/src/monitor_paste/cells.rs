//! A line of a table, cut into its cells.

/// The cells of a line, trimmed: apart by tabs when there is one, else by commas, else by semicolons. In quotes these are
/// text, and two quotes are one.
pub(super) fn cells(line: &str) -> Vec<String> {
    let mark = ['\t', ',', ';']
        .into_iter()
        .find(|mark| has_outside_quotes(line, *mark))
        .unwrap_or(',');
    let mut cells = vec![String::new()];
    let mut rest = line.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = rest.next() {
        let is_fresh = cells.last().is_none_or(|cell| cell.trim().is_empty());
        if c == '"' && is_quoted {
            if rest.next_if_eq(&'"').is_some() {
                push(&mut cells, '"');
            } else {
                is_quoted = false;
            }
        } else if c == '"' && is_fresh {
            is_quoted = true;
        } else if c == mark && !is_quoted {
            cells.push(String::new());
        } else {
            push(&mut cells, c);
        }
    }
    let mut cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

fn push(cells: &mut [String], c: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(c);
    }
}

fn has_outside_quotes(line: &str, mark: char) -> bool {
    let mut is_quoted = false;
    for c in line.chars() {
        if c == '"' {
            is_quoted = !is_quoted;
        } else if c == mark && !is_quoted {
            return true;
        }
    }
    false
}
