//! Where to go after signing in (`?next=`): only a path of this origin.

use crate::encode::{decode_component, is_well_encoded};

/// Longer addresses are not ours.
const LONGEST: usize = 4096;

/// The text itself when it is a path of this origin, with a query and a fragment if it has them; nothing when
/// a browser might read it as anything else, or when it is the sign-in page.
///
/// Every stage of decoding is looked at, since a proxy may decode once more than the browser.
pub fn safe_next(text: &str) -> Option<&str> {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if !plain || !text.starts_with('/') || text.len() > LONGEST || !is_well_encoded(text) {
        return None;
    }
    let mut path = text.split(['?', '#']).next().unwrap_or_default().to_owned();
    loop {
        if !is_harmless(&path) {
            return None;
        }
        let decoded = decode_component(&path);
        if decoded == path {
            return Some(text);
        }
        path = decoded;
    }
}

/// Whether a path stays on this origin: no empty, `.` or `..` segment inside, nothing that browsers drop or
/// take for a slash.
fn is_harmless(path: &str) -> bool {
    let Some(inner) = path.strip_prefix('/') else {
        return false;
    };
    let harmful = |c: char| c == '\\' || c.is_control() || is_like_a_slash(c);
    if path.contains("//") || path.contains(harmful) {
        return false;
    }
    let mut segments = inner.split('/');
    let first = segments.next().unwrap_or_default();
    !first.eq_ignore_ascii_case("login") && inner.split('/').all(|segment| !matches!(segment, "." | ".."))
}

/// Characters that some software folds to `/`, `\` or `.`.
fn is_like_a_slash(c: char) -> bool {
    matches!(
        c,
        '\u{2044}' | '\u{2215}' | '\u{29f8}' | '\u{29f5}' | '\u{fe68}' | '\u{ff0f}' | '\u{ff3c}' | '\u{ff0e}'
            | '\u{2024}' | '\u{3002}' | '\u{ff61}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
    )
}

#[cfg(test)]
mod tests {
    use super::safe_next;
    use crate::testing::texts;

    #[test]
    fn paths_of_this_origin_are_taken_as_they_are() {
        for path in [
            "/",
            "/acme/issues",
            "/acme/issues/",
            "/acme/issues?query=is%3Aunresolved&project=1",
            "/acme/issues?query=http%3A%2F%2Fevil.example",
            "/acme/issues/12/events/latest#frame-3",
            "/acme/releases/web%402.0.0",
            "/acme/releases/a%2Fb",
            "/acme/issues?query=%C3%A9%20a+b",
            "/login-team/issues",
            "/acme/login",
            "/a..b/c.d",
            "/accept/5/token",
            "/acme/issues?next=//evil.example",
            "/~me",
        ] {
            assert_eq!(safe_next(path), Some(path), "{path}");
        }
    }

    #[test]
    fn hostile_paths_are_refused() {
        let hostile = [
            "",
            " ",
            "acme/issues",
            "issues",
            "?query=x",
            "#x",
            ".",
            "..",
            "./acme",
            "//evil.example",
            "///evil.example",
            "////evil.example",
            "//evil.example/acme",
            "//user@evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "\\/evil.example",
            "/\\/evil.example",
            "/acme\\..\\..",
            "http://evil.example",
            "https://evil.example/acme",
            "HTTPS://evil.example",
            "https:evil.example",
            "https:/evil.example",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,<script>",
            "vbscript:x",
            "blob:https://x/y",
            "mailto:a@b",
            "user:pass@evil.example",
            "@evil.example",
            " //evil.example",
            "\t//evil.example",
            "\n/acme",
            "/\t/evil.example",
            "/\n/evil.example",
            "/\r/evil.example",
            "/acme\n",
            "/acme\0",
            "/ /evil.example",
            "/acme issues",
            "/%2f%2fevil.example",
            "/%2Fevil.example",
            "/%2f/evil.example",
            "/%252fevil.example",
            "/%25252fevil.example",
            "/%5cevil.example",
            "/%5C%5Cevil.example",
            "/%255cevil.example",
            "/%09/evil.example",
            "/%0a/evil.example",
            "/%0d%0aSet-Cookie:x",
            "/%00",
            "/acme/../../x",
            "/../x",
            "/..",
            "/.",
            "/./x",
            "/.//evil.example",
            "/%2e%2e/x",
            "/.%2E/x",
            "/%2e/x",
            "/%252e%252e/x",
            "/acme/%2e%2e%2f%2e%2e%2fx",
            "/acme//evil.example",
            "/acme%2f%2fevil.example",
            "/\u{ff0f}evil.example",
            "\u{ff0f}\u{ff0f}evil.example",
            "/%EF%BC%8Fevil.example",
            "/%E2%88%95evil.example",
            "/\u{2215}evil.example",
            "/\u{3002}\u{3002}/x",
            "/\u{200b}/evil.example",
            "/\u{202e}moc.live",
            "/%E2%80%AEmoc",
            "/\u{feff}/evil.example",
            "/\u{e9}",
            "/login",
            "/login/",
            "/login?next=/login",
            "/login#x",
            "/LOGIN",
            "/%6cogin",
            "/%256cogin",
            "/login/totp",
            "/100%",
            "/%zz",
            "/%ff",
            "/%c3%28",
            "/acme?query=%",
            "/acme?query=%ff",
            "/acme?query=a b",
            "/acme?query=\\",
        ];
        assert!(hostile.len() >= 40);
        for path in hostile {
            assert_eq!(safe_next(path), None, "{path:?}");
        }
        let long = format!("/{}", "a".repeat(5000));
        assert_eq!(safe_next(&long), None);
        let deep = format!("/%{}2fevil.example", "25".repeat(1000));
        assert_eq!(safe_next(&deep), None, "deeply encoded");
    }

    #[test]
    fn what_is_taken_stays_on_this_origin() {
        for text in texts(20_000) {
            for text in [text.clone(), format!("/{text}")] {
                let Some(path) = safe_next(&text) else { continue };
                assert_eq!(path, text);
                assert!(
                    path.starts_with('/') && !path.starts_with("//") && !path.contains('\\'),
                    "{path:?}"
                );
                assert!(path.is_ascii() && !path.contains(char::is_control), "{path:?}");
            }
        }
    }
}
