//! Who met an event and where: the throws that tags, user, contexts and request of one event share.

use crate::seed::Seed;
use crate::seed::dice::Dice;
use crate::seed::issues::IssueSeed;
use crate::seed::template::Setting;
use glint_model::timestamp::Timestamp;
use glint_model::wire::event::EventTag;
use std::borrow::Cow;

/// A browser: name, version, and the user agent that says so.
pub type Browser = (&'static str, &'static str, &'static str);

const BROWSERS: &[Browser] = &[
    (
        "Chrome",
        "142.0.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    ),
    (
        "Firefox",
        "145.0",
        "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
    ),
    (
        "Mobile Safari",
        "18.1",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
    ),
    (
        "Edge",
        "142.0.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
    ),
    (
        "Chrome Mobile",
        "141.0.7390",
        "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.7390.0 Mobile Safari/537.36",
    ),
];
const SYSTEMS: &[(&str, &str)] = &[
    ("Windows", "11"),
    ("Linux", "6.12"),
    ("iOS", "18.1"),
    ("Windows", "10"),
    ("Android", "15"),
];
const DEVICES: &[&str] = &["PC", "PC", "iPhone", "PC", "Pixel 9"];
const PHONES: &[(&str, &str)] = &[
    ("Pixel 9", "Android"),
    ("SM-S921B", "Android"),
    ("Redmi Note 13", "Android"),
];
const APPLE_PHONES: &[(&str, &str)] = &[("iPhone17,1", "iOS"), ("iPhone14,2", "iOS"), ("iPad16,3", "iPadOS")];
const REGIONS: &[&str] = &["eu-central-1", "eu-west-1", "us-east-1", "ap-northeast-1"];
const TENANTS: &[&str] = &["acme", "initech", "umbrella", "hooli"];
const SERVERS: &[&str] = &["web-1", "web-2", "web-3", "web-4"];
const WORKERS: &[&str] = &["worker-1", "worker-2", "worker-3"];
const NAMES: &[&str] = &[
    "chloe",
    "öykü",
    "jürgen",
    "maría",
    "li.wei",
    "o'brien",
    "anna-lena",
    "太郎",
];
const ODD_ENVIRONMENTS: &[&str] = &[
    "preview/feature-1284-a-branch-name-that-nobody-would-ever-type-by-hand-into-anything",
    "QA Ünïcode & spaces",
    "canary",
];

/// The throws of one event.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// What runs there.
    pub setting: Setting,
    /// When it happened.
    pub time: Timestamp,
    /// The browser.
    pub browser: Browser,
    /// The operating system: name and version.
    pub system: (&'static str, &'static str),
    /// The device.
    pub device: &'static str,
    /// The user's number.
    pub user: u64,
    /// The environment.
    pub environment: &'static str,
    /// The release.
    pub release: &'a str,
    /// The server.
    pub server: &'static str,
    /// The region.
    pub region: &'static str,
    /// The tenant.
    pub tenant: &'static str,
    /// The method of the request.
    pub method: &'static str,
    /// Throws for whatever else the event needs.
    pub dice: Dice,
}

impl<'a> Scene<'a> {
    /// The scene of event number `n`.
    pub fn of(seed: &'a Seed, issue: &IssueSeed, n: u64) -> Self {
        let mut dice = Dice::new(&[issue.id as u64, n, 0x5c]);
        let template = seed.projects.get(issue.project).and_then(|project| project.template);
        let setting = template.map_or(Setting::Server, |template| template.setting);
        let time = issue.event_time(n);
        let index = dice.below(BROWSERS.len() as u64) as usize;
        let user = 1000 + dice.below(240);
        let phones = if template.is_some_and(|template| template.event_platform == "cocoa") {
            APPLE_PHONES
        } else {
            PHONES
        };
        let phone = dice.pick(phones).copied().unwrap_or(PHONES[0]);
        let (device, system) = match setting {
            Setting::Phone => (phone.0, (phone.1, if phone.1 == "Android" { "15" } else { "18.1" })),
            Setting::Browser => (DEVICES[index], SYSTEMS[index]),
            Setting::Desktop => ("", ("Windows", "11")),
            Setting::Server | Setting::Worker => ("", ("Linux", "6.12.9")),
        };
        let environment = match dice.below(1000) {
            0..700 => "production",
            700..920 => "staging",
            920..994 => "development",
            _ => dice.word(ODD_ENVIRONMENTS),
        };
        let servers = if setting == Setting::Worker { WORKERS } else { SERVERS };
        Self {
            setting,
            time,
            browser: BROWSERS[index],
            system,
            device,
            user,
            environment,
            release: seed.release_at(issue.project, time, dice.percent(15)),
            server: dice.word(servers),
            region: dice.word(REGIONS),
            tenant: dice.word(TENANTS),
            method: if dice.percent(60) { "POST" } else { "GET" },
            dice,
        }
    }

    /// The tags of the event, in the order they are sent.
    pub fn tags(&self) -> Vec<EventTag> {
        let tag = |(key, value): (&str, Cow<'_, str>)| EventTag {
            key: key.to_owned(),
            value: Some(value.into_owned()),
        };
        self.tag_pairs().into_iter().map(tag).collect()
    }

    /// The same as pairs, with as little copied as can be: all events of all issues are counted this way.
    pub fn tag_pairs(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        let on_server = matches!(self.setting, Setting::Server | Setting::Worker);
        let in_browser = matches!(self.setting, Setting::Server | Setting::Browser);
        let mut tags = Vec::with_capacity(16);
        if !self.device.is_empty() {
            tags.push(("device", self.device.into()));
        }
        if on_server {
            tags.push(("region", self.region.into()));
            tags.push(("tenant", self.tenant.into()));
        }
        if in_browser {
            tags.push(("browser", format!("{} {}", self.browser.0, self.browser.1).into()));
        }
        tags.push(("os.name", self.system.0.into()));
        tags.push(("release", self.release.into()));
        if self.setting != Setting::Worker {
            tags.push(("user.id", self.user.to_string().into()));
            tags.push(("user.email", format!("user{}@customers.example.com", self.user).into()));
            tags.push(("user.username", self.username().into()));
        }
        tags.push(("environment", self.environment.into()));
        if on_server {
            tags.push(("server_name", self.server.into()));
        }
        if self.setting == Setting::Server {
            tags.push(("http.method", self.method.into()));
        }
        if in_browser {
            tags.push(("browser.name", self.browser.0.into()));
            tags.push((
                "feature.new_checkout",
                if self.user.is_multiple_of(3) { "on" } else { "off" }.into(),
            ));
        }
        tags
    }

    /// The user's login.
    pub fn username(&self) -> String {
        format!("{}{}", NAMES[self.user as usize % NAMES.len()], self.user % 100)
    }
}
