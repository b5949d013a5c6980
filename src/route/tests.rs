//! Every path is read as it is written.

use super::Route;

/// Every path of the app, as it is spelled.
#[test]
fn paths_are_read_as_they_are_written() {
    for path in [
        "",
        "?text=shop%20api",
        "login",
        "login?next=%2Facme%2Fissues",
        "acme/issues",
        "acme/issues?query=level%3Afatal&project=1&project=2",
        "acme/issues/105",
        "acme/issues/105/events/1f9d100e084d44fe969720b64face499",
        "acme/issues/105/events/1f9d100e084d44fe969720b64face499?frame=0.3",
        "acme/issues/105/events/1f9d100e084d44fe969720b64face499/json",
        "acme/issues/105/events/1f9d100e084d44fe969720b64face499/compare?with=latest",
        "acme/issues/105/events",
        "acme/issues/105/comments",
        "acme/issues/105/user-reports",
        "acme/issues/105/merged",
        "a%20b%2Fc/issues",
        "acme/uptime-monitors",
        "acme/uptime-monitors?status=down&text=shop",
        "acme/uptime-monitors/new?from=4",
        "acme/uptime-monitors/new/many",
        "acme/uptime-monitors/screen",
        "acme/uptime-monitors/status-pages",
        "acme/uptime-monitors/12?range=7d",
        "acme/uptime-monitors/12/update",
        "acme/projects?sort=events",
        "acme/settings",
        "acme/settings/projects",
        "acme/settings/projects/new",
        "acme/settings/projects/shop-api",
        "acme/settings/projects/shop-api/keys",
        "acme/settings/projects/shop-api/environments",
        "acme/settings/projects/shop-api/alerts",
        "acme/settings/projects/shop-api/teams",
        "acme/settings/projects/shop-api/files",
        "acme/settings/alerts",
        "acme/settings/teams",
        "acme/settings/teams/backend/members",
        "acme/settings/teams/backend/projects",
        "acme/settings/teams/backend/settings",
        "acme/settings/members?role=admin",
        "acme/settings/members/new",
        "acme/settings/members/12",
        "acme/settings/subscription?session_id=cs_1",
        "organizations/new",
        "accept/5/dihll3-bea4301d",
    ] {
        let (before, query) = path.split_once('?').unwrap_or((path, ""));
        let route = Route::parse(before, query);
        assert_ne!(route, Route::NotFound, "{path}");
        assert_eq!(route.path(), path);
    }
}

#[test]
fn what_is_no_path_is_not_found() {
    for path in [
        "acme",
        "acme/issues/1/nothing",
        "acme/nothing",
        "acme/settings/nothing",
        "acme/settings/members/1/2",
        "accept/5",
        "a/issues/1/events/2/3",
        "acme/uptime-monitors/x",
        "acme/uptime-monitors/1/2",
    ] {
        assert_eq!(Route::parse(path, ""), Route::NotFound, "{path}");
    }
}

#[test]
fn a_segment_cannot_climb() {
    let route = Route::parse("%2e%2e/issues", "");
    assert_eq!(route.path(), "%252E%252E/issues");
}
