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

/// Says why a team's slug was refused: `what` was not done, and what it means when the server hides the team or the right to
/// one (404). A server that fails over a slug that is taken (500) does not say so itself.
pub fn told(sheet: Sheet, error: &ApiError, what: &str, hidden: &str) {
    match error {
        ApiError::Server(500) => {
            sheet.object(format!(
                "{what} There may be a team of that name already; try another one."
            ));
        }
        ApiError::NotFound => sheet.object(format!("{what} {hidden}")),
        error => sheet.refuse(error, what),
    }
}
