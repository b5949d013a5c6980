//! Walking through the events of an issue: which one is on screen, which come before and after it, and how one gets there.

mod ahead;
mod jump;
mod keys;
mod oldest;
mod places;

pub use jump::jump_dialog;
pub use keys::listen_to_keys;
pub use oldest::FindOldest;
pub use places::note_rows;

use super::data::EventData;
use crate::event_neighbours;
use crate::load::{Load, Loader};
use crate::page::issue::issue_page::IssueContext;
use crate::page::issue::place::Place;
use crate::reactive::effect;
use crate::route::Route;
use glint_model::event_place::EventPlaces;
use glint_model::id::EventId;
use leptos::prelude::*;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the first event of the issue that is stored.
    Oldest,
    /// To the one received just before.
    Older,
    /// To the one received next.
    Newer,
    /// To the one received last.
    Newest,
}

/// The event that was loaded last, and its neighbours.
#[derive(Clone, Debug, PartialEq)]
pub struct Here {
    /// Its id.
    pub event: EventId,
    /// The one received just before.
    pub older: Option<EventId>,
    /// The one received next.
    pub newer: Option<EventId>,
    /// Whether it is so large that its neighbours, which are likely to be so too, are not fetched ahead.
    pub is_large: bool,
}

/// What the parts of the bar know.
#[derive(Clone, Copy)]
pub struct Walk {
    /// Where it is.
    pub place: StoredValue<Place>,
    /// The id in the URL; none is the newest.
    pub wanted: Memo<Option<EventId>>,
    /// The event that was loaded last. It stays while the next one is on its way, so that the ways, and the focus that may
    /// be on one of them, stay as well.
    pub here: Memo<Option<Here>>,
    /// What is known of where events stand.
    pub places: RwSignal<EventPlaces>,
    /// Whether it is asked which event to go to.
    pub is_asking: RwSignal<bool>,
}

impl Walk {
    /// Follows the event that is shown, and looks ahead from it.
    pub fn new(context: &IssueContext, event: Loader<EventData>, wanted: Memo<Option<EventId>>) -> Self {
        let here = Memo::new(move |last: Option<&Option<Here>>| {
            event.with(|load| match load {
                Load::Ready(event) => Some(Here {
                    event: event.event_id.clone(),
                    older: event.previous_event_id.clone(),
                    newer: event.next_event_id.clone(),
                    is_large: event_neighbours::is_large(event),
                }),
                Load::Failed(_) => None,
                Load::Loading | Load::Slow => last.cloned().flatten(),
            })
        });
        let walk = Self {
            place: StoredValue::new(context.place.clone()),
            wanted,
            here,
            places: RwSignal::new(places::recall(&context.place.issue)),
            is_asking: RwSignal::new(false),
        };
        effect(move || {
            if let Some(here) = walk.here.get() {
                walk.change_places(|places| places.note(&here.event, here.older.as_ref(), here.newer.as_ref()));
            }
        });
        ahead::look_ahead(walk);
        walk
    }

    /// Where a way leads; none at the end, and for the oldest as long as it is not known. Tracked.
    pub fn goal(self, way: Way) -> Option<Route> {
        let place = self.place.get_value();
        match way {
            Way::Oldest => {
                let oldest = self.places.with(|places| places.oldest().cloned())?;
                (!self.is_at_end(Way::Oldest)).then(|| place.event(&oldest))
            }
            Way::Older => self.here.get()?.older.map(|event| place.event(&event)),
            Way::Newer => self.here.get()?.newer.map(|event| place.event(&event)),
            Way::Newest => self.wanted.with(Option::is_some).then(|| place.newest()),
        }
    }

    /// Whether there is nothing that way. Tracked.
    pub fn is_at_end(self, way: Way) -> bool {
        self.here.with(|here| match (way, here) {
            (Way::Oldest | Way::Older, Some(here)) => here.older.is_none(),
            (Way::Newer, Some(here)) => here.newer.is_none(),
            (Way::Newest, _) => self.wanted.with(Option::is_none),
            (_, None) => true,
        })
    }

    /// The id that the page is about: of the URL, or else of what was loaded. Tracked.
    pub fn event(self) -> Option<EventId> {
        self.wanted
            .get()
            .or_else(|| self.here.with(|here| here.as_ref().map(|here| here.event.clone())))
    }

    /// `7 of 212`; empty while nothing is known, or another event is on its way. Tracked.
    pub fn label(self) -> String {
        let Some(here) = self.here.get() else {
            return String::new();
        };
        if self
            .wanted
            .with(|wanted| wanted.as_ref().is_some_and(|wanted| !is_same(wanted, &here.event)))
        {
            return String::new();
        }
        let place = self
            .places
            .with(|places| places.place(&here.event, here.older.is_some(), here.newer.is_some()));
        place.label()
    }

    fn change_places(self, change: impl FnOnce(&mut EventPlaces)) {
        let Some(mut known) = self.places.try_get_untracked() else {
            return;
        };
        change(&mut known);
        self.place.with_value(|place| places::keep(&place.issue, &known));
        self.places.try_set(known);
    }
}

/// Whether two spellings name the same event: URLs may have dashes and capitals.
fn is_same(one: &EventId, other: &EventId) -> bool {
    let digits = |id: &EventId| {
        let digits = id.as_str().chars().filter(|c| *c != '-');
        digits.map(|c| c.to_ascii_lowercase()).collect::<String>()
    };
    one == other || digits(one) == digits(other)
}
