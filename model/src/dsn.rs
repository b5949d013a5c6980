//! The DSN of a project key: where an SDK sends events, and as whom.
//!
//! It is shown inside code that people copy, so only plain ones are taken: letters, digits and the few marks of an
//! address. Such a text needs no escape in a quoted string of any language.

use crate::safe_url::SafeUrl;

/// A longer text is no DSN.
const LONGEST: usize = 512;

/// A DSN, `scheme://key@host[:port]/[path/]project`, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dsn {
    text: String,
    key: String,
    /// Scheme, host and port.
    origin: String,
    /// The path below which the server is hosted: empty, or with a slash before it and none behind.
    path: String,
    project: String,
}

/// Why a text is no DSN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DsnError {
    /// There is nothing.
    Empty,
    /// It is far too long.
    TooLong,
    /// It does not begin with `http://` or `https://`.
    Scheme,
    /// No key stands before the `@`, or one with other characters than letters, digits, `-` and `_`.
    Key,
    /// What follows the `@` is no host.
    Host,
    /// The path has parts that an SDK would not keep as they are.
    Path,
    /// It does not end with a project's number.
    Project,
}

impl DsnError {
    /// A sentence for people: what is wrong.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Empty => "The DSN is empty.",
            Self::TooLong => "The DSN is too long to be one.",
            Self::Scheme => "The DSN does not begin with http:// or https://.",
            Self::Key => "The DSN has no plain key before its @ sign.",
            Self::Host => "The DSN names no valid host after its @ sign.",
            Self::Path => "The path in the DSN has characters that do not belong there.",
            Self::Project => "The DSN does not end with the number of a project.",
        }
    }
}

impl Dsn {
    /// Takes a DSN apart; refuses what is not plain.
    pub fn parse(text: &str) -> Result<Self, DsnError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(DsnError::Empty);
        }
        if text.len() > LONGEST {
            return Err(DsnError::TooLong);
        }
        let (scheme, rest) = text.split_once("://").ok_or(DsnError::Scheme)?;
        if scheme != "http" && scheme != "https" {
            return Err(DsnError::Scheme);
        }
        let (key, place) = rest.split_once('@').ok_or(DsnError::Key)?;
        if key.is_empty()
            || !key
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        {
            return Err(DsnError::Key);
        }
        let (host, below) = place.split_once('/').ok_or(DsnError::Project)?;
        let origin = format!("{scheme}://{host}");
        if host.contains(['?', '#']) || SafeUrl::web(&origin).is_none() {
            return Err(DsnError::Host);
        }
        let (path, project) = match below.rsplit_once('/') {
            Some((path, project)) => (format!("/{path}"), project),
            None => (String::new(), below),
        };
        if project.is_empty() || project.len() > 18 || !project.bytes().all(|b| b.is_ascii_digit()) {
            return Err(DsnError::Project);
        }
        if !path.split('/').skip(1).all(is_plain_segment) {
            return Err(DsnError::Path);
        }
        Ok(Self {
            text: text.to_owned(),
            key: key.to_owned(),
            origin,
            path,
            project: project.to_owned(),
        })
    }

    /// The DSN itself.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Scheme, host and port, as a browser's `location.origin` spells them: `https://glitchtip.example.com`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Where envelopes are posted, the key included: `POST /api/{project}/envelope/`.
    pub fn envelope_url(&self) -> String {
        self.endpoint("envelope", "sentry_key")
    }

    /// Where browsers report violations of a Content-Security-Policy, the key included.
    pub fn security_endpoint(&self) -> String {
        self.endpoint("security", "glitchtip_key")
    }

    fn endpoint(&self, name: &str, key_name: &str) -> String {
        let Self {
            origin,
            path,
            project,
            key,
            ..
        } = self;
        format!("{origin}{path}/api/{project}/{name}/?{key_name}={key}")
    }
}

/// A part of a path that everybody reads alike.
fn is_plain_segment(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..")
        && segment
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~'))
}

#[cfg(test)]
mod tests {
    use super::{Dsn, DsnError};
    use crate::testing::texts;

    #[test]
    fn endpoints_are_those_of_the_server() {
        for (text, origin, envelope, security) in [
            (
                "http://808972fa7fea42b1a64965c801b24a96@127.0.0.1:8000/1",
                "http://127.0.0.1:8000",
                "http://127.0.0.1:8000/api/1/envelope/?sentry_key=808972fa7fea42b1a64965c801b24a96",
                "http://127.0.0.1:8000/api/1/security/?glitchtip_key=808972fa7fea42b1a64965c801b24a96",
            ),
            (
                " https://abc@errors.example.com/tools/glitchtip/42\n",
                "https://errors.example.com",
                "https://errors.example.com/tools/glitchtip/api/42/envelope/?sentry_key=abc",
                "https://errors.example.com/tools/glitchtip/api/42/security/?glitchtip_key=abc",
            ),
            (
                "https://a-b_c@[2001:db8::1]:8443/7",
                "https://[2001:db8::1]:8443",
                "https://[2001:db8::1]:8443/api/7/envelope/?sentry_key=a-b_c",
                "https://[2001:db8::1]:8443/api/7/security/?glitchtip_key=a-b_c",
            ),
        ] {
            let dsn = Dsn::parse(text).expect(text);
            assert_eq!(dsn.as_str(), text.trim());
            assert_eq!(dsn.origin(), origin);
            assert_eq!(dsn.envelope_url(), envelope);
            assert_eq!(dsn.security_endpoint(), security);
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, want) in [
            ("", DsnError::Empty),
            (" \n", DsnError::Empty),
            ("errors.example.com", DsnError::Scheme),
            ("ftp://abc@errors.example.com/1", DsnError::Scheme),
            ("javascript://abc@errors.example.com/1", DsnError::Scheme),
            ("HTTPS://abc@errors.example.com/1", DsnError::Scheme),
            ("https://errors.example.com/1", DsnError::Key),
            ("https://@errors.example.com/1", DsnError::Key),
            ("https://abc:secret@errors.example.com/1", DsnError::Key),
            ("https://a\"b@errors.example.com/1", DsnError::Key),
            ("https://${key}@errors.example.com/1", DsnError::Key),
            ("https://abc@/1", DsnError::Host),
            ("https://abc@evil.example@errors.example.com/1", DsnError::Host),
            ("https://abc@errors.example.com:x/1", DsnError::Host),
            ("https://abc@errors'.example.com/1", DsnError::Host),
            ("https://abc@errors.example.com?x=/1", DsnError::Host),
            ("https://abc@errors.example.com/a b/1", DsnError::Path),
            ("https://abc@errors.example.com//1", DsnError::Path),
            ("https://abc@errors.example.com/../1", DsnError::Path),
            ("https://abc@errors.example.com/%2e%2e/1", DsnError::Path),
            ("https://abc@errors.example.com/#{x}/1", DsnError::Path),
            ("https://abc@errors.example.com", DsnError::Project),
            ("https://abc@errors.example.com/", DsnError::Project),
            ("https://abc@errors.example.com/1/", DsnError::Project),
            ("https://abc@errors.example.com/shop", DsnError::Project),
            ("https://abc@errors.example.com/1?x", DsnError::Project),
            ("https://abc@errors.example.com/1\"); evil(", DsnError::Project),
        ] {
            assert_eq!(Dsn::parse(text), Err(want), "{text:?}");
            assert!(want.sentence().ends_with('.'));
        }
        let long = format!("https://{}@errors.example.com/1", "a".repeat(600));
        assert_eq!(Dsn::parse(&long), Err(DsnError::TooLong));
    }

    #[test]
    fn what_is_taken_needs_no_escape_anywhere() {
        let mut taken = 0;
        for text in texts(10_000) {
            for text in [
                format!("https://{text}@errors.example.com/1"),
                format!("https://abc@{text}/1"),
                format!("https://abc@errors.example.com/{text}/1"),
                format!("https://abc@errors.example.com/{text}"),
                text,
            ] {
                let Ok(dsn) = Dsn::parse(&text) else { continue };
                taken += 1;
                let plain = |b: u8| b.is_ascii_alphanumeric() || b":/@.-_~[]".contains(&b);
                assert!(dsn.as_str().bytes().all(plain), "{dsn:?}");
            }
        }
        assert!(taken > 100, "only {taken} were taken");
    }
}
