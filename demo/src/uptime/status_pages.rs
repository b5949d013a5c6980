//! Status pages: those of the seed and those that visitors create.

/// A status page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusPage {
    /// Its number.
    pub id: i64,
    /// The number of its organization.
    pub organization: i64,
    /// Its name.
    pub name: String,
    /// The last part of its address.
    pub slug: String,
    /// Whether everybody may see it.
    pub is_public: bool,
    /// The numbers of the monitors it shows. The API of the server cannot set them.
    pub monitors: Vec<i64>,
}

/// The status pages of a world, the oldest first.
#[derive(Debug)]
pub struct StatusPages(Vec<StatusPage>);

impl Default for StatusPages {
    fn default() -> Self {
        let page = |id, organization, name: &str, slug: &str, is_public| StatusPage {
            id,
            organization,
            name: name.to_owned(),
            slug: slug.to_owned(),
            is_public,
            monitors: Vec::new(),
        };
        Self(vec![
            page(1, 1, "Acme public status", "acme-public-status", true),
            page(2, 1, "Internal status", "internal-status", false),
            page(3, 2, "Globex plant", "globex-plant", true),
        ])
    }
}

impl StatusPages {
    /// All of them, the oldest first.
    pub fn all(&self) -> &[StatusPage] {
        &self.0
    }

    /// The page at an address.
    pub fn find(&self, organization: i64, slug: &str) -> Option<&StatusPage> {
        self.0
            .iter()
            .find(|page| page.organization == organization && page.slug == slug)
    }

    /// Adds a page; where its organization has one of that slug already, it gets a number.
    pub fn add(&mut self, organization: i64, name: String, is_public: bool) -> &StatusPage {
        let plain = slug(&name);
        let numbered = (2..).map(|number| format!("{plain}-{number}"));
        let mut slugs = std::iter::once(plain.clone()).chain(numbered);
        let free = slugs.find(|slug| self.find(organization, slug).is_none());
        let page = StatusPage {
            id: self.0.last().map_or(1, |last| last.id + 1),
            organization,
            name,
            slug: free.unwrap_or(plain),
            is_public,
            monitors: Vec::new(),
        };
        let index = self.0.len();
        self.0.push(page);
        &self.0[index]
    }

    /// Puts monitors on a page, in place of those it had; false when there is no such page.
    pub fn attach(&mut self, organization: i64, slug: &str, monitors: Vec<i64>) -> bool {
        let page = self
            .0
            .iter_mut()
            .find(|page| page.organization == organization && page.slug == slug);
        page.map(|page| page.monitors = monitors).is_some()
    }

    /// Takes a monitor off all pages.
    pub fn detach(&mut self, monitor: i64) {
        for page in &mut self.0 {
            page.monitors.retain(|id| *id != monitor);
        }
    }
}

/// Letters and digits of a name in lower case, with dashes between them.
fn slug(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let text = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    if text.is_empty() { "page".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::StatusPages;

    #[test]
    fn slugs_do_not_repeat_within_an_organization() {
        let mut pages = StatusPages::default();
        let mut slug = |organization| {
            pages
                .add(organization, "  Acme: Public Status! ".to_owned(), true)
                .slug
                .clone()
        };
        assert_eq!(
            [slug(1), slug(1), slug(2)],
            ["acme-public-status-2", "acme-public-status-3", "acme-public-status"]
        );
        assert_eq!(pages.add(1, "停機".to_owned(), true).slug, "page");
    }
}
