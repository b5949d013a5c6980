//! Trees and long texts cost what is seen of them, and secrets are not in the page until they are asked for.

use super::page::draw;
use glint::ui::long_text::{long_raw, long_text};
use glint::ui::value_tree::{Secrets, foldable_tree, pairs, texts_at, tree, value_tree, value_view};
use glint_model::json_view::Node;
use serde_json::{Value, json};
use std::sync::Arc;

#[test]
fn nested_values_are_folded_and_not_built() {
    let page = draw(|| value_tree(&json!({"a": 1, "order": {"id": 7, "lines": [1, 2]}})));
    assert_eq!(page.texts("dt"), ["a", "order"]);
    assert_eq!(page.texts("details > summary"), ["{ id, lines }"]);
    assert_eq!(page.count("details dl"), 0);
    assert_eq!(
        page.attributes("button", "aria-label"),
        ["Tools for a", "Tools for order"]
    );
}

#[test]
fn what_is_folded_says_how_much_it_is() {
    let page = draw(|| value_tree(&json!({"o": {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}, "l": [1, 2, 3]})));
    assert_eq!(page.texts("summary"), ["[ 3 items ]", "{ a, b, c, d, … } 5 keys"]);
}

#[test]
fn many_values_come_a_hundred_at_a_time() {
    let many = |count: i64| Value::Array((0..count).map(Value::from).collect());
    let page = draw(|| value_tree(&many(250)));
    assert_eq!(page.count("dt"), 100);
    assert_eq!(page.texts(".more > summary"), ["100 … 199 (100)", "200 … 249 (50)"]);
    let page = draw(|| value_tree(&many(10_101)));
    assert_eq!((page.count("dt"), page.count(".more")), (100, 2));
    let page = draw(|| pairs((0..101).map(|at| ("same".to_owned(), json!(at))).collect()));
    assert_eq!(
        (page.count("dt"), page.texts(".more > summary")),
        (100, vec!["same".to_owned()])
    );
}

#[test]
fn values_look_like_what_they_are() {
    for (value, class) in [
        (json!(null), "nothing"),
        (json!(5), "nu"),
        (json!("'EUR'"), "st"),
        (json!(""), "nothing"),
        (json!([]), "nothing"),
    ] {
        assert_eq!(draw(|| value_view(&value)).count(&format!(".v.{class}")), 1, "{value}");
    }
}

#[test]
fn numbers_keep_their_digits() {
    for number in ["18446744073709551615", "-9007199254740993", "0.1", "1e100"] {
        let value: Value = serde_json::from_str(number).expect("a number");
        let shown = draw(|| value_view(&value)).text();
        assert_eq!(shown.replace("e+", "e"), number);
    }
}

#[test]
fn only_trees_with_something_folded_offer_to_unfold() {
    let offers = |value: Value| draw(|| foldable_tree(&Node::root("x", Arc::new(value)), None)).texts(".tree-tools");
    assert_eq!(offers(json!({"a": 1, "b": []})), Vec::<String>::new());
    assert_eq!(offers(json!({"a": {"b": 1}})), ["Unfold all"]);
}

#[test]
fn secrets_are_not_in_the_page() {
    let value = json!({
        "password": "hunter2", "nested": {"token": "hunter2"}, "tokens": ["hunter2"], "pin": 22222, "page": "shown",
        "csrf": "[Filtered]",
    });
    let page = draw(|| tree(&Node::root("request.data", Arc::new(value)), Some(Secrets::new())));
    assert!(
        !page.text().contains("hunter2") && !page.text().contains("22222"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("shown") && page.text().contains("[Filtered]"));
    let reveal: Vec<String> = page
        .attributes("button", "aria-label")
        .into_iter()
        .filter(|label| label.starts_with("Reveal"))
        .collect();
    assert_eq!(reveal, ["Reveal password", "Reveal pin"]);
    assert_eq!(page.nameless(), Vec::<String>::new());

    let texts = vec![
        ("Authorization".to_owned(), "Bearer hunter2".to_owned(), true),
        ("Host".to_owned(), "shop.example.com".to_owned(), false),
    ];
    let page = draw(|| texts_at("request.headers", texts, Secrets::new()));
    assert!(!page.text().contains("hunter2") && page.text().contains("shop.example.com"));
    assert_eq!(page.count(".mask"), 1);
}

#[test]
fn a_long_text_is_cut_until_all_of_it_is_asked_for() {
    let page = draw(|| long_text("é".repeat(5_000)));
    assert_eq!(page.texts(".text")[0].chars().count(), 1_201);
    assert_eq!(page.texts("button"), ["Show all 5\u{202f}000 characters"]);
    assert_eq!(draw(|| long_text("short".to_owned())).count("button"), 0);
}

#[test]
fn a_huge_text_comes_in_pieces_with_what_hides_made_visible() {
    let page = draw(|| long_raw(&"\u{202e}x".repeat(500_000)));
    assert_eq!(
        page.texts("button"),
        ["Show more of 1\u{202f}000\u{202f}000 characters"]
    );
    assert!(page.text().len() < 10_000 && page.text().contains("⟨U+202E⟩"));
    assert_eq!(page.dangers(&[]), Vec::<String>::new());
}
