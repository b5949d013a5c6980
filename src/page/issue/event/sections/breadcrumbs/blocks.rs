//! Long timelines are drawn in blocks, those nearest to the event first.

use std::ops::Range;

/// So many rows are there at first.
const FIRST: usize = 100;

/// So many are drawn between two frames.
const STEP: usize = 50;

/// So many blocks come when more are asked for: a thousand rows.
const AT_ONCE: usize = 20;

/// How many blocks so many rows make; at least one.
pub fn blocks(rows: usize) -> usize {
    1 + rows.saturating_sub(FIRST).div_ceil(STEP)
}

/// Which of the rows are in a block; the last rows are in the first block.
pub fn rows_of(block: usize, rows: usize) -> Range<usize> {
    let end = rows.saturating_sub(drawn(block));
    rows.saturating_sub(drawn(block + 1))..end
}

/// How many rows are left when so many blocks are there.
pub fn rest(blocks: usize, rows: usize) -> usize {
    rows.saturating_sub(drawn(blocks))
}

/// How many blocks there are to be when more are asked for.
pub fn more(shown: usize, rows: usize) -> usize {
    blocks(rows).min(shown + AT_ONCE)
}

/// How many rows so many blocks have.
fn drawn(blocks: usize) -> usize {
    match blocks {
        0 => 0,
        blocks => FIRST + (blocks - 1) * STEP,
    }
}

#[cfg(test)]
mod tests {
    use super::{blocks, more, rest, rows_of};

    #[test]
    fn every_row_is_in_one_block() {
        for rows in [0, 1, 99, 100, 101, 150, 151, 1000, 1234] {
            let mut all: Vec<usize> = (0..blocks(rows)).rev().flat_map(|block| rows_of(block, rows)).collect();
            assert_eq!(all, (0..rows).collect::<Vec<_>>(), "{rows}");
            all.truncate(rest(1, rows));
            assert_eq!(all.len(), rows.saturating_sub(100));
            assert_eq!(rest(blocks(rows), rows), 0, "{rows}");
        }
    }

    #[test]
    fn a_thousand_more_come_at_once() {
        assert_eq!(more(1, 1000), blocks(1000));
        assert_eq!(rest(1, 5000) - rest(more(1, 5000), 5000), 1000);
    }
}
