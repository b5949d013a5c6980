//! Many monitors from a pasted list: a line each, as people have them in notes, tables and spreadsheets.
//!
//! `name, url[, interval]`, only an address, or `host:port`; apart by commas, semicolons or tabs, with quotes where a name
//! holds one of these. Blank lines, lines that begin with `#`, and a head of names are passed over.

mod cells;
mod line;
mod same;

use crate::id::ProjectId;
use crate::monitor_form::{MonitorForm, problems};
use crate::wire::monitor::{MonitorType, WriteMonitor};
pub use same::{Known, known};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most lines that are read: each becomes a request.
pub const MOST_LINES: usize = 200;

/// What holds for all lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForAll {
    /// The type; none when each line tells it.
    pub kind: Option<MonitorType>,
    /// Seconds between two checks, as typed, for lines that name no interval.
    pub interval: String,
    /// The project of all.
    pub project: Option<ProjectId>,
    /// Types that were chosen for single lines, by the text of the line.
    pub chosen: BTreeMap<String, MonitorType>,
}

impl Default for ForAll {
    fn default() -> Self {
        Self {
            kind: None,
            interval: "60".to_owned(),
            project: None,
            chosen: BTreeMap::new(),
        }
    }
}

/// What will become of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It can be created.
    Fine,
    /// It cannot, and why.
    Wrong(String),
    /// A monitor looks at the same already; with its name.
    There(String),
    /// An earlier line is the same; with its number.
    Twice(usize),
}

/// A line of the list, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which line of the text, from 1.
    pub number: usize,
    /// The text of the line, trimmed: what it is known by when others are changed.
    pub text: String,
    /// What it will be.
    pub form: MonitorForm,
    /// Whether that works.
    pub verdict: Verdict,
}

impl Line {
    /// What is sent. None for what is wrong.
    pub fn to_send(&self) -> Option<WriteMonitor> {
        self.form.to_send().ok()
    }
}

/// The whole list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// The lines that were read, in their order.
    pub lines: Vec<Line>,
    /// How many lines more there are than are read.
    pub left_out: usize,
}

impl Pasted {
    /// How many lines can be created.
    pub fn fine(&self) -> usize {
        self.count(|verdict| *verdict == Verdict::Fine)
    }

    /// How many cannot.
    pub fn wrong(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::Wrong(_)))
    }

    /// How many are there already, or twice in the list.
    pub fn there(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::There(_) | Verdict::Twice(_)))
    }

    fn count(&self, is_so: impl Fn(&Verdict) -> bool) -> usize {
        self.lines.iter().filter(|line| is_so(&line.verdict)).count()
    }
}

/// Reads a list. `there` are the monitors of the organization, as far as they are known.
pub fn read(text: &str, all: &ForAll, there: &Known) -> Pasted {
    let mut pasted = Pasted::default();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (number, text) in wanted_lines(text) {
        if pasted.lines.len() == MOST_LINES {
            pasted.left_out += 1;
            continue;
        }
        let kind = all.chosen.get(text).copied().or(all.kind);
        let form = line::form(&line::read(text, kind == Some(MonitorType::Heartbeat)), kind, all);
        let key = same::key(form.kind, form.url()).unwrap_or_else(|| text.to_owned());
        let verdict = verdict(&form, &key, there, &seen);
        if matches!(verdict, Verdict::Fine | Verdict::There(_)) {
            seen.insert(key, number);
        }
        pasted.lines.push(Line {
            number,
            text: text.to_owned(),
            form,
            verdict,
        });
    }
    pasted
}

/// The lines that say something, with their numbers.
fn wanted_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .enumerate()
        .filter(|(at, (_, line))| *at > 0 || !line::is_head(line))
        .map(|(_, numbered)| numbered)
}

fn verdict(form: &MonitorForm, key: &str, there: &Known, seen: &BTreeMap<String, usize>) -> Verdict {
    let wrong: Vec<String> = problems(form).into_iter().map(|(_, problem)| problem).collect();
    if !wrong.is_empty() {
        return Verdict::Wrong(wrong.join(" "));
    }
    match (there.get(key), seen.get(key)) {
        (_, Some(number)) => Verdict::Twice(*number),
        (Some(name), None) => Verdict::There(name.clone()),
        (None, None) => Verdict::Fine,
    }
}

#[cfg(test)]
mod tests;
