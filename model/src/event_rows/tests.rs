use super::{Column, EventFilter, EventRows, columns_from_text, columns_to_text, tag_keys, user_name};
use crate::link::{Hits, Page};
use crate::testing::texts;
use crate::wire::event_row::EventRow;
use serde_json::{Value, json};

fn row(id: &str, more: Value) -> EventRow {
    let mut row = json!({"event_id": id, "group_id": "7", "date_created": "2026-11-23T08:04:50.032Z", "title": "Boom"});
    if let (Some(row), Some(more)) = (row.as_object_mut(), more.as_object()) {
        row.extend(more.clone());
    }
    serde_json::from_value(row).expect("a row")
}

fn page(ids: &str, next: Option<&str>, count: u64, left_out: usize) -> Page<EventRow> {
    Page {
        items: ids.split_whitespace().map(|id| row(id, json!({}))).collect(),
        left_out: vec!["row 1: no".to_owned(); left_out],
        next: next.map(str::to_owned),
        previous: None,
        hits: Some(Hits {
            count,
            capped: count >= 1000,
        }),
    }
}

#[test]
fn pages_are_put_below_one_another_and_each_event_is_there_once() {
    let mut rows = EventRows::default();
    rows.append(page("c b", Some("n"), 4, 1));
    rows.append(page("b a", None, 5, 0));
    let ids: Vec<&str> = rows.rows.iter().map(|row| row.event_id.as_str()).collect();
    assert_eq!(ids, ["c", "b", "a"]);
    assert_eq!((rows.next.as_deref(), rows.left_out), (None, 1));
    assert_eq!(rows.hits.map(|hits| hits.count), Some(5));
    assert_eq!(rows.place(&"a".into()), Some(2));
}

#[test]
fn the_summary_says_how_much_is_not_loaded() {
    for (count, next, shown, is_filtered, of_issue, want) in [
        (3, None, 3, false, Some(9), "3 events"),
        (3, None, 1, true, Some(9), "1 of 3 events"),
        (212, Some("n"), 3, false, Some(300), "3 of 212 events loaded"),
        (212, Some("n"), 0, true, Some(300), "0 of 3 loaded; the issue has 212"),
        (
            1000,
            Some("n"),
            2,
            true,
            Some(4182),
            "2 of 3 loaded; the issue has about 4_182",
        ),
        (1000, Some("n"), 3, false, Some(7), "3 of 1_000+ events loaded"),
        (1000, Some("n"), 3, false, None, "3 of 1_000+ events loaded"),
    ] {
        let mut rows = EventRows::default();
        rows.append(page("c b a", next, count, 0));
        let said = rows.summary(shown, is_filtered, of_issue).replace('\u{202f}', "_");
        assert_eq!(said, want);
    }
    let mut unknown = EventRows::default();
    unknown.append(Page {
        hits: None,
        ..page("a", Some("n"), 1, 0)
    });
    assert_eq!(unknown.summary(1, false, Some(12)), "1 of about 12 events loaded");
    assert_eq!(unknown.summary(1, false, None), "1 event");
}

#[test]
fn titles_differ_from_one_another_or_from_the_issue() {
    let mut rows = EventRows::default();
    rows.append(page("b a", None, 2, 0));
    assert!(!rows.titles_differ(Some("Boom")) && !rows.titles_differ(None));
    assert!(rows.titles_differ(Some("Bang")));
    rows.append(Page {
        items: vec![row("c", json!({"title": null}))],
        ..Page::default()
    });
    assert!(rows.titles_differ(Some("Boom")) && rows.titles_differ(None));
}

#[test]
fn columns_show_what_was_sent() {
    let row = row(
        "a",
        json!({
            "culprit": " ", "message": "Boom at noon",
            "user": {"id": 7, "email": "", "ip_address": "{{auto}}"},
            "tags": [{"key": "release", "value": "shop@3"}, {"key": "server_name", "value": null}, {"key": "os", "value": "Linux"}],
        }),
    );
    let shown: Vec<Option<String>> = Column::NAMED.iter().map(|column| column.value(&row)).collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(shown, [some("Boom"), some("7"), some("shop@3"), None, None, None]);
    assert_eq!(Column::Tag("os".to_owned()).value(&row), some("Linux"));
    assert_eq!(Column::Tag("no".to_owned()).value(&row), None);
}

#[test]
fn a_user_without_a_name_is_known_by_the_tags() {
    for (more, want) in [
        (json!({}), None),
        (json!({"user": {"id": {"odd": 1}, "ip_address": "{{auto}}"}}), None),
        (json!({"user": {"username": "ada", "id": "1"}}), Some("ada")),
        (
            json!({"user": null, "tags": [{"key": "user.id", "value": "9"}]}),
            Some("9"),
        ),
    ] {
        assert_eq!(user_name(&row("a", more.clone())).as_deref(), want, "{more}");
    }
}

#[test]
fn chosen_columns_are_kept_as_text() {
    let columns = vec![
        Column::Server,
        Column::Tag("browser name".to_owned()),
        Column::Title,
        Column::Tag("user".to_owned()),
    ];
    let text = columns_to_text(&columns);
    assert_eq!(text, "server\ntag browser name\ntitle\ntag user");
    assert_eq!(columns_from_text(&text), columns);
    assert_eq!(columns_from_text("user\nnothing\n\ntag \nuser"), [Column::User]);
    assert_eq!(columns_to_text(&[Column::Tag("a\nuser".to_owned())]), "");
    for text in texts(2000) {
        let columns = columns_from_text(&text);
        assert_eq!(columns_from_text(&columns_to_text(&columns)), columns, "{text:?}");
    }
}

#[test]
fn tags_with_a_column_of_their_own_are_not_offered_twice() {
    let mut rows = EventRows::default();
    let tags = json!([{"key": "os", "value": "a"}, {"key": "release", "value": "b"}, {"key": "browser"}]);
    rows.append(Page {
        items: vec![
            row("a", json!({"tags": tags})),
            row("b", json!({"tags": [{"key": "os"}]})),
        ],
        ..Page::default()
    });
    assert_eq!(tag_keys(&rows), ["browser", "os"]);
}

#[test]
fn the_filter_looks_into_title_tags_and_user() {
    let row = row(
        "1f9d100e084d44fe969720b64face499",
        json!({
            "title": "KeyError: 'total'", "message": "KeyError at https://shop.example/pay", "culprit": "/checkout/",
            "user": {"email": "Ada@example.com"},
            "tags": [
                {"key": "environment", "value": "production"}, {"key": "browser", "value": "Mobile Safari"},
                {"key": "server_name", "value": "web-1"}, {"key": "empty", "value": null},
            ],
        }),
    );
    for (text, want) in [
        ("", true),
        ("  ", true),
        ("keyerror", true),
        ("KEYERROR total", true),
        ("keyerror missing", false),
        ("!missing keyerror", true),
        ("!keyerror", false),
        ("environment:prod", true),
        ("environment:\"prod\"", false),
        ("Environment:\"Production\"", true),
        ("!environment:production", false),
        ("!environment:staging", true),
        ("server:web", true),
        ("server_name:web-2", false),
        ("user:ada", true),
        ("user:bob", false),
        ("browser:\"mobile safari\"", true),
        ("\"mobile safari\"", true),
        ("\"safari mobile\"", false),
        ("\"mobile sa", true),
        ("safari", true),
        ("production:browser", false),
        ("https://shop.example", true),
        ("transaction:checkout", true),
        ("title:keyerror", true),
        ("1f9d100e", true),
        ("empty:", true),
        ("nokey:", false),
        ("!", true),
        ("\"\"", true),
    ] {
        assert_eq!(EventFilter::parse(text).fits(&row), want, "{text}");
    }
    for text in texts(3000) {
        let filter = EventFilter::parse(&text);
        assert!(!filter.is_empty() || filter.fits(&row));
        let _ = filter.fits(&row);
    }
}
