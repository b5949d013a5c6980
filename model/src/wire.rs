//! The wire types: one file per resource, spelled as the server spells them (`contract/openapi.json`,
//! `contract/api-6.1.md`). Fields that only one server generation sends are `Option`.

pub mod auth;
pub mod breadcrumb;
pub mod entry;
pub mod environment;
pub mod event;
pub mod issue;
pub mod lossy;
pub mod member;
pub mod organization;
pub mod problem;
pub mod project;
pub mod project_key;
pub mod release;
pub mod request;
pub mod settings;
pub mod stats;
pub mod tag;
pub mod team;
pub mod user;
