//! Slugs: what a name becomes in addresses.

/// A name in lower-case letters, digits and single hyphens; `fallback` where nothing of that is left.
pub fn slug_of(name: &str, fallback: &str) -> String {
    let is_kept = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let words = name.split(|c: char| c.is_whitespace() || c == '-');
    let words = words.map(|word| {
        word.chars()
            .filter(|c| is_kept(*c))
            .collect::<String>()
            .to_ascii_lowercase()
    });
    let slug = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let mut slug: String = slug.chars().take(50).collect();
    if slug.is_empty() {
        fallback.clone_into(&mut slug);
    }
    slug
}

/// The slug itself, or with the first number behind it that makes it one that nobody has.
pub fn free(slug: String, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(&slug) {
        return slug;
    }
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    numbered.into_iter().find(|slug| !is_taken(slug)).unwrap_or(slug)
}

#[cfg(test)]
mod tests {
    use super::{free, slug_of};

    #[test]
    fn names_become_slugs() {
        for (name, want) in [
            ("Shop API", "shop-api"),
            ("Globex Corporation", "globex-corporation"),
            ("  a -- b  ", "a-b"),
            ("Acme & Sons, Inc.", "acme-sons-inc"),
            ("日本", "project"),
        ] {
            assert_eq!(slug_of(name, "project"), want);
        }
        let is_taken = |slug: &str| matches!(slug, "a" | "a-2");
        assert_eq!(free("a".to_owned(), is_taken), "a-3");
        assert_eq!(free("b".to_owned(), is_taken), "b");
    }
}
