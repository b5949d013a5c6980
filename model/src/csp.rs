//! CSP reports told in a sentence, and what there is to do about them.

mod advice;

pub use advice::{Advice, advice};

use crate::text::first_line;
use crate::wire::entry::CspData;

/// What the browser blocked, by which directive and where, in one sentence. A report-only policy blocks
/// nothing, and the sentence says so.
pub fn sentence(report: &CspData) -> String {
    let directive = text_of(report.effective_directive.as_deref())
        .or_else(|| text_of(report.violated_directive.as_deref()))
        .map(|directive| directive.split_whitespace().next().unwrap_or_default().to_owned());
    let what = what_was_blocked(text_of(report.blocked_uri.as_deref()).as_deref(), directive.as_deref());
    let mut sentence = if report.disposition.as_deref() == Some("report") {
        format!("The browser would have blocked {what}")
    } else {
        format!("The browser blocked {what}")
    };
    if let Some(page) = text_of(report.document_uri.as_deref()) {
        sentence.push_str(" on ");
        sentence.push_str(&without_scheme(&page));
    }
    if let Some(directive) = directive {
        sentence.push_str(", because of ");
        sentence.push_str(&directive);
    }
    sentence.push('.');
    sentence
}

fn text_of(field: Option<&str>) -> Option<String> {
    field.map(first_line).filter(|text| !text.is_empty())
}

/// The noun for what a directive is about.
fn noun(directive: &str) -> &'static str {
    match directive {
        "script-src" | "script-src-elem" | "script-src-attr" | "worker-src" => "a script",
        "style-src" | "style-src-elem" | "style-src-attr" => "a style",
        "img-src" => "an image",
        "font-src" => "a font",
        "frame-src" | "child-src" | "fenced-frame-src" => "a frame",
        "connect-src" => "a connection",
        "media-src" => "audio or video",
        "object-src" => "a plugin",
        "manifest-src" => "a manifest",
        "form-action" => "a form",
        "frame-ancestors" => "being framed",
        "base-uri" => "a base address",
        _ => "something",
    }
}

fn what_was_blocked(blocked: Option<&str>, directive: Option<&str>) -> String {
    let directive = directive.unwrap_or_default();
    let noun = noun(directive);
    match blocked {
        None => noun.to_owned(),
        Some("inline") if directive.starts_with("style") => "an inline style".to_owned(),
        Some("inline") => "an inline script".to_owned(),
        Some("eval") => "a call of eval".to_owned(),
        Some("wasm-eval") => "the compilation of WebAssembly".to_owned(),
        Some("self") => format!("{noun} from the page's own origin"),
        Some(scheme @ ("data" | "blob" | "about" | "filesystem")) => format!("{noun} from a {scheme}: address"),
        Some(address) => format!("{noun} from {}", host_of(address)),
    }
}

/// The address without `https://`, query and fragment.
fn without_scheme(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['?', '#'])
        .next()
        .unwrap_or_default()
        .trim_end_matches('/')
        .to_owned()
}

fn host_of(address: &str) -> String {
    match address.split_once("://") {
        Some((_, rest)) if !rest.is_empty() => {
            let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
            authority.rsplit('@').next().unwrap_or_default().to_owned()
        }
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::wire::entry::CspData;

    fn report(blocked: &str, directive: &str, page: &str, disposition: &str) -> String {
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        sentence(&CspData {
            blocked_uri: text(blocked),
            effective_directive: text(directive),
            document_uri: text(page),
            disposition: text(disposition),
            ..CspData::default()
        })
    }

    #[test]
    fn reports_read_as_sentences() {
        assert_eq!(
            report(
                "https://tracker.example/p.gif",
                "img-src",
                "https://www.example.com/",
                "enforce"
            ),
            "The browser blocked an image from tracker.example on www.example.com, because of img-src."
        );
        assert_eq!(
            report(
                "https://ads.example/",
                "frame-src",
                "https://www.example.com/pricing?x=1",
                "report"
            ),
            "The browser would have blocked a frame from ads.example on www.example.com/pricing, because of frame-src."
        );
        assert_eq!(
            report("inline", "script-src-elem", "", "enforce"),
            "The browser blocked an inline script, because of script-src-elem."
        );
        assert_eq!(
            report("inline", "style-src", "", ""),
            "The browser blocked an inline style, because of style-src."
        );
        assert_eq!(
            report("eval", "script-src", "", ""),
            "The browser blocked a call of eval, because of script-src."
        );
        assert_eq!(
            report("data", "font-src", "", ""),
            "The browser blocked a font from a data: address, because of font-src."
        );
        assert_eq!(
            report("self", "connect-src", "", ""),
            "The browser blocked a connection from the page's own origin, because of connect-src."
        );
    }

    #[test]
    fn a_report_that_says_little_is_told_all_the_same() {
        assert_eq!(sentence(&CspData::default()), "The browser blocked something.");
        assert_eq!(report("weird", "", "", ""), "The browser blocked something from weird.");
        let violated = CspData {
            violated_directive: Some("img-src 'self' x".to_owned()),
            ..CspData::default()
        };
        assert_eq!(sentence(&violated), "The browser blocked an image, because of img-src.");
        assert_eq!(
            report("https://user:pw@evil.example/\u{202e}x", "img-src", "", ""),
            "The browser blocked an image from evil.example, because of img-src."
        );
    }
}
