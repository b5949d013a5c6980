//! Which issues are selected, and what may be done with them at once.

mod deletion;
mod merge;

pub use deletion::{Weight, typed_word, weight_of_delete};
pub use merge::{MergePlan, merge_plan};

use crate::id::IssueId;

/// The selected issues of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Ordered, each once.
    ids: Vec<IssueId>,
    /// The row that was ticked or unticked last: a range begins there.
    anchor: Option<IssueId>,
    /// Whether all that match are selected, loaded or not.
    is_all_matching: bool,
}

impl Selection {
    /// Whether the issue is selected.
    pub fn contains(&self, id: &IssueId) -> bool {
        self.is_all_matching || self.ids.binary_search(id).is_ok()
    }

    /// The issues that were selected one by one or by the page, ordered by id.
    pub fn ids(&self) -> &[IssueId] {
        &self.ids
    }

    /// How many of them there are. When all that match are selected, the list's own count holds instead.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty() && !self.is_all_matching
    }

    /// Whether all that match are selected, on this page and on the others.
    pub fn is_all_matching(&self) -> bool {
        self.is_all_matching
    }

    /// Selects a row, or no longer. If all that match were selected, what stays are the rows that had been selected
    /// before that, without this one: never more than the reader has seen.
    pub fn toggle(&mut self, id: &IssueId) {
        match self.ids.binary_search(id) {
            Ok(place) => {
                self.ids.remove(place);
            }
            Err(place) if !self.is_all_matching => self.ids.insert(place, id.clone()),
            Err(_) => {}
        }
        self.is_all_matching = false;
        self.anchor = Some(id.clone());
    }

    /// Gives all rows from the anchor to this one, in the order of the list, the state that the anchor's row has. Without
    /// an anchor in the list it is as if the row alone was toggled.
    pub fn extend_to(&mut self, id: &IssueId, order: &[IssueId]) {
        let place = |wanted: &IssueId| order.iter().position(|one| one == wanted);
        let anchor = self.anchor.clone();
        let range = anchor.as_ref().and_then(|anchor| {
            let (from, to) = (place(anchor)?, place(id)?);
            order.get(from.min(to)..=from.max(to))
        });
        match (anchor, range) {
            (Some(anchor), Some(range)) if self.contains(&anchor) => self.add(range),
            (Some(_), Some(range)) => {
                let mut gone: Vec<&IssueId> = range.iter().collect();
                gone.sort_unstable();
                self.ids.retain(|one| gone.binary_search(&one).is_err());
            }
            _ => self.toggle(id),
        }
    }

    /// Selects these rows as well, and no longer all that match.
    pub fn select_page(&mut self, ids: &[IssueId]) {
        self.is_all_matching = false;
        self.add(ids);
    }

    /// Selects all that match, loaded or not.
    pub fn select_all_matching(&mut self) {
        self.is_all_matching = true;
    }

    /// Selects nothing.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Lets go of the rows that are not among these: they have left the list.
    pub fn retain(&mut self, ids: &[IssueId]) {
        // Few rows are selected when a list is asked for anew; sorting the rows would put a sort into the first chunk.
        self.ids.retain(|id| ids.contains(id));
        self.anchor = self.anchor.take().filter(|id| ids.contains(id));
    }

    fn add(&mut self, ids: &[IssueId]) {
        self.ids.extend_from_slice(ids);
        self.ids.sort_unstable();
        self.ids.dedup();
    }
}

#[cfg(test)]
mod tests {
    use super::Selection;
    use crate::id::IssueId;
    use crate::testing::texts;

    fn id(id: &str) -> IssueId {
        IssueId::from(id)
    }

    fn ids(ids: &str) -> Vec<IssueId> {
        ids.split_whitespace().map(IssueId::from).collect()
    }

    fn of(text: &str) -> Selection {
        let mut selection = Selection::default();
        selection.select_page(&ids(text));
        selection
    }

    fn selected(selection: &Selection) -> String {
        let ids: Vec<&str> = selection.ids().iter().map(IssueId::as_str).collect();
        ids.join(" ")
    }

    #[test]
    fn rows_are_ticked_and_unticked() {
        let mut selection = Selection::default();
        assert!(selection.is_empty());
        for (row, want) in [("9", "9"), ("10", "10 9"), ("1", "1 10 9"), ("10", "1 9"), ("1", "9")] {
            selection.toggle(&id(row));
            assert_eq!(selected(&selection), want);
        }
        assert!(selection.contains(&id("9")) && !selection.contains(&id("1")));
        assert_eq!((selection.len(), selection.is_empty()), (1, false));
        selection.clear();
        assert_eq!(selection, Selection::default());
    }

    #[test]
    fn a_range_gets_the_state_of_its_anchor() {
        let order = ids("5 4 3 2 1");
        for (before, anchor, to, want) in [
            ("", "4", "2", "2 3 4"),
            ("", "2", "4", "2 3 4"),
            ("1", "3", "3", "1 3"),
            ("3", "5", "1", "1 2 3 4 5"),
            ("1 2 3 4 5", "4", "2", "1 5"),
            ("1 2 3 4 5", "1", "5", ""),
            ("", "9", "2", "2 9"),
            ("2 9", "9", "2", ""),
            ("", "4", "8", "4 8"),
        ] {
            let mut selection = of(before);
            selection.toggle(&id(anchor));
            selection.extend_to(&id(to), &order);
            assert_eq!(selected(&selection), want, "{before}: {anchor} to {to}");
        }
        let mut selection = Selection::default();
        selection.extend_to(&id("3"), &order);
        assert_eq!(selected(&selection), "3");
        selection.extend_to(&id("1"), &order);
        selection.extend_to(&id("5"), &order);
        assert_eq!(selected(&selection), "1 2 3 4 5", "the anchor stays where it is");
    }

    #[test]
    fn all_that_match_are_selected_until_a_row_is_taken_out() {
        let mut selection = of("1 2");
        selection.select_all_matching();
        assert!(selection.is_all_matching() && selection.contains(&id("77")));
        let mut one_less = selection.clone();
        one_less.toggle(&id("2"));
        assert_eq!((selected(&one_less).as_str(), one_less.is_all_matching()), ("1", false));
        let mut elsewhere = selection.clone();
        elsewhere.toggle(&id("77"));
        assert!(!elsewhere.contains(&id("77")));
        assert_eq!(selected(&elsewhere), "1 2");
        selection.select_page(&ids("3"));
        assert_eq!(
            (selected(&selection).as_str(), selection.is_all_matching()),
            ("1 2 3", false)
        );
        let mut only = Selection::default();
        only.select_all_matching();
        assert_eq!((only.len(), only.is_empty()), (0, false));
        only.clear();
        assert!(only.is_empty());
    }

    #[test]
    fn rows_that_left_are_let_go_of() {
        let mut selection = of("1 2 3");
        selection.toggle(&id("4"));
        selection.retain(&ids("9 3 1"));
        assert_eq!(selected(&selection), "1 3");
        selection.extend_to(&id("9"), &ids("9 3 1 4"));
        assert_eq!(selected(&selection), "1 3 9", "the anchor has left");
        selection.select_all_matching();
        selection.retain(&[]);
        assert!(selection.is_all_matching());
    }

    #[test]
    fn it_behaves_like_a_set() {
        let order: Vec<IssueId> = (0..50).map(|number: i32| id(&number.to_string())).collect();
        let mut selection = Selection::default();
        let mut plain: Vec<IssueId> = Vec::new();
        for text in texts(3000) {
            let row = &order[text.len() % order.len()];
            match text.chars().count() % 4 {
                0 => {
                    let wanted = selection.anchor.as_ref().map(|anchor| plain.contains(anchor));
                    selection.extend_to(row, &order);
                    let at = |wanted: &IssueId| order.iter().position(|one| one == wanted);
                    let (from, to) = (selection.anchor.as_ref().and_then(at), at(row));
                    let (from, to) = (from.min(to).unwrap_or(0), from.max(to).unwrap_or(0));
                    plain.retain(|one| !order[from..=to].contains(one));
                    if wanted != Some(false) {
                        plain.extend_from_slice(&order[from..=to]);
                    }
                }
                _ => {
                    selection.toggle(row);
                    match plain.iter().position(|one| one == row) {
                        Some(at) => {
                            plain.remove(at);
                        }
                        None => plain.push(row.clone()),
                    }
                }
            }
            assert!(selection.ids().is_sorted_by(|one, other| one < other));
            assert_eq!(selection.len(), plain.len());
            assert!(order.iter().all(|id| selection.contains(id) == plain.contains(id)));
        }
    }
}
