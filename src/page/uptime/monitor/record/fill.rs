//! Reading a list until a span of it is loaded: the newest missing part first, one page at a time.

use super::super::zone::now;
use super::{Lane, MonitorRecord, Reading};
use crate::api::client::Cancel;
use crate::api::monitors::list_checks;
use crate::browser::intl;
use glint_model::error::ApiError;
use glint_model::monitor_page::{Progress, pages_of};
use glint_model::timestamp::Timestamp;
use glint_model::uptime::{Ask, Check, History, Page, Record, Span};
use leptos::prelude::*;

/// What has come is shown so often while more comes: milliseconds.
const SHOW_MS: i64 = 400;
/// And kept after so many pages.
const KEEP_PAGES: u64 = 20;

/// A page with so many checks is full.
const FULL: usize = 100;

/// What one page needs to be asked for.
struct Step {
    ask: Ask,
    cursor: Option<String>,
    /// Whether the cursor is made here.
    is_made: bool,
}

/// The way on from the page before, by the server's own link.
struct Link {
    cursor: String,
    before: Timestamp,
}

impl MonitorRecord {
    /// Reads until the span is loaded, or so many pages have come. The first page may be asked for by a cursor that is made
    /// here; a server that does not follow it is paged from the newest on by its own links.
    pub(super) async fn fill(self, lane: Lane, wanted: Span, most: u64, cancel: &Cancel) -> Reading {
        let mut link: Option<Link> = None;
        let mut pages = 0;
        let mut shown_at = intl::now_ms();
        loop {
            let Some(ask) = self
                .peek(|history| Some(record_of(history, lane).next_ask(wanted)))
                .flatten()
            else {
                break self.finished(Reading::Whole);
            };
            if pages >= most {
                break self.finished(Reading::Paused);
            }
            lane.reading
                .try_set(Reading::UnderWay(self.progress(lane, wanted, pages)));
            let Some(step) = lane.step(ask, link.take(), pages) else {
                break self.finished(Reading::Whole);
            };
            let Some((organization, monitor)) = self.place() else {
                break Reading::Idle;
            };
            let asked_at = now();
            let answer = list_checks(&organization, monitor, lane.only_changes, step.cursor, cancel).await;
            if cancel.is_cancelled() {
                break Reading::Idle;
            }
            let page = match answer {
                Ok(page) => page,
                // A cursor that is made here may be refused as none.
                Err(ApiError::Invalid(_) | ApiError::NotFound) if step.is_made && lane.goes_on(None) => continue,
                Err(error) => break self.finished(Reading::Failed(error)),
            };
            pages += 1;
            if page.hits.is_some() {
                lane.hits.try_set(page.hits);
            }
            let left_out = u64::try_from(page.left_out.len()).unwrap_or_default();
            if left_out > 0 {
                lane.left_out.try_update(|count| *count += left_out);
            }
            let checks: Vec<Check> = page.items.iter().map(Check::from).collect();
            let oldest = checks.iter().map(|check| check.at).min();
            let has_grown = self.take(
                lane,
                &Page {
                    ask: step.ask,
                    checks: &checks,
                    has_next: page.next.is_some(),
                    asked_at,
                },
            );
            link = page.next.zip(oldest).map(|(cursor, before)| Link { cursor, before });
            if !has_grown && !lane.goes_on(link.as_ref()) {
                break self.finished(Reading::Whole);
            }
            if intl::now_ms() - shown_at >= SHOW_MS {
                self.change(|_| {});
                shown_at = intl::now_ms();
            }
            if pages % KEEP_PAGES == 0 {
                self.keep_new();
            }
        }
    }

    /// Asks for the page with the oldest checks, once: where the record begins.
    pub(super) async fn find_beginning(self, cancel: &Cancel) {
        let is_known = self.peek(|history| history.checks.begins().is_some());
        let is_by_links = self.checks.by_links.try_get_value() != Some(false);
        if is_known || is_by_links || self.has_sought.try_get_value() != Some(false) {
            return;
        }
        self.has_sought.set_value(true);
        let Some((organization, monitor)) = self.place() else {
            return;
        };
        let asked_at = now();
        let answer = list_checks(&organization, monitor, false, Ask::Oldest.cursor(), cancel).await;
        let Ok(page) = answer else { return };
        let checks: Vec<Check> = page.items.iter().map(Check::from).collect();
        let newest = checks.iter().map(|check| check.at).max();
        let known_from = self.peek(|history| history.checks.loaded().last().map(|span| span.start));
        // A server that does not follow the cursor gives the newest page. One that does may still name a next one.
        let is_oldest = newest < known_from || checks.len() < FULL || page.next.is_none();
        if cancel.is_cancelled() || !is_oldest {
            return;
        }
        self.has_new.try_set_value(true);
        self.change(|history| {
            history.checks.add(&Page {
                ask: Ask::Oldest,
                checks: &checks,
                has_next: false,
                asked_at,
            });
        });
    }

    /// Takes a page in; false when nothing has come of it.
    fn take(self, lane: Lane, page: &Page<'_>) -> bool {
        let mut has_grown = false;
        self.has_new.try_set_value(true);
        self.history.try_update_value(|history| {
            let record = match lane.only_changes {
                true => &mut history.changes,
                false => &mut history.checks,
            };
            let before = (record.loaded().clone(), record.begins(), record.asked_at());
            let is_followed = record.add(page);
            has_grown = is_followed && before != (record.loaded().clone(), record.begins(), record.asked_at());
        });
        has_grown
    }

    fn progress(self, lane: Lane, wanted: Span, pages: u64) -> Progress {
        let missing_ms = self
            .peek(|history| Some(record_of(history, lane).missing(wanted).len_ms()))
            .unwrap_or_default();
        let share = self.peek(|history| record_of(history, lane).share_loaded(wanted));
        let left = if lane.only_changes {
            let all = lane.hits.try_get_untracked().flatten().and_then(|hits| hits.pages());
            all.map(|all| all.saturating_sub(pages))
        } else {
            Some(pages_of(
                missing_ms,
                self.interval_s.try_get_untracked().unwrap_or_default(),
            ))
        };
        Progress { pages, left, share }
    }

    /// Shows all that has come.
    fn finished(self, reading: Reading) -> Reading {
        self.change(|_| {});
        reading
    }
}

impl Lane {
    /// How the next page is asked for. The server's own link is taken where it leads to the same place.
    fn step(self, ask: Ask, link: Option<Link>, pages: u64) -> Option<Step> {
        let is_by_links = self.by_links.try_get_value().unwrap_or(true);
        match (ask, link) {
            (_, Some(link)) if is_by_links => Some(Step {
                ask: Ask::Before(link.before),
                cursor: Some(link.cursor),
                is_made: false,
            }),
            (Ask::Before(at), Some(link)) if at == link.before => Some(Step {
                ask,
                cursor: Some(link.cursor),
                is_made: false,
            }),
            // At the end of what its own links lead to.
            (_, None) if is_by_links && pages > 1 => None,
            _ if is_by_links => Some(Step {
                ask: Ask::Newest,
                cursor: None,
                is_made: false,
            }),
            _ => Some(Step {
                ask,
                cursor: ask.cursor(),
                is_made: ask != Ask::Newest,
            }),
        }
    }

    /// Whether there is another way on when a page has brought nothing: by the server's own links from the newest page.
    fn goes_on(self, link: Option<&Link>) -> bool {
        match self.by_links.try_get_value() {
            Some(false) => {
                self.by_links.try_set_value(true);
                true
            }
            Some(true) => link.is_some(),
            None => false,
        }
    }
}

fn record_of(history: &History, lane: Lane) -> &Record {
    match lane.only_changes {
        true => &history.changes,
        false => &history.checks,
    }
}
