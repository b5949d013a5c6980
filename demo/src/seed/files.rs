//! What was uploaded so that stacks read well: the files of releases, and the debug files of the mobile projects.

use crate::seed::dice::Dice;
use crate::seed::organizations::ProjectSeed;
use crate::seed::releases::ReleaseSeed;
use glint_model::timestamp::Timestamp;

/// A file of a release.
#[derive(Debug)]
pub struct ReleaseFile {
    /// Its number.
    pub id: i64,
    /// The index of its release.
    pub release: usize,
    /// Its name.
    pub name: String,
    /// When it was uploaded.
    pub created: Timestamp,
    /// What it says of itself, by name.
    pub headers: Vec<(&'static str, String)>,
    /// The checksum.
    pub sha1: String,
    /// Its length in bytes.
    pub size: u64,
}

/// A debug file of a project.
#[derive(Debug)]
pub struct DebugFile {
    /// Its number.
    pub id: i64,
    /// The number of its project.
    pub project: i64,
    /// The id that crashes name it by.
    pub debug_id: String,
    /// The processor it is for.
    pub cpu: &'static str,
    /// Its name.
    pub name: String,
    /// What is in it, such as `dsym`.
    pub kind: &'static str,
    /// What it helps with.
    pub features: &'static [&'static str],
    /// The type that it was sent with.
    pub content_type: &'static str,
    /// When it was uploaded.
    pub created: Timestamp,
    /// The checksum.
    pub sha1: String,
    /// Its length in bytes.
    pub size: u64,
}

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
/// One release has more files than fit on a page.
const CHUNKS: usize = 120;

/// The source maps of Shop Web and Marketing Site. The newest release of Shop Web has a file for each part of the page;
/// of the older ones every third has none.
pub fn of_releases(projects: &[ProjectSeed], releases: &[ReleaseSeed]) -> Vec<ReleaseFile> {
    let mut files = Vec::new();
    let is_web = |release: &ReleaseSeed| matches!(projects[release.project].slug, "shop-web" | "marketing-site");
    let newest = releases
        .iter()
        .rposition(|release| projects[release.project].slug == "shop-web");
    let with_maps = releases.iter().enumerate().filter(|(_, release)| is_web(release));
    for (turn, (index, release)) in with_maps.enumerate() {
        let is_newest = Some(index) == newest;
        let mut names: Vec<String> = Vec::new();
        if is_newest || turn % 3 != 2 {
            names.extend(["app.min.js", "vendor.min.js"].map(str::to_owned));
        }
        if is_newest {
            names.extend((1..=CHUNKS).map(|chunk| format!("chunks/{chunk:03}.min.js")));
        }
        for name in names {
            let id = files.len() as i64 + 1;
            files.push(release_file(id, (index, release), name, is_newest || turn % 2 == 0));
        }
    }
    files
}

/// Files that were uploaded by the name of their release have no debug id.
fn release_file(id: i64, (release, of): (usize, &ReleaseSeed), name: String, has_debug_id: bool) -> ReleaseFile {
    let mut dice = Dice::new(&[id as u64, 0xf1]);
    let map = name.rsplit('/').next().unwrap_or_default();
    let mut headers = vec![("sourcemap", format!("{map}.map"))];
    if has_debug_id {
        headers.insert(0, ("debug-id", uuid(&mut dice)));
    }
    ReleaseFile {
        id,
        release,
        name,
        created: Timestamp(of.created.0 + 5 * MINUTE_MS + id),
        headers,
        sha1: dice.hex(40),
        size: 20_000 + dice.below(400_000),
    }
}

/// Mappings of the Android app and debug symbols of the iOS app; all other projects have none.
pub fn of_projects(projects: &[ProjectSeed], now: Timestamp) -> Vec<DebugFile> {
    let mut files = Vec::new();
    let mut add = |slug: &str, name: &str, kind: &'static str, cpu: &'static str, days: i64| {
        let Some(project) = projects.iter().find(|project| project.slug == slug) else {
            return;
        };
        let id = files.len() as i64 + 1;
        let mut dice = Dice::new(&[id as u64, 0xd5]);
        let is_mapping = kind == "proguard";
        files.push(DebugFile {
            id,
            project: project.id,
            debug_id: uuid(&mut dice),
            cpu,
            name: name.to_owned(),
            kind,
            features: if is_mapping {
                &["mapping"]
            } else {
                &["debug", "symtab", "unwind"]
            },
            content_type: if is_mapping {
                "text/x-proguard+plain"
            } else {
                "application/x-mach-binary"
            },
            created: Timestamp(now.0 - days * DAY_MS - dice.below(3_600_000) as i64),
            sha1: dice.hex(40),
            size: if is_mapping {
                90_000 + dice.below(2_000_000)
            } else {
                3_000_000 + dice.below(9_000_000)
            },
        });
    };
    for days in [19, 12, 5] {
        add("android-app", "proguard-mapping", "proguard", "any", days);
    }
    for (name, cpu, days) in [
        ("Acme Shop", "arm64", 16),
        ("Acme Shop", "x86_64", 16),
        ("Checkout.framework", "arm64", 9),
        ("Acme Shop", "arm64", 2),
    ] {
        add("ios-app", name, "dsym", cpu, days);
    }
    files
}

fn uuid(dice: &mut Dice) -> String {
    let hex = dice.hex(32);
    let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    parts.join("-")
}
