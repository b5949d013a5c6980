//! A view as a parsed page.

use glint_model::text::turns_text;
use leptos::prelude::*;
use scraper::{ElementRef, Html, Selector};

/// What a view became.
pub struct Page(Html);

/// Draws a view as the browser would get it, and parses it.
pub fn draw<V: IntoView>(view: impl FnOnce() -> V) -> Page {
    // Effects are put in a queue that nobody looks at: a page is drawn once. All tests share it.
    let _ = any_spawner::Executor::init_futures_executor();
    let owner = Owner::new();
    let html = owner.with(|| view().into_view().to_html());
    Page(Html::parse_fragment(&html))
}

impl Page {
    /// The elements that match.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a selector");
        self.0.select(&selector).collect()
    }

    /// How many elements match.
    pub fn count(&self, selector: &str) -> usize {
        self.all(selector).len()
    }

    /// The text of each element that matches, without white space around it.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).into_iter().map(text).collect()
    }

    /// All text of the page.
    pub fn text(&self) -> String {
        text(self.0.root_element())
    }

    /// The value of an attribute of each element that matches.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.all(selector)
            .into_iter()
            .filter_map(|element| element.attr(name))
            .map(str::to_owned)
            .collect()
    }

    /// What is dangerous about the page; empty when nothing is. `places` are the links that may be there.
    pub fn dangers(&self, places: &[&str]) -> Vec<String> {
        let mut dangers = Vec::new();
        for element in self.all("*") {
            let name = element.value().name();
            if matches!(
                name,
                "script" | "img" | "iframe" | "object" | "embed" | "form" | "base" | "meta" | "link"
            ) {
                dangers.push(format!("<{name}>"));
            }
            for (attribute, value) in element.value().attrs() {
                let is_address = matches!(attribute, "href" | "src" | "action" | "formaction" | "srcdoc");
                if attribute.starts_with("on") || is_address && !places.contains(&value) {
                    dangers.push(format!("{attribute}={value}"));
                }
                if value.chars().any(turns_text) && attribute != "href" {
                    dangers.push(format!("hidden characters in {attribute}"));
                }
            }
        }
        if self.text().chars().any(turns_text) {
            dangers.push("hidden characters in the text".to_owned());
        }
        dangers
    }

    /// The controls that nobody could name; empty when all have names.
    pub fn nameless(&self) -> Vec<String> {
        self.all("button, a, summary, input, select, textarea, [role=img]")
            .into_iter()
            .filter(|control| {
                let label = control.attr("aria-label").unwrap_or_default();
                label.trim().is_empty() && text(*control).is_empty()
            })
            .map(|control| control.html())
            .collect()
    }
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}
