use super::{LONGEST_NAME, MOST_VIEWS, Problem, SavedView, SavedViews};
use crate::encode::{encode_query, parse_query};
use crate::issue_filter::IssueFilter;
use crate::testing::texts;

fn filter(query: &str) -> IssueFilter {
    IssueFilter::from_pairs(&parse_query(query))
}

/// Views `a`, `b`, `c` of projects 1, 2, 3 with the ids 1, 2, 3.
fn three() -> SavedViews {
    let mut views = SavedViews::default();
    for (name, project) in [("a", 1), ("b", 2), ("c", 3)] {
        views.add(name, &filter(&format!("project={project}"))).expect("room");
    }
    views
}

fn names(views: &SavedViews) -> String {
    let names: Vec<&str> = views.all().iter().map(|view| view.name.as_str()).collect();
    names.join(",")
}

fn query(view: &SavedView) -> String {
    encode_query(&view.query)
}

#[test]
fn a_view_keeps_the_state_without_the_page() {
    let mut views = SavedViews::default();
    let id = views
        .add(
            "  Checkout \n errors ",
            &filter("query=pay&project=2&sort=-count&cursor=x"),
        )
        .expect("a view");
    let view = views.find(&id).expect("the view");
    assert_eq!(view.name, "Checkout errors");
    assert_eq!(query(view), "query=pay&project=2&sort=-count");
    assert_eq!(view.filter(), filter("query=pay&project=2&sort=-count"));
}

#[test]
fn names_that_cannot_be_kept_are_refused() {
    let mut views = three();
    let long = "é".repeat(LONGEST_NAME);
    for (name, want) in [
        ("", Problem::NoName),
        (" \n\t", Problem::NoName),
        ("\u{200b}\u{202e}\u{feff}\0", Problem::NoName),
        ("\u{200d}", Problem::NoName),
        ("A", Problem::NameTaken("a".to_owned())),
        (" b ", Problem::NameTaken("b".to_owned())),
        ("a\u{200b}", Problem::NameTaken("a".to_owned())),
        (&format!("{long}x"), Problem::LongName),
    ] {
        assert_eq!(views.add(name, &filter("")), Err(want.clone()), "{name:?}");
        assert_eq!(views.rename("3", name), Err(want.clone()), "{name:?}");
        assert!(want.sentence().ends_with('.'));
    }
    assert_eq!(views, three());
    assert_eq!(views.rename("3", "C"), Ok(()));
    assert_eq!(views.rename("9", "d"), Err(Problem::Gone));
    assert_eq!(views.add(&long, &filter("")), Ok("4".to_owned()));
    assert_eq!(names(&views), format!("a,b,C,{long}"));
}

#[test]
fn a_filter_that_makes_no_link_is_refused() {
    let mut views = three();
    let long = filter(&format!("query={}", "x".repeat(4000)));
    assert_eq!(views.add("d", &long), Err(Problem::LongFilter));
    assert_eq!(views.replace("1", &long), Err(Problem::LongFilter));
    assert_eq!(views, three());
}

#[test]
fn the_same_state_is_known_in_any_order_and_on_any_page() {
    let mut views = three();
    let id = views
        .add("d", &filter("project=1&project=2&environment=x&environment=y"))
        .expect("a view");
    let same = filter("project=2&project=1&environment=y&environment=x&cursor=c");
    let found = views.matching(&same).map(|view| view.id.as_str());
    assert_eq!(found, Some(id.as_str()));
    assert!(!views.is_edited(&id, &same));
    assert!(views.is_edited(&id, &same.clone().with_query("x")));
    assert!(!views.is_edited("99", &same));
    assert!(views.matching(&same.with_query("x")).is_none());
    assert_eq!(views.replace(&id, &filter("sort=-count")), Ok(()));
    assert!(views.matching(&filter("sort=-count")).is_some());
    assert_eq!(views.replace("99", &filter("")), Err(Problem::Gone));
}

#[test]
fn views_move_as_far_as_there_are_places() {
    for (id, places, want) in [
        ("1", 1, "b,a,c"),
        ("3", -1, "a,c,b"),
        ("1", -1, "a,b,c"),
        ("3", 1, "a,b,c"),
        ("1", isize::MAX, "b,c,a"),
        ("3", isize::MIN, "c,a,b"),
        ("2", 0, "a,b,c"),
        ("99", 1, "a,b,c"),
    ] {
        let mut views = three();
        views.move_by(id, places);
        assert_eq!(names(&views), want, "{id} by {places}");
    }
}

#[test]
fn stars_come_and_go() {
    let mut views = three();
    views.toggle_star("3");
    views.toggle_star("1");
    views.toggle_star("99");
    let starred: Vec<&str> = views.starred().map(|view| view.name.as_str()).collect();
    assert_eq!(starred, ["a", "c"]);
    views.toggle_star("3");
    assert_eq!(views.starred().count(), 1);
}

#[test]
fn removing_is_undone_completely() {
    for id in ["1", "2", "3"] {
        let mut views = three();
        views.toggle_star(id);
        let before = views.clone();
        let (view, place) = views.remove(id).expect("the view");
        assert!(views.find(id).is_none());
        assert_eq!(views.put_back(view, place), Ok(id.to_owned()));
        assert_eq!(views, before);
    }
    assert_eq!(three().remove("99"), None);
}

#[test]
fn an_id_is_never_given_twice() {
    let mut views = three();
    let (last, place) = views.remove("3").expect("the view");
    assert_eq!(views.add("C", &filter("")), Ok("4".to_owned()));
    assert_eq!(views.put_back(last, place), Ok("3".to_owned()));
    assert_eq!(names(&views), "a,b,c (2),C");
    let mut read = SavedViews::from_json(&views.to_json());
    assert_eq!(read, views);
    read.remove("4");
    let mut read = SavedViews::from_json(&read.to_json());
    assert_eq!(read.add("d", &filter("")), Ok("5".to_owned()));
}

#[test]
fn a_view_that_was_tampered_with_is_put_right() {
    let mut views = three();
    let view = SavedView {
        id: "1".to_owned(),
        name: " A ".to_owned(),
        query: parse_query("project=x&evil=1&sort=-count&cursor=c"),
        is_starred: true,
    };
    assert_eq!(views.put_back(view, 99), Ok("4".to_owned()));
    let view = views.find("4").expect("the view");
    assert_eq!((view.name.as_str(), query(view).as_str()), ("A (2)", "sort=-count"));
}

#[test]
fn there_is_an_end_to_them() {
    let mut views = SavedViews::default();
    for number in 0..MOST_VIEWS {
        views.add(&number.to_string(), &filter("")).expect("room");
    }
    assert_eq!(views.add("one more", &filter("")), Err(Problem::TooMany));
    let mut one = SavedViews::default();
    one.add("one more", &filter("")).expect("room");
    let imported = views.import(&one.export()).expect("a file");
    assert_eq!((imported.added, imported.skipped.len()), (0, 1));
    let (removed, place) = views.remove("7").expect("the view");
    assert!(views.add("one more", &filter("")).is_ok());
    assert_eq!(views.put_back(removed, place), Err(Problem::TooMany));
    assert_eq!(SavedViews::from_json(&views.to_json()), views);
}

#[test]
fn an_export_is_imported_by_name_and_filter() {
    let file = three().export();
    assert!(file.contains("\"glint\": \"issue-views\"") && file.contains("\"version\": 1") && !file.contains("\"id\""));
    let mut views = SavedViews::default();
    assert_eq!(views.import(&file).map(|imported| imported.added), Ok(3));
    assert_eq!(views, three());

    let again = views.import(&file).expect("a file");
    assert_eq!((again.added, again.skipped.len()), (0, 3));
    assert_eq!(again.skipped[0], "View 1: “a” is here already.");
    assert_eq!(views, three());

    views.replace("2", &filter("query=other")).expect("the view");
    assert_eq!(views.import(&file).map(|imported| imported.added), Ok(1));
    assert_eq!(names(&views), "a,b,c,b (2)");
    assert_eq!(views.import(&file).map(|imported| imported.added), Ok(0));
    views.replace("4", &filter("query=third")).expect("the view");
    assert_eq!(views.import(&file).map(|imported| imported.added), Ok(1));
    assert_eq!(names(&views), "a,b,c,b (2),b (3)");
}

#[test]
fn a_number_behind_a_long_name_fits() {
    let long = "n".repeat(LONGEST_NAME);
    let mut views = SavedViews::default();
    views.add(&long, &filter("")).expect("room");
    let file = views.export();
    views.replace("1", &filter("sort=-count")).expect("the view");
    assert_eq!(views.import(&file).map(|imported| imported.added), Ok(1));
    assert_eq!(views.all()[1].name, format!("{} (2)", "n".repeat(LONGEST_NAME - 4)));
}

#[test]
fn files_that_hold_no_views_are_refused_in_a_sentence() {
    let deep = "[".repeat(100_000);
    let big = format!("\"{}\"", "x".repeat(1_000_000));
    for text in [
        "",
        "hello",
        "null",
        "[]",
        "{}",
        "{\"glint\": \"issue-views\"",
        r#"{"glint": "other", "version": 1, "views": []}"#,
        r#"{"glint": "issue-views", "version": 2, "views": []}"#,
        r#"{"glint": "issue-views", "version": "1", "views": []}"#,
        r#"{"glint": "issue-views", "version": 1}"#,
        r#"{"glint": "issue-views", "version": 1, "views": {"a": 1}}"#,
        &deep,
        &big,
    ] {
        let mut views = three();
        let why = views.import(text).expect_err(&text[..text.len().min(60)]);
        assert!(why.ends_with('.') && why.len() < 120, "{why}");
        assert_eq!(views, three());
        assert_eq!(SavedViews::from_json(text), SavedViews::default());
    }
}

#[test]
fn hostile_views_are_skipped_and_foreign_pairs_dropped() {
    let entries = [
        r#"1"#,
        r#"{"name": 5, "query": ""}"#,
        r#"{"name": "\u202e\u0000", "query": ""}"#,
        r#"{"name": "x"}"#,
        r#"{"name": "x", "query": [["sort", "count"]]}"#,
        &format!(r#"{{"name": "{}", "query": ""}}"#, "x".repeat(61)),
        &format!(r#"{{"name": "x", "query": "query={}"}}"#, "x".repeat(4000)),
        &format!(r#"{{"name": "x", "query": "evil={}"}}"#, "x".repeat(4000)),
        r#"{"name": "<img src=x>", "query": "evil=1&project=1;drop&sort=nonsense&cursor=c&environment=a&start=soon", "starred": 1}"#,
    ];
    let file = format!(
        r#"{{"glint": "issue-views", "version": 1, "views": [{}]}}"#,
        entries.join(",")
    );
    let mut views = SavedViews::default();
    let imported = views.import(&file).expect("a file");
    assert_eq!((imported.added, imported.skipped.len()), (1, entries.len() - 1));
    assert!(imported.skipped[2].starts_with("View 3: "));
    let view = &views.all()[0];
    assert_eq!((view.name.as_str(), view.is_starred), ("<img src=x>", false));
    assert_eq!(query(view), "environment=a");

    let many = format!(
        r#"{{"glint": "issue-views", "version": 1, "views": [{}0]}}"#,
        "0,".repeat(5000)
    );
    let imported = views.import(&many).expect("a file");
    assert_eq!((imported.added, imported.skipped.len()), (0, MOST_VIEWS + 1));
}

#[test]
fn whatever_is_kept_is_read_back() {
    let mut views = SavedViews::default();
    for text in texts(2000) {
        let state = filter(&format!("query={text}&environment={text}&project={text}&start={text}"));
        let _ = views.add(&text, &state);
        if views.all().len() == MOST_VIEWS {
            views.remove(&views.all()[50].id.clone());
        }
    }
    assert!(views.all().len() > 50);
    assert_eq!(SavedViews::from_json(&views.to_json()), views);
    let mut other = SavedViews::default();
    let imported = other.import(&views.export()).expect("a file");
    assert_eq!((imported.added, imported.skipped), (views.all().len(), Vec::new()));
    for (one, other) in views.all().iter().zip(other.all()) {
        assert_eq!((&one.name, &one.query), (&other.name, &other.query));
    }
    for text in texts(2000) {
        let _ = SavedViews::from_json(&format!("{{\"views\":[{{\"name\":{text}"));
        let _ = views.import(&text);
    }
}
