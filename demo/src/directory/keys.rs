//! The table of the keys of projects.

use super::{Directory, next};
use crate::seed::dice::Dice;
use glint_model::timestamp::Timestamp;

/// No project has a key with this number or a greater one.
pub const NUMBERS: i64 = 100;

/// A key of a project. What it looks like depends on the world: see `digits`.
#[derive(Clone, Debug)]
pub struct Key {
    /// The project.
    pub project: i64,
    /// Which of the project's keys it is, from 0 on.
    pub number: i64,
    /// Its label; empty for the one that a project starts with.
    pub label: Option<String>,
    /// At most how many events in how many seconds: window and count.
    pub rate_limit: Option<(i64, i64)>,
    /// Whether events are taken with it. The API does not show this.
    pub is_active: bool,
    /// Whether it was deleted. The row stays, so that no new key ever looks like it.
    pub is_deleted: bool,
    /// When it was created.
    pub created: Timestamp,
}

impl Key {
    /// The key that a project starts with.
    pub fn first(project: i64, created: Timestamp) -> Self {
        Self {
            project,
            number: 0,
            label: Some(String::new()),
            rate_limit: None,
            is_active: true,
            is_deleted: false,
            created,
        }
    }

    /// What the key looks like in a world: 32 digits.
    pub fn digits(&self, world: &str) -> String {
        digits(world, self.project, self.number)
    }
}

/// The same for the same key in worlds of the same name: a UUID of version 4.
fn digits(world: &str, project: i64, number: i64) -> String {
    let mut parts = vec![project as u64, number as u64, 0xd5];
    parts.extend(world.bytes().map(u64::from));
    let hex = Dice::new(&parts).hex(30);
    format!("{}4{}a{}", &hex[..12], &hex[12..15], &hex[15..])
}

/// Whether a key (32 digits) could be one of a project in a world of this name.
pub fn could_be(key: &str, world: &str, project: i64) -> bool {
    (0..NUMBERS).any(|number| digits(world, project, number) == key)
}

impl Directory {
    /// The keys of a project, the newest first.
    pub fn keys_of(&self, project: i64) -> Vec<&Key> {
        let mut rows: Vec<_> = self
            .keys
            .iter()
            .filter(|row| row.project == project && !row.is_deleted)
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse((row.created, row.number)));
        rows
    }

    /// Creates a key; gives it.
    pub fn add_key(
        &mut self,
        project: i64,
        label: Option<String>,
        rate_limit: Option<(i64, i64)>,
        now: Timestamp,
    ) -> Key {
        let own = self.keys.iter().filter(|row| row.project == project);
        let row = Key {
            number: next(own.map(|row| row.number)).max(1) % NUMBERS,
            label,
            rate_limit,
            ..Key::first(project, now)
        };
        self.keys.push(row.clone());
        row
    }

    /// Changes the label and the limit of a key.
    pub fn change_key(&mut self, key: &Key, label: Option<String>, rate_limit: Option<(i64, i64)>) {
        if let Some(row) = self.key_mut(key) {
            row.label = label;
            row.rate_limit = rate_limit;
        }
    }

    /// Deletes a key.
    pub fn delete_key(&mut self, key: &Key) {
        if let Some(row) = self.key_mut(key) {
            row.is_deleted = true;
        }
    }

    fn key_mut(&mut self, key: &Key) -> Option<&mut Key> {
        let mut rows = self.keys.iter_mut();
        rows.find(|row| (row.project, row.number) == (key.project, key.number))
    }
}
