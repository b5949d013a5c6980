//! Events that a test lets arrive: new issues, more of old ones, and resolved ones that come back.

use crate::changes::Changes;
use crate::http::Response;
use crate::seed::Seed;
use crate::seed::arrived::Arrived;
use crate::seed::dice::Dice;
use crate::seed::facts::Facts;
use crate::seed::fill::Filler;
use crate::seed::issues::{Content, IssueSeed};
use crate::server::Demo;
use crate::world::World;
use glint_model::timestamp::Timestamp;
use glint_model::wire::issue::IssueStatus;
use serde_json::json;
use std::cmp::Reverse;
use std::sync::Arc;

/// The most that one request may ask for of each.
pub const AT_MOST: usize = 100;

/// So many of the newest issues are left alone by `again`, which is about those further down.
const NEWEST: usize = 10;

/// Events that each of the issues of `again` gets.
const AGAIN_EVENTS: usize = 5;

/// New issues go to so many projects by turns.
const PROJECTS: usize = 3;

/// So many of a hundred new issues are messages.
const MESSAGES: u64 = 20;

/// How often a new title is looked for.
const ATTEMPTS: u64 = 64;

/// What a request asks for.
#[derive(Debug)]
pub struct Wanted<'a> {
    /// The slug of the organization.
    pub organization: &'a str,
    /// How many new issues.
    pub new: usize,
    /// How many unresolved issues that get more events.
    pub again: usize,
    /// How many resolved issues that come back.
    pub regressed: usize,
}

/// Lets the events arrive; answers with the numbers of the issues.
pub fn answer(demo: &Demo, world: &mut World, wanted: &Wanted<'_>) -> Response {
    let (seed, now) = (&demo.seed, demo.now());
    let directory = &world.directory;
    let organization = directory.organization(wanted.organization).map_or(0, |it| it.id);
    let is_own = |index: &usize| {
        let project = &directory.projects[*index];
        project.organization == organization && !project.is_deleted
    };
    let projects: Vec<usize> = (0..directory.projects.len()).filter(is_own).collect();
    if projects.is_empty() {
        return Response::detail(404, "no organization with a project has this slug");
    }
    let changes = &mut world.changes;
    let again = ids(
        &listed(changes, seed, &projects, IssueStatus::Unresolved),
        NEWEST,
        wanted.again,
    );
    let mut resolved = listed(changes, seed, &projects, IssueStatus::Resolved);
    resolved.sort_by_key(|issue| changes.issue(issue.id).status.is_none());
    let regressed = ids(&resolved, 0, wanted.regressed);
    for id in &again {
        for _ in 0..AGAIN_EVENTS {
            changes.arrive(seed, *id, Arrived::made_up(now));
        }
    }
    for id in &regressed {
        changes.arrive(seed, *id, Arrived::made_up(now));
    }
    let busy = projects
        .into_iter()
        .filter(|index| directory.projects[*index].template.is_some());
    let new: Vec<i64> = busy
        .take(PROJECTS)
        .cycle()
        .take(wanted.new)
        .collect::<Vec<usize>>()
        .into_iter()
        .filter_map(|project| fresh(changes, seed, project, now))
        .collect();
    Response::json(
        200,
        &json!({"new": texts(&new), "again": texts(&again), "regressed": texts(&regressed)}),
    )
}

/// The issues of these projects that lists show with this status, the one with the newest event first.
fn listed(changes: &Changes, seed: &Seed, projects: &[usize], status: IssueStatus) -> Vec<Arc<IssueSeed>> {
    let fits = |issue: &&Arc<IssueSeed>| {
        projects.contains(&issue.project) && changes.is_listed(issue.id) && changes.status(issue) == status
    };
    let mut issues: Vec<_> = changes.issues(seed).filter(fits).cloned().collect();
    issues.sort_by_key(|issue| Reverse((issue.last_seen, issue.id)));
    issues
}

fn ids(issues: &[Arc<IssueSeed>], skip: usize, take: usize) -> Vec<i64> {
    issues.iter().skip(skip).take(take).map(|issue| issue.id).collect()
}

/// Numbers as all answers spell those of issues.
fn texts(ids: &[i64]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

/// Opens an issue that has one event and a title that its project does not have; None when no such title was found.
fn fresh(changes: &mut Changes, seed: &Seed, project: usize, now: Timestamp) -> Option<i64> {
    let turn = changes.issues(seed).count() as u64;
    let draft = |attempt: u64| {
        let template = seed.projects.get(project)?.template?;
        let mut dice = Dice::new(&[turn, attempt, 0xa5]);
        let content = if dice.percent(MESSAGES) {
            let (level, text) = dice.pick(template.messages)?;
            Content::Message(*level, text)
        } else {
            Content::Problem(dice.pick(template.problems)?)
        };
        let filler = Filler::new(dice.throw());
        Some(IssueSeed::opened(
            project,
            content,
            Facts::of(content, &filler),
            filler,
            now,
        ))
    };
    let is_new = |issue: &IssueSeed| changes.titled(seed, project, &issue.title).is_none();
    let issue = (0..ATTEMPTS).filter_map(draft).find(is_new)?;
    Some(changes.open(seed, issue.with_event(Arrived::made_up(now))))
}
