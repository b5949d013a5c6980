//! What the proxy changes in the headers, so that a server that expects its own `https` origin and a browser
//! that sees `http://localhost` are both content.

use axum::http::header::{
    CONNECTION, HOST, LINK, LOCATION, ORIGIN, REFERER, SET_COOKIE, STRICT_TRANSPORT_SECURITY, TE, TRANSFER_ENCODING,
    UPGRADE,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header::COOKIE};

/// The two origins that the proxy stands between, without a slash at the end.
pub struct Origins {
    /// What the browser sees.
    pub local: String,
    /// Where GlitchTip is.
    pub backend: String,
}

/// Cookie names with these beginnings are only taken from https: they travel under another name.
const TRAPS: [(&str, &str); 2] = [("__Host-", "localhost-host-"), ("__Secure-", "localhost-secure-")];

const HOP_BY_HOP: [HeaderName; 4] = [CONNECTION, TE, TRANSFER_ENCODING, UPGRADE];

/// The headers of a request, as the backend should get them.
///
/// Only an `Origin` and `Referer` of the page itself become the backend's: what comes from another site
/// stays foreign, so that the backend can still refuse it.
pub fn to_backend(headers: &HeaderMap, origins: &Origins) -> HeaderMap {
    let mut sent = HeaderMap::new();
    for (name, value) in headers {
        if HOP_BY_HOP.contains(name) || name == HOST || name == "keep-alive" {
            continue;
        }
        let changed = match value.to_str() {
            Ok(text) if name == ORIGIN => (text == origins.local).then(|| origins.backend.clone()),
            Ok(text) if name == REFERER => text
                .strip_prefix(&origins.local)
                .map(|path| format!("{}{path}", origins.backend)),
            Ok(text) if name == COOKIE => Some(rename_cookies(text)),
            _ => None,
        };
        append(&mut sent, name, value, changed);
    }
    sent
}

/// The headers of an answer, as the browser should get them.
pub fn from_backend(headers: &HeaderMap, origins: &Origins) -> HeaderMap {
    let mut sent = HeaderMap::new();
    for (name, value) in headers {
        if HOP_BY_HOP.contains(name) || name == STRICT_TRANSPORT_SECURITY || name == "keep-alive" || name == "alt-svc" {
            continue;
        }
        let changed = match value.to_str() {
            Ok(text) if name == SET_COOKIE => Some(local_cookie(text)),
            Ok(text) if name == LOCATION => relative(text, &origins.backend),
            Ok(text) if name == LINK => Some(replace_origin(text, origins)),
            _ => None,
        };
        append(&mut sent, name, value, changed);
    }
    sent
}

fn append(headers: &mut HeaderMap, name: &HeaderName, value: &HeaderValue, changed: Option<String>) {
    let value = changed
        .and_then(|text| HeaderValue::try_from(text).ok())
        .unwrap_or_else(|| value.clone());
    headers.append(name.clone(), value);
}

/// A `Set-Cookie` that a browser takes on `http://localhost`.
fn local_cookie(cookie: &str) -> String {
    let mut parts = cookie.split(';').map(str::trim);
    let mut kept = vec![swap_trap(parts.next().unwrap_or_default(), |(trap, local)| {
        (trap, local)
    })];
    for attribute in parts {
        let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
        let dropped = name.eq_ignore_ascii_case("secure")
            || name.eq_ignore_ascii_case("domain")
            || name.eq_ignore_ascii_case("partitioned")
            || (name.eq_ignore_ascii_case("samesite") && value.eq_ignore_ascii_case("none"));
        if !dropped && !attribute.is_empty() {
            kept.push(attribute.to_owned());
        }
    }
    kept.join("; ")
}

/// The `Cookie` header with the names that the backend gave.
fn rename_cookies(cookies: &str) -> String {
    let renamed: Vec<String> = cookies
        .split(';')
        .map(|cookie| swap_trap(cookie.trim(), |(trap, local)| (local, trap)))
        .collect();
    renamed.join("; ")
}

fn swap_trap(cookie: &str, direction: fn((&'static str, &'static str)) -> (&'static str, &'static str)) -> String {
    let swapped = TRAPS.into_iter().map(direction).find_map(|(from, to)| {
        let starts = cookie
            .get(..from.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(from));
        starts.then(|| format!("{to}{}", &cookie[from.len()..]))
    });
    swapped.unwrap_or_else(|| cookie.to_owned())
}

/// An address of the backend without its origin. One of elsewhere gives nothing.
fn relative(address: &str, backend: &str) -> Option<String> {
    either_scheme(backend).iter().find_map(|origin| {
        let path = address.strip_prefix(origin.as_str())?;
        match path.chars().next() {
            None => Some("/".to_owned()),
            Some('/' | '?' | '#') => Some(path.to_owned()),
            Some(_) => None,
        }
    })
}

/// `Link` with local addresses; GlitchTip's own malformed spelling of it stays as malformed as it was.
fn replace_origin(link: &str, origins: &Origins) -> String {
    either_scheme(&origins.backend)
        .iter()
        .fold(link.to_owned(), |text, origin| {
            text.replace(&format!("<{origin}/"), &format!("<{}/", origins.local))
        })
}

/// A server behind a terminating proxy may not know that it is reached by https.
fn either_scheme(origin: &str) -> [String; 2] {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    [format!("https://{host}"), format!("http://{host}")]
}

#[cfg(test)]
#[path = "headers_tests.rs"]
mod tests;
