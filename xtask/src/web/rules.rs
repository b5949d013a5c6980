//! Reads a `_headers` file the way static hosts do.

use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// Path patterns with the headers that they add.
#[derive(Default)]
pub struct Rules(Vec<(String, HeaderMap)>);

impl Rules {
    /// Reads the text of a `_headers` file: a pattern at the start of a line, its headers indented below.
    /// Lines that are neither are left out.
    pub fn parse(text: &str) -> Self {
        let mut rules: Vec<(String, HeaderMap)> = Vec::new();
        for line in text
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        {
            if !line.starts_with([' ', '\t']) {
                rules.push((line.trim().to_owned(), HeaderMap::new()));
                continue;
            }
            let (Some((_, headers)), Some((name, value))) = (rules.last_mut(), line.split_once(':')) else {
                continue;
            };
            let name = HeaderName::try_from(name.trim());
            let value = HeaderValue::try_from(value.trim());
            if let (Ok(name), Ok(value)) = (name, value) {
                headers.insert(name, value);
            }
        }
        Self(rules)
    }

    /// Adds the headers of all rules that match `path`; a later rule wins over an earlier one.
    pub fn apply(&self, path: &str, headers: &mut HeaderMap) {
        for (_, more) in self.0.iter().filter(|(pattern, _)| matches(pattern, path)) {
            headers.extend(more.clone());
        }
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(prefix) => path.starts_with(prefix),
        None => path == pattern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_dist_writes() {
        let rules = Rules::parse(&crate::web::security::headers_file("/", &[]));
        let mut headers = HeaderMap::new();
        rules.apply("/b/1/app.js", &mut headers);
        assert_eq!(headers["cache-control"], "public, max-age=31536000, immutable");
        assert_eq!(headers["x-frame-options"], "DENY");

        let mut headers = HeaderMap::new();
        rules.apply("/acme/issues", &mut headers);
        assert!(!headers.contains_key("cache-control"));
        assert_eq!(
            headers["content-security-policy"],
            crate::web::security::CONTENT_SECURITY_POLICY
        );
    }
}
