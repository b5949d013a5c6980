//! The selected rows as text, for a ticket, a chat or a sheet.

use super::list::IssueList;
use crate::browser::{clipboard, dom};
use crate::reactive::spawn;
use crate::route::Route;
use glint_model::issue_export::{ExportRow, csv, markdown};
use glint_model::text::counted;
use leptos::prelude::*;

/// As what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeAway {
    /// A list with links.
    Markdown,
    /// A table for a spreadsheet.
    Csv,
    /// A link a line.
    Links,
}

/// Copies what is selected and loaded, and says how much that was.
pub fn copy_as(list: IssueList, form: TakeAway) {
    let Some(aim) = list.aim() else { return };
    let organization = list.organization.get_value();
    let rows: Vec<ExportRow<'_>> = aim
        .issues
        .iter()
        .map(|issue| ExportRow {
            issue,
            url: dom::origin() + &Route::issue(&organization, &issue.id).href(),
        })
        .collect();
    let text = match form {
        TakeAway::Markdown => markdown(&rows),
        TakeAway::Csv => csv(&rows),
        TakeAway::Links => rows.iter().map(|row| row.url.as_str()).collect::<Vec<_>>().join("\n"),
    };
    let count = rows.len() as u64;
    let is_part = aim.matching.is_some() && aim.count != Some(count);
    spawn(async move {
        let said = if !clipboard::copy(&text).await {
            "The browser did not allow copying.".to_owned()
        } else if is_part {
            format!(
                "{} copied: those that are loaded here",
                counted(count, "issue", "issues")
            )
        } else {
            format!("{} copied", counted(count, "issue", "issues"))
        };
        list.toasts.say(said);
    });
}
