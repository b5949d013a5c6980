//! Looks as text, for the browser to keep: a header with the two times, then a line for each issue.
//!
//! ```text
//! looks 1 1795420000000 1795421711990
//! 42 3u1795421700000+0 =
//! 43 7r1795421600000+120000! 5u1795410000000+1711990
//! ```
//!
//! Behind the id stand the facts of the latest look, then those of the baseline: `=` for the same, `-` for none. Facts
//! are the count, a letter for the status, the time of the newest event, how long before the latest look the issue was
//! listed, and `!` for the reader's own decision. Times are milliseconds.

use super::{Facts, Look, Looks, MOST_FACTS};
use crate::id::IssueId;
use crate::timestamp::Timestamp;
use crate::wire::issue::IssueStatus;
use std::fmt::Write;

const MARK: &str = "looks 1";
const NONE: &str = "-";
const SAME: &str = "=";

impl Looks {
    /// The text that is kept.
    pub fn to_text(&self) -> String {
        let time = |look: &Option<Look>| look.as_ref().map_or(NONE.to_owned(), |look| look.at_ms.to_string());
        let now_ms = self.newest_ms();
        let mut out = format!("{MARK} {} {}\n", time(&self.baseline), time(&self.latest));
        let mut ids: Vec<&IssueId> = [&self.baseline, &self.latest]
            .into_iter()
            .flatten()
            .flat_map(|look| look.facts.iter().map(|facts| &facts.id))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            let latest = written(&self.latest, id, now_ms);
            let baseline = written(&self.baseline, id, now_ms);
            let baseline = if baseline == latest { SAME } else { &baseline };
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{id} {latest} {baseline}");
        }
        out
    }

    /// Reads the text that was kept. Lines that cannot be read are left out; without its header there is nothing.
    pub fn from_text(text: &str) -> Self {
        let mut lines = text.lines();
        let header = lines
            .next()
            .and_then(|line| line.strip_prefix(MARK))
            .unwrap_or_default();
        let mut times = header.split_ascii_whitespace();
        let mut look = || {
            let at_ms = times.next()?.parse().ok()?;
            Some(Look {
                at_ms,
                facts: Vec::new(),
            })
        };
        let mut looks = Self {
            baseline: look(),
            latest: look(),
        };
        let now_ms = looks.newest_ms();
        for line in lines.take(2 * MOST_FACTS) {
            let mut words = line.split_ascii_whitespace();
            if let (Some(id), Some(latest), Some(baseline), None) =
                (words.next(), words.next(), words.next(), words.next())
            {
                let id = IssueId::from(id);
                let baseline = if baseline == SAME { latest } else { baseline };
                keep(&mut looks.latest, &id, latest, now_ms);
                keep(&mut looks.baseline, &id, baseline, now_ms);
            }
        }
        for look in [&mut looks.baseline, &mut looks.latest].into_iter().flatten() {
            look.facts.sort_by(|one, other| one.id.cmp(&other.id));
            look.facts.dedup_by(|one, other| one.id == other.id);
            look.trim();
        }
        looks
    }

    /// The time that others are told by.
    fn newest_ms(&self) -> i64 {
        let look = self.latest.as_ref().or(self.baseline.as_ref());
        look.map_or(0, |look| look.at_ms)
    }
}

/// Whether an id stays one word on its line.
pub(super) fn can_be_kept(id: &IssueId) -> bool {
    let id = id.as_str();
    (1..=40).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}

fn written(look: &Option<Look>, id: &IssueId, now_ms: i64) -> String {
    let Some(facts) = look.as_ref().and_then(|look| look.find(id)) else {
        return NONE.to_owned();
    };
    format!(
        "{}{}{}{:+}{}",
        facts.count,
        letter(facts.status),
        facts.last_seen.0,
        now_ms.saturating_sub(facts.seen_ms),
        if facts.is_own { "!" } else { "" }
    )
}

fn keep(look: &mut Option<Look>, id: &IssueId, word: &str, now_ms: i64) {
    if let Some(look) = look
        && can_be_kept(id)
    {
        look.facts.extend(read(id, word, now_ms));
    }
}

fn read(id: &IssueId, word: &str, now_ms: i64) -> Option<Facts> {
    let (word, is_own) = match word.strip_suffix('!') {
        Some(word) => (word, true),
        None => (word, false),
    };
    let (count, rest) = word.split_once(|c: char| c.is_ascii_lowercase())?;
    let status = status_of(word.as_bytes().get(count.len())?)?;
    // The first character may be the sign of the time itself.
    let sign = rest.rfind(['+', '-']).filter(|at| *at > 0)?;
    let (last_seen, ago) = rest.split_at(sign);
    Some(Facts {
        id: id.clone(),
        count: count.parse().ok()?,
        status,
        last_seen: Timestamp(last_seen.parse().ok()?),
        seen_ms: now_ms.saturating_sub(ago.parse().ok()?),
        is_own,
    })
}

fn letter(status: IssueStatus) -> char {
    match status {
        IssueStatus::Unresolved => 'u',
        IssueStatus::Resolved => 'r',
        IssueStatus::Ignored => 'i',
        IssueStatus::Unknown => 'x',
    }
}

fn status_of(letter: &u8) -> Option<IssueStatus> {
    match letter {
        b'u' => Some(IssueStatus::Unresolved),
        b'r' => Some(IssueStatus::Resolved),
        b'i' => Some(IssueStatus::Ignored),
        b'x' => Some(IssueStatus::Unknown),
        _ => None,
    }
}
