//! The platforms that a project can be for: what they are called, other words to find them by, and where one looks for them.
//! GlitchTip takes any text; these are the ones that it knows (its sign-up pages and guides name the same).

mod table;

pub use table::ALL;

use crate::reveal::reveal;
use crate::safe_url::SafeUrl;

/// A platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Platform {
    /// As a project names it: `javascript-nextjs`.
    pub id: &'static str,
    /// As people name it: `Next.js`.
    pub name: &'static str,
    /// Other words that people look for it by.
    pub aliases: &'static str,
    /// Where it is listed.
    places: &'static [Category],
}

/// A list of platforms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Category {
    /// What most people use.
    #[default]
    Popular,
    /// What runs in a browser.
    Browser,
    /// What runs on a server.
    Server,
    /// What runs on a phone.
    Mobile,
    /// What runs on a desk.
    Desktop,
    /// Every platform.
    All,
}

impl Category {
    /// All of them, as they are offered.
    pub const ALL: [Self; 6] = [
        Self::Popular,
        Self::Browser,
        Self::Server,
        Self::Mobile,
        Self::Desktop,
        Self::All,
    ];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Popular => "Popular",
            Self::Browser => "Browser",
            Self::Server => "Server",
            Self::Mobile => "Mobile",
            Self::Desktop => "Desktop",
            Self::All => "All",
        }
    }
}

impl Platform {
    /// Whether it is listed there.
    pub fn is_in(&self, category: Category) -> bool {
        category == Category::All || self.places.contains(&category)
    }

    /// Whether all these words, in lower case, are found in it.
    fn has(&self, words: &[String]) -> bool {
        let text = format!("{}\n{}\n{}", self.name, self.id, self.aliases).to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    }

    /// How well it fits what is typed; less is better.
    fn rank(&self, typed: &str) -> u8 {
        let name = self.name.to_lowercase();
        match () {
            () if name == typed || self.id == typed => 0,
            () if name.starts_with(typed) => 1,
            () if self.aliases.split(' ').any(|alias| alias == typed) => 2,
            () => 3,
        }
    }
}

/// The platform with this id.
pub fn find(id: &str) -> Option<&'static Platform> {
    ALL.iter().find(|platform| platform.id == id)
}

/// What a project's platform is called; its own word where nobody knows it.
pub fn name(id: &str) -> String {
    find(id).map_or_else(|| reveal(id), |platform| platform.name.to_owned())
}

/// GlitchTip's page about a platform that it knows.
pub fn documentation_of(id: &str) -> Option<SafeUrl> {
    let platform = find(id)?;
    SafeUrl::web(&format!("https://glitchtip.com/sdkdocs/{}", platform.id))
}

/// The platforms to choose from: those of a category, or those that fit what is typed, wherever they are listed, the best
/// first.
pub fn choices(category: Category, typed: &str) -> Vec<&'static Platform> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return ALL.iter().filter(|platform| platform.is_in(category)).collect();
    }
    let words: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
    let mut found: Vec<&Platform> = ALL.iter().filter(|platform| platform.has(&words)).collect();
    found.sort_by_key(|platform| platform.rank(&typed));
    found
}

#[cfg(test)]
mod tests;
