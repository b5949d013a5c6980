//! What is down, so short that it stands before the name of a page.

use super::Picture;

/// The longest name that leaves room for the page's own, in characters.
const LONGEST: usize = 28;

impl Picture {
    /// `1 down: Checkout API`, `3 down`; nothing when nothing is down, or as long as only some monitors were heard of: the page
    /// that shows one of them says itself how it is.
    pub fn title_mark(&self) -> Option<String> {
        if !self.is_whole {
            return None;
        }
        match self.down().as_slice() {
            [] => None,
            [one] => Some(format!("1 down: {}", shortened(&one.name))),
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
