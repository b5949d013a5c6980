//! Which paths of the origin belong to GlitchTip and which to Glint.

/// The last one steers the demo server's worlds.
const PREFIXES: [&str; 6] = [
    "/api/",
    "/_allauth/",
    "/accounts/",
    "/status-pages/",
    "/_health/",
    "/__demo/",
];

/// Whether GlitchTip answers this path; all others are the site's.
///
/// Beside whole prefixes this is the one path that lies among the app's own: an event as JSON,
/// `/organizations/{org}/issues/{issue}/events/{event}/json/`.
pub fn is_backend(path: &str) -> bool {
    if PREFIXES.iter().any(|prefix| path.starts_with(prefix)) {
        return true;
    }
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    matches!(segments[..], ["organizations", _, "issues", _, "events", _, "json"])
}

#[cfg(test)]
mod tests {
    use super::is_backend;

    #[test]
    fn backend_paths() {
        for path in [
            "/api/0/organizations/",
            "/_allauth/browser/v1/config",
            "/accounts/oidc/login/",
            "/status-pages/acme/web/",
            "/_health/",
            "/organizations/acme/issues/4/events/0a1b/json/",
        ] {
            assert!(is_backend(path), "{path}");
        }
    }

    #[test]
    fn paths_of_the_app() {
        for path in [
            "/",
            "/acme/issues",
            "/organizations/acme/issues/4/events/0a1b",
            "/apis/x",
            "/status-pages",
            "/b/x.js",
        ] {
            assert!(!is_backend(path), "{path}");
        }
    }
}
