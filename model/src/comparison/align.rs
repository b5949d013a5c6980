//! Which of two lists' items belong to each other.

use super::ComparedRow;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Pairs values of the same name, and repeated names in their order; names that only one has come where they stood.
pub fn by_name(left: Vec<(String, String)>, right: Vec<(String, String)>) -> Vec<ComparedRow> {
    let names = |rows: &[(String, String)]| rows.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let (left_names, right_names) = (names(&left), names(&right));
    // Names that moved are still the same value: what the order alone would call gone and new is paired by name.
    let mut right_taken: Vec<Option<usize>> = vec![None; left.len()];
    let mut order: Vec<(&String, usize)> = right_names.iter().enumerate().map(|(at, name)| (name, at)).collect();
    order.sort();
    let mut is_taken = vec![false; right.len()];
    for (at, name) in left_names.iter().enumerate() {
        let start = order.partition_point(|(other, _)| *other < name);
        let found = order[start..]
            .iter()
            .take_while(|(other, _)| *other == name)
            .find(|(_, place)| !is_taken[*place]);
        if let Some(&(_, place)) = found {
            is_taken[place] = true;
            right_taken[at] = Some(place);
        }
    }
    let mut rows: Vec<ComparedRow> = Vec::with_capacity(left.len().max(right.len()));
    let mut right: Vec<Option<(String, String)>> = right.into_iter().map(Some).collect();
    for ((name, value), place) in left.into_iter().zip(right_taken) {
        let other = place.and_then(|place| right[place].take()).map(|(_, value)| value);
        rows.push(ComparedRow {
            name,
            left: Some(value),
            right: other,
        });
    }
    rows.extend(right.into_iter().flatten().map(|(name, value)| ComparedRow {
        name,
        left: None,
        right: Some(value),
    }));
    rows
}

/// Pairs the items of two lists in their order: the places of both, or of the one that has it. Items that were replaced by
/// as many others stand side by side.
pub fn in_order(left: &[String], right: &[String]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut places = Vec::with_capacity(left.len().max(right.len()));
    for op in capture_diff_slices(Algorithm::Myers, left, right) {
        match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => places.extend((0..len).map(|at| (Some(old_index + at), Some(new_index + at)))),
            DiffOp::Delete { old_index, old_len, .. } => {
                places.extend((0..old_len).map(|at| (Some(old_index + at), None)));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                places.extend((0..new_len).map(|at| (None, Some(new_index + at))));
            }
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => places.extend((0..old_len.max(new_len)).map(|at| {
                (
                    (at < old_len).then_some(old_index + at),
                    (at < new_len).then_some(new_index + at),
                )
            })),
        }
    }
    places
}
