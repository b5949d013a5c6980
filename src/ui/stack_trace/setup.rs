//! What a page gives to the widget besides the exceptions.

use super::choice::StackChoice;
use glint_model::processing_errors::Explained;
use glint_model::stack_trace::FrameId;
use leptos::prelude::*;
use std::sync::Arc;

/// How the widget and the page speak about frames. The widget knows no URL: the page has the frame that is open in its
/// own, and spells the links.
#[derive(Clone)]
pub struct FrameLinks {
    /// The frame that was opened last and is still open. What it holds at first is shown: unfolded, open, marked and
    /// scrolled to.
    pub opened: RwSignal<Option<FrameId>>,
    /// The path of a link to a frame.
    pub href_of: Arc<dyn Fn(FrameId) -> String + Send + Sync>,
}

/// What a page gives to the widget besides the exceptions.
#[derive(Clone)]
pub struct StackSetup {
    /// What the reader chose.
    pub choice: RwSignal<StackChoice>,
    /// Links to frames, on pages that have them.
    pub links: Option<FrameLinks>,
    /// What the server noted; of this, what is about source maps and symbols is shown.
    pub notes: Arc<[Explained]>,
}

impl From<RwSignal<StackChoice>> for StackSetup {
    fn from(choice: RwSignal<StackChoice>) -> Self {
        Self {
            choice,
            links: None,
            notes: Arc::from([]),
        }
    }
}
