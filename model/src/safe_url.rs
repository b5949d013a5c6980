//! Links built from data that anybody may have sent: the only way to an `href` or `src`.

use crate::text::turns_text;
use std::fmt;

/// Longer texts are no links.
const LONGEST: usize = 8192;

/// The longest address of a mailbox (RFC 5321).
const LONGEST_MAILBOX: usize = 254;

/// An address that is safe to follow: `http` or `https` with a plain host and no user name, or `mailto` with one mailbox.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SafeUrl(String);

impl SafeUrl {
    /// Takes the text as it is when it is an absolute `http` or `https` URL without user name, white space,
    /// control characters or backslashes, with a host in ASCII; otherwise nothing.
    pub fn web(text: &str) -> Option<Self> {
        if text.len() > LONGEST || text.chars().any(is_suspect) {
            return None;
        }
        let (scheme, rest) = text.split_once("://")?;
        if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
            return None;
        }
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        is_plain_authority(authority).then(|| Self(text.to_owned()))
    }

    /// Where the server sends the reader on to, such as a page of the payment provider: a web address that is encrypted, or
    /// that is of the app's own origin (`https://glint.example.com`).
    pub fn onward(text: &str, own_origin: &str) -> Option<Self> {
        let url = Self::web(text)?;
        let is_encrypted = text
            .get(..8)
            .is_some_and(|start| start.eq_ignore_ascii_case("https://"));
        let is_own = !own_origin.is_empty()
            && text
                .strip_prefix(own_origin)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']));
        (is_encrypted || is_own).then_some(url)
    }

    /// A `mailto:` link to a mailbox (`ada@example.com`) whose name has nothing that could be read as headers of the mail,
    /// as another mailbox, or as encoded; otherwise nothing.
    pub fn mail(mailbox: &str) -> Option<Self> {
        let (name, host) = mailbox.split_once('@')?;
        let name_is_plain = !name.is_empty()
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+' | b'\''));
        let host_is_plain = !host.contains([':', '[']) && is_plain_authority(host);
        (mailbox.len() <= LONGEST_MAILBOX && name_is_plain && host_is_plain).then(|| Self(format!("mailto:{mailbox}")))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a link has in its `href`.
    pub fn href(&self) -> String {
        self.0.clone()
    }

    /// Where it leads: the host with its port, or the mailbox.
    pub fn host(&self) -> &str {
        match self.0.split_once("://") {
            Some((_, rest)) => rest.split(['/', '?', '#']).next().unwrap_or_default(),
            None => self.0.strip_prefix("mailto:").unwrap_or_default(),
        }
    }
}

impl fmt::Display for SafeUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_suspect(c: char) -> bool {
    let invisible =
        matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    c.is_whitespace() || c.is_control() || invisible || turns_text(c) || matches!(c, '\\' | '<' | '>' | '"' | '`')
}

/// `host`, `host:port` or `[v6]:port`, and nothing else: an `@` would hide the host behind a user name.
fn is_plain_authority(text: &str) -> bool {
    let (host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, port)) => {
            let is_v6 = address.contains(':')
                && address
                    .bytes()
                    .all(|b| b.is_ascii_hexdigit() || matches!(b, b':' | b'.'));
            if !is_v6 {
                return false;
            }
            ("", port)
        }
        None => {
            let end = text.find(':').unwrap_or(text.len());
            if end == 0 {
                return false;
            }
            text.split_at(end)
        }
    };
    let host_is_plain = host
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
    let dots_apart = !host.starts_with('.') && !host.contains("..");
    let port_is_plain = match port.strip_prefix(':') {
        Some(digits) => digits.parse::<u16>().is_ok() && digits.bytes().all(|b| b.is_ascii_digit()),
        None => port.is_empty(),
    };
    host_is_plain && dots_apart && port_is_plain
}

#[cfg(test)]
mod tests {
    use super::SafeUrl;
    use crate::testing::texts;

    #[test]
    fn web_addresses_are_taken_as_they_are() {
        for url in [
            "http://localhost",
            "https://example.com/",
            "HTTPS://Example.com/a?b=c#d",
            "https://example.com:8443/a%20b",
            "http://127.0.0.1:8000/api/0/",
            "http://[::1]:8000/",
            "https://[2001:db8::1]",
            "https://shop.example.com/caf\u{e9}?q=\u{6f22}",
            "https://a_b.example/@user/x:y",
            "https://example.com?mail=a@b",
            "https://example.com./",
            "https://xn--bcher-kva.example/",
        ] {
            assert_eq!(SafeUrl::web(url).as_ref().map(SafeUrl::as_str), Some(url));
        }
    }

    #[test]
    fn everything_else_is_no_link() {
        for url in [
            "",
            "example.com",
            "//example.com",
            "/path",
            "http:",
            "http://",
            "http:///path",
            "http:example.com",
            "https:/example.com",
            "http://?x",
            "http://#x",
            "http://:80",
            "javascript:alert(1)",
            "javascript://example.com/%0aalert(1)",
            "JAVASCRIPT:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:msgbox(1)",
            "file:///etc/passwd",
            "ftp://example.com",
            "ws://example.com",
            "blob:https://example.com/x",
            "about:blank",
            "view-source:https://example.com",
            "intent://example.com#Intent",
            " https://example.com",
            "https://example.com ",
            "\thttps://example.com",
            "ht\ttps://example.com",
            "https://exa\nmple.com",
            "https://example.com/\0",
            "https://example.com/a b",
            "https://example.com/\u{a0}",
            "https://user@example.com",
            "https://user:pass@example.com",
            "https://example.com@evil.example",
            "https://example.com%40evil.example",
            "https://example.com\\@evil.example",
            "https:\\\\example.com",
            "https://example.com\\path",
            "https://ex%61mple.com",
            "https://\u{ff45}xample.com",
            "https://ex\u{430}mple.com",
            "https://example\u{3002}com",
            "https://exam\u{ad}ple.com",
            "https://exam\u{200b}ple.com/",
            "https://example.com/\u{202e}gpj.exe",
            "https://example.com/\u{2066}x",
            "https://example.com/\u{2028}",
            "https://example.com/\u{200b}x",
            "https://example.com/\u{feff}",
            "https://example.com:",
            "https://example.com:x",
            "https://example.com:+80",
            "https://example.com:99999",
            "https://example.com:80:80",
            "https://..",
            "https://.example.com",
            "https://a..b",
            "https://[::1",
            "https://[]",
            "https://[::1]x",
            "https://[example.com]",
            "https://::1",
            "https://example.com/<script>",
            "https://example.com/\"onclick=x",
            "https://example.com/`x`",
            "https://(example).com",
            "https://example.com;evil",
            "https://example.com,evil.example",
        ] {
            assert_eq!(SafeUrl::web(url), None, "{url:?}");
        }
        assert_eq!(SafeUrl::web(&format!("https://example.com/{}", "a".repeat(9000))), None);
    }

    #[test]
    fn a_mailbox_is_taken_by_itself_only() {
        for mailbox in [
            "ada@example.com",
            "a.b+c_d-e@mail.example.co.uk",
            "o'brien@example.com",
            "root@localhost",
        ] {
            let url = SafeUrl::mail(mailbox);
            assert_eq!(
                url.as_ref().map(SafeUrl::as_str),
                Some(format!("mailto:{mailbox}").as_str())
            );
            assert_eq!(url.as_ref().map(SafeUrl::host), Some(mailbox));
        }
        for mailbox in [
            "",
            "@",
            "ada",
            "@example.com",
            "ada@",
            "mailto:ada@example.com",
            "ada@example.com?bcc=eve@evil.example",
            "ada@example.com,eve@evil.example",
            "ada@example.com;eve@evil.example",
            "ada@example.com&cc=eve",
            "ada%0Abcc@example.com",
            "ada@example.com\nbcc: eve@evil.example",
            "Ada <ada@example.com>",
            "ada@@example.com",
            "ada@exa mple.com",
            "ada@example.com:25",
            "ada@[::1]",
            "\u{202e}ada@example.com",
            "ada@ex\u{430}mple.com",
            "javascript:alert(1)@example.com",
            "//ada@example.com",
        ] {
            assert_eq!(SafeUrl::mail(mailbox), None, "{mailbox:?}");
        }
        assert_eq!(SafeUrl::mail(&format!("{}@example.com", "a".repeat(250))), None);
        for text in texts(5_000) {
            for text in [format!("{text}@example.com"), format!("a@{text}")] {
                let Some(url) = SafeUrl::mail(&text) else { continue };
                assert!(!url.as_str().contains(['?', '&', '%', ',', ' ', '\n']), "{url}");
            }
        }
    }

    #[test]
    fn the_server_sends_on_to_encrypted_pages_and_to_its_own() {
        let onward = |url: &str| SafeUrl::onward(url, "http://localhost:8089").is_some();
        for url in [
            "https://checkout.example.com/c/pay/cs_1#x",
            "HTTPS://checkout.example.com",
            "http://localhost:8089",
            "http://localhost:8089/acme/settings/subscription?session_id=cs_1",
        ] {
            assert!(onward(url), "{url}");
        }
        for url in [
            "http://checkout.example.com/",
            "http://localhost:80890/",
            "http://localhost:8089.example.com/",
            "http://localhost:8089@example.com/",
            "https://ada@example.com/",
            "javascript:alert(1)",
            "//example.com",
            "/acme",
            "",
        ] {
            assert!(!onward(url), "{url}");
        }
        assert!(SafeUrl::onward("http://example.com", "").is_none());
    }

    #[test]
    fn the_host_is_said_with_its_port() {
        for (url, host) in [
            ("https://example.com", "example.com"),
            ("http://example.com:8000/a?b=//c", "example.com:8000"),
            ("https://[::1]:8/x", "[::1]:8"),
            ("https://example.com?x", "example.com"),
        ] {
            assert_eq!(SafeUrl::web(url).as_ref().map(SafeUrl::host), Some(host));
        }
    }

    #[test]
    fn what_is_taken_begins_with_its_scheme_and_a_host() {
        for text in texts(10_000) {
            for text in [format!("https://{text}"), format!("https://example.com{text}"), text] {
                let Some(url) = SafeUrl::web(&text) else { continue };
                let (scheme, rest) = url.as_str().split_once("://").expect("a scheme");
                assert!(
                    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"),
                    "{url}"
                );
                let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
                assert!(
                    !authority.is_empty() && authority.is_ascii() && !authority.contains('@'),
                    "{url}"
                );
            }
        }
    }
}
