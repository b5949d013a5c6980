//! Releases with the files that were uploaded for them. The server says of each release only when it is asked, so the newest are
//! asked first, a few at a time.

use super::super::place::Place;
use crate::api::client::Cancel;
use crate::api::release_files::{delete_release_file, list_project_releases, list_release_files};
use crate::browser::{dom, wait};
use crate::load::{Load, load};
use crate::reactive::{changing, changing_text, maybe, spawn};
use crate::ui::form::{Asking, Question};
use crate::ui::state::{failed, nothing, waiting};
use crate::ui::time::long_time;
use glint_model::error::ApiError;
use glint_model::project_form::size_text;
use glint_model::reveal::reveal;
use glint_model::text::counted;
use glint_model::wire::release::Release;
use glint_model::wire::release_file::ReleaseFile;
use leptos::prelude::*;
use std::collections::VecDeque;

/// So many releases are asked for their files at a time, and so many of these at once.
const A_TURN: usize = 20;
const AT_ONCE: usize = 4;

/// The heading takes the focus when a file is gone.
const HEADING: &str = "prj-releases";

/// A release whose files are known.
#[derive(Clone, PartialEq)]
struct Shelf {
    version: String,
    files: Vec<ReleaseFile>,
}

#[derive(Clone, Copy)]
struct Shelves {
    place: Place,
    /// In the order of the releases, those without files left out.
    found: RwSignal<Vec<Shelf>>,
    waiting: StoredValue<VecDeque<String>>,
    /// All versions, in order.
    versions: StoredValue<Vec<String>>,
    /// How many were asked for, are here, and could not be had.
    asked: RwSignal<usize>,
    looked: RwSignal<usize>,
    failed: RwSignal<usize>,
    leaving: RwSignal<Option<(String, ReleaseFile)>>,
    asking: Asking,
}

/// The panel.
pub fn releases(place: Place) -> AnyView {
    let list = load(move |cancel| {
        let (organization, project) = (place.organization(), place.slug());
        Box::pin(async move { list_project_releases(&organization, &project, &cancel).await })
    });
    let body = move || {
        match list.get() {
        Load::Ready(all) if all.is_empty() => nothing(
            "No releases yet",
            "A release comes with the first event that names it. Uploads with debug ids need none: they are used all the same.",
            ().into_any(),
        )
        .into_any(),
        Load::Ready(all) => shelves(place, &all),
        Load::Failed(error) => failed(&error, move || list.reload()).into_any(),
        Load::Loading | Load::Slow => view! { <div class="panel-body">{waiting(4)}</div> }.into_any(),
    }
    };
    view! {
        <section class="panel" aria-labelledby=HEADING>
            <header><h2 id=HEADING tabindex="-1">"Uploaded for releases"</h2></header>
            {changing(body)}
        </section>
    }
    .into_any()
}

fn shelves(place: Place, all: &[Release]) -> AnyView {
    let shelves = Shelves {
        place,
        found: RwSignal::new(Vec::new()),
        waiting: StoredValue::new(VecDeque::new()),
        versions: StoredValue::new(all.iter().map(|release| release.version.clone()).collect()),
        asked: RwSignal::new(0),
        looked: RwSignal::new(0),
        failed: RwSignal::new(0),
        leaving: RwSignal::new(None),
        asking: Asking::closed(),
    };
    shelves.look();
    let count = all.len();
    let more = move || {
        let left = count - shelves.asked.get();
        (left > 0 && !shelves.is_looking()).then(|| {
            let label = format!("Look at {} older releases", left.min(A_TURN));
            view! {
                <button class="btn small" type="button" on:click=move |_| shelves.look()>{label}</button>
            }
            .into_any()
        })
    };
    view! {
        <p class="note" role="status">{changing_text(move || shelves.said())}</p>
        {changing(move || rows(shelves))}
        {maybe(more)}
        {shelves.asking.view(move || question(shelves))}
    }
    .into_any()
}

impl Shelves {
    fn is_looking(self) -> bool {
        self.looked.get() < self.asked.get()
    }

    /// Asks for the files of the next releases.
    fn look(self) {
        let asked = self.asked.get_untracked();
        let next: Vec<String> = self
            .versions
            .with_value(|all| all.iter().skip(asked).take(A_TURN).cloned().collect());
        self.asked.set(asked + next.len());
        self.waiting.update_value(|waiting| waiting.extend(next));
        for _ in 0..AT_ONCE {
            spawn(self.work());
        }
    }

    async fn work(self) {
        let organization = self.place.organization();
        while let Some(version) = self.waiting.try_update_value(VecDeque::pop_front).flatten() {
            match list_release_files(&organization, &version, &Cancel::never()).await {
                Ok(files) if files.is_empty() => {}
                Ok(files) => self.put(Shelf { version, files }),
                Err(_) => {
                    self.failed.try_update(|failed| *failed += 1);
                }
            }
            self.looked.try_update(|looked| *looked += 1);
        }
    }

    fn put(self, shelf: Shelf) {
        let Some(versions) = self.versions.try_get_value() else {
            return;
        };
        self.found.try_update(|found| {
            found.push(shelf);
            found.sort_by_key(|shelf| versions.iter().position(|version| *version == shelf.version));
        });
    }

    fn said(self) -> String {
        let (looked, with) = (self.looked.get(), self.found.with(Vec::len));
        let failed = match self.failed.get() {
            0 => String::new(),
            count => format!(" {} could not be asked.", counted(count as u64, "release", "releases")),
        };
        if self.is_looking() {
            return "Looking for files…".to_owned();
        }
        let releases = counted(looked as u64, "release", "releases");
        match with {
            0 => format!("None of the newest {releases} has files.{failed}"),
            _ => format!(
                "{with} of the newest {releases} {} files.{failed}",
                if with == 1 { "has" } else { "have" }
            ),
        }
    }
}

fn rows(shelves: Shelves) -> AnyView {
    let all: Vec<AnyView> = shelves
        .found
        .get()
        .into_iter()
        .map(|shelf| view_of(shelves, &shelf))
        .collect();
    view! { <div class="prj-shelves">{all}</div> }.into_any()
}

fn view_of(shelves: Shelves, shelf: &Shelf) -> AnyView {
    let rows: Vec<AnyView> = shelf
        .files
        .iter()
        .map(|file| row(shelves, &shelf.version, file))
        .collect();
    let count = counted(shelf.files.len() as u64, "file", "files");
    view! {
        <details class="prj-details" open=shelf.files.len() <= 10>
            <summary><b>{reveal(&shelf.version)}</b> " " <small>{count}</small></summary>
            <ul class="things" aria-label=format!("Files of {}", reveal(&shelf.version))>{rows}</ul>
        </details>
    }
    .into_any()
}

fn row(shelves: Shelves, version: &str, file: &ReleaseFile) -> AnyView {
    let header = |name: &str| file.headers.as_ref().and_then(|headers| headers.get(name)).cloned();
    let facts = [file.size.map(size_text), header("debug-id"), header("sourcemap")];
    let facts: Vec<String> = facts.into_iter().flatten().map(|fact| reveal(&fact)).collect();
    let name = reveal(&file.name);
    let label = format!("Delete {name}");
    let leaving = (version.to_owned(), file.clone());
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

fn question(shelves: Shelves) -> Question {
    let name = shelves
        .leaving
        .get()
        .map(|(_, file)| reveal(&file.name))
        .unwrap_or_default();
    Question {
        title: "Delete this file?".to_owned(),
        what_goes: view! {
            <p>
                "“" <b class="confirm-name">{name}</b> "”: new events of the release are shown as minified from now on, until it is \
                 uploaded again. Events that are there already stay as they are."
            </p>
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
    let Some((version, file)) = shelves.leaving.get_untracked() else {
        return;
    };
    let toasts = shelves.place.toasts;
    let (of, id) = (version.clone(), file.id.clone());
    let work = async move {
        match delete_release_file(&shelves.place.organization(), &of, &id).await {
            Ok(()) | Err(ApiError::NotFound) => Ok(()),
            Err(error) => Err(format!("The file was not deleted. {}", error.sentence())),
        }
    };
    shelves.asking.act(work, move |()| {
        shelves.found.try_update(|found| {
            for shelf in found.iter_mut().filter(|shelf| shelf.version == version) {
                shelf.files.retain(|own| own.id != file.id);
            }
            found.retain(|shelf| !shelf.files.is_empty());
        });
        toasts.say(format!("“{}” was deleted", reveal(&file.name)));
        spawn(async {
            wait::frame().await;
            dom::focus(dom::by_id(HEADING));
        });
    });
}
