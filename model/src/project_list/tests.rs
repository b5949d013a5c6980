//! Which rows are shown, in which order.

use super::{NONE, ProjectListView, SortBy, Volume, arrange, platforms, teams, week_until};
use crate::timestamp::Timestamp;
use crate::wire::project::Project;

fn project(id: &str, name: &str, platform: &str, created: &str, teams: &str) -> Project {
    let text = format!(
        r#"{{"id": "{id}", "name": "{name}", "slug": "{}", "platform": {platform}, "dateCreated": "{created}T00:00:00Z",
            "teams": [{teams}]}}"#,
        name.to_lowercase().replace(' ', "-")
    );
    serde_json::from_str(&text).expect("a project")
}

fn projects() -> Vec<Project> {
    let (backend, web) = (r#"{"id": "1", "slug": "backend"}"#, r#"{"id": "2", "slug": "web"}"#);
    vec![
        project("1", "Shop API", "\"python-django\"", "2026-01-02", backend),
        project("2", "Admin", "null", "2026-03-01", ""),
        project(
            "3",
            "Shop Web",
            "\"javascript-nextjs\"",
            "2026-02-01",
            &format!("{backend}, {web}"),
        ),
        project("4", "billing", "\"cobol\"", "2025-01-01", web),
    ]
}

fn names(view: &ProjectListView) -> Vec<String> {
    let projects = projects();
    let volume = |id: &crate::id::ProjectId| match id.as_str() {
        "1" => Some(Volume { day: 5, week: 9 }),
        "3" => Some(Volume { day: 1, week: 90 }),
        "4" => Some(Volume::default()),
        _ => None,
    };
    let compare = |one: &str, other: &str| one.to_lowercase().cmp(&other.to_lowercase());
    let places = arrange(&projects, view, volume, compare);
    places.into_iter().map(|at| projects[at].name.clone()).collect()
}

#[test]
fn the_url_says_which_rows_there_are() {
    let view = |query: &str| ProjectListView::from_pairs(&crate::encode::parse_query(query));
    for (query, want) in [
        ("", &["Admin", "billing", "Shop API", "Shop Web"][..]),
        ("text=shop", &["Shop API", "Shop Web"]),
        ("text=NEXT.js", &["Shop Web"]),
        ("text=shop-api", &["Shop API"]),
        ("text=api%20shop", &["Shop API"]),
        ("platform=cobol", &["billing"]),
        ("platform=none", &["Admin"]),
        ("team=web", &["billing", "Shop Web"]),
        ("team=none", &["Admin"]),
        ("team=web&platform=javascript-nextjs", &["Shop Web"]),
        ("sort=newest", &["Admin", "Shop Web", "Shop API", "billing"]),
        ("sort=24h", &["Shop API", "Shop Web", "billing", "Admin"]),
        ("sort=7d", &["Shop Web", "Shop API", "billing", "Admin"]),
        ("text=nothing", &[]),
    ] {
        assert_eq!(names(&view(query)), want, "{query}");
    }
}

#[test]
fn what_is_written_is_read_again() {
    assert!(ProjectListView::default().to_pairs().is_empty());
    let view = ProjectListView {
        text: "a b".to_owned(),
        platform: Some(NONE.to_owned()),
        team: Some("web".to_owned()),
        sort: SortBy::Week,
    };
    assert_eq!(ProjectListView::from_pairs(&view.to_pairs()), view);
    let odd = [
        ("sort".to_owned(), "size".to_owned()),
        ("team".to_owned(), " ".to_owned()),
    ];
    assert_eq!(ProjectListView::from_pairs(&odd), ProjectListView::default());
}

#[test]
fn what_can_be_chosen_is_what_is_there() {
    let projects = projects();
    let ids: Vec<String> = platforms(&projects).into_iter().map(|(_, name)| name).collect();
    assert_eq!(ids, ["Django", "Next.js", "cobol"]);
    assert_eq!(teams(&projects), ["backend", "web"]);
}

#[test]
fn a_week_is_168_hours_and_a_day_the_last_24() {
    let now = Timestamp::parse("2026-11-23T09:30:00Z").expect("a time");
    let (start, end) = week_until(now);
    assert_eq!(end.0 - start.0, 168 * 3_600_000);
    assert_eq!(end.to_iso(), "2026-11-23T10:00:00.000Z");
    let hours: Vec<(Timestamp, u64)> = (0..168)
        .map(|hour| (Timestamp(start.0 + hour * 3_600_000), 1))
        .collect();
    assert_eq!(Volume::of(&hours, now), Volume { day: 24, week: 168 });
}
