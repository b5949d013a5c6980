use super::{ForAll, Known, MOST_LINES, Pasted, Verdict, cells::cells, known, read};
use crate::id::ProjectId;
use crate::testing::texts;
use crate::wire::monitor::{Monitor, MonitorType};

fn pasted(text: &str) -> Pasted {
    read(text, &ForAll::default(), &Known::new())
}

/// Name, address, type, interval of every line.
fn found(text: &str) -> Vec<(String, String, &'static str, String)> {
    pasted(text)
        .lines
        .into_iter()
        .map(|line| {
            let url = line.form.url().to_owned();
            (line.form.name, url, line.form.kind.as_str(), line.form.interval)
        })
        .collect()
}

fn one(name: &str, url: &str, kind: &'static str, interval: &str) -> (String, String, &'static str, String) {
    (name.to_owned(), url.to_owned(), kind, interval.to_owned())
}

#[test]
fn lines_are_read_as_people_have_them() {
    let text = "name,url,interval\n\
        Shop, https://shop.example/health, 300\n\
        \n\
        # databases\n\
        https://blog.example/\n\
        db.example:5432\n\
        Cache\tcache.example:6379\t30s\n\
        \"Shop, \"\"new\"\"\",https://new.shop.example/?a=1,5 min\n\
        docs.example/start; Docs\n\
        status.example";
    assert_eq!(
        found(text),
        [
            one("Shop", "https://shop.example/health", "GET", "300"),
            one("blog.example", "https://blog.example/", "GET", "60"),
            one("db.example:5432", "db.example:5432", "TCP Port", "60"),
            one("Cache", "cache.example:6379", "TCP Port", "30"),
            one("Shop, \"new\"", "https://new.shop.example/?a=1", "GET", "300"),
            one("Docs", "https://docs.example/start", "GET", "60"),
            one("status.example", "https://status.example", "GET", "60"),
        ]
    );
    assert_eq!(pasted(text).fine(), 7);
    let numbers: Vec<usize> = pasted(text).lines.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [2, 5, 6, 7, 8, 9, 10]);
}

#[test]
fn cells_are_cut_as_tables_write_them() {
    assert_eq!(cells("a, b ,c"), ["a", "b", "c"]);
    assert_eq!(cells("\"a,b\",c,"), ["a,b", "c"]);
    assert_eq!(cells("a, x\tb"), ["a, x", "b"]);
    assert_eq!(cells("a;b"), ["a", "b"]);
    assert_eq!(cells("5\" disk,b"), ["5\" disk", "b"]);
    assert_eq!(cells("\"never closed, b"), ["never closed, b"]);
    assert_eq!(cells(""), Vec::<String>::new());
}

#[test]
fn a_verdict_says_what_is_wrong() {
    let verdicts = |text: &str| -> Vec<Verdict> { pasted(text).lines.into_iter().map(|line| line.verdict).collect() };
    for text in [
        "Shop",
        "Shop, ftp://shop.example",
        "Shop, https://shop.example, 99999",
        "db:0",
        "x, y z",
    ] {
        assert!(
            matches!(verdicts(text).as_slice(), [Verdict::Wrong(_)]),
            "{text}: {:?}",
            verdicts(text)
        );
    }
    assert_eq!(
        verdicts("https://a.example\nSame, HTTPS://A.example/\nhttps://a.example/x"),
        [Verdict::Fine, Verdict::Twice(1), Verdict::Fine]
    );
}

fn monitor(kind: &str, url: &str) -> Monitor {
    let text = format!(
        r#"{{"monitorType": "{kind}", "id": 1, "created": "2026-11-23T08:15:13.950Z", "name": "Old", "url": "{url}", "interval": 60}}"#
    );
    serde_json::from_str(&text).expect("a monitor")
}

#[test]
fn what_is_there_already_is_told() {
    let all = [
        monitor("Ping", "https://a.example/"),
        monitor("TCP Port", "DB.example:5432"),
        monitor("Heartbeat", ""),
    ];
    let there = known(all.iter());
    let pasted = read(
        "A, https://A.example\ndb.example:5432\nhttps://b.example",
        &ForAll::default(),
        &there,
    );
    let verdicts: Vec<Verdict> = pasted.lines.iter().map(|line| line.verdict.clone()).collect();
    let old = || Verdict::There("Old".to_owned());
    assert_eq!(verdicts, [old(), old(), Verdict::Fine]);
    assert_eq!((pasted.fine(), pasted.there(), pasted.wrong()), (1, 2, 0));
}

#[test]
fn a_type_can_be_chosen_for_all_and_for_one() {
    let mut all = ForAll {
        kind: Some(MonitorType::Ping),
        interval: "900".to_owned(),
        project: Some(ProjectId::new("3")),
        ..ForAll::default()
    };
    let text = "Shop, https://shop.example/x\ndb.example:5432";
    all.chosen
        .insert("Shop, https://shop.example/x".to_owned(), MonitorType::Port);
    let pasted = read(text, &all, &Known::new());
    let sent = pasted.lines[0].to_send().expect("fine");
    assert_eq!(
        (sent.monitor_type, sent.url.as_str(), sent.interval),
        (MonitorType::Port, "shop.example:443", 900)
    );
    assert_eq!(sent.project, Some(ProjectId::new("3")));
    assert_eq!(pasted.lines[1].form.url(), "https://db.example:5432");
}

#[test]
fn heartbeats_need_only_names() {
    let all = ForAll {
        kind: Some(MonitorType::Heartbeat),
        ..ForAll::default()
    };
    let pasted = read("Nightly backup, 1h\nReports\nReports", &all, &Known::new());
    let forms: Vec<_> = pasted
        .lines
        .iter()
        .map(|line| (line.form.name.as_str(), line.form.interval.as_str()))
        .collect();
    assert_eq!(
        forms,
        [("Nightly backup", "3600"), ("Reports", "60"), ("Reports", "60")]
    );
    assert_eq!((pasted.fine(), pasted.there()), (2, 1));
}

#[test]
fn more_than_the_most_are_counted() {
    let text: String = (0..MOST_LINES + 5)
        .map(|at| format!("https://{at}.example\n"))
        .collect();
    let pasted = pasted(&text);
    assert_eq!((pasted.lines.len(), pasted.left_out), (MOST_LINES, 5));
}

#[test]
fn no_text_breaks_the_list() {
    for text in texts(3_000) {
        let pasted = pasted(&text);
        assert_eq!(
            pasted.fine(),
            pasted.lines.iter().filter(|line| line.to_send().is_some()).count() - pasted.there()
        );
    }
}
