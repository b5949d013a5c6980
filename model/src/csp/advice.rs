//! What would have to stand in the policy for a blocked thing to be allowed, and what else that would allow.

use super::{noun, text_of};
use crate::wire::entry::CspData;

/// What there is to do about a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// This directive, whole, would allow it.
    Allow {
        /// Such as `img-src 'self' https://cdn.example`.
        directive: String,
        /// What else it would allow.
        warning: String,
        /// Whether that is dangerous.
        is_strong: bool,
    },
    /// Nothing in the policy should be changed; and why.
    Leave(String),
}

/// The schemes of browser extensions.
const EXTENSIONS: [&str; 5] = [
    "chrome-extension",
    "moz-extension",
    "safari-extension",
    "safari-web-extension",
    "ms-browser-extension",
];

/// What there is to do about a report. None where it does not say what was blocked by what, and where no directive
/// could allow it.
pub fn advice(report: &CspData) -> Option<Advice> {
    let directive = text_of(report.effective_directive.as_deref())
        .or_else(|| text_of(report.violated_directive.as_deref()))?
        .split_whitespace()
        .next()?
        .to_ascii_lowercase();
    let blocked = text_of(report.blocked_uri.as_deref())?;
    let scheme = blocked.split(':').next().unwrap_or_default();
    if EXTENSIONS.contains(&scheme) {
        let why =
            "This comes from an extension of the visitor's browser, not from your page. There is nothing to allow.";
        return Some(Advice::Leave(why.to_owned()));
    }
    if directive == "frame-ancestors" {
        let why =
            "frame-ancestors names the pages that may show this one in a frame. Add a page there only if it is yours.";
        return Some(Advice::Leave(why.to_owned()));
    }
    if !may_be_widened(&directive) {
        return None;
    }
    let source = source(&blocked)?;
    let policy = report.original_policy.as_deref().unwrap_or_default();
    let (name, mut sources) = place(policy, &directive);
    if sources.contains(&source) {
        return Some(Advice::Leave(format!(
            "The policy in this report has {source} in {name} already. The page may have had another policy, or several."
        )));
    }
    let has_nonce = sources.iter().any(|known| is_nonce_or_hash(known));
    sources.push(source.clone());
    let (mut warning, is_strong) = warning(&name, &source);
    if source == "'unsafe-inline'" && has_nonce {
        warning.push_str(" Browsers do not heed it, either, while the directive has a nonce or a hash.");
    }
    Some(Advice::Allow {
        directive: format!("{name} {}", sources.join(" ")),
        warning,
        is_strong,
    })
}

/// Whether the directive is a list of places from which something may come or go to.
fn may_be_widened(directive: &str) -> bool {
    noun(directive) != "something" || matches!(directive, "default-src" | "prefetch-src")
}

/// The directives that a browser asks in turn, the last of them left out.
fn asked(directive: &str) -> &[&str] {
    match directive {
        "script-src-elem" => &["script-src-elem", "script-src"],
        "script-src-attr" => &["script-src-attr", "script-src"],
        "style-src-elem" => &["style-src-elem", "style-src"],
        "style-src-attr" => &["style-src-attr", "style-src"],
        "worker-src" => &["worker-src", "child-src", "script-src"],
        "frame-src" => &["frame-src", "child-src"],
        _ => &[],
    }
}

/// The directive that is to be widened, with its sources. Where only `default-src` applied, a directive with the same
/// sources is added: widening `default-src` would allow more than this.
fn place(policy: &str, directive: &str) -> (String, Vec<String>) {
    let own = [directive];
    let asked = match asked(directive) {
        [] => &own,
        asked => asked,
    };
    if let Some((name, sources)) = asked.iter().find_map(|name| Some((*name, sources(policy, name)?))) {
        return (name.to_owned(), sources);
    }
    let falls_back = !matches!(directive, "form-action" | "base-uri");
    let sources = falls_back.then(|| sources(policy, "default-src")).flatten();
    let name = directive.trim_end_matches("-elem").trim_end_matches("-attr");
    (name.to_owned(), sources.unwrap_or_default())
}

/// The sources of a directive, without the word that says there are none.
fn sources(policy: &str, name: &str) -> Option<Vec<String>> {
    policy.split(';').find_map(|directive| {
        let mut words = directive.split_whitespace();
        words.next().filter(|first| first.eq_ignore_ascii_case(name))?;
        let is_source = |word: &&str| {
            word.bytes().all(|byte| byte.is_ascii_graphic() && byte != b',') && !word.eq_ignore_ascii_case("'none'")
        };
        Some(words.filter(is_source).map(str::to_owned).collect())
    })
}

fn is_nonce_or_hash(source: &str) -> bool {
    ["'nonce-", "'sha256-", "'sha384-", "'sha512-"]
        .iter()
        .any(|start| source.starts_with(start))
}

/// What stands in a policy for what was blocked. Hostile text must not bring a second directive with it.
fn source(blocked: &str) -> Option<String> {
    let word = match blocked {
        "inline" => "'unsafe-inline'",
        "eval" => "'unsafe-eval'",
        "wasm-eval" => "'wasm-unsafe-eval'",
        "self" => "'self'",
        "data" | "blob" | "filesystem" | "mediastream" => return Some(format!("{blocked}:")),
        _ => return origin(blocked),
    };
    Some(word.to_owned())
}

fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let is_plain = authority.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[')
        && authority
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b':' | b'[' | b']'));
    let scheme = scheme.to_ascii_lowercase();
    (is_plain && matches!(scheme.as_str(), "http" | "https" | "ws" | "wss"))
        .then(|| format!("{scheme}://{}", authority.to_ascii_lowercase()))
}

/// What else would be allowed, and whether that is dangerous.
fn warning(directive: &str, source: &str) -> (String, bool) {
    let is_script = matches!(
        directive.split("-src").next(),
        Some("script" | "default" | "worker" | "child" | "object")
    );
    match source {
        "'unsafe-inline'" if is_script => (
            "Adding 'unsafe-inline' lets every script run that anybody manages to write into a page. That takes away most \
             of what the policy is for. A nonce, or a hash of this one script, is the safe way."
                .to_owned(),
            true,
        ),
        "'unsafe-inline'" => (
            "Adding 'unsafe-inline' lets every style apply that anybody manages to write into a page. A nonce, or a hash \
             of this one style, is the safe way."
                .to_owned(),
            true,
        ),
        "'unsafe-eval'" => (
            "Adding 'unsafe-eval' lets scripts run any text as code, also text that a visitor sent. It is safer to change \
             the script that needs it."
                .to_owned(),
            true,
        ),
        "'wasm-unsafe-eval'" => (
            "Adding this lets scripts compile WebAssembly. It does not allow eval.".to_owned(),
            false,
        ),
        scheme if scheme.ends_with(':') && is_script => (
            format!("Adding {scheme} lets any text run as a script. It is as dangerous as 'unsafe-inline'."),
            true,
        ),
        source => {
            let from = match source {
                "'self'" => "the page's own origin".to_owned(),
                scheme if scheme.ends_with(':') => format!("any {scheme} address"),
                origin => origin.to_owned(),
            };
            (format!("Adding this lets {} on your pages.", allowed(directive, &from)), directive == "base-uri")
        }
    }
}

/// What a directive allows when it names a place.
fn allowed(directive: &str, from: &str) -> String {
    match directive.split("-src").next().unwrap_or_default() {
        "script" | "worker" => format!("every script of {from} run"),
        "style" => format!("every style of {from} apply"),
        "img" => format!("every image of {from} show"),
        "font" => format!("every font of {from} load"),
        "frame" | "child" | "fenced-frame" => format!("everything of {from} show in a frame"),
        "connect" => format!("scripts send data to {from} and read its answers"),
        "media" => format!("audio and video of {from} play"),
        "object" => format!("every plugin of {from} run"),
        "manifest" => format!("manifests of {from} load"),
        "form-action" => format!("forms send what people typed to {from}"),
        "base-uri" => format!("relative addresses, also those of scripts, lead to {from}"),
        _ => format!("everything of {from} load and run"),
    }
}

#[cfg(test)]
mod tests;
