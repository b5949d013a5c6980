//! The inside of JSON strings, eight bytes at a time: most of a large event is text.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// How many bytes there are before the next quote, backslash or control character.
pub(super) fn plain_run(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut at = 0;
    for word in words {
        let marks = special(u64::from_le_bytes(*word));
        if marks != 0 {
            return at + (marks.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    at + rest
        .iter()
        .position(|byte| matches!(byte, b'"' | b'\\' | ..0x20))
        .unwrap_or(rest.len())
}

/// Marks the high bit of bytes that end a run. The lowest mark is right; above it, a borrow may have made others.
fn special(word: u64) -> u64 {
    let is_zero = |word: u64| word.wrapping_sub(ONES) & !word;
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    (control | is_zero(word ^ (ONES * 0x22)) | is_zero(word ^ (ONES * 0x5c))) & HIGHS
}

#[cfg(test)]
mod tests {
    use super::plain_run;

    #[test]
    fn each_byte_at_each_place_is_told() {
        for byte in 0..=255_u8 {
            for place in 0..20 {
                let mut bytes = [b'a'; 24];
                bytes[place] = byte;
                let want = if matches!(byte, b'"' | b'\\' | 0..0x20) {
                    place
                } else {
                    24
                };
                assert_eq!(plain_run(&bytes), want, "{byte} at {place}");
                // What comes before must not hide it: a borrow goes upwards only.
                bytes[..place].fill(0x80);
                assert_eq!(plain_run(&bytes), want, "{byte} at {place} after high bytes");
                bytes[..place].fill(0x21);
                assert_eq!(plain_run(&bytes), want, "{byte} at {place} after 0x21");
            }
        }
        assert_eq!(plain_run(b""), 0);
    }
}
