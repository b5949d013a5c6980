//! The lines near the view, with room for those above and below.

use super::reader::{BLOCK, Reader};
use super::rows::row;
use super::scroll::{block_id, follow, height, measure};
use crate::reactive::{attribute, changing, effect, truth};
use leptos::prelude::*;

/// The list, which scrolls by itself.
pub fn lines(reader: Reader) -> AnyView {
    let window = Memo::new(move |_| reader.window());
    effect(move || {
        window.track();
        if reader.wraps.get() {
            measure(reader);
        }
    });
    let room = move |is_above: bool| {
        attribute(move || {
            reader.heights.track();
            reader.wraps.track();
            let (drawn, blocks) = (window.get(), reader.blocks());
            let around = if is_above { 0..drawn.start } else { drawn.end..blocks };
            format!("{}px", height(reader, around))
        })
    };
    // A block is drawn again when lines are added to it.
    let drawn = move || {
        let count = reader.count.get();
        window
            .get()
            .map(|block| (block, count.saturating_sub(block * BLOCK).min(BLOCK)))
            .collect::<Vec<(usize, usize)>>()
    };
    let (above, below) = (room(true), room(false));
    view! {
        <div
            class="json-lines"
            class:wraps=truth(move || reader.wraps.get())
            tabindex="0"
            role="region"
            aria-label="JSON text"
            node_ref=reader.scroller
            on:scroll=move |_| follow(reader)
        >
            <div style:height=move || above.get()></div>
            <For each=drawn key=|block| *block let:block>
                <div class="json-block" id=block_id(block.0)>{block_view(reader, block)}</div>
            </For>
            <div style:height=move || below.get()></div>
        </div>
    }
    .into_any()
}

fn block_view(reader: Reader, (block, lines): (usize, usize)) -> AnyView {
    let first = block * BLOCK;
    // Only what is seen of a search draws the block again.
    let is_found = Memo::new(move |_| matches!(reader.found.get(), Some((_, false))));
    let current = Memo::new(move |_| {
        let current = reader.current.get()?;
        reader.with(|_, all, search| {
            let (start, end) = (all.lines().get(first)?, all.lines().get(first + lines - 1)?);
            let within = search?.within(&(start.range().start..end.range().end));
            within.contains(&current).then_some(current)
        })
    });
    changing(move || {
        is_found.track();
        let current = current.get();
        let rows: Vec<AnyView> = (first..first + lines).map(|line| row(reader, line, current)).collect();
        rows.into_any()
    })
}
