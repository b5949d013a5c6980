//! Addresses that other frontends of GlitchTip had, or that the server still writes into its mails.

use super::{Route, SettingsPart};
use glint_model::encode::decode_component;
use glint_model::id::{IssueId, OrganizationSlug, ProjectSlug};

/// What stands second in a path and is a page of its own, also where this app does not have it; first it is no organization.
const SECTIONS: [&str; 7] = [
    "issues",
    "logs",
    "performance",
    "projects",
    "releases",
    "settings",
    "uptime-monitors",
];

/// What stands first in a path and is no organization.
const NOT_ORGANIZATIONS: [&str; 14] = [
    "accept",
    "account",
    "admin",
    "api",
    "auth",
    "gallery",
    "login",
    "organizations",
    "orgredirect",
    "profile",
    "register",
    "reset-password",
    "status-pages",
    "system-info",
];

/// Where an old address leads to now; none when it is none. `path` is below the base, without the leading slash.
pub fn moved(path: &str) -> Option<Route> {
    let segments: Vec<String> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .map(decode_component)
        .collect();
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    let (first, rest) = segments.split_first()?;
    if NOT_ORGANIZATIONS.contains(first) || SECTIONS.contains(first) {
        return None;
    }
    let organization = OrganizationSlug::new(*first);
    match rest {
        [] => Some(Route::issues(&organization)),
        ["settings", "teams", team] => Some(Route::settings(
            &organization,
            SettingsPart::Team((*team).to_owned(), super::TeamPart::Members),
        )),
        [project] if !SECTIONS.contains(project) => Some(Route::project(
            &organization,
            &ProjectSlug::new(*project),
            super::ProjectPart::General,
        )),
        [project, "issues", issue] if !SECTIONS.contains(project) => {
            Some(Route::issue(&organization, &IssueId::new(*issue)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn old_addresses_lead_on() {
        for (old, want) in [
            ("acme", Some("acme/issues")),
            ("acme/shop-api", Some("acme/settings/projects/shop-api")),
            ("acme/shop-api/issues/7", Some("acme/issues/7")),
            (
                "acme/settings/teams/backend",
                Some("acme/settings/teams/backend/members"),
            ),
            ("", None),
            ("acme/issues", None),
            ("acme/logs", None),
            ("acme/a/b", None),
            ("profile", None),
            ("login", None),
            ("login/finalize", None),
            ("acme/charts", Some("acme/settings/projects/charts")),
            ("auth", None),
            ("auth/github", None),
            ("system-info", None),
            ("status-pages", None),
            ("settings", None),
            ("issues", None),
            ("issues/7", None),
            ("uptime-monitors", None),
        ] {
            assert_eq!(moved(old).map(|route| route.path()).as_deref(), want, "{old}");
        }
    }
}
