//! Name, slug and throttle of a project.

use crate::error::ApiError;
use crate::wire::project::{Project, UpdateProject};

/// How many characters the server takes as a name.
pub const LONGEST_NAME: usize = 64;

/// How many characters it takes as a slug.
const LONGEST_SLUG: usize = 50;

/// What is wrong with a name.
pub fn name_problem(name: &str) -> Option<String> {
    match name.trim().chars().count() {
        0 => Some("Give the project a name.".to_owned()),
        1..=LONGEST_NAME => None,
        count => Some(format!(
            "A name has at most {LONGEST_NAME} characters; this one has {count}."
        )),
    }
}

/// What is wrong with the slug of a project.
pub fn slug_problem(slug: &str) -> Option<String> {
    let slug = slug.trim();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    match slug.chars().count() {
        0 => Some("Type a slug.".to_owned()),
        _ if !slug.chars().all(is_plain) => Some("Use letters without accents, digits, “-” and “_” only.".to_owned()),
        1..=LONGEST_SLUG => None,
        count => Some(format!(
            "It has at most {LONGEST_SLUG} characters; this one has {count}."
        )),
    }
}

/// The same for a slug that a project is to have instead of its `own`, among those that are `taken`.
pub fn new_slug_problem<'a>(slug: &str, own: &str, mut taken: impl Iterator<Item = &'a str>) -> Option<String> {
    slug_problem(slug).or_else(|| {
        let slug = slug.trim();
        if slug == own {
            return Some("This is the slug that it has.".to_owned());
        }
        taken
            .any(|taken| taken != own && taken.eq_ignore_ascii_case(slug))
            .then(|| "Another project of the organization has this slug.".to_owned())
    })
}

/// The typed percentage, when it is one.
pub fn rate_of(typed: &str) -> Option<i64> {
    let typed = typed.trim().trim_end_matches('%').trim_end();
    let typed = if typed.is_empty() { "0" } else { typed };
    typed.parse().ok().filter(|rate| (0..=100).contains(rate))
}

/// What is wrong with a throttle.
pub fn throttle_problem(typed: &str) -> Option<String> {
    rate_of(typed)
        .is_none()
        .then(|| "Type a whole number from 0 to 100.".to_owned())
}

/// What a throttle means.
pub fn throttle_sentence(rate: i64) -> String {
    match rate {
        ..=0 => "Every event is kept.".to_owned(),
        1..=99 => format!(
            "{rate} % of events are dropped as they come in, by chance; {} % are kept.",
            100 - rate
        ),
        _ => "Every event is dropped: nothing new appears.".to_owned(),
    }
}

/// The values of the form for a project, as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GeneralTexts {
    /// The name.
    pub name: String,
    /// The id of the platform, or empty.
    pub platform: String,
    /// The throttle in percent.
    pub throttle: String,
}

impl GeneralTexts {
    /// As a project has them.
    pub fn of(project: &Project) -> Self {
        Self {
            name: project.name.clone(),
            platform: project.platform.clone().unwrap_or_default(),
            throttle: project.event_throttle_rate.to_string(),
        }
    }

    /// What is to be sent for them when the project had `before`: only what was touched, so that what somebody else has changed
    /// meanwhile stays as it is. The name is none when it was not touched: the server wants one all the same.
    pub fn change_from(&self, before: &Self) -> (Option<String>, UpdateProject) {
        let name = self.name.trim();
        let platform = self.platform.trim();
        let rate = rate_of(&self.throttle);
        let update = UpdateProject {
            name: name.to_owned(),
            platform: (platform != before.platform.trim()).then(|| (!platform.is_empty()).then(|| platform.to_owned())),
            slug: None,
            event_throttle_rate: rate.filter(|_| rate != rate_of(&before.throttle)),
        };
        ((name != before.name.trim()).then(|| name.to_owned()), update)
    }
}

/// What of a change the server did not keep although it said yes, each with what it has instead.
pub fn not_kept(sent: &UpdateProject, has: &Project) -> Vec<(&'static str, String)> {
    let platform = |platform: &Option<String>| platform.clone().unwrap_or_default();
    let is_other = |sent: &Option<String>| platform(sent) != platform(&has.platform);
    let mut all = Vec::new();
    if sent.name != has.name {
        all.push(("name", has.name.clone()));
    }
    if sent.platform.as_ref().is_some_and(is_other) {
        all.push(("platform", platform(&has.platform)));
    }
    if sent.slug.as_ref().is_some_and(|slug| slug != has.slug.as_str()) {
        all.push(("slug", has.slug.to_string()));
    }
    if sent
        .event_throttle_rate
        .is_some_and(|rate| rate != has.event_throttle_rate)
    {
        all.push(("event throttle", format!("{} %", has.event_throttle_rate)));
    }
    all
}

/// What the refusal of a new project means, where the server's own words do not say it: it answers “not found” to whoever
/// may not create projects in the team.
pub fn create_refusal(error: &ApiError) -> Option<&'static str> {
    matches!(error, ApiError::NotFound | ApiError::Forbidden(_)).then_some(
        "You may not create projects in this team. Choose another team, or ask an admin, a manager or an owner.",
    )
}
