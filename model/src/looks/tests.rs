use super::{Facts, Looks, MOST_FACTS, Mark, VISIT_GAP_MS};
use crate::id::IssueId;
use crate::testing::{issue, texts};
use crate::timestamp::Timestamp;
use crate::wire::issue::Issue;
use crate::wire::issue::IssueStatus::{self, Ignored, Resolved, Unresolved};

/// 2026-11-23T08:15:11.990Z
const NOW: i64 = 1_795_421_711_990;
const HOUR: i64 = 3_600_000;

fn one(id: &str, count: u64, status: IssueStatus, last_seen: i64) -> Issue {
    Issue {
        count,
        status,
        first_seen: Timestamp(NOW - 1000 * HOUR),
        last_seen: Timestamp(last_seen),
        ..issue(id)
    }
}

fn id(id: &str) -> IssueId {
    IssueId::from(id)
}

/// A second visit, an hour after one on which these issues were seen.
fn second_visit(seen: &[Issue]) -> Looks {
    let mut looks = Looks::default().begin(NOW);
    looks.saw(seen, NOW);
    looks.begin(NOW + HOUR)
}

#[test]
fn marks_tell_what_is_different() {
    let looks = second_visit(&[
        one("1", 7, Unresolved, NOW),
        one("2", 7, Resolved, NOW),
        one("3", 7, Ignored, NOW),
        one("4", 1, Unresolved, NOW),
    ]);
    let later = NOW + HOUR;
    for (now, want) in [
        (one("1", 7, Unresolved, NOW), None),
        (one("1", 16, Unresolved, later), None),
        (one("1", 17, Unresolved, later), Some(Mark::Grown(2))),
        (one("1", 700, Resolved, later), Some(Mark::Grown(100))),
        (one("4", 10, Unresolved, later), None),
        (one("4", 11, Unresolved, later), Some(Mark::Grown(11))),
        (one("1", 0, Unresolved, later), None),
        (one("2", 8, Unresolved, later), Some(Mark::Regressed)),
        (one("2", 7, Unresolved, NOW), Some(Mark::Regressed)),
        (one("2", 700, Unresolved, later), Some(Mark::Regressed)),
        (one("2", 8, Resolved, later), None),
        (one("3", 8, Unresolved, later), None),
        (one("9", 1, Unresolved, later), None),
        (
            Issue {
                first_seen: Timestamp(NOW + 1),
                ..one("9", 1, Unresolved, later)
            },
            Some(Mark::New),
        ),
        (
            Issue {
                first_seen: Timestamp(NOW),
                ..one("9", 1, Unresolved, later)
            },
            None,
        ),
    ] {
        assert_eq!(looks.mark(&now), want, "{} {} {:?}", now.id, now.count, now.status);
    }
}

#[test]
fn nothing_is_marked_on_the_first_visit() {
    let mut looks = Looks::default().begin(NOW);
    let new = one("1", 100, Unresolved, NOW);
    assert_eq!((looks.mark(&new), looks.since_ms()), (None, None));
    looks.saw(&[one("1", 1, Resolved, NOW)], NOW);
    looks.decided(&id("2"), Resolved);
    assert_eq!(looks.mark(&new), None);
    assert_eq!(looks.clone().begin(NOW + VISIT_GAP_MS), looks);
}

#[test]
fn a_visit_begins_after_a_pause_only() {
    let mut looks = second_visit(&[one("1", 1, Unresolved, NOW)]);
    assert_eq!(looks.since_ms(), Some(NOW));
    let grown = one("1", 50, Unresolved, NOW + HOUR);
    looks.saw(std::slice::from_ref(&grown), NOW + HOUR);
    for (pause, want) in [
        (0, Some(Mark::Grown(50))),
        (VISIT_GAP_MS, Some(Mark::Grown(50))),
        (-HOUR, Some(Mark::Grown(50))),
        (i64::MIN, Some(Mark::Grown(50))),
        (VISIT_GAP_MS + 1, None),
    ] {
        let reloaded = Looks::from_text(&looks.to_text()).begin((NOW + HOUR).saturating_add(pause));
        assert_eq!(reloaded.mark(&grown), want, "{pause}");
    }
}

#[test]
fn accepting_takes_the_marks_away_until_something_else_happens() {
    let mut looks = second_visit(&[one("1", 1, Unresolved, NOW), one("2", 1, Resolved, NOW)]);
    let seen = [
        one("1", 50, Unresolved, NOW + HOUR),
        one("2", 2, Unresolved, NOW + HOUR),
    ];
    looks.saw(&seen, NOW + HOUR);
    assert!(seen.iter().all(|issue| looks.mark(issue).is_some()));
    looks.accept(NOW + HOUR + 5);
    assert!(seen.iter().all(|issue| looks.mark(issue).is_none()));
    assert_eq!(looks.since_ms(), Some(NOW + HOUR + 5));
    assert_eq!(looks.mark(&one("1", 100, Unresolved, NOW + HOUR)), Some(Mark::Grown(2)));
    let mut nothing = Looks::default();
    nothing.accept(NOW);
    assert_eq!(nothing, Looks::default());
}

#[test]
fn own_decisions_are_no_news() {
    let before = one("1", 7, Unresolved, NOW);
    let mut looks = second_visit(std::slice::from_ref(&before));
    looks.saw(&[one("1", 8, Unresolved, NOW + 10)], NOW + HOUR);
    looks.decided(&id("1"), Resolved);
    assert_eq!(looks.known_status(&id("1")), Some(Resolved));
    assert_eq!(looks.mark(&one("1", 8, Resolved, NOW + 10)), None);
    assert_eq!(
        looks.mark(&one("1", 8, Unresolved, NOW + 10)),
        None,
        "the server lags behind"
    );
    assert_eq!(looks.mark(&one("1", 9, Unresolved, NOW + 20)), Some(Mark::Regressed));
    let next = Looks::from_text(&looks.to_text()).begin(NOW + 9 * HOUR);
    assert_eq!(next.mark(&one("1", 8, Unresolved, NOW + 10)), None);
    assert_eq!(next.mark(&one("1", 9, Unresolved, NOW + 20)), Some(Mark::Regressed));

    looks.decided(&id("1"), Unresolved);
    assert_eq!(looks.mark(&one("1", 9, Unresolved, NOW + 20)), None, "taken back");

    let mut reopened = second_visit(&[one("1", 7, Resolved, NOW)]);
    reopened.decided(&id("1"), Unresolved);
    assert_eq!(reopened.mark(&one("1", 9, Unresolved, NOW + 20)), None);
}

#[test]
fn a_decision_about_an_issue_that_no_list_showed_counts_too() {
    let mut looks = second_visit(&[one("1", 7, Unresolved, NOW)]);
    looks.decided(&id("5"), Resolved);
    assert_eq!(looks.mark(&one("5", 700, Resolved, NOW)), None);
    assert_eq!(looks.mark(&one("5", 700, Unresolved, NOW)), Some(Mark::Regressed));
    assert_eq!(looks.known_status(&id("5")), Some(Resolved));
    assert_eq!(looks.known_status(&id("6")), None);
    looks.decided(&id("a b"), Resolved);
    assert_eq!(looks.known_status(&id("a b")), None);
}

#[test]
fn the_longest_unseen_are_forgotten_first() {
    let many = |from: usize, to: usize| -> Vec<Issue> {
        (from..to)
            .map(|number| one(&number.to_string(), 1, Unresolved, NOW))
            .collect()
    };
    let mut looks = Looks::default();
    looks.saw(&many(0, 500), NOW);
    looks.saw(&many(500, 1500), NOW + 1);
    looks.saw(&many(0, 100), NOW + 2);
    looks.saw(&many(1500, 2800), NOW + 3);
    let facts = |looks: &Looks| looks.latest.as_ref().map_or(0, |look| look.facts.len());
    assert_eq!(facts(&looks), MOST_FACTS);
    let known = |from: usize, to: usize| {
        (from..to)
            .filter(|number| looks.known_status(&id(&number.to_string())).is_some())
            .count()
    };
    assert_eq!((known(0, 100), known(100, 500), known(500, 1500)), (100, 0, 600));
    let mut full = Looks::default();
    full.saw(&many(0, 5000), NOW);
    assert_eq!(facts(&full), MOST_FACTS);
    full.decided(&id("6000"), Resolved);
    assert_eq!(facts(&full), MOST_FACTS);
}

#[test]
fn the_text_is_as_it_is_described() {
    let mut looks = Looks::default();
    looks.saw(&[one("43", 5, Unresolved, 1000), one("42", 3, Unresolved, 2000)], NOW);
    looks.accept(NOW);
    looks.saw(&[one("43", 7, Resolved, 3000), one("44", 1, Ignored, -5)], NOW + 60);
    looks.decided(&id("43"), Unresolved);
    assert_eq!(
        looks.to_text(),
        "looks 1 1795421711990 1795421712050\n42 3u2000+60 =\n43 7u3000+0! =\n44 1i-5+0 -\n"
    );
    assert_eq!(Looks::from_text(&looks.to_text()), looks);
}

#[test]
fn broken_lines_are_dropped() {
    let good = "42 3u2000+60 =";
    for bad in [
        "",
        "43",
        "43 3u2000+60",
        "43 3u2000+60 = =",
        "43 3q2000+60 -",
        "43 u2000+60 -",
        "43 3u+60 -",
        "43 3u2000 -",
        "43 3u2000+ -",
        "43 -3u2000+60 -",
        "43 3é2000+60 -",
        "43 99999999999999999999999u2000+60 -",
        "é 3u2000+60 -",
        "\u{0}",
    ] {
        let looks = Looks::from_text(&format!("looks 1 5 9\n{bad}\n{good}\n{bad}\n"));
        assert_eq!(looks.to_text(), format!("looks 1 5 9\n{good}\n"), "{bad:?}");
    }
    let twice = Looks::from_text("looks 1 5 9\n42 3u2000+60 =\n42 4r3000+0 -\n");
    assert_eq!(twice.to_text(), format!("looks 1 5 9\n{good}\n"));
    for header in ["", "looks", "looks 2 5 9", "looks 1", "looks 1 x y", "looks 1 - -"] {
        assert_eq!(
            Looks::from_text(&format!("{header}\n{good}\n")),
            Looks::default(),
            "{header}"
        );
    }
}

#[test]
fn what_is_kept_is_read_back() {
    let mut looks = Looks::default();
    let mut now = NOW;
    for (at, text) in texts(3000).enumerate() {
        let size = text.len() as u64;
        let number = size * 7 % 300;
        let status = [Unresolved, Resolved, Ignored, IssueStatus::Unknown][text.len() % 4];
        let issue_id = if at % 5 == 0 { text.clone() } else { number.to_string() };
        let seen = Issue {
            id: id(&issue_id),
            ..one("1", size * size, status, NOW - i64::try_from(size).unwrap_or(0))
        };
        match at % 11 {
            0 => looks.decided(&seen.id, status),
            1 => looks.accept(now),
            2 => looks = looks.begin(now),
            _ => looks.saw(&[seen], now),
        }
        now += i64::try_from(size * 20_000).unwrap_or(0) - 100_000;
        if at % 50 == 0 {
            assert_eq!(Looks::from_text(&looks.to_text()), looks, "after {at}");
        }
        let _ = Looks::from_text(&format!("looks 1 5 9\n{text}\n1 {text} {text}\n{text} 3u2000+60 ="));
    }
    assert!(looks.baseline.is_some());
    for look in [&looks.baseline, &looks.latest].into_iter().flatten() {
        assert!(look.facts.is_sorted_by(|one: &Facts, other| one.id < other.id));
    }
    for extreme in [i64::MIN, i64::MAX] {
        let mut looks = looks.clone();
        looks.saw(&[one("1", u64::MAX, Resolved, extreme)], extreme);
        let _ = looks
            .clone()
            .begin(-extreme.saturating_add(1))
            .mark(&one("1", 0, Unresolved, 0));
        let _ = Looks::from_text(&looks.to_text());
    }
}
