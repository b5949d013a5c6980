//! Cross-site request forgery, checked the way Django does it: the header repeats the cookie, and the `Origin` is ours.

use crate::http::{Request, Response};
use glint_model::timestamp::Timestamp;

const COOKIE: &str = "csrftoken";
const YEAR_SECONDS: i64 = 31_449_600;

/// Ports of localhost that count as trusted origins, as the recorded server was set up.
const TRUSTED_PORTS: &[std::ops::RangeInclusive<u16>] = &[
    3000..=3001,
    4200..=4201,
    4300..=4310,
    5000..=5000,
    5173..=5173,
    8001..=8009,
    8080..=8090,
    9000..=9000,
    9090..=9090,
];

/// Whether an unsafe request proves that it comes from our own pages.
pub fn passes(request: &Request) -> bool {
    let header = request.header("x-csrftoken").unwrap_or_default();
    let cookie = request.cookie(COOKIE).unwrap_or_default();
    !cookie.is_empty() && cookie == header && origin_is_trusted(request)
}

/// Adds the cookie to an answer: the one the client has, or a new one when it has none or `rotate` asks for it.
pub fn set_cookie(request: &Request, response: Response, rotate: bool, now: Timestamp) -> Response {
    let old = request.cookie(COOKIE).filter(|token| token.len() == 32 && !rotate);
    let token = old.map_or_else(|| random_token(32), str::to_owned);
    let expires = crate::session::http_date(now, YEAR_SECONDS);
    response.with(
        "set-cookie",
        format!("{COOKIE}={token}; expires={expires}; Max-Age={YEAR_SECONDS}; Path=/; SameSite=Lax"),
    )
}

/// Letters and digits from a generator that the system seeds: tokens are the one thing that is not deterministic.
pub fn random_token(length: usize) -> String {
    std::iter::repeat_with(fastrand::alphanumeric).take(length).collect()
}

fn origin_is_trusted(request: &Request) -> bool {
    let Some(origin) = request.header("origin") else {
        return true;
    };
    let Some((_, authority)) = origin.split_once("://") else {
        return false;
    };
    if request.header("host") == Some(authority) {
        return true;
    }
    let (host, port) = authority.rsplit_once(':').unwrap_or((authority, "80"));
    let trusted = |port: u16| TRUSTED_PORTS.iter().any(|range| range.contains(&port));
    matches!(host, "localhost" | "127.0.0.1") && port.parse().is_ok_and(trusted)
}

#[cfg(test)]
mod tests {
    use super::passes;
    use crate::http::Request;

    fn request(cookie: &str, header: &str, origin: &str) -> Request {
        let mut headers = vec![("host".to_owned(), "127.0.0.1:8000".to_owned())];
        for (name, value) in [("cookie", cookie), ("x-csrftoken", header), ("origin", origin)] {
            if !value.is_empty() {
                headers.push((name.to_owned(), value.to_owned()));
            }
        }
        Request {
            headers,
            ..Request::default()
        }
    }

    #[test]
    fn the_header_must_repeat_the_cookie() {
        assert!(passes(&request("csrftoken=abc", "abc", "")));
        assert!(!passes(&request("csrftoken=abc", "", "")));
        assert!(!passes(&request("csrftoken=abc", "abd", "")));
        assert!(!passes(&request("", "", "")));
    }

    #[test]
    fn the_origin_must_be_ours_or_trusted() {
        for (origin, want) in [
            ("http://127.0.0.1:8000", true),
            ("http://localhost:8080", true),
            ("http://localhost:8099", false),
            ("https://evil.example", false),
            ("null", false),
        ] {
            assert_eq!(passes(&request("csrftoken=abc", "abc", origin)), want, "{origin}");
        }
    }
}
