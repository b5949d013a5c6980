//! The text, its lines, what is searched in it, and which of the lines are drawn.

use super::scroll;
use crate::browser::wait;
use crate::reactive::spawn;
use glint_model::json_lines::{JsonLines, Search};
use leptos::html;
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// Lines are drawn by so many.
pub const BLOCK: usize = 50;
/// So many blocks are drawn at a time.
pub const SHOWN: usize = 5;
/// The height of a line that does not wrap, in pixels; as in `style/page/event_json.css`.
pub const ROW_PX: i32 = 20;
/// The text is laid out and searched in slices of so many bytes: some milliseconds on a slow machine.
const SLICE: usize = 256 * 1024;
/// Typing has to pause for so long before the text is searched, in milliseconds.
const TYPING_MS: i32 = 120;

/// A JSON text that is being read.
#[derive(Clone, Copy)]
pub struct Reader {
    /// How many lines there are so far.
    pub count: RwSignal<usize>,
    /// Whether that is all of them.
    pub is_done: RwSignal<bool>,
    /// Whether long lines are broken.
    pub wraps: RwSignal<bool>,
    /// The first block that is drawn.
    pub first: RwSignal<usize>,
    /// What scrolls.
    pub scroller: NodeRef<html::Div>,
    /// How many matches there are so far, and whether they are still looked for. None when nothing is searched.
    pub found: RwSignal<Option<(usize, bool)>>,
    /// Which match was gone to.
    pub current: RwSignal<Option<usize>>,
    /// The heights of blocks that were measured, in pixels; 0 where nobody has. Only for lines that wrap.
    pub heights: RwSignal<Vec<i32>>,
    text: StoredValue<Arc<str>>,
    /// Counts the searches, so that one that was overtaken ends.
    searches: StoredValue<u32>,
    lines: StoredValue<JsonLines, LocalStorage>,
    search: StoredValue<Option<Search>, LocalStorage>,
}

impl Reader {
    /// Takes a text and begins to lay it out.
    pub fn begin(text: Arc<str>) -> Self {
        let reader = Self {
            count: RwSignal::new(0),
            is_done: RwSignal::new(false),
            wraps: RwSignal::new(false),
            first: RwSignal::new(0),
            scroller: NodeRef::new(),
            found: RwSignal::new(None),
            current: RwSignal::new(None),
            searches: StoredValue::new(0),
            heights: RwSignal::new(Vec::new()),
            text: StoredValue::new(text),
            lines: StoredValue::new_local(JsonLines::default()),
            search: StoredValue::new_local(None),
        };
        spawn(reader.lay_out());
        reader
    }

    /// The text as it came.
    pub fn text(self) -> Arc<str> {
        self.text.get_value()
    }

    /// Looks at the text, its lines and the search.
    pub fn with<R>(self, look: impl FnOnce(&str, &JsonLines, Option<&Search>) -> R) -> R {
        self.text.with_value(|text| {
            self.lines
                .with_value(|lines| self.search.with_value(|search| look(text, lines, search.as_ref())))
        })
    }

    /// How many blocks there are so far; tracked.
    pub fn blocks(self) -> usize {
        self.count.get().div_ceil(BLOCK)
    }

    /// The blocks that are drawn; tracked.
    pub fn window(self) -> Range<usize> {
        let end = self.blocks();
        let first = self.first.get().min(end.saturating_sub(1));
        first..end.min(first + SHOWN)
    }

    /// Breaks long lines, or does not any more.
    pub fn wrap(self, wraps: bool) {
        self.heights.set(Vec::new());
        self.wraps.set(wraps);
    }

    /// Searches for what was typed, when typing pauses.
    pub fn look_for(self, wanted: String) {
        let own = self.searches.get_value() + 1;
        self.searches.set_value(own);
        self.current.set(None);
        self.found.set(None);
        let _ = self.search.try_set_value(None);
        if let Some(search) = Search::new(&wanted) {
            spawn(self.run(search, own));
        }
    }

    /// Goes to the next match, or to the one before.
    pub fn go(self, is_forward: bool) {
        let Some((count, _)) = self.found.get_untracked().filter(|(count, _)| *count > 0) else {
            return;
        };
        let next = match (self.current.get_untracked(), is_forward) {
            (None, _) => 0,
            (Some(now), true) => (now + 1) % count,
            (Some(now), false) => (now + count - 1) % count,
        };
        self.go_to(next);
    }

    fn go_to(self, index: usize) {
        self.current.set(Some(index));
        let line = self.with(|_, lines, search| {
            let place = search.and_then(|search| search.get(index))?;
            (place.start < lines.position()).then(|| lines.line_at(place.start))
        });
        if let Some(line) = line {
            scroll::show_line(self, line);
        }
    }

    async fn lay_out(self) {
        let Some(text) = self.text.try_get_value() else { return };
        loop {
            let Some((is_done, count)) = self.lines.try_update_value(|lines| {
                let is_done = lines.step(&text, SLICE);
                (is_done, lines.lines().len())
            }) else {
                return;
            };
            self.count.try_set(count);
            if is_done {
                break;
            }
            wait::yield_now().await;
        }
        self.is_done.try_set(true);
    }

    async fn run(self, mut search: Search, own: u32) {
        wait::milliseconds(TYPING_MS).await;
        let Some(text) = self.text.try_get_value() else { return };
        let is_wanted = move || self.searches.try_get_value() == Some(own);
        loop {
            if !is_wanted() {
                return;
            }
            if search.step(&text, SLICE) {
                break;
            }
            self.found.try_set(Some((search.count(), true)));
            wait::yield_now().await;
        }
        while is_wanted() && !self.is_done.try_get_untracked().unwrap_or(true) {
            wait::milliseconds(TYPING_MS).await;
        }
        if !is_wanted() {
            return;
        }
        let count = search.count();
        let near = search.first_from(scroll::first_place(self));
        let _ = self.search.try_set_value(Some(search));
        self.found.try_set(Some((count, false)));
        if let Some(near) = near {
            self.go_to(near);
        }
    }
}
