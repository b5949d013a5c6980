//! Which environments projects hide. The environments themselves are those that events name.

use std::collections::BTreeSet;

/// The environments that lists leave out unless they are asked for them.
#[derive(Clone, Debug, Default)]
pub struct Hidden(BTreeSet<(i64, String)>);

impl Hidden {
    /// Whether a project hides an environment.
    pub fn contains(&self, project: i64, name: &str) -> bool {
        self.0.contains(&(project, name.to_owned()))
    }

    /// Hides an environment of a project, or shows it again.
    pub fn set(&mut self, project: i64, name: &str, is_hidden: bool) {
        let row = (project, name.to_owned());
        if is_hidden {
            self.0.insert(row);
        } else {
            self.0.remove(&row);
        }
    }
}
