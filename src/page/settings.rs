//! Settings: `/{organization}/settings` and what is below it.

mod absent;
mod adding;
mod alerts;
mod details;
mod frame;
mod invite;
mod me;
mod member;
mod members;
mod new_project;
mod organization;
mod platform_picker;
mod project;
mod projects;
mod query;
mod refused;
mod removal;
mod role_field;
mod rows;
mod search_box;
mod team;
mod team_name;
mod teams;
mod throttle_notice;
mod usage;

pub use alerts::alert_overview_page;
pub use invite::invite_page;
pub use member::member_page;
pub use members::member_list_page;
pub use new_project::new_project_page;
pub use organization::organization_settings_page;
pub use project::project_settings_page;
pub use projects::project_list_page;
pub use team::team_page;
pub use teams::team_list_page;
pub use usage::usage_page;
