//! Alerts: those of a project, each a sentence that is edited in place (a section of the project's settings), and those of
//! all projects at once: `/{organization}/settings/alerts`.

mod card;
mod desk;
mod foot;
mod gaps;
mod gather;
mod kept_recipients;
mod overview;
mod project;
mod project_row;
mod recipient_dialog;
mod recipient_row;
mod recipients;
mod recipients_view;
mod rules;
mod save;
mod sentence;
mod teams;
mod test_send;
mod toolbar;

pub use overview::alert_overview_page;
pub(super) use project::project_alerts;
