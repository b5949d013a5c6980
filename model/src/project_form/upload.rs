//! Commands that upload source maps and debug files, ready for a terminal.

use crate::text::{counted, thousands};

/// How to upload source maps of a build: one command a line.
pub fn source_maps(server: &str, organization: &str, project: &str) -> String {
    format!(
        "{}npx sentry-cli sourcemaps inject ./dist\nnpx sentry-cli sourcemaps upload {} --release \"$VERSION\" ./dist",
        login(server),
        place(organization, project)
    )
}

/// How to upload debug files of a build.
pub fn debug_files(server: &str, organization: &str, project: &str) -> String {
    format!(
        "{}sentry-cli debug-files upload {} ./build",
        login(server),
        place(organization, project)
    )
}

fn login(server: &str) -> String {
    format!(
        "export SENTRY_URL={}\nexport SENTRY_AUTH_TOKEN=\"<your token>\"\n",
        quoted(server)
    )
}

fn place(organization: &str, project: &str) -> String {
    format!("--org {} --project {}", quoted(organization), quoted(project))
}

/// As a shell reads it as one word.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.:/".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// `75 bytes`, `12 kB`, `3.4 MB`.
pub fn size_text(bytes: u64) -> String {
    match bytes {
        1 => "1 byte".to_owned(),
        0 | 2..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        1_000_000..10_000_000 => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
        _ => format!("{} MB", thousands(bytes / 1_000_000)),
    }
}

/// What was found when the newest `asked` of `count` releases were asked for files: `with` have some, `failed` could not be
/// asked.
pub fn files_found(with: usize, asked: usize, failed: usize, count: usize) -> String {
    let looked = asked.saturating_sub(failed);
    let newest = if asked < count { "newest " } else { "" };
    let found = match (with, looked) {
        (_, 0) => None,
        (0, 1) => Some("The one release that was looked at has no files.".to_owned()),
        (_, 1) => Some("The one release that was looked at has files.".to_owned()),
        (0, looked) => Some(format!("None of the {newest}{looked} releases has files.")),
        (1, looked) => Some(format!("1 of the {newest}{looked} releases has files.")),
        (with, looked) => Some(format!("{with} of the {newest}{looked} releases have files.")),
    };
    let failed = (failed > 0).then(|| {
        let releases = counted(failed as u64, "release", "releases");
        format!("{releases} could not be asked.")
    });
    let all: Vec<String> = found.into_iter().chain(failed).collect();
    all.join(" ")
}
