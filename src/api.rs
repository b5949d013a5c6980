//! The HTTP client and one file of endpoint functions per resource. Every function asks once, takes a `Cancel`,
//! and gives wire types or an `ApiError`.

pub mod auth;
pub mod client;
pub mod events;
pub mod issues;
pub mod members;
pub mod organizations;
mod pages;
pub mod projects;
pub mod releases;
pub mod settings;
