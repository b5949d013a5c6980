//! The issues: which problem each one is, how often it happened, and when.

use crate::seed::arrived::Arrived;
use crate::seed::csp;
use crate::seed::dice::Dice;
use crate::seed::facts::{Facts, title};
use crate::seed::fill::Filler;
use crate::seed::hostile::HOSTILE;
use crate::seed::organizations::ProjectSeed;
use crate::seed::template::Problem;
use glint_model::timestamp::Timestamp;
use glint_model::wire::issue::{IssueStatus, IssueType, Level, Metadata};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// How many issues there are in all.
pub const ISSUES: usize = 400;

/// The number of events of the busiest issue.
pub const BUSIEST: u64 = 4182;

/// Odd events are heavy: a few of each are enough.
const HOSTILE_AT_MOST: u64 = 20;

const FIRST_ID: i64 = 101;
const HOUR_MS: i64 = 3_600_000;
const MONTH_MS: i64 = 30 * 24 * HOUR_MS;

/// What an issue is made of.
#[derive(Clone, Copy, Debug)]
pub enum Content {
    /// An exception of the project's platform.
    Problem(&'static Problem),
    /// A message.
    Message(Level, &'static str),
    /// A report of a Content Security Policy, by its index.
    Csp(usize),
    /// Something hostile or odd, by its index.
    Hostile(usize),
    /// Whatever its events were sent with.
    Sent,
}

/// An issue of the seed, or of a world, with what arrived there.
#[derive(Clone, Debug)]
pub struct IssueSeed {
    /// Its number.
    pub id: i64,
    /// The index of its project.
    pub project: usize,
    /// Its number within the project, from 1.
    pub number: u64,
    /// What it is made of.
    pub content: Content,
    /// The words of its template.
    pub filler: Filler,
    /// The kind of report.
    pub kind: IssueType,
    /// How bad it is.
    pub level: Level,
    /// What was decided about it before the demo starts.
    pub status: IssueStatus,
    /// The title, at most 255 characters.
    pub title: String,
    /// What the title is made of.
    pub metadata: Metadata,
    /// Where it happens.
    pub transaction: String,
    /// How many events it has.
    pub count: u64,
    /// When its first event happened.
    pub first_seen: Timestamp,
    /// When its newest event happened.
    pub last_seen: Timestamp,
    /// How many of its events it was laid out with; those above them arrived in a world.
    pub laid_out: u64,
    /// When the newest of the events happened that it was laid out with.
    pub laid_out_until: Timestamp,
    /// The events that arrived in a world, the oldest first.
    pub arrived: Vec<Arrived>,
    /// How the events that it was laid out with are spread: 0 evenly, 1 growing, 2 fading, 3 in bursts.
    pub rhythm: u64,
    /// All tags of all events, counted; made when first asked for.
    pub tags: OnceLock<TagCounts>,
    /// The words of its text for search; made when first asked for.
    pub words: OnceLock<std::collections::BTreeSet<String>>,
}

/// For each tag key its values and how many events have them.
pub type TagCounts = BTreeMap<String, BTreeMap<String, u64>>;

/// All issues, the oldest first, so that a higher number means a later first event.
pub fn build(projects: &[ProjectSeed], now: Timestamp) -> Vec<Arc<IssueSeed>> {
    let mut issues: Vec<_> = contents(projects)
        .into_iter()
        .enumerate()
        .map(|(index, (project, content))| draft(index as u64, project, content, now))
        .collect();
    issues.sort_by_key(|issue| issue.first_seen);
    let mut numbers = vec![0; projects.len()];
    for (id, issue) in (FIRST_ID..).zip(&mut issues) {
        issue.id = id;
        numbers[issue.project] += 1;
        issue.number = numbers[issue.project];
    }
    issues.into_iter().map(Arc::new).collect()
}

/// What happens where: the odd ones first, then round after round of each platform's problems.
fn contents(projects: &[ProjectSeed]) -> Vec<(usize, Content)> {
    let mut contents: Vec<_> = HOSTILE
        .iter()
        .enumerate()
        .map(|(index, _)| (0, Content::Hostile(index)))
        .collect();
    if let Some(site) = projects.iter().position(|project| project.slug == "marketing-site") {
        contents.extend((0..csp::REPORTS.len()).map(|index| (site, Content::Csp(index))));
    }
    let mut turns = vec![0; projects.len()];
    for round in 0.. {
        if contents.len() >= ISSUES {
            break;
        }
        for (project, (seed, turn)) in projects.iter().zip(&mut turns).enumerate() {
            let Some(template) = seed.template else { continue };
            let is_quiet = project > 1 && project % 3 != 0;
            if is_quiet && round % 2 == 1 {
                continue;
            }
            let problem = &template.problems[*turn % template.problems.len()];
            contents.push((project, Content::Problem(problem)));
            if *turn % 4 == 3 {
                let (level, text) = template.messages[*turn / 4 % template.messages.len()];
                contents.push((project, Content::Message(level, text)));
            }
            *turn += 1;
        }
    }
    contents.truncate(ISSUES);
    contents
}

fn draft(index: u64, project: usize, content: Content, now: Timestamp) -> IssueSeed {
    let mut dice = Dice::new(&[index, 0x15]);
    let filler = Filler::new(index);
    let busiest = matches!(content, Content::Problem(problem) if problem.level == Level::Fatal) && first_problem(index);
    let count = match content {
        _ if busiest => BUSIEST,
        Content::Hostile(_) => count(&mut dice).min(HOSTILE_AT_MOST),
        _ => count(&mut dice),
    };
    let newest = if busiest { 60_000 } else { newest_age(&mut dice) };
    let last_seen = now.0 - newest;
    let span = (MONTH_MS - newest).max(0) as u64;
    let first_seen = match count {
        1 => last_seen,
        BUSIEST => now.0 - MONTH_MS + HOUR_MS,
        _ => last_seen - dice.below(span.max(1)) as i64,
    };
    let facts = Facts::of(content, &filler);
    IssueSeed {
        id: 0,
        project,
        number: 0,
        content,
        kind: facts.kind,
        level: facts.level,
        status: status(&mut dice, busiest),
        title: title(&facts),
        metadata: facts.metadata,
        transaction: facts.transaction,
        filler,
        count,
        first_seen: Timestamp(first_seen),
        last_seen: Timestamp(last_seen),
        laid_out: count,
        laid_out_until: Timestamp(last_seen),
        arrived: Vec::new(),
        rhythm: dice.below(4),
        tags: OnceLock::new(),
        words: OnceLock::new(),
    }
}

impl IssueSeed {
    /// An issue of a world that is opened now; its events, its number and its place in the project are still to come.
    pub fn opened(project: usize, content: Content, facts: Facts, filler: Filler, now: Timestamp) -> Self {
        Self {
            id: 0,
            project,
            number: 0,
            content,
            kind: facts.kind,
            level: facts.level,
            status: IssueStatus::Unresolved,
            title: title(&facts),
            metadata: facts.metadata,
            transaction: facts.transaction,
            filler,
            count: 0,
            first_seen: now,
            last_seen: now,
            laid_out: 0,
            laid_out_until: now,
            arrived: Vec::new(),
            rhythm: 0,
            tags: OnceLock::new(),
            words: OnceLock::new(),
        }
    }
}

/// Whether this is the first of all ordinary problems.
fn first_problem(index: u64) -> bool {
    index == (HOSTILE.len() + csp::REPORTS.len()) as u64
}

/// Most issues are rare, a few are everyday, a handful drown the rest.
fn count(dice: &mut Dice) -> u64 {
    match dice.below(100) {
        0..30 => 1,
        30..75 => 2 + dice.below(12),
        75..95 => 12 + dice.below(80),
        95..99 => 90 + dice.below(300),
        _ => 400 + dice.below(900),
    }
}

/// How long ago the newest event was: half of the issues are alive today.
fn newest_age(dice: &mut Dice) -> i64 {
    let age = match dice.below(100) {
        0..25 => 120_000 + dice.below(2 * 3_600_000),
        25..55 => dice.below(24 * 3_600_000),
        55..80 => dice.below(7 * 86_400_000),
        _ => dice.below(28 * 86_400_000),
    };
    60_000 + age as i64
}

fn status(dice: &mut Dice, busiest: bool) -> IssueStatus {
    match dice.below(100) {
        0..11 if !busiest => IssueStatus::Resolved,
        11..16 if !busiest => IssueStatus::Ignored,
        _ => IssueStatus::Unresolved,
    }
}
