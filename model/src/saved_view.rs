//! Saved views: states of the issue list with a name, kept in the browser.

mod name;
mod store;

pub use store::Imported;

use crate::encode::encode_query;
use crate::issue_filter::IssueFilter;
use name::{cleaned, is_same};

/// How many views there can be at most.
pub const MOST_VIEWS: usize = 100;
/// How many characters a name has at most.
pub const LONGEST_NAME: usize = 60;
/// How many bytes the filter of a view has at most, as a URL spells it: a longer one would make no link.
const LONGEST_QUERY: usize = 4000;

/// A state of the issue list with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// What it is called by within this browser: a number as text, never given twice.
    pub id: String,
    /// What people call it: no two views have the same name, whatever the case.
    pub name: String,
    /// The pairs of [`IssueFilter::to_pairs`], without a cursor.
    pub query: Vec<(String, String)>,
    /// Whether it stands among the first.
    pub is_starred: bool,
}

impl SavedView {
    /// The filter that it stands for, at the first page.
    pub fn filter(&self) -> IssueFilter {
        IssueFilter::from_pairs(&self.query).with_cursor(None)
    }
}

/// Why a view cannot be kept like that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no name, or nothing of it can be seen.
    NoName,
    /// The name is longer than [`LONGEST_NAME`].
    LongName,
    /// Another view, spelled like this, has the name.
    NameTaken(String),
    /// The filter is too long to be kept.
    LongFilter,
    /// There are [`MOST_VIEWS`] already.
    TooMany,
    /// The view is gone: removed in another tab, perhaps.
    Gone,
}

impl Problem {
    /// The problem in a sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::NoName => "Give the view a name.".to_owned(),
            Self::LongName => format!("The name is too long: use at most {LONGEST_NAME} characters."),
            Self::NameTaken(name) => format!("There is already a view called “{name}”."),
            Self::LongFilter => "This filter is too long to be saved.".to_owned(),
            Self::TooMany => format!("There are {MOST_VIEWS} views already. Remove one first."),
            Self::Gone => "This view is not there any more.".to_owned(),
        }
    }
}

/// The saved views of one organization on one server, in the order that the reader gave them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedViews {
    /// The number that was given last.
    last_id: u64,
    views: Vec<SavedView>,
}

impl SavedViews {
    /// All of them, in their order.
    pub fn all(&self) -> &[SavedView] {
        &self.views
    }

    /// Those with a star, in their order.
    pub fn starred(&self) -> impl Iterator<Item = &SavedView> {
        self.views.iter().filter(|view| view.is_starred)
    }

    /// The view with this id.
    pub fn find(&self, id: &str) -> Option<&SavedView> {
        self.views.iter().find(|view| view.id == id)
    }

    /// The first view that stands for this state; the page and the order of repeated values do not count.
    pub fn matching(&self, filter: &IssueFilter) -> Option<&SavedView> {
        let wanted = state(filter);
        self.views.iter().find(|view| state(&view.filter()) == wanted)
    }

    /// Whether the list has been changed since it was opened by this view.
    pub fn is_edited(&self, id: &str, filter: &IssueFilter) -> bool {
        self.find(id).is_some_and(|view| state(&view.filter()) != state(filter))
    }

    /// Saves a state as the last view; gives its id.
    pub fn add(&mut self, name: &str, filter: &IssueFilter) -> Result<String, Problem> {
        let view = SavedView {
            id: String::new(),
            name: self.free_name(name, None)?,
            query: kept_pairs(filter)?,
            is_starred: false,
        };
        self.insert(view, self.views.len())
    }

    /// Gives a view another name.
    pub fn rename(&mut self, id: &str, name: &str) -> Result<(), Problem> {
        let name = self.free_name(name, Some(id))?;
        self.find_mut(id)?.name = name;
        Ok(())
    }

    /// Lets a view stand for another state.
    pub fn replace(&mut self, id: &str, filter: &IssueFilter) -> Result<(), Problem> {
        let query = kept_pairs(filter)?;
        self.find_mut(id)?.query = query;
        Ok(())
    }

    /// Takes a view out; gives what [`Self::put_back`] needs: the view and its place.
    pub fn remove(&mut self, id: &str) -> Option<(SavedView, usize)> {
        let place = self.place(id)?;
        Some((self.views.remove(place), place))
    }

    /// Puts a view back that was taken out; gives its id. If its id or its name has been given away since then, it gets
    /// another.
    pub fn put_back(&mut self, view: SavedView, place: usize) -> Result<String, Problem> {
        let view = SavedView {
            name: self.numbered_name(&cleaned(&view.name)?),
            query: kept_pairs(&view.filter())?,
            ..view
        };
        self.insert(view, place)
    }

    /// Gives a view a star, or takes it away.
    pub fn toggle_star(&mut self, id: &str) {
        if let Ok(view) = self.find_mut(id) {
            view.is_starred = !view.is_starred;
        }
    }

    /// Moves a view down the order by so many places, or up when the number is negative, as far as there are places.
    pub fn move_by(&mut self, id: &str, places: isize) {
        if let Some(from) = self.place(id) {
            let to = from.saturating_add_signed(places).min(self.views.len() - 1);
            let view = self.views.remove(from);
            self.views.insert(to, view);
        }
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.views.iter().position(|view| view.id == id)
    }

    fn find_mut(&mut self, id: &str) -> Result<&mut SavedView, Problem> {
        self.views.iter_mut().find(|view| view.id == id).ok_or(Problem::Gone)
    }

    /// Puts a view in whose name is free. It keeps its id when that is one of ours and free, otherwise gets the next.
    fn insert(&mut self, view: SavedView, place: usize) -> Result<String, Problem> {
        if self.views.len() >= MOST_VIEWS {
            return Err(Problem::TooMany);
        }
        let is_ours = view
            .id
            .parse()
            .is_ok_and(|number: u64| (1..=self.last_id).contains(&number) && view.id == number.to_string());
        let id = if is_ours && self.find(&view.id).is_none() {
            view.id
        } else {
            self.last_id += 1;
            self.last_id.to_string()
        };
        let place = place.min(self.views.len());
        self.views.insert(place, SavedView { id: id.clone(), ..view });
        Ok(id)
    }

    fn named(&self, name: &str) -> Option<&SavedView> {
        self.views.iter().find(|view| is_same(&view.name, name))
    }

    /// The name as it is kept, if no view but the one with this id has it.
    fn free_name(&self, name: &str, own_id: Option<&str>) -> Result<String, Problem> {
        let name = cleaned(name)?;
        match self.named(&name) {
            Some(view) if Some(view.id.as_str()) != own_id => Err(Problem::NameTaken(view.name.clone())),
            _ => Ok(name),
        }
    }

    /// The name, or the first of `name (2)`, `name (3)` and so on that is free.
    fn numbered_name(&self, name: &str) -> String {
        let mut number = 1;
        let mut numbered = name.to_owned();
        while self.named(&numbered).is_some() {
            number += 1;
            numbered = name::numbered(name, number);
        }
        numbered
    }
}

/// The pairs that are kept of a filter.
fn kept_pairs(filter: &IssueFilter) -> Result<Vec<(String, String)>, Problem> {
    let pairs = filter.clone().with_cursor(None).to_pairs();
    if encode_query(&pairs).len() > LONGEST_QUERY {
        return Err(Problem::LongFilter);
    }
    Ok(pairs)
}

/// What makes two filters the same: the pairs without the page, in one order.
fn state(filter: &IssueFilter) -> Vec<(String, String)> {
    let mut pairs = filter.clone().with_cursor(None).to_pairs();
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests;
