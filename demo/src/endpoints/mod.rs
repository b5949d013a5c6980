//! The endpoints, one file per resource; each lists its routes in `ROUTES`.

pub mod alerts;
pub mod auth;
pub mod billing;
pub mod bulk;
pub mod checks;
pub mod comments;
pub mod environments;
mod event_json;
pub mod events;
pub mod files;
pub mod find;
pub mod hashes;
pub mod ingest;
pub mod invitations;
pub mod issue_list;
pub mod issues;
pub mod keys;
pub mod members;
pub mod memberships;
mod monitor_json;
pub mod monitors;
pub mod organizations;
pub mod projects;
mod recipients;
pub mod releases;
pub mod settings;
pub mod stats;
pub mod status_pages;
pub mod tags;
pub mod teams;
pub mod usage;
pub mod user_reports;
pub mod users;

use crate::routes::Route;

/// The routes of all resources. Where two patterns fit a path, the earlier one answers.
pub const ALL: &[&[Route]] = &[
    settings::ROUTES,
    auth::ROUTES,
    users::ROUTES,
    organizations::ROUTES,
    projects::ROUTES,
    keys::ROUTES,
    ingest::ROUTES,
    environments::ROUTES,
    teams::ROUTES,
    memberships::ROUTES,
    invitations::ROUTES,
    members::ROUTES,
    releases::ROUTES,
    files::ROUTES,
    issue_list::ROUTES,
    bulk::ROUTES,
    issues::ROUTES,
    events::ROUTES,
    hashes::ROUTES,
    tags::ROUTES,
    comments::ROUTES,
    user_reports::ROUTES,
    stats::ROUTES,
    monitors::ROUTES,
    checks::ROUTES,
    status_pages::ROUTES,
    alerts::ROUTES,
    billing::ROUTES,
    usage::ROUTES,
];
