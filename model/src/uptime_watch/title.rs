//! What is down, so short that it stands before the name of a page.

use super::Picture;

/// The longest name that leaves room for the page's own, in characters.
const LONGEST: usize = 28;

impl Picture {
    /// `1 down: Checkout API`, `3 down`; nothing when nothing is down. `Down: Checkout API` as long as only some monitors
    /// were heard of.
    pub fn title_mark(&self) -> Option<String> {
        let down = self.down();
        match down.as_slice() {
            [] => None,
            [one] => {
                let name = shortened(&one.name);
                Some(if self.is_whole {
                    format!("1 down: {name}")
                } else {
                    format!("Down: {name}")
                })
            }
            more => Some(format!("{} down", more.len())),
        }
    }
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default().trim_end()),
        None => name.to_owned(),
    }
}
