//! The list of an issue's events, page by page and from its end.

mod support;

use support::Visitor;

/// The page before the beginning of time: what the app asks the list's end with.
const END: &str = "cj0xJnA9MTk3MC0wMS0wMSswMCUzQTAwJTNBMDAlMkIwMCUzQTAw";

/// The events of an issue with some dozens of them, and their count.
async fn issue(visitor: &mut Visitor) -> (String, usize) {
    let issues = visitor
        .get("/api/0/organizations/acme/issues/?limit=100&sort=-count")
        .await
        .json();
    let rows = issues.as_array().cloned().unwrap_or_default();
    let found = rows.iter().find_map(|issue| {
        let count: usize = issue["count"].as_str()?.parse().ok()?;
        (40..300)
            .contains(&count)
            .then(|| (issue["id"].as_str().unwrap_or_default().to_owned(), count))
    });
    let (id, count) = found.expect("an issue with some dozens of events");
    (format!("/api/0/issues/{id}/events/"), count)
}

#[tokio::test]
async fn all_events_are_paged_through_once_and_counted() {
    let mut visitor = Visitor::admin().await;
    let (base, count) = issue(&mut visitor).await;
    let mut ids: Vec<String> = Vec::new();
    let mut received: Vec<String> = Vec::new();
    let mut path = format!("{base}?limit=20");
    loop {
        let answer = visitor.get(&path).await;
        assert_eq!(answer.header("x-hits"), count.to_string(), "{path}");
        for row in answer.json().as_array().expect("a list") {
            ids.push(row["event_id"].as_str().unwrap_or_default().to_owned());
            received.push(row["date_received"].as_str().unwrap_or_default().to_owned());
        }
        let Some(cursor) = answer.cursor("next") else { break };
        path = format!(
            "{base}?limit=20&cursor={}",
            cursor.replace('+', "%2B").replace('=', "%3D")
        );
    }
    assert_eq!(ids.len(), count);
    assert!(received.is_sorted_by(|one, next| one >= next));
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "each event once");
}

#[tokio::test]
async fn the_list_can_be_read_from_its_end() {
    let mut visitor = Visitor::admin().await;
    let (base, _) = issue(&mut visitor).await;
    let rows = visitor.get(&format!("{base}?limit=1&cursor={END}")).await;
    let id = rows.json()[0]["event_id"].as_str().expect("an event").to_owned();
    assert_eq!(rows.cursor("next"), None);
    let event = visitor.get(&format!("{base}{id}/")).await.json();
    assert!(
        event["previousEventID"].is_null() && event["nextEventID"].is_string(),
        "{event}"
    );
}
