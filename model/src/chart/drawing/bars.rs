//! Bars as paths, those of several series upon one another.

use super::DrawnSeries;
use crate::chart::buckets::Bucket;
use crate::chart::path::{Hatch, PathText, Rect};
use crate::chart::scale::Scale;
use crate::chart::series::{BarSeries, Ink};
use crate::chart::{Look, Shown};

/// Of what is narrower than this, the highest of a column of pixels stands for all of it.
const NARROWEST: f64 = 2.0;

pub(super) fn draw(buckets: &[Bucket], stacks: &[BarSeries], shown: Shown, x: &Scale, y: &Scale) -> Vec<DrawnSeries> {
    let columns = columns(buckets, stacks, shown, x);
    let mut bases = vec![0.0_f64; columns.len()];
    let mut drawn = Vec::new();
    for (place, series) in stacks.iter().enumerate().filter(|(place, _)| shown.has(*place)) {
        let (mut fill, mut hatch) = (PathText::default(), PathText::default());
        for ((bucket, left, width), base) in columns.iter().zip(&mut bases) {
            let Some(value) = series.value(*bucket) else { continue };
            let (bottom, top) = (y.place(*base), y.place(*base + value));
            *base += value;
            // What is there is seen, however little it is; nought is a hairline.
            let least = if value > 0.0 { 1.5 } else { 0.5 };
            let rect = Rect {
                x: *left,
                y: top.min(bottom - least),
                width: *width,
                height: (bottom - top).max(least),
            };
            fill.rect(rect);
            match hatch_of(series.ink) {
                // A narrow bar has room for lines across only.
                other if other != Hatch::None && *width <= 3.0 => hatch.hatch(rect, Hatch::Level, 4.0),
                own => hatch.hatch(rect, own, 5.0),
            }
        }
        drawn.push(DrawnSeries {
            place,
            ink: series.ink,
            look: Look::Bar,
            fill: fill.finish(),
            line: String::new(),
            dots: String::new(),
            hatch: hatch.finish(),
        });
    }
    drawn
}

/// The highest stack of what is shown.
pub(super) fn highest(stacks: &[BarSeries], shown: Shown) -> f64 {
    let count = stacks.iter().map(|series| series.values.len()).max().unwrap_or(0);
    (0..count)
        .map(|bucket| total(stacks, shown, bucket))
        .fold(0.0, f64::max)
}

fn total(stacks: &[BarSeries], shown: Shown, bucket: usize) -> f64 {
    let shown = stacks.iter().enumerate().filter(|(place, _)| shown.has(*place));
    shown.filter_map(|(_, series)| series.value(bucket)).sum()
}

/// Which bucket each bar stands for, where it begins and how wide it is.
fn columns(buckets: &[Bucket], stacks: &[BarSeries], shown: Shown, x: &Scale) -> Vec<(usize, f64, f64)> {
    let mut columns: Vec<(usize, f64, f64)> = Vec::new();
    for (at, bucket) in buckets.iter().enumerate() {
        let (left, right) = (x.place_ms(bucket.from_ms), x.place_ms(bucket.to_ms));
        let width = right - left;
        if width >= NARROWEST {
            let gap = if width > 12.0 {
                width / 6.0
            } else {
                width.min(5.0) / 5.0
            };
            columns.push((at, left + gap / 2.0, width - gap));
            continue;
        }
        let place = (left / NARROWEST).floor() * NARROWEST;
        match columns.last_mut().filter(|(_, other, _)| *other == place) {
            Some((best, ..)) if total(stacks, shown, at) > total(stacks, shown, *best) => *best = at,
            Some(_) => {}
            None => columns.push((at, place, NARROWEST)),
        }
    }
    columns
}

/// How bars of an ink are hatched.
pub(super) fn hatch_of(ink: Ink) -> Hatch {
    match ink {
        Ink::One | Ink::Good => Hatch::None,
        Ink::Two | Ink::Warning => Hatch::Rising,
        Ink::Three | Ink::Quiet => Hatch::Falling,
        Ink::Four => Hatch::Upright,
        Ink::Five => Hatch::Level,
        Ink::Six | Ink::Bad => Hatch::Crossed,
    }
}
