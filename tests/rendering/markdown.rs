//! Comments in Markdown: what is marked is an element, what is hostile is text, and a link says where it leads.

use super::page::draw;
use glint::ui::markdown::markdown;

/// Texts that would be markup, a script or a link somewhere.
const TEXTS: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "JAVASCRIPT&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:x",
    "//evil.example",
    "https://user@evil.example",
    "\" onmouseover=\"alert(1)",
    "' style='position:fixed",
    "{{constructor.constructor('alert(1)')()}}",
    "a\u{202e}fdp.exe\u{2066}b",
    "\u{1b}[31mred",
];

#[test]
fn nothing_in_a_comment_becomes_markup_or_a_dangerous_link() {
    for text in TEXTS {
        for comment in [
            (*text).to_owned(),
            format!("[a]({text})"),
            format!("[a](<{text}> \"{text}\")"),
            format!("![{text}]({text})"),
            format!("<{text}>"),
            format!("[a]\n\n[a]: {text}"),
            format!("```{text}\n{text}\n```"),
            format!("| {text} | b |\n|---|---|\n| {text} | `{text}` |"),
            format!("- [ ] **{text}**\n\n> # {text}"),
            format!("<div {text}>\n\n{text}\n\n</div>"),
            format!("[![{text}]({text})]({text})"),
        ] {
            let page = draw(|| markdown(&comment));
            assert_eq!(page.dangers(&[]), Vec::<String>::new(), "{comment}");
        }
    }
}

#[test]
fn a_link_says_where_it_leads_and_keeps_the_app_to_itself() {
    let page = draw(|| markdown("[the runbook](https://wiki.example.com/r) and [https://a.co](https://a.com/x)"));
    assert_eq!(page.attributes("a", "target"), ["_blank", "_blank"]);
    assert_eq!(
        page.attributes("a", "rel"),
        ["noopener noreferrer", "noopener noreferrer"]
    );
    assert_eq!(page.texts(".host"), ["(wiki.example.com)", "(a.com)"]);
    let page = draw(|| markdown("https://wiki.example.com/r <ada@example.com>"));
    assert_eq!(page.texts("a"), ["https://wiki.example.com/r", "ada@example.com"]);
    assert_eq!(page.count(".host"), 0);
    assert_eq!(
        page.attributes("a", "href"),
        ["https://wiki.example.com/r", "mailto:ada@example.com"]
    );
}

#[test]
fn what_is_marked_is_an_element() {
    let page = draw(|| {
        markdown(
            "# Title\n\none\ntwo **bold** ~~gone~~\n\n- [x] done\n\n3. three\n\n```rust\nlet a = 1;\n```\n\n\
             | a | b |\n|---|--:|\n| 1 | 2 |",
        )
    });
    assert_eq!(
        page.count("h1, h2, h3, h4, h5, h6"),
        0,
        "the page's own headings stay as they are"
    );
    assert_eq!(page.texts(".heading"), ["Title"]);
    assert_eq!(page.count("p br"), 1);
    assert_eq!(
        (page.texts("strong"), page.texts("del")),
        (vec!["bold".to_owned()], vec!["gone".to_owned()])
    );
    assert_eq!(page.texts("ul li .visually-hidden"), ["done:"]);
    assert_eq!(page.attributes("ol", "start"), ["3"]);
    assert_eq!(page.texts("pre code"), ["let a = 1;"]);
    assert_eq!(
        (page.texts("th"), page.texts("td.right")),
        (vec!["a".to_owned(), "b".to_owned()], vec!["2".to_owned()])
    );
    assert_eq!(page.nameless(), Vec::<String>::new());
}
