//! The watch at work: it keeps the picture of the monitors that all tabs share, and shows it.

use super::ask::keep_asking;
use super::tell::Telling;
use super::{Heard, UptimeWatch};
use crate::browser::tabs::Channel;
use crate::browser::{dom, favicon, intl};
use crate::reactive::effect;
use crate::ui::page_title::alarm_in_title;
use glint_model::id::OrganizationSlug;
use glint_model::uptime_watch::{Change, Known, Picture};
use leptos::prelude::*;

/// The watch over one organization, in one tab.
#[derive(Clone, Copy)]
pub(super) struct Work {
    pub watch: UptimeWatch,
    pub organization: StoredValue<OrganizationSlug>,
    pub picture: RwSignal<Picture>,
    /// When all monitors were heard of last, here or in another tab.
    pub heard_at_ms: StoredValue<i64>,
    /// Whether this is the tab that asks and notifies.
    pub is_leading: StoredValue<bool>,
    telling: Telling,
    channel: StoredValue<Option<Channel>, LocalStorage>,
}

/// Watches over the organization as long as its owner is there.
pub fn work(watch: UptimeWatch, organization: OrganizationSlug) {
    let work = Work {
        watch,
        telling: Telling::new(watch, &organization),
        organization: StoredValue::new(organization),
        picture: RwSignal::new(Picture::default()),
        heard_at_ms: StoredValue::new(0),
        is_leading: StoredValue::new(false),
        channel: StoredValue::new_local(None),
    };
    let channel = Channel::open(&work.name(), move |text| {
        if let Some(picture) = Picture::from_text(text) {
            work.hear_of_tab(picture);
        }
    });
    work.channel.set_value(channel);
    effect(move || {
        let heard = work.organization.with_value(|organization| watch.take(organization));
        if !heard.is_empty() {
            work.hear(heard);
        }
    });
    alarm_in_title(move || work.picture.with(Picture::title_mark));
    let down = Memo::new(move |_| work.picture.with(|picture| picture.down().len()));
    effect(move || favicon::show_number(down.get()));
    on_cleanup(|| favicon::show_number(0));
    keep_asking(work);
}

impl Work {
    /// What tabs have in common that watch over the same.
    pub(super) fn name(self) -> String {
        let organization = self.organization.get_value();
        format!("glint.uptime.1 {}{organization}", dom::api_base())
    }

    /// Takes all monitors over, as they were just asked for here.
    pub(super) fn hear_all(self, monitors: Vec<Known>) {
        self.hear(vec![Heard::All(monitors)]);
    }

    fn hear(self, heard: Vec<Heard>) {
        let is_whole = heard.iter().any(|heard| matches!(heard, Heard::All(_)));
        self.change(is_whole, |picture| {
            heard.into_iter().flat_map(|heard| take(picture, heard)).collect()
        });
        let text = self.picture.try_with_untracked(Picture::to_text);
        self.channel.try_with_value(|channel| {
            if let (Some(channel), Some(text)) = (channel, text) {
                channel.tell(&text);
            }
        });
    }

    /// Takes over what another tab knows.
    fn hear_of_tab(self, picture: Picture) {
        let is_whole = picture.is_whole;
        self.change(is_whole, |own| {
            if is_whole {
                return own.take_all(picture.monitors);
            }
            picture
                .monitors
                .into_iter()
                .flat_map(|known| own.take_one(known))
                .collect()
        });
    }

    fn change(self, is_whole: bool, change: impl FnOnce(&mut Picture) -> Vec<Change>) {
        if is_whole {
            self.heard_at_ms.try_set_value(intl::now_ms());
        }
        let changes = self.picture.try_update(change).unwrap_or_default();
        if self.is_leading.try_get_value().unwrap_or_default() {
            self.picture
                .try_with_untracked(|picture| self.telling.tell(&changes, picture));
        }
    }
}

fn take(picture: &mut Picture, heard: Heard) -> Vec<Change> {
    match heard {
        Heard::All(monitors) => picture.take_all(monitors),
        Heard::One(monitor) => picture.take_one(monitor),
        Heard::Gone(id) => {
            picture.take_gone(id);
            Vec::new()
        }
    }
}
