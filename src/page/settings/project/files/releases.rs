//! Releases with the files that were uploaded for them. The server says of each release only when it is asked, so the newest are
//! asked first, a few at a time.

mod shelf;

use super::super::place::Place;
use crate::api::client::Cancel;
use crate::api::release_files::{list_project_releases, list_release_files};
use crate::browser::{dom, wait};
use crate::load::{Load, load};
use crate::reactive::{aria, attribute, changing, changing_text, maybe, spawn};
use crate::ui::form::Asking;
use crate::ui::state::{failed, nothing, waiting};
use glint_model::project_form::files_found;
use glint_model::text::counted;
use glint_model::wire::release::Release;
use glint_model::wire::release_file::ReleaseFile;
use leptos::prelude::*;
use shelf::{question, view_of};
use std::collections::VecDeque;

/// So many releases are asked for their files at a time, and so many of these at once.
const A_TURN: usize = 20;
const AT_ONCE: usize = 4;

/// The heading takes the focus when a file is gone, and when a button is that had it.
const HEADING: &str = "prj-releases";

/// The line that says what was found, with its buttons.
const LINE: &str = "prj-releases-line";

/// A release that has files.
#[derive(Clone)]
struct Shelf {
    /// Its place among the releases.
    at: usize,
    files: ArcRwSignal<Vec<ReleaseFile>>,
}

#[derive(Clone, Copy)]
struct Shelves {
    place: Place,
    /// All releases, the newest first.
    releases: StoredValue<Vec<Release>>,
    /// Those with files, in the order of the releases.
    found: RwSignal<Vec<Shelf>>,
    /// The places of those that are to be asked.
    waiting: StoredValue<VecDeque<usize>>,
    /// How many of the newest were asked for, or are about to be.
    asked: RwSignal<usize>,
    /// How many of these have not answered yet.
    under_way: RwSignal<usize>,
    /// The places of those that could not be had.
    failed: RwSignal<Vec<usize>>,
    /// The file that is about to be deleted, and the place of its release.
    leaving: RwSignal<Option<(usize, ReleaseFile)>>,
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
        Load::Ready(all) => shelves(place, all),
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

fn shelves(place: Place, all: Vec<Release>) -> AnyView {
    let shelves = Shelves {
        place,
        releases: StoredValue::new(all),
        found: RwSignal::new(Vec::new()),
        waiting: StoredValue::new(VecDeque::new()),
        asked: RwSignal::new(0),
        under_way: RwSignal::new(0),
        failed: RwSignal::new(Vec::new()),
        leaving: RwSignal::new(None),
        asking: Asking::closed(),
    };
    shelves.look();
    let is_partial = Memo::new(move |_| shelves.failed.with(|failed| !failed.is_empty()));
    let goes_on = Memo::new(move |_| shelves.left() > 0 || shelves.is_looking() && shelves.asked.get() > A_TURN);
    let again = move || {
        let retry = move || shelves.retry();
        is_partial
            .get()
            .then(|| button(shelves, attribute(|| "Try again".to_owned()), retry))
    };
    let more = move || {
        let look = move || shelves.look();
        goes_on
            .get()
            .then(|| button(shelves, attribute(move || shelves.more_label()), look))
    };
    view! {
        <p class="note" role="status">{changing_text(move || shelves.said())}</p>
        <div class="prj-shelves">
            <For each=move || shelves.found.get() key=|shelf| shelf.at children=move |shelf| view_of(shelves, &shelf) />
        </div>
        <div class="prj-shelves-more" id=LINE>
            {maybe(again)}
            {maybe(more)}
        </div>
        {shelves.asking.view(move || question(shelves))}
    }
    .into_any()
}

/// It stays while releases are asked, so that the focus does.
fn button(shelves: Shelves, label: Signal<String>, press: impl Fn() + 'static) -> AnyView {
    view! {
        <button
            class="btn small"
            type="button"
            aria-disabled=aria(move || shelves.is_looking())
            on:click=move |_| {
                if !untrack(|| shelves.is_looking()) {
                    press();
                }
            }
        >
            {changing_text(move || label.get())}
        </button>
    }
    .into_any()
}

impl Shelves {
    /// Tracked, like what follows.
    fn is_looking(self) -> bool {
        self.under_way.get() > 0
    }

    fn left(self) -> usize {
        self.releases.with_value(Vec::len) - self.asked.get()
    }

    fn more_label(self) -> String {
        match self.left().min(A_TURN) {
            0 => "Looking…".to_owned(),
            count => format!("Look at {}", counted(count as u64, "older release", "older releases")),
        }
    }

    fn said(self) -> String {
        if self.is_looking() {
            return "Looking for files…".to_owned();
        }
        let count = self.releases.with_value(Vec::len);
        let (asked, failed) = (self.asked.get(), self.failed.with(Vec::len));
        files_found(self.found.with(Vec::len), asked, failed, count)
    }

    /// Asks for the files of the next releases.
    fn look(self) {
        let asked = self.asked.get_untracked();
        let next = (asked + A_TURN).min(self.releases.with_value(Vec::len));
        self.asked.set(next);
        self.ask((asked..next).collect());
    }

    /// Asks again for those that could not be had.
    fn retry(self) {
        self.ask(self.failed.get_untracked());
    }

    fn ask(self, places: Vec<usize>) {
        self.under_way.update(|count| *count += places.len());
        self.waiting.update_value(|waiting| waiting.extend(places));
        for _ in 0..AT_ONCE {
            spawn(self.work());
        }
    }

    async fn work(self) {
        let organization = self.place.organization();
        while let Some(at) = self.waiting.try_update_value(VecDeque::pop_front).flatten() {
            let Some(version) = self.version(at) else { return };
            let answer = list_release_files(&organization, &version, &Cancel::never()).await;
            self.failed.try_update(|failed| {
                failed.retain(|own| *own != at);
                if answer.is_err() {
                    failed.push(at);
                }
            });
            if let Ok(files) = answer
                && !files.is_empty()
            {
                self.put(at, files);
            }
            self.answered();
        }
    }

    fn version(self, at: usize) -> Option<String> {
        let version = |all: &Vec<Release>| all.get(at).map(|release| release.version.clone());
        self.releases.try_with_value(version).flatten()
    }

    fn put(self, at: usize, files: Vec<ReleaseFile>) {
        self.found.try_update(|found| {
            let files = ArcRwSignal::new(files);
            let before = found.partition_point(|shelf| shelf.at < at);
            found.insert(before, Shelf { at, files });
        });
    }

    /// One more is done. A button that is not needed any more hands on the focus.
    fn answered(self) {
        let had_focus = dom::is_focus_within(&format!("#{LINE}"));
        self.under_way.try_update(|count| *count -= 1);
        if had_focus {
            spawn(async {
                wait::frame().await;
                if !dom::is_focus_within(&format!("#{LINE}")) {
                    dom::focus(dom::by_id(HEADING));
                }
            });
        }
    }

    /// Takes away a file that is gone, and the shelf with its last one.
    fn take_out(self, at: usize, id: &str) {
        self.found.try_update(|found| {
            for shelf in found.iter().filter(|shelf| shelf.at == at) {
                shelf.files.update(|files| files.retain(|file| file.id != id));
            }
            found.retain(|shelf| shelf.files.with_untracked(|files| !files.is_empty()));
        });
    }
}
