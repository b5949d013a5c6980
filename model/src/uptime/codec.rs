//! A history as bytes, for the browser to keep: some four for each check.
//!
//! `GUH`, the version, the two records (checks, changes), and a checksum of all that. Numbers are LEB128; times are the
//! distance to the one before, of checks the distance between two such distances, since they come at an even pace. Behind
//! the time of a check stands one byte (whether it is up, the reason, how the response time is written) and the response
//! time, in whole milliseconds or else in microseconds.

mod bytes;

use super::check::{Check, Reason};
use super::history::History;
use super::record::Record;
use super::span::Span;
use super::spans::Spans;
use crate::timestamp::Timestamp;
use bytes::{Reader, checksum, push_number, push_signed};

const MARK: &[u8] = b"GUH\x01";
const UP: u8 = 1;
const REASON_SHIFT: u8 = 1;
const REASON_MASK: u8 = 7;
const WHOLE: u8 = 1 << 4;
const MICROS: u8 = 1 << 5;

impl History {
    /// The bytes that are kept.
    pub fn encode(&self) -> Vec<u8> {
        let count = self.checks.checks().len() + self.changes.checks().len();
        let mut out = Vec::with_capacity(64 + count * 5);
        out.extend_from_slice(MARK);
        push_record(&mut out, &self.checks);
        push_record(&mut out, &self.changes);
        let sum = checksum(&out);
        out.extend_from_slice(&sum.to_le_bytes());
        out
    }

    /// Reads the bytes that were kept. None when they are of another version, or not whole.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (content, sum) = bytes.split_last_chunk::<4>()?;
        if u32::from_le_bytes(*sum) != checksum(content) {
            return None;
        }
        let mut reader = Reader::new(content.strip_prefix(MARK)?);
        let history = Self {
            checks: record(&mut reader)?,
            changes: record(&mut reader)?,
        };
        reader.is_at_end().then_some(history)
    }
}

fn push_record(out: &mut Vec<u8>, record: &Record) {
    for time in [record.begins(), record.asked_at()] {
        match time {
            None => out.push(0),
            Some(time) => {
                out.push(1);
                push_signed(out, time.0);
            }
        }
    }
    let mut before = 0;
    push_count(out, record.loaded().as_slice().len());
    for span in record.loaded().as_slice() {
        for time in [span.start, span.end] {
            push_signed(out, time.0.wrapping_sub(before));
            before = time.0;
        }
    }
    push_count(out, record.checks().len());
    let (mut before, mut pace) = (0_i64, 0_i64);
    for check in record.checks() {
        let step = check.at.0.wrapping_sub(before);
        push_signed(out, step.wrapping_sub(pace));
        (before, pace) = (check.at.0, step);
        push_result(out, check);
    }
}

fn push_count(out: &mut Vec<u8>, count: usize) {
    push_number(out, u64::try_from(count).unwrap_or_default());
}

fn push_result(out: &mut Vec<u8>, check: &Check) {
    let reason = check.reason.map_or(0, |reason| reason.code() + 1) << REASON_SHIFT;
    let head = reason | if check.is_up { UP } else { 0 };
    // What a record keeps is within these numbers.
    let micros = check.response_ms.map(|time| (time * 1000.0).round() as u64);
    match micros {
        None => out.push(head),
        Some(micros) if micros % 1000 == 0 => {
            out.push(head | WHOLE);
            push_number(out, micros / 1000);
        }
        Some(micros) => {
            out.push(head | MICROS);
            push_number(out, micros);
        }
    }
}

fn record(reader: &mut Reader<'_>) -> Option<Record> {
    let begins = time(reader)?;
    let asked_at = time(reader)?;
    let mut before = 0_i64;
    let mut loaded = Spans::default();
    for _ in 0..reader.number()? {
        let start = before.wrapping_add(reader.signed()?);
        before = start.wrapping_add(reader.signed()?);
        loaded.add(Span::new(Timestamp(start), Timestamp(before)));
    }
    let count = reader.number()?;
    let mut checks = Vec::with_capacity(reader.at_most(count));
    let (mut at, mut pace) = (0_i64, 0_i64);
    for _ in 0..count {
        pace = pace.wrapping_add(reader.signed()?);
        at = at.wrapping_add(pace);
        checks.push(result(reader, Timestamp(at))?);
    }
    Some(Record::of(checks, loaded, begins, asked_at))
}

fn time(reader: &mut Reader<'_>) -> Option<Option<Timestamp>> {
    match reader.byte()? {
        0 => Some(None),
        _ => Some(Some(Timestamp(reader.signed()?))),
    }
}

fn result(reader: &mut Reader<'_>, at: Timestamp) -> Option<Check> {
    let head = reader.byte()?;
    let reason = head >> REASON_SHIFT & REASON_MASK;
    let response_ms = if head & WHOLE != 0 {
        Some(reader.number()? as f64)
    } else if head & MICROS != 0 {
        Some(reader.number()? as f64 / 1000.0)
    } else {
        None
    };
    Some(Check {
        at,
        is_up: head & UP != 0,
        reason: reason.checked_sub(1).map(|code| Reason::from_code(i64::from(code))),
        response_ms,
    })
}
