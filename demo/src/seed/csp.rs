//! Reports of a Content Security Policy, as browsers send them for the marketing site.

use glint_model::wire::entry::CspData;

/// What was blocked.
#[derive(Debug)]
pub struct CspReport {
    /// The directive that blocked it.
    pub directive: &'static str,
    /// What was blocked: a URL, or a word such as `inline`.
    pub blocked: &'static str,
    /// The page.
    pub page: &'static str,
    /// The start of the script.
    pub sample: &'static str,
}

/// The kinds of reports, each an issue.
pub const REPORTS: [CspReport; 7] = [
    report("script-src-elem", "https://cdn.tracker.example/t.js", "/", ""),
    report("img-src", "https://pixel.ads.example/p.gif?id=4711", "/pricing", ""),
    report("font-src", "https://fonts.gstatic.com/s/roboto.woff2", "/", ""),
    report("frame-src", "https://ads.example/", "/pricing", ""),
    report("connect-src", "wss://chat.vendor.example/socket", "/contact", ""),
    report(
        "script-src-attr",
        "inline",
        "/blog/42",
        "javascript:void(document.title='<b>owned</b>')",
    ),
    report("style-src-elem", "inline", "/blog/42", ""),
];

const POLICY: &str = "default-src 'self'; script-src 'self'; img-src 'self' data:; report-uri /api/12/security/";

const fn report(directive: &'static str, blocked: &'static str, page: &'static str, sample: &'static str) -> CspReport {
    CspReport {
        directive,
        blocked,
        page,
        sample,
    }
}

impl CspReport {
    /// The title the server makes of it.
    pub fn title(&self) -> String {
        let what = self.directive.split("-src").next().unwrap_or(self.directive);
        match self.blocked.split_once("://") {
            Some((_, rest)) => format!("Blocked '{what}' from '{}'", rest.split('/').next().unwrap_or(rest)),
            None => format!("Blocked {} '{what}'", self.blocked),
        }
    }

    /// The entry's data.
    pub fn data(&self) -> CspData {
        CspData {
            blocked_uri: Some(self.blocked.to_owned()),
            disposition: Some("report".to_owned()),
            document_uri: Some(format!("https://www.example.com{}", self.page)),
            effective_directive: Some(self.directive.to_owned()),
            original_policy: Some(POLICY.to_owned()),
            script_sample: Some(self.sample.to_owned()),
            status_code: Some(200),
            ..CspData::default()
        }
    }
}
