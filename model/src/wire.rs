//! The wire types: one file per resource, spelled as the server spells them (`contract/openapi.json`,
//! `contract/api-6.1.md`). Fields that only one server generation sends are `Option`.

pub mod alert;
pub mod anything;
pub mod auth;
pub mod breadcrumb;
pub mod comment;
pub mod commit;
pub mod debug_meta;
pub mod entry;
pub mod environment;
pub mod event;
pub mod event_row;
pub mod issue;
pub mod issue_hash;
pub mod lossy;
pub mod member;
pub mod monitor;
pub mod organization;
pub mod problem;
pub mod project;
pub mod project_key;
pub mod raw;
pub mod release;
pub mod request;
pub mod settings;
pub mod stats;
pub mod status_page;
pub mod tag;
pub mod team;
pub mod threads;
pub mod user;
pub mod user_report;
