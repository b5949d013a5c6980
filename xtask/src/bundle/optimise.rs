//! Makes the wasm files smaller with binaryen.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use super::wasm::Split;
use crate::{node, sh};

/// What a Node process does with its share.
const OPTIMISE: &str = include_str!("optimise.js");

/// Optimises the main part and all chunks, from `work` to `parts`; the main part becomes `app.wasm`.
///
/// One Node process for each core takes its share of the files: to start binaryen for each of them would take most of the
/// time of a release build.
pub fn optimise(split: &Split, work: &Path, parts: &Path) -> Result<()> {
    let mut jobs: Vec<Job> = split
        .files
        .iter()
        .map(|file| Job::new(work.join(file), parts.join(file)))
        .collect();
    jobs.push(Job::new(work.join("app_bg.wasm"), parts.join("app.wasm")));
    let script = work.join("optimise.mjs");
    std::fs::write(&script, OPTIMISE).context("writing optimise.mjs")?;
    let workers = std::thread::available_parallelism().map_or(2, |count| count.get());
    std::thread::scope(|scope| {
        let running: Vec<_> = shares(jobs, workers)
            .into_iter()
            .map(|share| {
                let script = &script;
                scope.spawn(move || optimise_share(script, &share))
            })
            .collect();
        running
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| anyhow!("a worker panicked"))?)
    })
}

/// A file to optimise.
struct Job {
    from: PathBuf,
    to: PathBuf,
    bytes: u64,
}

impl Job {
    fn new(from: PathBuf, to: PathBuf) -> Self {
        let bytes = std::fs::metadata(&from).map_or(0, |data| data.len());
        Self { from, to, bytes }
    }
}

/// Deals the files out so that the shares are about as large as one another: the largest first, each to the smallest share.
fn shares(mut jobs: Vec<Job>, count: usize) -> Vec<Vec<Job>> {
    jobs.sort_by_key(|job| std::cmp::Reverse(job.bytes));
    let mut shares: Vec<Vec<Job>> = (0..count.max(1)).map(|_| Vec::new()).collect();
    for job in jobs {
        let load = |share: &Vec<Job>| share.iter().map(|job| job.bytes).sum::<u64>();
        if let Some(smallest) = shares.iter_mut().min_by_key(|share| load(share)) {
            smallest.push(job);
        }
    }
    shares.retain(|share| !share.is_empty());
    shares
}

fn optimise_share(script: &Path, share: &[Job]) -> Result<()> {
    let mut command = Command::new("node");
    command.arg(script).arg(node::script("binaryen/index.js"));
    for job in share {
        command.args([&job.from, &job.to]);
    }
    sh::run(&mut command)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Job, shares};

    #[test]
    fn shares_are_about_as_large_as_one_another() {
        let job = |bytes| Job {
            from: PathBuf::new(),
            to: PathBuf::new(),
            bytes,
        };
        let dealt = shares([3, 9, 1, 2, 3].map(job).into(), 2);
        let loads: Vec<u64> = dealt
            .iter()
            .map(|share| share.iter().map(|job| job.bytes).sum())
            .collect();
        assert_eq!(loads, [9, 9]);
        assert_eq!(shares(vec![job(1)], 4).len(), 1);
    }
}
