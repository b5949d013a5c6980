//! Points `index.html` at a build: addresses, preloads, integrity, and what the boot script has to know.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::publish::Build;
use super::style::LATE;

/// The lazy areas that the boot script can tell from an address.
const PAGES: [&str; 10] = [
    "accept",
    "home",
    "issue_detail",
    "issue_list",
    "monitor_detail",
    "monitor_list",
    "organization_settings",
    "project_settings",
    "settings",
    "sign_in",
];

/// Rewrites the page in place.
///
/// Fails when the page has no boot script or names no stylesheet, or anything that its own policy would block:
/// an inline script, an inline style or an event handler attribute.
pub fn rewrite(page: &Path, build: &Build, areas: &BTreeMap<String, Vec<String>>) -> Result<()> {
    let html = std::fs::read_to_string(page).with_context(|| format!("reading {}", page.display()))?;
    let mut chunks: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for page in PAGES {
        let files = areas
            .get(page)
            .with_context(|| format!("there is no lazy area {page}"))?;
        chunks.insert(page, files.iter().map(|file| build.address(file)).collect());
    }
    let tags = Tags {
        boot: (build.address("boot.js"), build.integrity("boot.js")?),
        style: (build.address("glint.css"), build.integrity("glint.css")?),
        late_style: (build.address(LATE), build.integrity(LATE)?),
        app: (build.address("app.js"), build.integrity("app.js")?),
        wasm: build.address("app.wasm"),
        chunks: serde_json::to_string(&chunks)?,
    };
    let html = tags.put_into(&html)?;
    std::fs::write(page, html).with_context(|| format!("writing {}", page.display()))
}

/// Addresses with their integrity, and the boot script's list of chunks.
///
/// The wasm has no integrity: a fetch that is checked is only handed over when all of it is there, so that nothing
/// could be compiled while it arrives. `app.js`, which is checked, is what loads the chunks.
struct Tags {
    boot: (String, String),
    style: (String, String),
    late_style: (String, String),
    app: (String, String),
    wasm: String,
    chunks: String,
}

impl Tags {
    fn put_into(&self, html: &str) -> Result<String> {
        let boots = Cell::new(0);
        let styles = Cell::new(0);
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("script[src='boot.js']", |script| {
                boots.set(boots.get() + 1);
                script.before(&self.preloads(), ContentType::Html);
                set(script, "src", &self.boot)?;
                script.set_attribute("data-app", &self.app.0)?;
                script.set_attribute("data-wasm", &self.wasm)?;
                script.set_attribute("data-chunks", &self.chunks)?;
                Ok(())
            }))
            .append_element_content_handler(element!("link[href='glint.css']", |link| {
                styles.set(styles.get() + 1);
                set(link, "href", &self.style)?;
                Ok(())
            }))
            .append_element_content_handler(element!("meta[name='glint-late-style']", |meta| {
                styles.set(styles.get() + 1);
                meta.set_attribute("content", &self.late_style.0)?;
                meta.set_attribute("data-integrity", &self.late_style.1)?;
                Ok(())
            }))
            .append_element_content_handler(element!("link[data-trunk]", |instruction| {
                // What told Trunk to build the app, and tells a browser nothing.
                instruction.remove();
                Ok(())
            }))
            .append_element_content_handler(element!("script:not([src]), style, [style]", |inline| {
                Err(format!("<{}> with inline code: the policy would block it", inline.tag_name()).into())
            }))
            .append_element_content_handler(element!("*", |any| {
                match any
                    .attributes()
                    .iter()
                    .find(|attribute| attribute.name().starts_with("on"))
                {
                    Some(handler) => Err(format!("an inline {}: the policy would block it", handler.name()).into()),
                    None => Ok(()),
                }
            }));
        let html = rewrite_str(html, settings).map_err(|error| anyhow!("index.html: {error}"))?;
        if (boots.get(), styles.get()) != (1, 2) {
            bail!(
                "index.html must have one <script src=\"boot.js\">, one <link href=\"glint.css\"> and one \
                 <meta name=\"glint-late-style\">"
            );
        }
        Ok(html)
    }

    fn preloads(&self) -> String {
        let (app, app_integrity) = &self.app;
        format!(
            "<link rel=\"modulepreload\" href=\"{app}\" integrity=\"{app_integrity}\">\n\
             <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{}\">\n",
            self.wasm
        )
    }
}

fn set(
    element: &mut Element,
    attribute: &str,
    (address, integrity): &(String, String),
) -> Result<(), lol_html::errors::AttributeNameError> {
    element.set_attribute(attribute, address)?;
    element.set_attribute("integrity", integrity)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags() -> Tags {
        let pair = |name: &str| (format!("b/1/{name}"), format!("sha384-{name}"));
        Tags {
            boot: pair("boot.js"),
            style: pair("glint.css"),
            late_style: pair("late.css"),
            app: pair("app.js"),
            wasm: "b/1/app.wasm".into(),
            chunks: r#"{"issue_list":["b/1/issue_list.wasm"]}"#.into(),
        }
    }

    const PAGE: &str = r#"<html><head><base href="/"/><link rel="stylesheet" href="glint.css"><meta name="glint-late-style" content="late.css"><script src="boot.js" data-app="a" data-wasm="b"></script></head></html>"#;

    #[test]
    fn the_page_points_at_the_build() {
        let html = tags().put_into(PAGE).unwrap();
        for part in [
            r#"href="b/1/glint.css" integrity="sha384-glint.css""#,
            r#"content="b/1/late.css" data-integrity="sha384-late.css""#,
            r#"src="b/1/boot.js" data-app="b/1/app.js" data-wasm="b/1/app.wasm" integrity="sha384-boot.js""#,
            r#"<link rel="modulepreload" href="b/1/app.js" integrity="sha384-app.js">"#,
            r#"crossorigin href="b/1/app.wasm">"#,
            "data-chunks=\"{&quot;issue_list&quot;:[&quot;b/1/issue_list.wasm&quot;]}\"",
            r#"<base href="/"/>"#,
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
    }

    #[test]
    fn what_the_policy_blocks_is_refused() {
        for inline in [
            "<script>1</script>",
            "<style>a{}</style>",
            "<p style=\"color:red\">",
            "<p onclick=\"x()\">",
        ] {
            let error = tags().put_into(&format!("{PAGE}{inline}")).unwrap_err().to_string();
            assert!(error.contains("the policy would block it"), "{inline}: {error}");
        }
    }

    #[test]
    fn a_page_without_boot_script_is_refused() {
        assert!(tags().put_into("<html></html>").is_err());
    }
}
