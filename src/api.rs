//! The HTTP client and one file of endpoint functions per resource. Every function asks once, takes a `Cancel`,
//! and gives wire types or an `ApiError`.

pub mod alerts;
pub mod auth;
pub mod billing;
mod body;
pub mod client;
pub mod comments;
pub mod debug_files;
pub mod environments;
pub mod event_counts;
pub mod event_json;
pub mod event_list;
pub mod events;
pub mod hashes;
pub mod invitations;
pub mod issues;
pub mod members;
pub mod monitors;
mod one_page;
pub mod organizations;
pub mod pages;
pub mod project_keys;
pub mod projects;
pub mod release_files;
pub mod releases;
pub mod settings;
pub mod status_pages;
pub mod teams;
pub mod user_reports;
pub mod users;
