//! Links to frames of an event: the frame that is open is in the URL as `?frame=`, and a link to one names the event as
//! well, so that it leads to the same place when a newer event has come.

use super::data::EventData;
use crate::page::issue::issue_page::IssueContext;
use crate::reactive::effect;
use crate::route::{IssuePart, Step, use_go};
use crate::ui::stack_trace::FrameLinks;
use glint_model::stack_trace::FrameId;
use leptos::prelude::*;
use std::sync::Arc;

/// The name of the frame in the query.
const FRAME: &str = "frame";

/// The links of an event that is shown. The URL follows the frame that was opened last; the page stays where it is, and
/// so does the focus.
pub fn frame_links(context: &IssueContext, event: &EventData) -> FrameLinks {
    let named = untrack(|| context.asked(FRAME));
    let opened = RwSignal::new(named.as_deref().and_then(FrameId::parse));
    let (go, at) = (use_go(), context.clone());
    let mut is_first = true;
    effect(move || {
        let now = opened.get().map(|id| id.to_string());
        let is_change = !std::mem::replace(&mut is_first, false) && untrack(|| at.asked(FRAME)) != now;
        let part = at.part.get_untracked();
        // Another part of the issue may have taken the place of the event meanwhile.
        if is_change && matches!(part, IssuePart::Event(_)) {
            let mut query = at.query.get_untracked();
            query.retain(|(name, _)| name != FRAME);
            query.extend(now.map(|now| (FRAME.to_owned(), now)));
            go(&at.place.part_with(part, query), Step::Replace);
        }
    });
    let (place, event) = (context.place.clone(), event.event_id.clone());
    FrameLinks {
        opened,
        href_of: Arc::new(move |id| {
            let query = vec![(FRAME.to_owned(), id.to_string())];
            place.part_with(IssuePart::Event(Some(event.clone())), query).href()
        }),
    }
}
