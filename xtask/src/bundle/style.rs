//! Bundles a stylesheet with everything it imports: `style/main.css` for the first rows, `style/late.css` for the rest.

use anyhow::{Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Targets};

use crate::paths;

/// Whom the bundle is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// A developer
    Reading,
    /// A browser far away
    Sending,
}

/// The stylesheets: what they are made of, and what they are called in the site.
pub const SHEETS: [(&str, &str); 2] = [("style/main.css", "glint.css"), ("style/late.css", LATE)];

/// The stylesheet that the first rows do not wait for.
pub const LATE: &str = "late.css";

/// A stylesheet as text.
///
/// Fails, with the place in the file, on anything that is not CSS and on an import that is not there.
pub fn bundle(source: &str, whom: For) -> Result<String> {
    let main = paths::root().join(source);
    let files = FileProvider::new();
    let targets = Targets {
        browsers: Some(browsers()),
        ..Targets::default()
    };
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(&main)
        .map_err(|error| anyhow!("the styles cannot be bundled: {error}"))?;
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|error| anyhow!("the styles cannot be simplified: {error}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: whom == For::Sending,
            targets,
            ..PrinterOptions::default()
        })
        .map_err(|error| anyhow!("the styles cannot be printed: {error}"))?;
    Ok(printed.code)
}

/// The first browsers that know `light-dark()` and nesting, so that neither is rewritten.
fn browsers() -> Browsers {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Browsers {
        chrome: version(123, 0),
        edge: version(123, 0),
        firefox: version(120, 0),
        safari: version(17, 5),
        ios_saf: version(17, 5),
        ..Browsers::default()
    }
}
