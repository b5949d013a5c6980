//! The order of an organization's projects: by name until all figures are here, then what needs attention first. That change
//! waits while the list is being used, so that nothing moves away from under the hand.

use super::board::Board;
use super::desk::Desk;
use crate::browser::dom;
use crate::reactive::effect;
use glint_model::home::order;
use glint_model::id::ProjectId;
use leptos::prelude::*;

/// The order while the list is there.
#[derive(Clone, Copy)]
pub struct Order {
    list_id: StoredValue<String>,
    board: Board,
    /// Whether it follows from the figures.
    is_settled: RwSignal<bool>,
    /// The projects in their order.
    pub projects: Memo<Vec<ProjectId>>,
}

impl Order {
    /// The order of these projects, which come by name, in the list with this id.
    pub fn open(desk: Desk, board: Board, list_id: String, projects: Vec<ProjectId>) -> Self {
        // Figures that were here before order the list from the start.
        let is_settled = RwSignal::new(untrack(|| board.is_settled()));
        let projects = Memo::new(move |_| {
            let is_settled = is_settled.get();
            desk.stars.with(|stars| {
                let standings = projects
                    .iter()
                    .map(|id| board.standing(id, stars.has_project(id), is_settled));
                order(standings.collect())
            })
        });
        let own = Self {
            list_id: StoredValue::new(list_id),
            board,
            is_settled,
            projects,
        };
        effect(move || {
            if board.is_settled() {
                own.settle();
            }
        });
        own
    }

    /// Takes on the order that follows from the figures, when they are here and the list is not being used. Nothing when the
    /// list is gone: the focus leaves it with the page, too.
    pub fn settle(self) {
        let is_due = untrack(|| self.board.is_settled()) && self.is_settled.try_get_untracked() == Some(false);
        if is_due && !self.is_used() {
            self.is_settled.try_set(true);
        }
    }

    fn is_used(self) -> bool {
        let Some(list) = self.list_id.try_with_value(|id| dom::by_id(id)).flatten() else {
            return false;
        };
        list.matches(":hover, :focus-within").unwrap_or_default()
    }
}
