//! What the parts of the page share, and unmerging: the server agrees before it has done anything, so the list is looked at
//! again until it shows.

use crate::api::client::Cancel;
use crate::api::hashes::{list_hashes, unmerge};
use crate::api::issues::get_issue;
use crate::browser::wait;
use crate::load::Loader;
use crate::page::issue::issue_page::IssueContext;
use crate::page::issue::paged::Paged;
use crate::page::issue::place::Place;
use crate::reactive::spawn;
use glint_model::error::ApiError;
use glint_model::wire::issue::Issue;
use glint_model::wire::issue_hash::{IssueHash, LatestEvent};
use leptos::prelude::*;
use std::rc::Rc;

/// How long to wait before each look, in milliseconds.
const LOOKS_MS: [i32; 5] = [500, 1_500, 3_000, 5_000, 8_000];

/// A hash, as far as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct HashRow {
    /// 32 hex digits.
    pub id: String,
    /// Its newest event.
    pub latest: Option<LatestEvent>,
}

impl HashRow {
    fn of(hash: &IssueHash) -> Self {
        Self {
            id: hash.id.clone(),
            latest: hash.latest(),
        }
    }
}

/// How far unmerging has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Nothing was asked for.
    Idle,
    /// The server is being asked.
    Asking,
    /// The server has agreed, and has not done it yet.
    UnderWay(usize),
    /// So many are gone.
    Done(usize),
    /// The server takes longer than was waited for.
    Late(Vec<String>),
    /// The server refused.
    Failed(ApiError),
}

/// The hashes of the issue.
#[derive(Clone, Copy)]
pub struct Hashes {
    /// The hashes that were read.
    pub list: Paged<HashRow>,
    /// Which of them are chosen.
    pub chosen: RwSignal<Vec<String>>,
    /// Whether the question is open.
    pub is_asked: RwSignal<bool>,
    /// How far unmerging has come.
    pub step: RwSignal<Step>,
    /// The issue.
    pub place: StoredValue<Place>,
    issue: Loader<Issue>,
}

impl Hashes {
    /// Asks for the hashes.
    pub fn open(context: &IssueContext) -> Self {
        let place = context.place.clone();
        Self {
            list: Paged::new(
                |one, other| one.id == other.id,
                Rc::new(move |cursor, cancel| {
                    let place = place.clone();
                    Box::pin(async move {
                        let page = list_hashes(&place.organization, &place.issue, cursor, &cancel).await?;
                        Ok(page.map(|hash| HashRow::of(&hash)))
                    })
                }),
            ),
            chosen: RwSignal::new(Vec::new()),
            is_asked: RwSignal::new(false),
            step: RwSignal::new(Step::Idle),
            place: StoredValue::new(context.place.clone()),
            issue: context.issue,
        }
    }

    /// Whether there is anything to choose among; tracked.
    pub fn can_choose(self) -> bool {
        self.list.total().count > 1
    }

    /// Whether the chosen ones may go: at least one has to stay. Tracked.
    pub fn can_unmerge(self) -> bool {
        let chosen = self.chosen.with(Vec::len) as u64;
        chosen > 0 && chosen < self.list.total().count && !self.is_busy()
    }

    /// Whether unmerging is under way; tracked.
    pub fn is_busy(self) -> bool {
        self.step.with(|step| matches!(step, Step::Asking | Step::UnderWay(_)))
    }

    /// Chooses a hash, or no longer.
    pub fn toggle(self, hash: &str) {
        self.chosen.update(|chosen| {
            let before = chosen.len();
            chosen.retain(|id| id != hash);
            if chosen.len() == before {
                chosen.push(hash.to_owned());
            }
        });
    }

    /// Takes the chosen hashes out of the issue. They stay chosen until that is done.
    pub fn unmerge(self) {
        let (place, chosen) = (self.place.get_value(), self.chosen.get_untracked());
        self.step.set(Step::Asking);
        spawn(async move {
            match unmerge(&place.organization, &place.issue, &chosen).await {
                Ok(()) => self.look_for(place, chosen).await,
                Err(error) => {
                    self.step.try_set(Step::Failed(error));
                }
            }
        });
    }

    /// Looks once more whether hashes are gone.
    pub fn look_again(self, hashes: Vec<String>) {
        let place = self.place.get_value();
        spawn(self.look_for(place, hashes));
    }

    async fn look_for(self, place: Place, hashes: Vec<String>) {
        self.step.try_set(Step::UnderWay(hashes.len()));
        for patience in LOOKS_MS {
            wait::milliseconds(patience).await;
            // A look that failed is made good by the next one.
            let is_read = self.list.read_again().await.is_ok();
            // None when the page is gone.
            let Some(is_gone) = self
                .list
                .rows
                .try_with_untracked(|rows| !rows.iter().any(|row| hashes.contains(&row.id)))
            else {
                return;
            };
            if is_read && is_gone {
                self.chosen
                    .try_update(|chosen| chosen.retain(|id| !hashes.contains(id)));
                self.step.try_set(Step::Done(hashes.len()));
                return self.refresh_issue(place).await;
            }
        }
        self.step.try_set(Step::Late(hashes));
    }

    /// What the server counts of the issue is different now.
    async fn refresh_issue(self, place: Place) {
        if let Ok(fresh) = get_issue(&place.issue, &Cancel::never()).await {
            self.issue.update(|issue| *issue = fresh);
        }
    }
}
