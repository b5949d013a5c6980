use super::{Change, Known, NoticeSettings, Picture, Teller, What, Words, rest_ms};
use crate::id::MonitorId;
use crate::timestamp::Timestamp;
use crate::wire::monitor::Monitor;

const MINUTE: i64 = 60_000;

fn known(id: i64, is_up: Option<bool>, since: i64) -> Known {
    Known {
        id: MonitorId(id),
        name: format!("M{id}"),
        is_up,
        since: Some(Timestamp(since)),
        why: None,
    }
}

fn up(id: i64, since: i64) -> Known {
    known(id, Some(true), since)
}

fn down(id: i64, since: i64) -> Known {
    known(id, Some(false), since)
}

fn whats(changes: &[Change]) -> Vec<(What, i64)> {
    changes
        .iter()
        .map(|change| (change.what, change.monitor.id.0))
        .collect()
}

fn whole(monitors: Vec<Known>) -> Picture {
    Picture {
        monitors,
        is_whole: true,
    }
}

/// Hears list after list and collects the titles of what is told.
struct Reader {
    picture: Picture,
    teller: Teller,
}

impl Reader {
    fn with(monitors: Vec<Known>) -> Self {
        Self {
            picture: whole(monitors),
            teller: Teller::default(),
        }
    }

    fn hear(&mut self, monitors: Vec<Known>, now_ms: i64, is_quiet: bool) -> Vec<String> {
        let changes = self.picture.take_all(monitors);
        let words = Words {
            organization: "Acme",
            clock: &|at| format!("{}", at.0 / MINUTE),
        };
        let notices = self.teller.tell(&changes, &self.picture, now_ms, is_quiet, &words);
        notices
            .into_iter()
            .map(|notice| format!("{} | {}", notice.title, notice.body))
            .collect()
    }
}

#[test]
fn two_lists_are_compared() {
    let mut picture = whole(vec![
        up(1, 1),
        down(2, 1),
        up(3, 1),
        down(4, 1),
        known(5, None, 0),
        up(6, 1),
        up(7, 5),
    ]);
    let changes = picture.take_all(vec![
        down(1, 2),
        up(2, 2),
        up(3, 2),
        down(4, 2),
        down(5, 2),
        up(8, 2),
        // Overtaken by a later answer.
        down(7, 4),
    ]);
    assert_eq!(
        whats(&changes),
        [
            (What::WentDown, 1),
            (What::CameUp, 2),
            (What::WasDown, 3),
            (What::WasUp, 4),
            (What::WentDown, 5),
            (What::New, 8),
            (What::Gone, 6),
        ]
    );
    assert_eq!(picture.monitors.len(), 7);
}

#[test]
fn the_first_whole_list_makes_nothing_new() {
    let mut picture = Picture::default();
    assert!(picture.take_one(up(1, 1)).is_empty());
    let changes = picture.take_all(vec![down(1, 2), up(2, 1)]);
    assert_eq!(whats(&changes), [(What::WentDown, 1)]);
    assert!(picture.is_whole);
    assert_eq!(whats(&picture.take_one(up(1, 3))), [(What::CameUp, 1)]);
    assert!(picture.take_one(up(9, 1)).is_empty());
    picture.take_gone(MonitorId(9));
    picture.take_gone(MonitorId(2));
    assert_eq!(picture.monitors, [up(1, 3)]);
    let first = known(3, None, 0);
    picture.take_one(first);
    assert!(
        picture.take_one(up(3, 4)).is_empty(),
        "a first check that finds it up is no news"
    );
}

#[test]
fn the_title_says_what_is_down() {
    assert_eq!(whole(vec![up(1, 1), known(2, None, 0)]).title_mark(), None);
    assert_eq!(
        whole(vec![up(1, 1), down(2, 1)]).title_mark().as_deref(),
        Some("1 down: M2")
    );
    assert_eq!(
        whole(vec![down(1, 1), down(2, 1)]).title_mark().as_deref(),
        Some("2 down")
    );
    let long = Known {
        name: "A name that goes on and on and on".to_owned(),
        ..down(1, 1)
    };
    let mut part = Picture::default();
    part.take_one(long.clone());
    assert_eq!(part.title_mark(), None, "there may be more");
    assert_eq!(
        whole(vec![long]).title_mark().as_deref(),
        Some("1 down: A name that goes on and on a…")
    );
}

#[test]
fn the_latest_outage_comes_first() {
    let picture = whole(vec![down(1, 5), down(2, 9), up(3, 11), down(4, 9)]);
    let ids: Vec<i64> = picture.down().iter().map(|known| known.id.0).collect();
    assert_eq!(ids, [4, 2, 1]);
}

#[test]
fn each_change_has_its_words() {
    let mut reader = Reader::with(vec![up(1, 0), down(2, 3 * MINUTE), up(3, 0)]);
    let told = reader.hear(
        vec![down(1, 60 * MINUTE), up(2, 61 * MINUTE), up(3, 62 * MINUTE)],
        62 * MINUTE,
        false,
    );
    assert_eq!(
        told,
        [
            "M1 is down | Down since 60 · Acme",
            "M2 is up again | Down from 3 to 61 · Acme",
            "M3 was down for a moment | Up again since 62 · Acme",
        ]
    );
    let now = 63 * MINUTE;
    let told = reader.hear(vec![down(1, 60 * MINUTE), up(2, 61 * MINUTE), down(4, now)], now, false);
    assert_eq!(
        told,
        ["M4 is down | Down since 63 · Acme"],
        "new ones only when they are down"
    );
}

#[test]
fn many_at_once_are_one() {
    let all = |state: fn(i64, i64) -> Known, at| (1..=5).map(|id| state(id, at)).collect::<Vec<Known>>();
    let mut reader = Reader::with(all(up, 0));
    assert_eq!(
        reader.hear(all(down, 1), 1, false),
        ["5 monitors are down | M1, M2, M3 and 2 more · Acme"]
    );
    assert_eq!(
        reader.hear(all(up, 2), 2, false),
        ["5 monitors are up again | M1, M2, M3 and 2 more · Acme"]
    );
    let mut three = all(up, 2);
    three.truncate(2);
    three.extend((3..=5).map(|id| down(id, 3)));
    assert_eq!(
        reader.hear(three.clone(), 3, false).len(),
        3,
        "three are told one by one"
    );
    three.extend((6..=9).map(|id| down(id, 4)));
    for known in &mut three {
        if known.id.0 == 3 {
            *known = up(3, 4);
        }
    }
    // Every notice of the fourth round is about another monitor.
    let mut reader = Reader::with(vec![down(3, 3)]);
    three.retain(|known| known.id.0 >= 6 || known.id.0 == 3);
    assert_eq!(
        reader.hear(three, 4, false),
        ["4 monitors are down, 1 up again | M6, M7, M8 and 1 more · Acme"]
    );
}

#[test]
fn a_restless_one_is_told_of_once_and_again_when_it_keeps_still() {
    let mut reader = Reader::with(vec![up(1, 0)]);
    let mut told = Vec::new();
    for minute in 1..=10 {
        let at = minute * MINUTE;
        let state = if minute % 2 == 1 { down(1, at) } else { up(1, at) };
        told.extend(reader.hear(vec![state], at, false));
    }
    assert_eq!(told.len(), 4, "{told:#?}");
    assert!(
        told.last()
            .is_some_and(|last| last.starts_with("M1 keeps going up and down |"))
    );
    assert!(reader.hear(vec![up(1, 10 * MINUTE)], 24 * MINUTE, false).is_empty());
    assert_eq!(
        reader.hear(vec![up(1, 10 * MINUTE)], 25 * MINUTE, false),
        ["M1 stays up | Up since 10 · Acme"]
    );
    assert_eq!(
        reader.hear(vec![down(1, 26 * MINUTE)], 26 * MINUTE, false),
        ["M1 is down | Down since 26 · Acme"],
        "from then on as any other"
    );
}

#[test]
fn a_list_that_missed_changes_counts_them() {
    let mut reader = Reader::with(vec![up(1, 0)]);
    assert_eq!(reader.hear(vec![up(1, MINUTE)], MINUTE, false).len(), 1);
    let told = reader.hear(vec![up(1, 2 * MINUTE)], 2 * MINUTE, false);
    assert!(
        told.first().is_some_and(|text| text.contains("keeps going")),
        "{told:?}"
    );
}

#[test]
fn in_the_quiet_hours_nothing_is_told_and_what_is_still_down_comes_after() {
    let mut reader = Reader::with(vec![up(1, 0), up(2, 0)]);
    assert!(
        reader
            .hear(vec![down(1, MINUTE), down(2, MINUTE)], MINUTE, true)
            .is_empty()
    );
    assert!(
        reader
            .hear(vec![down(1, MINUTE), up(2, 2 * MINUTE)], 2 * MINUTE, true)
            .is_empty()
    );
    assert_eq!(
        reader.hear(vec![down(1, MINUTE), up(2, 2 * MINUTE)], 3 * MINUTE, false),
        ["M1 is down | It went down in the quiet hours. Down since 1 · Acme"]
    );
    assert!(
        reader
            .hear(vec![down(1, MINUTE), up(2, 2 * MINUTE)], 4 * MINUTE, false)
            .is_empty()
    );
}

#[test]
fn what_went_is_forgotten() {
    let mut reader = Reader::with(vec![up(1, 0)]);
    assert!(reader.hear(vec![down(1, MINUTE)], MINUTE, true).is_empty());
    assert!(reader.hear(Vec::new(), 2 * MINUTE, true).is_empty());
    assert!(reader.hear(Vec::new(), 3 * MINUTE, false).is_empty());
}

#[test]
fn names_are_made_fit_to_be_shown() {
    let monitor = |name: &str| {
        let text = serde_json::json!({
            "monitorType": "GET", "id": 7, "created": "2026-11-23T08:15:00Z", "interval": 60, "name": name,
        });
        Known::of(&serde_json::from_value::<Monitor>(text).expect("a monitor")).name
    };
    assert_eq!(monitor("Shop API"), "Shop API");
    assert_eq!(monitor(" "), "Monitor 7");
    assert_eq!(monitor("x").len(), 1);
    assert_eq!(monitor(&"ä".repeat(100)).chars().count(), 61);
    assert!(!monitor("a\u{202e}b").contains('\u{202e}'));
}

#[test]
fn the_reason_is_told_when_it_is_known() {
    let known = |kind: &str, is_up: bool, reason: Option<i64>| {
        let text = serde_json::json!({
            "monitorType": kind, "id": 7, "created": "2026-11-23T08:15:00Z", "interval": 60, "name": "A", "isUp": is_up,
            "checks": [{ "isUp": is_up, "startCheck": "2026-11-23T08:15:00Z", "reason": reason }],
        });
        Known::of(&serde_json::from_value::<Monitor>(text).expect("a monitor"))
    };
    for (kind, is_up, reason, want) in [
        ("GET", false, Some(1), Some("Timeout")),
        ("GET", false, Some(0), None),
        ("GET", false, None, None),
        ("Heartbeat", false, None, Some("Request not received")),
        ("GET", true, None, None),
    ] {
        assert_eq!(known(kind, is_up, reason).why.as_deref(), want, "{kind} {reason:?}");
    }
    let words = Words {
        organization: "Acme",
        clock: &|_| "08:15".to_owned(),
    };
    let mut picture = whole(vec![Known {
        since: Some(Timestamp(0)),
        ..known("GET", true, None)
    }]);
    let mut now = known("GET", false, Some(1));
    now.since = Some(Timestamp(1));
    let changes = picture.take_all(vec![now]);
    let told = Teller::default().tell(&changes, &picture, 1, false, &words);
    assert_eq!(told[0].body, "Timeout. Down since 08:15 · Acme");
}

#[test]
fn other_tabs_read_what_one_tells() {
    let picture = whole(vec![up(1, 1), down(2, 1), known(3, None, 0)]);
    assert_eq!(Picture::from_text(&picture.to_text()), Some(picture));
    assert_eq!(Picture::from_text("no"), None);
}

#[test]
fn the_more_there_are_the_less_often_it_is_asked() {
    for (pages, took_ms, failures, want_s) in [
        (1, 200, 0, 60),
        (0, 0, 0, 60),
        (3, 900, 0, 60),
        (15, 4_000, 0, 300),
        (1, 6_000, 0, 120),
        (1, 200, 1, 120),
        (1, 200, 3, 480),
        (1, 200, 30, 600),
        (usize::MAX, i64::MAX, 0, 600),
    ] {
        assert_eq!(
            rest_ms(pages, took_ms, failures),
            want_s * 1000,
            "{pages} {took_ms} {failures}"
        );
    }
}

#[test]
fn settings_are_read_as_they_are_kept() {
    let mut settings = NoticeSettings::default();
    assert!(!NoticeSettings::is_on(&settings.to_text()));
    settings.notify(true);
    settings.is_quiet = true;
    assert_eq!(settings.to_text(), "on notify quiet 22:00-07:00/1234567");
    assert_eq!(NoticeSettings::parse(&settings.to_text()), settings);
    assert!(NoticeSettings::is_on(&settings.to_text()));
    settings.watch(false);
    assert_eq!(settings.to_text(), "quiet 22:00-07:00/1234567");
    assert_eq!(NoticeSettings::parse("what is this"), NoticeSettings::default());
}
