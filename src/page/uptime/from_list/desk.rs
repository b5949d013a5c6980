//! The list while it is worked on: its text, what is made of it, and what came of its lines.

use super::entry::entry;
use super::foot::foot;
use super::row::table;
use super::there::{There, load_there};
use crate::draft_store::{Draft, Kept};
use crate::reactive::{effect, truth};
use crate::route::{Route, UptimePart};
use crate::ui::form::{Leaving, ask_before_leaving};
use crate::ui::toast::Toasts;
use glint_model::id::{MonitorId, OrganizationSlug};
use glint_model::monitor_paste::{ForAll, Line, Pasted, Verdict, read};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What came of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It is being sent.
    Sending,
    /// The monitor is there.
    Created(MonitorId),
    /// It is not, and why.
    Failed(String),
}

/// How far the work is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Lines that were sent.
    pub done: usize,
    /// Lines in all.
    pub of: usize,
}

/// What is kept between visits.
#[derive(Default, Serialize, Deserialize)]
struct Written {
    text: String,
    all: ForAll,
}

/// The list.
#[derive(Clone, Copy)]
pub struct ListDesk {
    /// What was pasted.
    pub text: RwSignal<String>,
    /// What holds for all lines.
    pub all: RwSignal<ForAll>,
    /// The monitors that are there already.
    pub there: There,
    /// What the text says.
    pub pasted: Memo<Pasted>,
    /// Whether those that are there already are created once more.
    pub with_there: RwSignal<bool>,
    /// What came of lines, by their text.
    pub outcomes: RwSignal<BTreeMap<String, Outcome>>,
    /// How far the work is, while it is.
    pub progress: RwSignal<Option<Progress>>,
    /// Why it ended early.
    pub halted: RwSignal<Option<String>>,
    /// Whether it is to end.
    pub is_stopping: RwSignal<bool>,
    /// What is typed, as far as it is kept.
    pub draft: Draft,
    /// Whose monitors they will be.
    pub organization: StoredValue<OrganizationSlug>,
    /// For what is said when the work is done.
    pub toasts: Toasts,
    forget: StoredValue<Rc<dyn Fn()>, LocalStorage>,
}

impl ListDesk {
    /// Lays out the list for whoever is signed in, as it was left.
    pub fn open(organization: &OrganizationSlug, me: &str) -> Self {
        let draft = Draft::open(me, &format!("monitors {organization}"));
        let kept: Written = draft
            .read()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        let (text, all) = (RwSignal::new(kept.text), RwSignal::new(kept.all));
        let there = load_there(organization);
        let desk = Self {
            text,
            all,
            there,
            pasted: Memo::new(move |_| {
                text.with(|text| all.with(|all| there.known.with(|known| read(text, all, known))))
            }),
            with_there: RwSignal::new(false),
            outcomes: RwSignal::new(BTreeMap::new()),
            progress: RwSignal::new(None),
            halted: RwSignal::new(None),
            is_stopping: RwSignal::new(false),
            draft,
            organization: StoredValue::new(organization.clone()),
            toasts: Toasts::get(),
            forget: StoredValue::new_local(Rc::new(draft.forget_later())),
        };
        desk.keep_what_is_typed();
        desk
    }

    /// The list on screen.
    pub fn view(self) -> AnyView {
        let leaving = Leaving {
            is_unsaved: truth(move || self.is_unsaved()),
            would_be_lost: truth(move || self.is_working() || self.draft.kept() == Kept::InTab),
            text: "The list is kept in this browser, and is here when you come back. What is not created yet stays so.",
            discard: Callback::new(move |()| self.forget()),
        };
        view! {
            <div class="monitor-list">
                {entry(self)}
                {table(self)}
                {foot(self)}
            </div>
            {ask_before_leaving(leaving)}
        }
        .into_any()
    }

    /// The page of a monitor.
    pub fn place_of(self, monitor: MonitorId) -> Route {
        self.organization
            .with_value(|organization| Route::monitor(organization, monitor))
    }

    /// All monitors.
    pub fn list(self) -> Route {
        self.organization
            .with_value(|organization| Route::uptime(organization, UptimePart::Monitors))
    }

    /// Whether lines are being sent; tracked.
    pub fn is_working(self) -> bool {
        self.progress.with(Option::is_some)
    }

    /// The lines that are to be created and are not yet; tracked.
    pub fn due(self) -> Vec<Line> {
        let with_there = self.with_there.get();
        self.outcomes.with(|outcomes| {
            let is_due = |line: &&Line| {
                let is_wanted = match line.verdict {
                    Verdict::Fine => true,
                    Verdict::There(_) => with_there,
                    Verdict::Wrong(_) | Verdict::Twice(_) => false,
                };
                is_wanted && !matches!(outcomes.get(&line.text), Some(Outcome::Created(_)))
            };
            self.pasted
                .with(|pasted| pasted.lines.iter().filter(is_due).cloned().collect())
        })
    }

    /// How many lines were created, and how many failed; tracked.
    pub fn counts(self) -> (usize, usize) {
        let lines = |is_so: fn(&Outcome) -> bool| {
            self.outcomes.with(|outcomes| {
                self.pasted.with(|pasted| {
                    let all = pasted.lines.iter();
                    all.filter(|line| !matches!(line.verdict, Verdict::Twice(_)))
                        .filter(|line| outcomes.get(&line.text).is_some_and(is_so))
                        .count()
                })
            })
        };
        (
            lines(|outcome| matches!(outcome, Outcome::Created(_))),
            lines(|outcome| matches!(outcome, Outcome::Failed(_))),
        )
    }

    /// Begins with an empty list.
    pub fn clear(self) {
        self.forget();
        self.outcomes.set(BTreeMap::new());
        self.halted.set(None);
        self.text.set(String::new());
    }

    /// Forgets what is kept, since it is done or given up.
    pub fn forget(self) {
        if let Some(forget) = self.forget.try_with_value(Rc::clone) {
            forget();
        }
    }

    fn is_unsaved(self) -> bool {
        self.is_working()
            || self.text.with(|text| !text.trim().is_empty()) && !(self.counts().0 > 0 && self.due().is_empty())
    }

    fn keep_what_is_typed(self) {
        let mut is_first = true;
        effect(move || {
            let (text, all) = (self.text.get(), self.all.get());
            if std::mem::take(&mut is_first) {
                return;
            }
            let kept = if text.trim().is_empty() {
                Some(String::new())
            } else {
                serde_json::to_string(&Written { text, all }).ok()
            };
            if let Some(kept) = kept {
                self.draft.type_in(kept);
            }
        });
    }
}
