//! What the real server has and the demo does not serve yet: it answers 404 there, as for an unknown record.
//! A test checks that every path of the contract is either served or listed here.

use crate::options::Generation;
use crate::routes::matches;

/// A path, its methods that are not served yet, and the first generation that has them.
pub const NOT_YET: &[(&str, &[&str], Generation)] = &[];

/// The methods of this path that exist but are not served yet.
pub fn methods(segments: &[String], generation: Generation) -> Vec<&'static str> {
    let exists = |since: Generation| since == Generation::V5_2 || since == generation;
    NOT_YET
        .iter()
        .filter(|(pattern, _, since)| exists(*since) && matches(pattern, segments).is_some())
        .flat_map(|(_, methods, _)| methods.iter().copied())
        .collect()
}
