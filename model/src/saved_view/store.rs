//! Saved views as text: what the browser keeps, and the file that is exported and imported.

use super::name::{cleaned, numbered};
use super::{LONGEST_QUERY, MOST_VIEWS, Problem, SavedView, SavedViews, kept_pairs, state};
use crate::encode::{encode_query, parse_query};
use crate::issue_filter::IssueFilter;
use crate::text::counted;
use serde::Serialize;
use serde_json::Value;

/// What an exported file says it is.
const MARK: &str = "issue-views";
/// The version of the file.
const VERSION: u64 = 1;
/// Longer texts are not read: bytes. All views at their longest are shorter.
const LONGEST_TEXT: usize = 1_000_000;

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many views were added.
    pub added: usize,
    /// A sentence for each view that was not, and why.
    pub skipped: Vec<String>,
}

/// What the browser keeps.
#[derive(Serialize)]
struct Kept<'a> {
    last_id: u64,
    views: Vec<Entry<'a>>,
}

/// What is exported.
#[derive(Serialize)]
struct File<'a> {
    glint: &'static str,
    version: u64,
    views: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    /// Only where it means something: in the browser.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    name: &'a str,
    /// The filter as the URL spells it.
    query: String,
    starred: bool,
}

impl<'a> Entry<'a> {
    fn of(view: &'a SavedView, id: Option<&'a str>) -> Self {
        Self {
            id,
            name: &view.name,
            query: encode_query(&view.query),
            starred: view.is_starred,
        }
    }
}

impl SavedViews {
    /// The text to be kept in the browser.
    pub fn to_json(&self) -> String {
        let kept = Kept {
            last_id: self.last_id,
            views: self.all().iter().map(|view| Entry::of(view, Some(&view.id))).collect(),
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Reads the text that was kept. What cannot be read of it is left out.
    pub fn from_json(text: &str) -> Self {
        let mut views = Self::default();
        let Some(kept) = parse(text) else {
            return views;
        };
        let list = kept
            .get("views")
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice);
        let ids = list.iter().filter_map(|entry| id_of(entry).parse().ok());
        let last_id = kept.get("last_id").and_then(Value::as_u64).unwrap_or_default();
        // A counter near its end would have no number left for the next view.
        views.last_id = ids
            .chain([last_id])
            .filter(|id| *id < u64::MAX / 2)
            .max()
            .unwrap_or_default();
        for entry in list {
            if let Ok(view) = read(entry) {
                // Beyond the hundredth they are left out.
                let _ = views.put_back(view, usize::MAX);
            }
        }
        views
    }

    /// All views as a file for another browser or another person.
    pub fn export(&self) -> String {
        let file = File {
            glint: MARK,
            version: VERSION,
            views: self.all().iter().map(|view| Entry::of(view, None)).collect(),
        };
        serde_json::to_string_pretty(&file).unwrap_or_default()
    }

    /// Adds the views of an exported file. One that is there already, by name and filter, is skipped; one whose name
    /// stands for another filter here gets a number behind its name. Fails with a sentence when the text is no such
    /// file; then nothing is changed.
    pub fn import(&mut self, text: &str) -> Result<Imported, String> {
        if text.len() > LONGEST_TEXT {
            return Err("This file is too big to hold saved views.".to_owned());
        }
        let file = parse(text).ok_or("This file cannot be read: it is no JSON.")?;
        if file.get("glint").and_then(Value::as_str) != Some(MARK) {
            return Err("This file does not hold saved views.".to_owned());
        }
        if file.get("version").and_then(Value::as_u64) != Some(VERSION) {
            return Err("This file was written by a newer Glint. Export it again from the same version.".to_owned());
        }
        let Some(list) = file.get("views").and_then(Value::as_array) else {
            return Err("This file does not hold saved views.".to_owned());
        };
        let mut imported = Imported::default();
        for (at, entry) in list.iter().take(MOST_VIEWS).enumerate() {
            match self.import_one(entry) {
                Ok(()) => imported.added += 1,
                Err(why) => imported.skipped.push(format!("View {}: {why}", at + 1)),
            }
        }
        if let Some(rest) = list.len().checked_sub(MOST_VIEWS).filter(|rest| *rest > 0) {
            let rest = counted(rest as u64, "view", "views");
            imported
                .skipped
                .push(format!("{rest} more: a file can hold at most {MOST_VIEWS}."));
        }
        Ok(imported)
    }

    fn import_one(&mut self, entry: &Value) -> Result<(), String> {
        let view = read(entry)?;
        let wanted = state(&view.filter());
        let mut name = view.name.clone();
        let mut number = 1;
        while let Some(taken) = self.named(&name) {
            if state(&taken.filter()) == wanted {
                return Err(format!("“{}” is here already.", taken.name));
            }
            number += 1;
            name = numbered(&view.name, number);
        }
        let view = SavedView {
            id: String::new(),
            name,
            ..view
        };
        self.insert(view, usize::MAX).map_err(said)?;
        Ok(())
    }
}

fn parse(text: &str) -> Option<Value> {
    (text.len() <= LONGEST_TEXT)
        .then(|| serde_json::from_str(text).ok())
        .flatten()
}

fn id_of(entry: &Value) -> &str {
    entry.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// Reads one view; of its filter stays what the issue list knows.
fn read(entry: &Value) -> Result<SavedView, String> {
    let name = entry.get("name").and_then(Value::as_str).unwrap_or_default();
    let name = cleaned(name).map_err(said)?;
    let query = entry.get("query").and_then(Value::as_str);
    let query = query.ok_or("its filter cannot be read.")?;
    if query.len() > LONGEST_QUERY {
        return Err(said(Problem::LongFilter));
    }
    Ok(SavedView {
        id: id_of(entry).to_owned(),
        name,
        query: kept_pairs(&IssueFilter::from_pairs(&parse_query(query))).map_err(said)?,
        is_starred: entry.get("starred").and_then(Value::as_bool).unwrap_or_default(),
    })
}

/// A problem in the place of an import's sentence.
fn said(problem: Problem) -> String {
    match problem {
        Problem::NoName => "it has no name.".to_owned(),
        Problem::LongName => "its name is too long.".to_owned(),
        Problem::LongFilter => "its filter is too long.".to_owned(),
        Problem::NameTaken(name) => format!("“{name}” is here already."),
        Problem::TooMany => format!("there are {MOST_VIEWS} views already."),
        Problem::Gone => "it is not there any more.".to_owned(),
    }
}
