//! The frames of one exception, shared by everything that is built later.

use super::setup::FrameLinks;
use glint_model::stack_trace::FrameId;
use glint_model::wire::entry::{ExceptionData, Frame};
use leptos::prelude::*;
use std::sync::Arc;

/// The frames of one exception, shared by everything that is built later.
#[derive(Clone)]
pub struct FrameSource {
    /// The chain.
    pub data: Arc<ExceptionData>,
    /// The place of the exception in it.
    pub exception: usize,
    /// The event's platform.
    pub platform: Option<Arc<str>>,
    /// Links to its frames, on pages that have them.
    pub links: Option<FrameLinks>,
    /// The frame that the URL led to, and whether the page has still to scroll there.
    pub arrival: Arrival,
}

/// The frame that the URL led to.
#[derive(Clone, Copy, Default)]
pub struct Arrival {
    /// Which; none when the URL named none.
    pub frame: Option<FrameId>,
    scrolls: Option<StoredValue<bool>>,
}

impl Arrival {
    /// What the URL names now.
    pub fn of(links: Option<&FrameLinks>) -> Self {
        Self {
            frame: links.and_then(|links| links.opened.get_untracked()),
            scrolls: Some(StoredValue::new(true)),
        }
    }

    /// Whether to scroll there: true once.
    pub fn take_scroll(self) -> bool {
        self.scrolls
            .and_then(|scrolls| scrolls.try_update_value(std::mem::take))
            .unwrap_or(false)
    }
}

impl FrameSource {
    /// The frames, the oldest call first; empty when there are none.
    pub fn frames(&self) -> &[Frame] {
        let exception = self.data.values.get(self.exception);
        let frames = exception.and_then(|exception| exception.stacktrace.as_ref()?.frames.as_deref());
        frames.unwrap_or_default()
    }

    /// Whether the frame that was opened last is still the one that the URL led to.
    pub fn is_at_arrival(&self) -> bool {
        let opened = self.links.as_ref().and_then(|links| links.opened.get_untracked());
        opened.is_some() && opened == self.arrival.frame
    }

    /// The name of the frame at a place.
    pub fn id_of(&self, index: usize) -> FrameId {
        FrameId::of(self.data.values.len(), self.exception, self.frames().len(), index)
    }

    /// The place of the frame to be shown open, if it is one of these: the one that was opened last.
    pub fn wanted(&self) -> Option<usize> {
        let opened = self.links.as_ref()?.opened.get_untracked()?;
        let is_here = opened.exception_index(self.data.values.len()) == Some(self.exception);
        is_here.then(|| opened.frame_index(self.frames().len())).flatten()
    }
}
