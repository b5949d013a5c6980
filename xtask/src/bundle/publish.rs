//! Puts a build into a folder named after its contents, and keeps the build before it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256, Sha384};

/// A build in its folder.
pub struct Build {
    /// A short hash over the names and contents of its files.
    pub id: String,
    /// Where the site is staged.
    pub staging: PathBuf,
}

impl Build {
    /// The address of one of its files, relative to the base of the site.
    pub fn address(&self, file: &str) -> String {
        format!("b/{}/{file}", self.id)
    }

    /// What a browser checks the file against.
    ///
    /// Fails when the file cannot be read.
    pub fn integrity(&self, file: &str) -> Result<String> {
        let bytes = read(&self.staging.join(self.address(file)))?;
        Ok(format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes))))
    }
}

/// `version.json`: lets an open page find out that it is not the newest any more.
#[derive(Default, Serialize, Deserialize)]
struct Version {
    /// The build that `index.html` starts.
    build: String,
    /// The build that is still there for pages that are open on it.
    previous: Option<String>,
}

/// Moves the files of `parts` to `b/<build>/` in the staged site.
pub fn publish(parts: &Path, staging: &Path) -> Result<Build> {
    let mut hash = Sha256::new();
    for file in files(parts)? {
        let bytes = read(&file)?;
        hash.update(file.file_name().unwrap_or_default().as_encoded_bytes());
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    let id = hash
        .finalize()
        .iter()
        .take(5)
        .fold(String::new(), |id, byte| format!("{id}{byte:02x}"));
    copy(parts, &staging.join("b").join(&id))?;
    Ok(Build {
        id,
        staging: staging.to_owned(),
    })
}

/// Takes the build that `dist` shows now along, unless it is the same one: then the one before it.
pub fn keep_previous(build: &Build, staging: &Path, dist: &Path) -> Result<()> {
    let shown: Version = std::fs::read_to_string(dist.join("version.json"))
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    let previous = if shown.build == build.id {
        shown.previous
    } else {
        Some(shown.build)
    };
    let previous = previous.filter(|id| !id.is_empty() && dist.join("b").join(id).is_dir());
    if let Some(id) = &previous {
        copy(&dist.join("b").join(id), &staging.join("b").join(id))?;
    }
    let version = Version {
        build: build.id.clone(),
        previous,
    };
    let path = staging.join("version.json");
    std::fs::write(&path, serde_json::to_string(&version)?).with_context(|| format!("writing {}", path.display()))
}

/// The files directly in a folder, by name.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to).with_context(|| format!("creating {}", to.display()))?;
    for file in files(from)? {
        let target = to.join(file.file_name().unwrap_or_default());
        std::fs::copy(&file, &target).with_context(|| format!("copying {}", file.display()))?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("reading {}", path.display()))
}
