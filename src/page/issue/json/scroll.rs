//! Where the view is, and bringing a line into it.

use super::reader::{BLOCK, ROW_PX, Reader, SHOWN};
use crate::browser::{dom, wait};
use crate::reactive::spawn;
use leptos::prelude::*;
use std::ops::Range;

/// The id of a drawn block.
pub fn block_id(block: usize) -> String {
    format!("json-block-{block}")
}

/// How high these blocks are, in pixels: as measured, or by their lines.
pub fn height(reader: Reader, blocks: Range<usize>) -> i32 {
    let count = reader.count.get_untracked();
    let by_lines = |block: usize| lines_of(block, count) * ROW_PX;
    reader.heights.with_untracked(|heights| {
        blocks
            .map(|block| match heights.get(block) {
                Some(height) if *height > 0 => *height,
                _ => by_lines(block),
            })
            .sum()
    })
}

fn lines_of(block: usize, count: usize) -> i32 {
    let lines = count.saturating_sub(block * BLOCK).min(BLOCK);
    i32::try_from(lines).unwrap_or_default()
}

/// The block at this distance from the top, in pixels.
fn block_at(reader: Reader, top: i32) -> usize {
    let count = reader.count.get_untracked();
    let last = count.div_ceil(BLOCK).saturating_sub(1);
    reader.heights.with_untracked(|heights| {
        let mut above = 0;
        for block in 0..last {
            above += match heights.get(block) {
                Some(height) if *height > 0 => *height,
                _ => lines_of(block, count) * ROW_PX,
            };
            if above > top {
                return block;
            }
        }
        last
    })
}

/// Draws what has come into view.
pub fn follow(reader: Reader) {
    let Some(scroller) = reader.scroller.get_untracked() else {
        return;
    };
    let first = block_at(reader, scroller.scroll_top()).saturating_sub(SHOWN / 2);
    if reader.first.get_untracked() != first {
        reader.first.set(first);
    }
}

/// Notes how high the drawn blocks are, when lines wrap.
pub fn measure(reader: Reader) {
    spawn(async move {
        wait::frame().await;
        if reader.wraps.try_get_untracked() != Some(true) {
            return;
        }
        let first = reader.first.try_get_untracked().unwrap_or_default();
        reader.heights.try_update(|heights| {
            for block in first..first + SHOWN {
                let Some(element) = dom::by_id(&block_id(block)) else {
                    continue;
                };
                if heights.len() <= block {
                    heights.resize(block + 1, 0);
                }
                if let Some(height) = heights.get_mut(block) {
                    *height = element.offset_height();
                }
            }
        });
    });
}

/// Where in the text the first line in view begins.
pub fn first_place(reader: Reader) -> usize {
    let top = reader
        .scroller
        .try_get_untracked()
        .flatten()
        .map_or(0, |scroller| scroller.scroll_top());
    let block = block_at(reader, top);
    reader.with(|_, lines, _| lines.lines().get(block * BLOCK).map_or(0, |line| line.range().start))
}

/// Draws a line, and brings the match on it, or else the line, to the middle of the view.
pub fn show_line(reader: Reader, line: usize) {
    let block = line / BLOCK;
    reader.first.set(block.saturating_sub(SHOWN / 2));
    spawn(async move {
        wait::frame().await;
        let Some(scroller) = reader.scroller.try_get_untracked().flatten() else {
            return;
        };
        scroller.set_scroll_top(height(reader, 0..block));
        // What is drawn now may be higher than it was thought to be.
        wait::frame().await;
        let target = dom::first(".json-lines mark.current").or_else(|| dom::by_id(&block_id(block)));
        let Some(target) = target else { return };
        let (view, at) = (scroller.get_bounding_client_rect(), target.get_bounding_client_rect());
        let middle = (at.top() - view.top() - view.height() / 2.0) as i32;
        scroller.set_scroll_top(scroller.scroll_top() + middle);
        if at.left() < view.left() || at.right() > view.right() {
            let sideways = (at.left() - view.left() - view.width() / 2.0) as i32;
            scroller.set_scroll_left(scroller.scroll_left() + sideways);
        }
        // The last lines cannot come to the middle, and on a small screen the end of the list is below the page's own.
        dom::show(&target);
    });
}
