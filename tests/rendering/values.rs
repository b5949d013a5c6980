//! Trees and long texts cost what is seen of them.

use super::page::draw;
use glint::ui::long_text::long_text;
use glint::ui::value_tree::{value_tree, value_view};
use serde_json::{Value, json};

#[test]
fn nested_values_are_folded_and_not_built() {
    let page = draw(|| value_tree(&json!({"a": 1, "order": {"id": 7, "lines": [1, 2]}})));
    assert_eq!(page.texts("dt"), ["a", "order"]);
    assert_eq!(page.texts("details > summary"), ["{ id, lines }"]);
    assert_eq!(page.count("details dl"), 0);
}

#[test]
fn many_values_come_a_hundred_at_a_time() {
    let many = Value::Array((0..250).map(Value::from).collect());
    let page = draw(|| value_tree(&many));
    assert_eq!(page.count("dt"), 100);
    assert_eq!(page.texts(".more > summary"), ["150 more"]);
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
fn a_long_text_is_cut_until_all_of_it_is_asked_for() {
    let page = draw(|| long_text("é".repeat(5_000)));
    assert_eq!(page.texts(".text")[0].chars().count(), 1_201);
    assert_eq!(page.texts("button"), ["Show all 5000 characters"]);
    assert_eq!(draw(|| long_text("short".to_owned())).count("button"), 0);
}
