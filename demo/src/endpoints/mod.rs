//! The endpoints, one file per resource; each lists its routes in `ROUTES`.

pub mod auth;
pub mod settings;
pub mod users;

use crate::routes::Route;

/// The routes of all resources. Where two patterns fit a path, the earlier one answers.
pub const ALL: &[&[Route]] = &[settings::ROUTES, auth::ROUTES, users::ROUTES];
