//! A release with its files, and the end of one of them.

use super::{HEADING, Shelf, Shelves};
use crate::api::client::Cancel;
use crate::api::release_files::{delete_release_file, list_release_files};
use crate::reactive::{changing_text, focus_soon, maybe};
use crate::ui::form::Question;
use crate::ui::time::long_time;
use glint_model::error::ApiError;
use glint_model::id::OrganizationSlug;
use glint_model::project_form::size_text;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use glint_model::wire::release_file::ReleaseFile;
use leptos::prelude::*;

const MAY_NOT: &str = "You may not delete this file.";

/// The release, with its files.
pub(super) fn view_of(shelves: Shelves, shelf: &Shelf) -> AnyView {
    let (at, files, counted_files) = (shelf.at, shelf.files.clone(), shelf.files.clone());
    let version = reveal(&shelves.version(at).unwrap_or_default());
    let label = format!("Files of {version}");
    let is_short = files.with_untracked(|files| files.len() <= 10);
    let count = move || counted(counted_files.with(Vec::len) as u64, "file", "files");
    view! {
        <details class="prj-details" open=is_short>
            <summary><b>{version}</b> " " <small>{changing_text(count)}</small></summary>
            <ul class="things" aria-label=label>
                <For each=move || files.get() key=|file| file.id.clone() children=move |file| row(shelves, at, &file) />
            </ul>
        </details>
    }
    .into_any()
}

fn row(shelves: Shelves, at: usize, file: &ReleaseFile) -> AnyView {
    let header = |name: &str| file.headers.as_ref().and_then(|headers| headers.get(name)).cloned();
    let facts = [file.size.map(size_text), header("debug-id"), header("sourcemap")];
    let facts: Vec<String> = facts.into_iter().flatten().map(|fact| reveal(&fact)).collect();
    let name = reveal(&file.name);
    let label = format!("Delete {name}");
    let leaving = (at, file.clone());
    let button = move || {
        let (label, leaving) = (label.clone(), leaving.clone());
        (shelves.place.may.get() == Some(true)).then(|| {
            view! {
                <button
                    class="btn small"
                    type="button"
                    aria-label=label
                    on:click=move |_| {
                        shelves.leaving.set(Some(leaving.clone()));
                        shelves.asking.open();
                    }
                >
                    "Delete"
                </button>
            }
            .into_any()
        })
    };
    view! {
        <li>
            <div class="what">
                <b>{name}</b>
                <small>{facts.join(" · ")}</small>
            </div>
            <small class="faint">{long_time(file.date_created)}</small>
            <div class="acts">{maybe(button)}</div>
        </li>
    }
    .into_any()
}

/// The question before a file is deleted.
pub(super) fn question(shelves: Shelves) -> Question {
    let (at, name) = shelves
        .leaving
        .get()
        .map(|(at, file)| (at, reveal(&file.name)))
        .unwrap_or_default();
    let count = shelves
        .releases
        .with_value(|all| all.get(at).map_or(0, |release| release.projects.len()));
    let others = (count > 1).then(|| {
        let text = format!("The release is one of {count} projects, which share its files: all of them lose it.");
        view! { <p class="form-note warning">{text}</p> }.into_any()
    });
    Question {
        title: "Delete this file?".to_owned(),
        what_goes: view! {
            <p>
                "“" <b class="confirm-name">{name}</b> "”: new events of the release are shown as minified from now on, until it is \
                 uploaded again. Events that are there already stay as they are."
            </p>
            {others}
        }
        .into_any(),
        name: None,
        verb: "Delete the file",
        busy: "Deleting…",
        is_dangerous: true,
        run: Callback::new(move |()| delete(shelves)),
    }
}

fn delete(shelves: Shelves) {
    let Some((at, file)) = shelves.leaving.get_untracked() else {
        return;
    };
    let Some(version) = shelves.version(at) else { return };
    let toasts = shelves.place.toasts;
    let (organization, id) = (shelves.place.organization(), file.id.clone());
    let work = async move {
        match delete_release_file(&organization, &version, &id).await {
            Ok(()) => Ok(()),
            // Servers hide what one may not delete.
            Err(ApiError::NotFound) => check_gone(&organization, &version, &id).await,
            Err(ApiError::Forbidden(_)) => Err(MAY_NOT.to_owned()),
            Err(error) => Err(format!("The file was not deleted. {}", error.sentence())),
        }
    };
    shelves.asking.act(work, move |()| {
        shelves.take_out(at, &file.id);
        toasts.say(format!("“{}” was deleted", reveal(&file.name)));
        focus_soon(HEADING);
    });
}

/// Whether a file that is said not to be there is gone.
async fn check_gone(organization: &OrganizationSlug, version: &str, id: &str) -> Result<(), String> {
    match list_release_files(organization, version, &Cancel::never()).await {
        Ok(all) if all.iter().any(|file| file.id == id) => Err(MAY_NOT.to_owned()),
        Ok(_) | Err(ApiError::NotFound) => Ok(()),
        Err(error) => Err(format!(
            "You may not delete the file, or it is gone already: which of the two could not be seen. {}",
            error.sentence()
        )),
    }
}
