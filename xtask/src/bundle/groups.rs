//! Which chunks are always loaded together, so that they can be one wasm module.
//!
//! The splitter makes a chunk for every combination of areas that share code: over two hundred, most of them tiny. What
//! matters is only which areas ask for a chunk first.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::merge::merge;
use super::wasm::{Area, Split};

/// Lazy parts of a page, and the area whose code asks for them: what that area has loaded is there. And a page that shows
/// what is an area as well. The loader loads the second of two first; an area that is missing here only weighs more.
const AFTER: [(&str, &str); 27] = [
    ("list_tools", "issue_list"),
    ("list_preview", "list_tools"),
    ("saved_view_dialog", "list_tools"),
    ("first_event_guide", "list_tools"),
    ("sign_in", "sign_in_form"),
    // Who opens an invitation often has to sign in first.
    ("accept", "sign_in_form"),
    ("issue_act_dialogs", "issue_detail"),
    ("highlight_pins", "issue_detail"),
    ("event_sections", "issue_detail"),
    ("issue_side", "issue_detail"),
    ("event_export", "issue_detail"),
    ("events_of_issue", "issue_detail"),
    ("comments_of_issue", "issue_detail"),
    ("user_reports_of_issue", "issue_detail"),
    ("merged_of_issue", "issue_detail"),
    ("event_comparison", "issue_detail"),
    ("event_json", "issue_detail"),
    // Most come to a monitor, a form or a screen from the list, and share most of what they need with it.
    ("monitor_detail", "monitor_list"),
    ("monitor_form", "monitor_list"),
    ("monitor_screen", "monitor_list"),
    ("monitors_from_list", "monitor_list"),
    ("status_page_list", "monitor_list"),
    ("heartbeat_senders", "monitor_list"),
    // The same holds for the settings, which are one list after the other.
    ("organization_settings", "settings"),
    ("project_settings", "settings"),
    ("uptime_watching", "navigation"),
    ("uptime_notices", "navigation"),
];

/// The page that is to be there first. What it shares with another page goes into the main part.
const FIRST: &str = "issue_list";

/// Chunks that several areas ask for are told apart less finely up to this many bytes, before wasm-opt: each module costs a
/// second of every build, and what travels inside its areas anyway hardly weighs.
const TINY: u64 = 12_000;

/// Chunks that become one module, and the areas that it is loaded for.
#[derive(Default)]
struct Group<'a> {
    areas: BTreeSet<&'a str>,
    files: Vec<&'a str>,
}

/// Makes one module of all chunks in `work` that are loaded together, named after the area that alone asks for them, or
/// with a number when several do.
pub fn join(split: &Split, work: &Path) -> Result<Split> {
    for (area, base) in AFTER {
        if !split.areas.contains_key(area) || !split.areas.contains_key(base) {
            bail!("AFTER in bundle/groups.rs names {area} after {base}, and one of them is no lazy area");
        }
    }
    let mut askers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, area) in &split.areas {
        for file in &area.files {
            askers.entry(file).or_default().insert(name);
        }
    }
    let mut in_main = vec!["main.wasm"];
    let mut groups: BTreeMap<BTreeSet<(&str, bool)>, Group> = BTreeMap::new();
    for (file, askers) in askers {
        let first = first_of(&askers);
        if is_for_main(&first) {
            in_main.push(file);
        } else {
            let group = groups.entry(key_of(&first)).or_default();
            group.areas.extend(first);
            group.files.push(file);
        }
    }
    let groups = join_tiny(groups, work)?;
    let mut joined = Split::default();
    for (name, area) in &split.areas {
        let area = Area {
            loader: area.loader.clone(),
            base: base_of(name).map(str::to_owned),
            files: Vec::new(),
        };
        joined.areas.insert(name.clone(), area);
    }
    join_files(&in_main, "main.wasm", work)?;
    for (number, Group { areas, files }) in groups.into_iter().enumerate() {
        let areas = first_of(&areas);
        let only = areas.first().filter(|_| areas.len() == 1);
        let name = only.map_or_else(|| format!("{number}.wasm"), |area| format!("{area}.wasm"));
        join_files(&files, &name, work)?;
        for area in areas {
            if let Some(area) = joined.areas.get_mut(area) {
                area.files.push(name.clone());
            }
        }
        joined.files.push(name);
    }
    Ok(joined)
}

/// Makes one group of all tiny ones that parts of the same pages ask for.
fn join_tiny<'a>(groups: BTreeMap<BTreeSet<(&'a str, bool)>, Group<'a>>, work: &Path) -> Result<Vec<Group<'a>>> {
    let mut all = Vec::new();
    let mut tiny: BTreeMap<BTreeSet<&str>, Group> = BTreeMap::new();
    for (key, group) in groups {
        let mut size = 0;
        for file in &group.files {
            size += std::fs::metadata(work.join(file))
                .with_context(|| format!("reading {file}"))?
                .len();
        }
        if group.areas.len() == 1 || size > TINY {
            all.push(group);
            continue;
        }
        let joined = tiny.entry(key.into_iter().map(|(page, _)| page).collect()).or_default();
        joined.areas.extend(group.areas);
        joined.files.extend(group.files);
    }
    all.extend(tiny.into_values());
    Ok(all)
}

fn join_files(files: &[&str], name: &str, work: &Path) -> Result<()> {
    let mut modules = Vec::new();
    for file in files {
        let path = work.join(file);
        modules.push(std::fs::read(&path).with_context(|| format!("reading {file}"))?);
        std::fs::remove_file(&path).with_context(|| format!("removing {file}"))?;
    }
    let module = merge(&modules).with_context(|| format!("joining {}", files.join(", ")))?;
    std::fs::write(work.join(name), module).with_context(|| format!("writing {name}"))
}

/// Every page of somebody who is signed in has most of it, and calls into the main part need no detour there.
fn is_for_main(areas: &BTreeSet<&str>) -> bool {
    areas.contains(FIRST) && areas.iter().any(|area| *area != FIRST && base_of(area).is_none())
}

/// The areas that nobody is loaded before: with them come the others.
fn first_of<'a>(areas: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let comes_later =
        |area: &str| std::iter::successors(base_of(area), |base| base_of(base)).any(|base| areas.contains(base));
    areas.iter().copied().filter(|area| !comes_later(area)).collect()
}

/// What chunks must have in common to be one module: the only area that asks for them; or when several do, the pages that
/// these are parts of, and which of the pages ask themselves. Every combination of areas would be a module otherwise, and
/// a late part of a page would wait for dozens of them.
fn key_of<'a>(areas: &BTreeSet<&'a str>) -> BTreeSet<(&'a str, bool)> {
    if areas.len() == 1 {
        return areas.iter().map(|area| (*area, true)).collect();
    }
    areas
        .iter()
        .map(|area| (page_of(area), base_of(area).is_none()))
        .collect()
}

fn page_of(area: &str) -> &str {
    base_of(area).map_or(area, page_of)
}

fn base_of(area: &str) -> Option<&'static str> {
    AFTER.iter().find(|(after, _)| *after == area).map(|(_, base)| *base)
}

#[cfg(test)]
mod tests {
    use super::{first_of, is_for_main, key_of};
    use std::collections::BTreeSet;

    #[test]
    fn what_a_page_has_loaded_is_there_for_its_parts() {
        for (asked_by, first) in [
            (&["issue_list", "list_tools"][..], &["issue_list"][..]),
            (&["issue_list", "list_preview"], &["issue_list"]),
            (&["list_preview", "list_tools"], &["list_tools"]),
            (&["list_preview", "release_choice"], &["list_preview", "release_choice"]),
            (&["event_json", "issue_detail"], &["issue_detail"]),
            (&["home", "list_tools"], &["home", "list_tools"]),
        ] {
            let asked_by: BTreeSet<&str> = asked_by.iter().copied().collect();
            assert_eq!(first_of(&asked_by).into_iter().collect::<Vec<_>>(), first);
        }
    }

    #[test]
    fn what_several_parts_of_a_page_share_is_one_module() {
        let key = |areas: &[&'static str]| key_of(&areas.iter().copied().collect());
        assert_eq!(
            key(&["event_sections", "event_json"]),
            key(&["comments_of_issue", "event_json", "merged_of_issue"])
        );
        assert_ne!(
            key(&["event_sections", "event_json"]),
            key(&["event_sections", "list_tools"])
        );
        assert_ne!(
            key(&["issue_detail", "list_tools"]),
            key(&["event_sections", "list_tools"])
        );
        assert_ne!(key(&["event_json"]), key(&["event_sections"]));
    }

    #[test]
    fn what_the_first_page_shares_is_in_the_main_part() {
        for (areas, is_in_main) in [
            (&["issue_list"][..], false),
            (&["issue_detail", "issue_list"], true),
            (&["issue_list", "navigation", "sign_in"], true),
            (&["issue_detail", "navigation"], false),
            (&["home", "list_tools"], false),
        ] {
            assert_eq!(is_for_main(&areas.iter().copied().collect()), is_in_main, "{areas:?}");
        }
    }
}
