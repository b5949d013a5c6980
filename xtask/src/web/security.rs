//! The headers that every answer of the site carries, and the `_headers` file that asks a host for them.

/// What the page may do. `'wasm-unsafe-eval'` lets WebAssembly be compiled; there is no other exception.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'self'; \
form-action 'self'; frame-ancestors 'none'";

/// Names and values for all answers, the policy included.
pub const HEADERS: [(&str, &str); 6] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), usb=()"),
];

/// The text of `_headers` (the format of Netlify and Cloudflare Pages) for a site under `base`,
/// a path that starts and ends with a slash. `lasting` are files beside the page, such as its icon, that may be a
/// day old: a browser asks for the icon again on every navigation otherwise.
pub fn headers_file(base: &str, lasting: &[String]) -> String {
    let mut text = format!("{base}*\n");
    for (name, value) in HEADERS {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    // What has the build in its path never changes; what names the build must always be asked for.
    text.push_str(&format!(
        "\n{base}b/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    ));
    for path in ["", "index.html", "version.json", "config.json"] {
        text.push_str(&format!("\n{base}{path}\n  Cache-Control: no-cache\n"));
    }
    for path in lasting {
        text.push_str(&format!("\n{base}{path}\n  Cache-Control: public, max-age=86400\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policy_has_one_exception() {
        assert_eq!(CONTENT_SECURITY_POLICY.matches("unsafe").count(), 1);
        assert!(CONTENT_SECURITY_POLICY.contains("script-src 'self' 'wasm-unsafe-eval';"));
    }

    #[test]
    fn rules_lie_under_the_base() {
        let text = headers_file("/sub/", &["icon.svg".into()]);
        assert!(text.starts_with("/sub/*\n  Content-Security-Policy: "));
        assert!(text.contains("\n/sub/b/*\n  Cache-Control: public, max-age=31536000, immutable\n"));
        assert!(text.contains("\n/sub/icon.svg\n  Cache-Control: public, max-age=86400\n"));
        assert!(text.contains("\n/sub/index.html\n  Cache-Control: no-cache\n"));
    }
}
