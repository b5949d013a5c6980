//! What the search field knows and does: what is typed, which help is open, and where a search leads.

use super::known::{Sources, known};
use super::look_up::LookUp;
use super::suggestions::{Entry, entries};
use super::{recent, typed_notes};
use crate::api::client::Cancel;
use crate::browser::dom;
use crate::open_organization::OpenOrganization;
use crate::page::issues::list::IssueList;
use crate::reactive::effect;
use crate::route::{Go, Route, Step, use_go};
use leptos::html;
use leptos::prelude::*;
use std::rc::Rc;

/// What suggestions are made for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The text.
    pub text: String,
    /// The caret, in UTF-16 units.
    pub caret: usize,
    /// Whether nothing was typed since the field got the focus: help is then for a new word.
    pub is_fresh: bool,
}

impl Typed {
    /// Whether there is nothing but space.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The search field of a list.
#[derive(Clone, Copy)]
pub struct Field {
    /// Whose list is searched.
    pub list: IssueList,
    /// The organization with its projects.
    pub organization: Option<OpenOrganization>,
    /// The field in the document: what stands in it is the one source of what is typed.
    pub input: NodeRef<html::Input>,
    /// What was searched for: the search of the URL.
    pub query: Memo<String>,
    /// What is typed, as far as help needs it.
    pub typed: RwSignal<Typed>,
    /// What can be taken; empty while the help is closed.
    pub entries: Memo<Vec<Entry>>,
    /// What the server will not be able to do with what is typed.
    pub notes: RwSignal<Vec<String>>,
    /// Counts the keys, so that notes wait for a pause.
    pub turn: StoredValue<u32>,
    /// What became of a short id.
    pub look_up: RwSignal<LookUp>,
    /// Whether help is wanted.
    pub is_open: RwSignal<bool>,
    /// Where the arrow keys have come to; it may be gone by now.
    pub at: RwSignal<Option<usize>>,
    /// Whether the next focus is no wish for help, as when one comes back to the window.
    pub is_quiet: StoredValue<bool>,
    /// What may stand in a search.
    pub sources: Sources,
    cancel: StoredValue<Cancel, LocalStorage>,
    go: StoredValue<Go, LocalStorage>,
}

impl Field {
    /// The field of a list.
    pub fn open(list: IssueList) -> Self {
        let (typed, is_open) = (RwSignal::new(Typed::default()), RwSignal::new(false));
        let sources = Sources::new();
        let known = known(list, sources);
        let go: Go = Rc::new(use_go());
        let field = Self {
            list,
            organization: OpenOrganization::get(),
            input: NodeRef::new(),
            query: Memo::new(move |_| list.filter.with(|filter| filter.effective_query().to_owned())),
            typed,
            entries: Memo::new(move |_| {
                if is_open.get() {
                    typed.with(|typed| known.with(|known| entries(typed, known)))
                } else {
                    Vec::new()
                }
            }),
            notes: RwSignal::new(Vec::new()),
            turn: StoredValue::new(0),
            look_up: RwSignal::new(LookUp::Not),
            is_open,
            at: RwSignal::new(None),
            is_quiet: StoredValue::new(false),
            sources,
            cancel: StoredValue::new_local(Cancel::never()),
            go: StoredValue::new_local(go),
        };
        let cancel = field.cancel;
        on_cleanup(move || {
            cancel.try_with_value(Cancel::cancel);
        });
        // Another search ends the one that is under way, and what was said about the last one no longer holds.
        effect(move || {
            let is_about_it = field
                .query
                .with(|query| field.look_up.with_untracked(|state| state.is_about(query)));
            if !is_about_it {
                field.stop();
            }
        });
        field
    }

    /// What stands in the field.
    pub fn text(self) -> String {
        self.input
            .get_untracked()
            .map(|input| input.value())
            .unwrap_or_default()
    }

    /// Whether there is something to take; tracked.
    pub fn is_helping(self) -> bool {
        self.entries.with(|entries| !entries.is_empty())
    }

    /// Which entry the arrow keys have come to; tracked.
    pub fn active(self) -> Option<usize> {
        let count = self.entries.with(Vec::len);
        self.at.get().filter(|at| *at < count)
    }

    /// Goes to a place, if the page is still there.
    pub fn go(self, route: &Route, step: Step) {
        if let Some(go) = self.go.try_get_value() {
            go(route, step);
        }
    }

    /// Lists what is searched for, or asks again when that is what is listed.
    pub fn list_what_matches(self, query: &str, step: Step) {
        self.close();
        self.stop();
        let filter = self.list.filter.get_untracked();
        let route = self.list.route(&filter.clone().with_query(query));
        if route == self.list.route(&filter) {
            self.list.loader.reload();
        } else {
            self.go(&route, step);
        }
    }

    /// Searches, and remembers what for.
    pub fn search(self, query: &str) {
        self.list
            .organization
            .with_value(|organization| recent::remember(organization, query));
        self.sources.look();
        self.list_what_matches(query, Step::Push);
    }

    /// Begins something that the server has to be asked for; what was under way ends.
    pub fn begin(self) -> Cancel {
        let cancel = Cancel::new();
        self.cancel.with_value(Cancel::cancel);
        self.cancel.set_value(cancel.clone());
        cancel
    }

    /// Ends what is under way, and takes back what was said about it.
    pub fn stop(self) {
        self.cancel.with_value(Cancel::cancel);
        if self.look_up.with_untracked(|state| *state != LookUp::Not) {
            self.look_up.set(LookUp::Not);
        }
    }

    /// Puts the search of the URL back into the field.
    pub fn restore(self) {
        let query = self.query.get_untracked();
        self.put(&query, query.encode_utf16().count());
    }

    /// Empties the field and lists everything.
    pub fn clear(self) {
        self.put("", 0);
        if self.query.with_untracked(|query| !query.is_empty()) {
            self.list_what_matches("", Step::Push);
        }
        self.stop();
        dom::focus(dom::by_id(super::FIELD));
    }

    /// Closes the help.
    pub fn close(self) {
        self.is_open.set(false);
        self.at.set(None);
        typed_notes::take_back(self);
    }

    /// Moves the focus to the field without asking for help.
    pub fn focus_quietly(self) {
        let focused = dom::document().active_element();
        if focused.is_none_or(|element| element.id() != super::FIELD) {
            self.is_quiet.set_value(true);
            dom::focus_in_place(dom::by_id(super::FIELD));
        }
    }

    /// Puts a text into the field, and the caret in it, in UTF-16 units.
    pub fn put(self, text: &str, caret: usize) {
        let Some(input) = self.input.get_untracked() else {
            return;
        };
        input.set_value(text);
        let caret = u32::try_from(caret).unwrap_or_default();
        let _ = input.set_selection_range(caret, caret);
        self.typed.set(Typed {
            text: text.to_owned(),
            caret: caret as usize,
            is_fresh: false,
        });
    }
}
