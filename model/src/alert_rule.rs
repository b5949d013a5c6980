//! An alert of a project as somebody reads and edits it: a sentence whose parts change in place. Nothing that was read of a
//! recipient is dropped when another one is edited; what the server refuses is said where it belongs.

mod draft;
mod fires;
mod kind;
mod merge;
mod overview;
mod recipient_form;
mod refusal;
mod sentence;
mod tag_memory;

pub use draft::{RuleDraft, RuleField, whole};
pub use fires::{Fires, would_have_fired};
pub use kind::Kind;
pub use merge::{Merged, differs, merge, merge_recipients};
pub use overview::{Gap, GroupedRecipient, OverviewView, ProjectAlerts, RuleOf, Show, gap, grouped_recipients};
pub use recipient_form::{
    RecipientField, RecipientForm, api_key_problem, bot_email_problem, channel_problem, tags_of, tags_problem,
    topic_problem, twin,
};
pub use refusal::{RuleRefusal, rule_refusal};
pub use sentence::{condition, name_of_recipient, sentence, whom};
pub use tag_memory::{recall_tags, remember_tags};
