//! What can be done with the issue, beside its status: buttons, menu and dialogs.

mod bar;
mod dialogs;
mod menu;
mod merge_picker;
mod resolve_in;
mod take_away;
mod vanish;

pub use bar::act_bar;
pub use dialogs::{IssueDialog, issue_act_dialogs};
pub use take_away::copy_link;
