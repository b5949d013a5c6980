//! How choices get into the URL and into the history.

use crate::page::issues::list::IssueList;
use crate::route::{Route, Step, use_go};
use glint_model::issue_filter::IssueFilter;
use leptos::prelude::*;

type Go = Box<dyn Fn(&Route, Step)>;

/// Changes to the filter of a list. Those that belong together, such as all of one opening of a menu, are one step of the
/// history, so that Back undoes them at once.
#[derive(Clone, Copy)]
pub struct Changes {
    list: IssueList,
    go: StoredValue<Go, LocalStorage>,
    made: StoredValue<Option<IssueFilter>>,
}

impl Changes {
    /// For this list.
    pub fn of(list: IssueList) -> Self {
        let go = use_go();
        Self {
            list,
            go: StoredValue::new_local(Box::new(move |route, step| go(route, step))),
            made: StoredValue::new(None),
        }
    }

    /// What is filtered by now; untracked.
    pub fn now(self) -> IssueFilter {
        self.list.filter.get_untracked()
    }

    /// What comes now is another step.
    pub fn begin(self) {
        self.made.set_value(None);
    }

    /// Filters by this from now on.
    pub fn apply(self, filter: IssueFilter) {
        let now = self.now();
        if now == filter {
            return;
        }
        // After Back, or another change in between, the entry is no longer this menu's to replace.
        let goes_on = self.made.with_value(|made| made.as_ref() == Some(&now));
        let step = if goes_on { Step::Replace } else { Step::Stay };
        let route = self.list.route(&filter);
        self.made.set_value(Some(filter));
        self.go.with_value(|go| go(&route, step));
    }

    /// Filters by this from now on, as a step of its own.
    pub fn apply_once(self, filter: IssueFilter) {
        self.begin();
        self.apply(filter);
    }
}
