//! Whatever an attacker sends is text.

use super::page::draw;
use super::sample::{chain, drawn};
use glint::ui::app_link::AppLink;
use glint::ui::stack_trace::StackView;
use glint::ui::tag_chips::{TagChip, tag_chips};
use glint::ui::tag_spread::tag_spread;
use glint::ui::value_tree::value_tree;
use glint_model::stack_trace::FrameOrder;
use glint_model::tags::spread;
use glint_model::wire::tag::{IssueTag, TagValue};
use serde_json::json;

/// Texts that would be markup, a script or a link somewhere.
const TEXTS: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</pre></code></summary></details><iframe src=//evil.example>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "<!-- --><base href=//evil.example>",
    "{{constructor.constructor('alert(1)')()}}",
    "a\u{202e}fdp.exe\u{2066}b",
];

#[test]
fn nothing_in_a_chain_becomes_markup_or_a_link() {
    for text in TEXTS {
        let data = || {
            chain(json!([{
                "type": text, "value": text, "module": text, "mechanism": {"type": text, "help_link": text},
                "stacktrace": {"frames": [{
                    "function": text, "filename": text, "absPath": text, "module": text, "package": text,
                    "inApp": true, "lineNo": 2, "context": [[1, text], [2, text]], "vars": {*text: text},
                    "instruction_addr": text,
                }]},
            }]))
        };
        for view in [StackView::App, StackView::All, StackView::Raw] {
            let page = drawn(data(), view, FrameOrder::NewestFirst);
            assert_eq!(page.dangers(&[]), Vec::<String>::new(), "{text} in {view:?}");
        }
        let page = drawn(data(), StackView::App, FrameOrder::NewestFirst);
        if !text.contains('\u{202e}') {
            assert_eq!(page.texts(".value"), [*text], "hostile text is shown, not dropped");
            assert_eq!(page.texts(".locals dt"), [*text]);
        }
    }
}

#[test]
fn nothing_in_a_tree_becomes_markup_or_a_link() {
    for text in TEXTS {
        let value = json!({*text: text, "nested": {*text: [text]}, "list": [text]});
        assert_eq!(draw(|| value_tree(&value)).dangers(&[]), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn only_web_addresses_among_tags_can_be_opened() {
    let chip = |value: &str| TagChip {
        key: "url".into(),
        value: value.into(),
        link: Some(AppLink::new("/acme/issues".into())),
    };
    let mut chips: Vec<TagChip> = TEXTS.iter().map(|text| chip(text)).collect();
    chips.extend(
        [
            "https://a@evil.example/",
            "//evil.example",
            "https://shop.example/\u{202e}",
            "",
        ]
        .map(chip),
    );
    let places = ["/acme/issues"];
    let page = draw(|| tag_chips(chips.clone()));
    assert_eq!(page.dangers(&places), Vec::<String>::new());
    assert_eq!(page.count("a[target]"), 0);
    assert_eq!(page.count("a.chip"), chips.len());

    let page = draw(|| tag_chips(vec![chip("https://shop.example/checkout?a=1&b=\"2\"")]));
    assert_eq!(page.count("a[target]"), 0, "a quote makes no link");
    let page = draw(|| tag_chips(vec![chip("https://shop.example/checkout?a=1&b=2")]));
    assert_eq!(
        page.attributes("a[target]", "href"),
        ["https://shop.example/checkout?a=1&b=2"]
    );
    assert_eq!(page.attributes("a[target]", "rel"), ["noopener noreferrer"]);
}

#[test]
fn the_spread_of_a_tag_is_text_with_links_of_the_app() {
    let value = |text: &&str| TagValue {
        name: None,
        value: Some((*text).to_owned()),
        count: 3,
        key: "k".to_owned(),
    };
    let tag = IssueTag {
        top_values: TEXTS.iter().map(value).collect(),
        unique_values: TEXTS.len() as u64,
        key: TEXTS[0].to_owned(),
        name: String::new(),
        total_values: 100,
    };
    let page = draw(|| tag_spread(spread(&tag, 20), |_| AppLink::new("/acme/issues".to_owned())));
    assert_eq!(page.dangers(&["/acme/issues"]), Vec::<String>::new());
    assert_eq!(page.count("a.name"), TEXTS.len());
    assert_eq!(page.texts("h3"), [TEXTS[0]]);
}
