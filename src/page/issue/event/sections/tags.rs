//! The tags of the event, each with its way to the issues that have it, too.

use super::section::section;
use crate::page::issue::event::data::EventData;
use crate::page::issue::place::Place;
use crate::ui::lazy::lazy_details;
use crate::ui::tag_chips::{TagChip, tag_chips};
use glint_model::text::counted;
use glint_model::wire::event::EventTag;
use leptos::prelude::*;
use std::ops::Range;

/// So many tags are shown at a time.
const STEP: usize = 100;

/// About so many tags have room in a line.
const IN_A_LINE: usize = 4;

/// Shows them; nothing when there are none.
pub fn tags(place: &Place, event: &EventData) -> Option<AnyView> {
    let count = event.tags.len();
    let lines = count.min(STEP).div_ceil(IN_A_LINE);
    let (place, event) = (place.clone(), event.clone());
    let build = move || chips(place.clone(), event.clone(), 0..count);
    (count > 0).then(|| {
        section(
            "tags",
            "Tags",
            Some(count),
            None,
            32 * u32::try_from(lines).unwrap_or(1) + 18,
            build,
        )
    })
}

fn chips(place: Place, event: EventData, places: Range<usize>) -> AnyView {
    let end = places.end.min(places.start + STEP);
    let shown = event.tags.get(places.start..end).unwrap_or_default();
    let shown = tag_chips(shown.iter().map(|tag| chip(&place, tag)).collect());
    let rest = end..places.end;
    let more = (!rest.is_empty()).then(|| {
        let summary = counted(rest.len() as u64, "more tag", "more tags");
        lazy_details("more", false, summary.into_any(), move || {
            chips(place.clone(), event.clone(), rest.clone())
        })
    });
    view! { {shown}{more} }.into_any()
}

fn chip(place: &Place, tag: &EventTag) -> TagChip {
    let value = tag.value.clone().unwrap_or_default();
    TagChip {
        key: tag.key.clone(),
        link: (!value.is_empty()).then(|| place.tag(&tag.key, &value)),
        value,
    }
}
