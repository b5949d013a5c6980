//! The order of an organization's projects: by name until all figures are here, then what needs attention first. That change
//! waits while the list is being used, so that nothing moves away from under the hand; it is offered then.

use super::board::Board;
use crate::browser::dom;
use crate::reactive::effect;
use crate::stars_store::StarsStore;
use glint_model::home::{Need, Standing, order};
use glint_model::id::{OrganizationSlug, ProjectId};
use glint_model::wire::project::Project;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How many projects are shown, and asked about, before somebody asks for more.
pub const STEP: usize = 24;

/// A project that is shown.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    id: ProjectId,
    has_events: bool,
}

/// The order, as long as the page is there.
#[derive(Clone, Copy)]
pub struct Order {
    slug: StoredValue<OrganizationSlug>,
    board: Board,
    /// Those that are shown, by name.
    shown: RwSignal<Vec<Shown>>,
    all: RwSignal<u64>,
    /// How many are shown at most.
    pub count: RwSignal<usize>,
    /// What the order follows from, as it was when it was taken on.
    taken: RwSignal<BTreeMap<ProjectId, Standing>>,
    /// The projects in their order.
    pub projects: Memo<Vec<ProjectId>>,
    /// How many of them need attention; none until all is here.
    pub need: Memo<Option<Need>>,
    /// Whether another order is due, and held back.
    pub is_due: Memo<bool>,
}

impl Order {
    /// The order of an organization's projects; of none until they are shown.
    pub fn open(slug: &OrganizationSlug, board: Board, stars: StarsStore) -> Self {
        let shown = RwSignal::new(Vec::<Shown>::new());
        let all = RwSignal::new(0);
        let taken = RwSignal::new(BTreeMap::<ProjectId, Standing>::new());
        let projects = Memo::new(move |_| {
            let standing = |id: &ProjectId, is_starred| Standing {
                id: id.clone(),
                is_starred,
                figures: taken.with(|taken| taken.get(id).and_then(|taken| taken.figures.clone())),
            };
            stars.with(|stars| {
                let own = |shown: &Shown| standing(&shown.id, stars.has_project(&shown.id));
                order(shown.with(|shown| shown.iter().map(own).collect()))
            })
        });
        let need = Memo::new(move |_| {
            board.settled()?;
            let standings: Vec<_> = shown.with(|shown| {
                let own = |shown: &Shown| (board.standing(&shown.id, false), shown.has_events);
                shown.iter().map(own).collect()
            });
            Some(Need::of(&standings, all.get()))
        });
        let is_due = Memo::new(move |_| {
            if board.settled().is_none() {
                return false;
            }
            let due = stars.with(|stars| {
                let own = |shown: &Shown| board.standing(&shown.id, stars.has_project(&shown.id));
                order(shown.with(|shown| shown.iter().map(own).collect()))
            });
            projects.with(|projects| *projects != due)
        });
        let own = Self {
            slug: StoredValue::new(slug.clone()),
            board,
            shown,
            all,
            count: RwSignal::new(STEP),
            taken,
            projects,
            need,
            is_due,
        };
        effect(move || {
            if is_due.get() {
                own.settle();
            }
        });
        own
    }

    /// These are shown, out of so many. What stands there already keeps its place; the others follow.
    pub fn show(self, projects: &[Project], all: usize) {
        let shown = projects.iter().map(|project| Shown {
            id: project.id.clone(),
            has_events: project.first_event.is_some(),
        });
        let shown: Vec<Shown> = shown.collect();
        if self.shown.with_untracked(|own| *own != shown) {
            self.shown.set(shown);
        }
        if self.all.get_untracked() != all as u64 {
            self.all.set(all as u64);
        }
        self.settle();
    }

    /// Takes on the order that is due when the list is not being used. Nothing when the list is gone: the focus leaves it with
    /// the page, too.
    pub fn settle(self) {
        if self.is_due.try_get_untracked() == Some(true) && !self.is_used() {
            self.take();
        }
    }

    /// Takes it on although the list is being used, since somebody wants it.
    pub fn take(self) {
        let standings = self.shown.with_untracked(|shown| {
            let own = |shown: &Shown| (shown.id.clone(), self.board.standing(&shown.id, false));
            shown.iter().map(own).collect()
        });
        self.taken.set(standings);
    }

    /// The id of the list.
    pub fn list_id(self) -> String {
        self.slug.with_value(|slug| format!("home-list-{slug}"))
    }

    fn is_used(self) -> bool {
        let list = self
            .slug
            .try_with_value(|slug| dom::by_id(&format!("home-list-{slug}")));
        list.flatten()
            .is_some_and(|list| list.matches(":hover, :focus-within").unwrap_or_default())
    }
}
