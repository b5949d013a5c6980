//! Asking again and again: only while somebody looks, in one tab of those that show the same, and less often when the server
//! is slow or gone.

use super::{Live, Trouble};
use crate::api::client::Cancel;
use crate::browser::tabs::{Channel, take_turn};
use crate::browser::{intl, wait};
use crate::reactive::{effect, spawn};
use glint_model::monitor_wall::Pace;
use leptos::prelude::*;

/// Nothing is asked for sooner than this after something has changed: milliseconds.
const SOONEST_MS: i64 = 1000;
/// Stands between the texts that tabs tell one another; no JSON text has it.
const BETWEEN: char = '\u{1e}';

/// Asks while there is a name and somebody looks.
pub(super) fn keep_asking(live: Live, name: Box<dyn Fn() -> Option<String> + Send + Sync>) {
    let name = Memo::new(move |_| name().filter(|_| live.is_visible.get()));
    effect(move || {
        let name = name.get();
        stop(live);
        let channel = name
            .as_deref()
            .and_then(|name| Channel::open(name, move |text| hear(live, text)));
        live.channel.set_value(channel);
        if let Some(name) = name.filter(|_| !Live::is_manual()) {
            start(live, &name);
        }
    });
    on_cleanup(move || {
        live.count.try_update_value(|count| *count += 1);
        live.under_way.try_with_value(Cancel::cancel);
    });
}

/// Asks at once, unless it is being asked for.
pub(super) fn ask_now(live: Live) {
    if let Some(count) = live.count.try_get_value() {
        spawn(ask_once(live, count));
    }
}

fn start(live: Live, name: &str) {
    let count = live.count.get_value();
    let turn = take_turn(name, move || spawn(run(live, count)));
    live.turn.set_value(Some(turn));
}

fn stop(live: Live) {
    live.count.update_value(|count| *count += 1);
    live.under_way.with_value(Cancel::cancel);
    live.is_asking.set(false);
    live.turn.set_value(None);
}

async fn run(live: Live, count: u32) {
    while let Some(wait_ms) = wait_ms(live) {
        wait::milliseconds(wait_ms).await;
        if live.count.try_get_value() != Some(count) {
            return;
        }
        // It may have been asked for meanwhile, here or in another tab.
        if self::wait_ms(live).is_some_and(|wait_ms| i64::from(wait_ms) > SOONEST_MS) {
            continue;
        }
        ask_once(live, count).await;
    }
}

async fn ask_once(live: Live, count: u32) {
    let Some((ask, take)) = live.run.try_get_value().flatten() else {
        return;
    };
    if live.is_asking.try_get_untracked() != Some(false) {
        return;
    }
    let cancel = Cancel::new();
    let asked_at_ms = intl::now_ms();
    live.under_way.set_value(cancel.clone());
    live.tried_at_ms.set_value(asked_at_ms);
    live.is_asking.set(true);
    let answer = ask(cancel.clone()).await;
    if cancel.is_cancelled() || live.count.try_get_value() != Some(count) {
        return;
    }
    live.is_asking.set(false);
    match answer {
        Ok(texts) => {
            live.channel.with_value(|channel| {
                if let Some(channel) = channel {
                    channel.tell(&told(asked_at_ms, &texts));
                }
            });
            live.heard(asked_at_ms, intl::now_ms() - asked_at_ms);
            take(texts);
        }
        Err(error) => {
            live.pace.update_value(Pace::failed);
            let since_ms = live
                .trouble
                .with_untracked(|trouble| trouble.as_ref().map_or(asked_at_ms, |trouble| trouble.since_ms));
            live.trouble.set(Some(Trouble { since_ms, error }));
            live.failed_at_ms.set(Some(intl::now_ms()));
            live.now_ms.set(intl::now_ms());
        }
    }
}

/// How long until it is time to ask; None when the page is gone.
fn wait_ms(live: Live) -> Option<i32> {
    let due = live.tried_at_ms.try_get_value()? + live.pace.try_get_value()?.next_ms();
    i32::try_from((due - intl::now_ms()).max(SOONEST_MS)).ok()
}

fn told(asked_at_ms: i64, texts: &[String]) -> String {
    let mut text = asked_at_ms.to_string();
    for one in texts {
        text.push(BETWEEN);
        text.push_str(one);
    }
    text
}

/// Takes what another tab was told.
fn hear(live: Live, text: &str) {
    let mut parts = text.split(BETWEEN);
    let asked_at_ms = parts.next().and_then(|text| text.parse().ok());
    let run = live.run.try_get_value().flatten();
    if let (Some(asked_at_ms), Some((_, take))) = (asked_at_ms, run) {
        live.heard(asked_at_ms, 0);
        take(parts.map(str::to_owned).collect());
    }
}
