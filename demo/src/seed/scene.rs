//! Who met an event and where: the throws that tags, user, contexts and request of one event share.

use crate::seed::Seed;
use crate::seed::dice::Dice;
use crate::seed::issues::IssueSeed;
use crate::seed::template::Setting;
use glint_model::timestamp::Timestamp;
use glint_model::wire::event::EventTag;

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
pub struct Scene {
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
    /// The user's login.
    pub username: String,
    /// The environment.
    pub environment: &'static str,
    /// The release.
    pub release: String,
    /// The server.
    pub server: String,
    /// The region.
    pub region: &'static str,
    /// The tenant.
    pub tenant: &'static str,
    /// The method of the request.
    pub method: &'static str,
    /// Throws for whatever else the event needs.
    pub dice: Dice,
}

impl Scene {
    /// The scene of event number `n`.
    pub fn of(seed: &Seed, issue: &IssueSeed, n: u64) -> Self {
        let mut dice = Dice::new(&[issue.id as u64, n, 0x5c]);
        let template = seed.projects[issue.project].template;
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
        let kind = if setting == Setting::Worker { "worker" } else { "web" };
        Self {
            setting,
            time,
            browser: BROWSERS[index],
            system,
            device,
            user,
            username: format!("{}{}", NAMES[user as usize % NAMES.len()], user % 100),
            environment,
            release: seed.release_at(issue.project, time, dice.percent(15)),
            server: format!("{kind}-{}", 1 + dice.below(4)),
            region: dice.word(REGIONS),
            tenant: dice.word(TENANTS),
            method: if dice.percent(60) { "POST" } else { "GET" },
            dice,
        }
    }

    /// The tags of the event, in the order they are sent.
    pub fn tags(&self) -> Vec<EventTag> {
        let on_server = matches!(self.setting, Setting::Server | Setting::Worker);
        let in_browser = matches!(self.setting, Setting::Server | Setting::Browser);
        let mut tags = Vec::new();
        let mut add = |key: &str, value: &str| {
            tags.push(EventTag {
                key: key.to_owned(),
                value: Some(value.to_owned()),
            });
        };
        if !self.device.is_empty() {
            add("device", self.device);
        }
        if on_server {
            add("region", self.region);
            add("tenant", self.tenant);
        }
        if in_browser {
            add("browser", &format!("{} {}", self.browser.0, self.browser.1));
        }
        add("os.name", self.system.0);
        add("release", &self.release);
        if self.setting != Setting::Worker {
            add("user.id", &self.user.to_string());
            add("user.email", &format!("user{}@customers.example.com", self.user));
            add("user.username", &self.username);
        }
        add("environment", self.environment);
        if on_server {
            add("server_name", &self.server);
        }
        if self.setting == Setting::Server {
            add("http.method", self.method);
        }
        if in_browser {
            add("browser.name", self.browser.0);
            add(
                "feature.new_checkout",
                if self.user.is_multiple_of(3) { "on" } else { "off" },
            );
        }
        tags
    }
}
