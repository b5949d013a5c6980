//! What is said when a change of teams or members is refused.

use crate::ui::form::Sheet;
use glint_model::error::ApiError;

/// Why, in a sentence. The server hides what one may not change: then it is not there.
pub fn why(error: &ApiError) -> String {
    match error {
        ApiError::NotFound => "You may not change this, or it is gone.".to_owned(),
        error => error.sentence(),
    }
}

/// Says why a team's slug was refused. A server that fails over one that is taken (500) does not say so itself.
pub fn told(sheet: Sheet, error: &ApiError, what: &str) {
    match error {
        ApiError::Server(500) => {
            sheet.object(format!(
                "{what} There may be a team of that name already; try another one."
            ));
        }
        ApiError::NotFound => sheet.object(format!("{what} {}", why(error))),
        error => sheet.refuse(error, what),
    }
}
