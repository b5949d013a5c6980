//! Uptime as a percentage that promises nothing.

/// The digits behind the point that are worked out.
const MOST_DECIMALS: usize = 6;
const SCALE: i128 = 1_000_000;
/// The digits behind the point that are shown.
const DECIMALS: usize = 2;

/// The share of the known time that was up: `99.98%`, `100%`, `unknown` when nothing is known. Cut, never rounded up:
/// it has as many digits as it takes to be told from 100%, so `100%` means no downtime at all.
pub fn percent_text(up_ms: i64, down_ms: i64) -> String {
    let (up, down) = (i128::from(up_ms.max(0)), i128::from(down_ms.max(0)));
    match (up, down) {
        (0, 0) => return "unknown".to_owned(),
        (0, _) => return "0%".to_owned(),
        (_, 0) => return "100%".to_owned(),
        _ => {}
    }
    let scaled = up * 100 * SCALE / (up + down);
    if scaled < SCALE / 100 {
        return "<0.01%".to_owned();
    }
    let digits = format!("{:06}", scaled % SCALE);
    let whole = scaled / SCALE;
    let shown = if whole == 99 {
        // Up to the first digit that is no 9.
        let nines = digits.bytes().take_while(|digit| *digit == b'9').count();
        (nines + 1).clamp(DECIMALS, MOST_DECIMALS)
    } else {
        DECIMALS
    };
    format!("{whole}.{}%", digits.get(..shown).unwrap_or(&digits))
}
