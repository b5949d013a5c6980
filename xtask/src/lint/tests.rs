//! Each rule is seen to fail on what it is there for, and to let through what is fine.

use super::*;

fn source(path: &str, text: &str) -> Source {
    Source {
        path: path.into(),
        text: text.into(),
    }
}

fn broken(rule: fn(&Source, &[proc_macro2::TokenTree]) -> Vec<Finding>, path: &str, text: &str) -> usize {
    let source = source(path, text);
    rule(&source, &tokens::read(text).unwrap()).len()
}

#[test]
fn markup_is_found() {
    for text in [
        "fn f(e: Element) { e.set_inner_html(\"<b>\") }",
        "fn f() { view! { <p inner_html=text/> } }",
        "fn f() { element.insert_adjacent_html(\"beforeend\", text) }",
        "fn f() { dom::document().write(text) }",
    ] {
        assert_eq!(broken(markup::check, "src/a.rs", text), 1, "{text}");
    }
    for text in [
        "// inner_html is not used\nfn f() {}",
        "/// `inner_html`\nfn f() { \"inner_html\"; lock.write(); }",
    ] {
        assert_eq!(broken(markup::check, "src/a.rs", text), 0, "{text}");
    }
}

#[test]
fn bare_addresses_are_found() {
    for text in [
        "fn f(url: String) { view! { <a href=url>\"x\"</a> } }",
        "fn f(url: &str) { view! { <a class=\"b\" href={url.to_string()} rel=\"x\">\"x\"</a> } }",
        "fn f() { let url = event.url(); view! { <img src=url /> } }",
        "fn f() { view! { <p>{view! { <a href=format!(\"{}\", x)>\"x\"</a> }}</p> } }",
        "fn f() { view! { <a href=move || issue.get().permalink>\"x\"</a> } }",
        "fn f() { link.set_href(&url) }",
        "fn f() { link.set_attribute(\"href\", &url) }",
    ] {
        assert_eq!(broken(address::check, "src/a.rs", text), 1, "{text}");
    }
}

#[test]
fn known_addresses_are_fine() {
    for text in [
        "fn f() { view! { <a href=\"#content\" class=x>\"x\"</a> } }",
        "fn f() { view! { <a href=Route::Home.href()>\"x\"</a> } }",
        "fn f() { link.set_attribute(\"href\", &file.href()) }",
        "fn f() { view! { <a class=\"b\" href=move || list.href(&filter) on:click=go>\"x\"</a> } }",
        "fn f() { let href = route.href(); view! { <a href=href rel=if a { \"p\" } else { \"n\" }>\"x\"</a> } }",
        "fn f(url: SafeUrl) { view! { <a href=url.to_string()>\"x\"</a> } }",
        "fn f() { let url = SafeUrl::web(text); let shown = url.clone(); view! { <a href=shown>\"x\"</a> } }",
        "fn f() { let href = anything(); if href == other { view! { <p>\"x\"</p> } } }",
    ] {
        assert_eq!(broken(address::check, "src/a.rs", text), 0, "{text}");
    }
}

#[test]
fn a_variable_with_one_bad_binding_is_found() {
    let text = "fn f() { let url = r.href(); view! { <a href=url>\"x\"</a> } } fn g() { let url = text; }";
    assert_eq!(broken(address::check, "src/a.rs", text), 1);
}

#[test]
fn imports_that_go_up_are_found() {
    for (path, text) in [
        ("src/ui/menu.rs", "use crate::route::Route;"),
        ("src/ui/menu.rs", "use crate::{browser::dom, session::Session};"),
        ("src/ui/menu.rs", "fn f() { crate::api::issues::list() }"),
        ("src/api/client.rs", "use crate::session::Session;"),
        ("src/session.rs", "use crate::page::issues;"),
        ("src/page/issues/row.rs", "use crate::page::issue::header;"),
        ("src/page/issues/row.rs", "use super::super::issue::header;"),
        ("src/page/issues.rs", "use crate::app::nav;"),
        ("src/page/issues.rs", "mod tests { use super::super::super::app::nav; }"),
        ("model/src/link.rs", "use leptos::prelude::*;"),
        ("model/src/link.rs", "fn f() { web_sys::window() }"),
        ("demo/src/server.rs", "use glint::route::Route;"),
    ] {
        assert_eq!(broken(floors::check, path, text), 1, "{path}: {text}");
    }
}

#[test]
fn imports_that_go_down_are_fine() {
    for (path, text) in [
        (
            "src/ui/menu.rs",
            "use crate::browser::dom; use super::icon; use leptos::prelude::*;",
        ),
        (
            "src/page/issues/row.rs",
            "use super::list::List; use crate::{api::issues, route::Route}; use super::super::issues::x;",
        ),
        (
            "src/page/issues.rs",
            "mod tests { use super::*; use super::super::issues; }",
        ),
        (
            "src/page.rs",
            "use self::issues::list; mod issues; fn f() { issues::list() }",
        ),
        ("src/main.rs", "use glint::app::App;"),
        ("demo/src/server.rs", "use glint_model::id::IssueId;"),
        ("model/src/link.rs", "use crate::page::Page;"),
    ] {
        assert_eq!(broken(floors::check, path, text), 0, "{path}: {text}");
    }
}

#[test]
fn machine_paths_are_found() {
    let path = concat!("/", "root/.cargo");
    assert_eq!(machine::check(&source("README.md", &format!("see {path}"))).len(), 1);
    assert_eq!(
        machine::check(&source("README.md", &format!("see https://example.org{path}"))).len(),
        0
    );
    assert_eq!(machine::check(&source("demo/src/seed/rust.rs", path)).len(), 0);
    assert_eq!(
        machine::check(&source("tests/e2e/package-lock.json", "\"resolved\": \"https://x\"")).len(),
        1
    );
}

#[test]
fn findings_say_where() {
    let text = "\n\nfn f() { e.set_inner_html(x) }";
    let found = markup::check(&source("src/a.rs", text), &tokens::read(text).unwrap());
    assert_eq!((found[0].file.as_path(), found[0].line), (Path::new("src/a.rs"), 3));
}
