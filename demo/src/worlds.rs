//! A world for each visitor, picked by a cookie; the one not used for longest goes when there are too many.

use crate::world::{Start, World};
use std::sync::{Arc, Mutex, PoisonError};

/// The name of the cookie that picks a world; without it the common world is used.
pub const COOKIE: &str = "glint-world";

const KEPT: usize = 64;

/// All worlds, the one used last at the end.
#[derive(Debug, Default)]
pub struct Worlds {
    /// What each of them starts with.
    pub start: Start,
    kept: Mutex<Vec<(String, Arc<Mutex<World>>)>>,
}

impl Worlds {
    /// No world yet.
    pub fn new(start: Start) -> Self {
        Self {
            start,
            ..Self::default()
        }
    }

    /// The world of this name, created from the seed when it is new.
    pub fn get(&self, name: &str) -> Arc<Mutex<World>> {
        // A handler that panicked leaves its world as it was at that moment, which is good enough for a demo.
        let mut worlds = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = match worlds.iter().position(|(known, _)| known == name) {
            Some(index) => worlds.remove(index),
            None => (name.to_owned(), Arc::new(Mutex::new(World::new(name, &self.start)))),
        };
        if worlds.len() >= KEPT {
            worlds.remove(0);
        }
        let world = Arc::clone(&entry.1);
        worlds.push(entry);
        world
    }

    /// The names of the worlds that are kept.
    pub fn names(&self) -> Vec<String> {
        let worlds = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        worlds.iter().map(|(name, _)| name.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPT, Worlds};
    use std::sync::Arc;

    #[test]
    fn a_world_stays_while_it_is_used() {
        let worlds = Worlds::default();
        let first = worlds.get("first");
        for number in 0..KEPT * 2 {
            worlds.get(&number.to_string());
            assert!(Arc::ptr_eq(&first, &worlds.get("first")));
        }
        let zero = worlds.get("0");
        assert_eq!(Arc::strong_count(&zero), 2, "a world that was dropped is a new one");
    }
}
