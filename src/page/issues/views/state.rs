//! Which view the list shows, and what can be done with it.

use super::dialog::ViewDialog;
use crate::browser::{dom, wait};
use crate::page::issues::list::IssueList;
use crate::reactive::{effect, spawn};
use crate::saved_views_store::ViewsStore;
use glint_model::issue_filter::{IssueFilter, Sort};
use glint_model::saved_view::{Problem, SavedView, SavedViews};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// What is said where the browser keeps nothing.
pub const UNKEPT: &str =
    "This browser keeps nothing: its storage is off or full. Views last until this tab is closed or reloaded.";

/// The saved views of a list.
#[derive(Clone, Copy)]
pub struct Views {
    /// The list.
    pub list: IssueList,
    /// The views of its organization.
    pub store: ViewsStore,
    /// The view that the list shows, as it was saved.
    pub active: Memo<Option<SavedView>>,
    /// Whether the list has been changed since.
    pub is_edited: Memo<bool>,
    /// The dialog that is open.
    pub dialog: RwSignal<Option<ViewDialog>>,
}

impl Views {
    /// The views of a list.
    pub fn open(list: IssueList) -> Self {
        let store = list.organization.with_value(ViewsStore::open);
        let active = Memo::new(move |_| {
            let opened = store.opened();
            store.with(|views| {
                list.filter
                    .with(|filter| active_view(views, opened.as_deref(), filter).cloned())
            })
        });
        let is_edited = Memo::new(move |_| {
            active.with(|active| {
                active.as_ref().is_some_and(|active| {
                    store.with(|views| list.filter.with(|filter| views.is_edited(&active.id, filter)))
                })
            })
        });
        effect(move || store.set_opened(active.with(|active| active.as_ref().map(|view| view.id.clone()))));
        Self {
            list,
            store,
            active,
            is_edited,
            dialog: RwSignal::new(None),
        }
    }

    /// Whether the list shows the view with this id; tracked.
    pub fn is_active(self, id: &str) -> bool {
        self.active
            .with(|active| active.as_ref().is_some_and(|view| view.id == id))
    }

    /// What a click on the link to a view does beside going there. True unless it opens somewhere else.
    pub fn follow(self, id: &str, event: &MouseEvent) -> bool {
        let is_here = !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if is_here {
            self.store.set_opened(Some(id.to_owned()));
        }
        is_here
    }

    /// Saves what the list shows as a view.
    pub fn save(self, name: &str, is_starred: bool) -> Result<(), Problem> {
        let filter = self.list.filter.get_untracked();
        let (id, name) = self.store.change(|views| {
            let id = views.add(name, &filter)?;
            if is_starred {
                views.toggle_star(&id);
            }
            let name = views.find(&id).map(|view| view.name.clone()).unwrap_or_default();
            Ok((id, name))
        })?;
        self.store.set_opened(Some(id));
        self.tell(format!("Saved as “{name}”"));
        Ok(())
    }

    /// Lets the view stand for what the list shows now.
    pub fn update(self) {
        let Some(before) = self.active.get_untracked() else {
            return;
        };
        let filter = self.list.filter.get_untracked();
        match self.store.change(|views| views.replace(&before.id, &filter)) {
            Ok(()) if untrack(|| self.store.is_unkept()) => self.tell(format!("“{}” updated", before.name)),
            Ok(()) => {
                let said = format!("“{}” updated", before.name);
                let undo = self.store.later(move |views| {
                    // It may be gone by then, and with it what there was to undo.
                    let _ = views.replace(&before.id, &before.filter());
                });
                self.list.toasts.say_undoable(said, undo);
            }
            Err(problem) => self.list.toasts.say_problem(problem.sentence()),
        }
    }

    /// Closes the dialog, and gives the focus back to the menu that opened it.
    pub fn close(self) {
        self.dialog.set(None);
        spawn(async move {
            wait::frame().await;
            dom::focus(dom::first(super::menu::BUTTON));
        });
    }

    /// Says what was done, and that it will not last where the browser did not keep it.
    fn tell(self, said: String) {
        if untrack(|| self.store.is_unkept()) {
            self.list.toasts.say_problem(format!("{said}. {UNKEPT}"));
        } else {
            self.list.toasts.say(said);
        }
    }
}

/// The view that a list shows: the one that was opened last, unless the list has become exactly another one, or the plain
/// list.
fn active_view<'a>(views: &'a SavedViews, opened: Option<&str>, filter: &IssueFilter) -> Option<&'a SavedView> {
    let opened = opened.and_then(|id| views.find(id));
    let is_plain = !filter.is_filtered() && filter.sort == Sort::default();
    opened
        .filter(|view| !views.is_edited(&view.id, filter))
        .or_else(|| views.matching(filter))
        .or_else(|| opened.filter(|_| !is_plain))
}

#[cfg(test)]
mod tests {
    use super::active_view;
    use glint_model::encode::parse_query;
    use glint_model::issue_filter::IssueFilter;
    use glint_model::saved_view::SavedViews;

    fn filter(query: &str) -> IssueFilter {
        IssueFilter::from_pairs(&parse_query(query))
    }

    /// Which view is shown: by the one that was opened last, and the URL.
    #[test]
    fn a_view_stays_until_the_list_is_another_one() {
        let mut views = SavedViews::default();
        let fatal = views.add("Fatal", &filter("query=level:fatal")).expect("a view");
        let twin = views.add("Fatal too", &filter("query=level:fatal")).expect("a view");
        let count = views.add("Count", &filter("sort=-count")).expect("a view");
        for (opened, query, shown) in [
            (None, "query=level:fatal", Some(&fatal)),
            (None, "query=level:fatal&cursor=x", Some(&fatal)),
            (Some(&twin), "query=level:fatal", Some(&twin)),
            (Some(&twin), "query=level:error", Some(&twin)),
            (Some(&twin), "sort=-count", Some(&count)),
            (Some(&twin), "", None),
            (Some(&count), "", None),
            (Some(&count), "sort=count", Some(&count)),
            (None, "query=level:error", None),
            (Some(&"99".to_owned()), "query=level:error", None),
        ] {
            let found = active_view(&views, opened.map(String::as_str), &filter(query));
            assert_eq!(found.map(|view| &view.id), shown, "{opened:?} {query}");
        }
        let plain = views.add("Plain", &filter("")).expect("a view");
        let found = active_view(&views, Some(&count), &filter(""));
        assert_eq!(found.map(|view| &view.id), Some(&plain));
    }
}
