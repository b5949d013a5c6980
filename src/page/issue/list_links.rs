//! The ways to the issues that stand before and after this one in the list it was opened from. They take the place of
//! this page in the history, so that back leads to the list.

use super::place::Place;
use crate::issue_decisions::IssueDecisions;
use crate::issue_list_memory::{goes_on, neighbours};
use crate::reactive::maybe;
use crate::route::{Route, Step, use_go};
use crate::ui::icon::{Icon, icon};
use crate::ui::toast::Toasts;
use glint_model::id::IssueId;
use leptos::prelude::*;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the row above.
    Previous,
    /// To the row below.
    Next,
}

impl Way {
    fn goal(self, place: &Place, decisions: IssueDecisions) -> Option<IssueId> {
        let (previous, next) = neighbours(&place.organization, &place.issue, |id| {
            !decisions.with(|decisions| decisions.is_gone(id))
        });
        match self {
            Self::Previous => previous,
            Self::Next => next,
        }
    }

    fn end(self) -> &'static str {
        match self {
            Self::Previous => "This is the first issue of the list.",
            Self::Next if goes_on() => "This is the last issue of those that the list has loaded.",
            Self::Next => "This is the last issue of the list.",
        }
    }
}

/// Gives a function that goes to a neighbour, or says that there is none.
pub fn use_neighbours(place: &Place) -> impl Fn(Way) + Clone + 'static {
    let (go, place, toasts) = (use_go(), place.clone(), Toasts::get());
    let decisions = IssueDecisions::get();
    move |way| match untrack(|| way.goal(&place, decisions)) {
        Some(id) => go(&Route::issue(&place.organization, &id), Step::Replace),
        None => toasts.say(way.end()),
    }
}

/// The two ways; not there when the issue was not opened from a list.
pub fn list_links(place: &Place) -> AnyView {
    let place = place.clone();
    let go = use_neighbours(&place);
    let decisions = IssueDecisions::get();
    let way = move |way: Way, label: &'static str, sign: Icon, key: &'static str, is_there: bool| {
        let go = go.clone();
        view! {
            <button
                class="btn icon"
                type="button"
                aria-label=label
                title=format!("{label} ({key})")
                aria-keyshortcuts=key
                aria-disabled=(!is_there).then_some("true")
                on:click=move |_| go(way)
            >
                {icon(sign, "")}
            </button>
        }
        .into_any()
    };
    maybe(move || {
        let is_there = |way: Way| way.goal(&place, decisions).is_some();
        let (previous, next) = (is_there(Way::Previous), is_there(Way::Next));
        (previous || next).then(|| {
            view! {
                <div class="event-links wide" role="group" aria-label="Issues of the list">
                    {way(Way::Previous, "Previous issue", Icon::Up, "p", previous)}
                    {way(Way::Next, "Next issue", Icon::Down, "n", next)}
                </div>
            }
            .into_any()
        })
    })
}
