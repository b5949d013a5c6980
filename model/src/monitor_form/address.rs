//! The two kinds of address that a monitor looks at.

/// What is wrong with an address for HTTP or SSL, which is not empty.
pub(super) fn web_problem(text: &str) -> Option<&'static str> {
    let Some((scheme, rest)) = text.split_once("://") else {
        return Some("Begin with https:// or http://.");
    };
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return Some("Begin with https:// or http://.");
    }
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Some("An address has no spaces.");
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let authority = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match split_port(authority) {
        Some((host, port)) if is_host(host) && port.is_none_or(is_port) => None,
        Some((host, Some(_))) if is_host(host) => Some("A port is a number from 1 to 65 535."),
        _ => Some("The name of the host is missing, or has a character that a host cannot have."),
    }
}

/// What is wrong with a text that should be `host:port`, and is not empty.
pub(super) fn host_port_problem(text: &str) -> Option<&'static str> {
    if text.contains("://") {
        return Some("Only host and port, such as db.example.com:5432, without https://.");
    }
    if text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Some("A host and its port have no spaces.");
    }
    match split_port(text) {
        Some((host, Some(port))) if is_host(host) && is_port(port) => None,
        Some((host, Some(_))) if is_host(host) => Some("A port is a number from 1 to 65 535."),
        Some((host, None)) if is_host(host) => Some("The port is missing: host:port, such as db.example.com:5432."),
        _ => Some("Host and port are wanted, such as db.example.com:5432."),
    }
}

/// The address with `https://` before it, when that is all that it lacks.
pub fn completed_web(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.contains("://") {
        return None;
    }
    let completed = format!("https://{text}");
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let is_likely = host.contains('.') || host == "localhost";
    (is_likely && web_problem(&completed).is_none()).then_some(completed)
}

/// Host and port of an address for HTTP, with the usual port when it names none.
pub fn host_port_of(web: &str) -> Option<String> {
    let web = web.trim();
    if web_problem(web).is_some() {
        return None;
    }
    let (scheme, rest) = web.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let authority = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (host, port) = split_port(authority)?;
    let usual = if scheme.eq_ignore_ascii_case("http") {
        "80"
    } else {
        "443"
    };
    Some(format!("{host}:{}", port.unwrap_or(usual)))
}

/// The host, in brackets when it is an IPv6 address, and what stands after its colon.
fn split_port(authority: &str) -> Option<(&str, Option<&str>)> {
    if authority.starts_with('[') {
        let end = authority.find(']')? + 1;
        let (host, rest) = authority.split_at(end);
        return match rest.strip_prefix(':') {
            Some(port) => Some((host, Some(port))),
            None => rest.is_empty().then_some((host, None)),
        };
    }
    match authority.split_once(':') {
        Some((host, port)) => Some((host, Some(port))),
        None => Some((authority, None)),
    }
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok_and(|port| port > 0)
}

/// A name, an IPv4 address, or an IPv6 address in brackets. Names in other scripts are left to the server.
fn is_host(text: &str) -> bool {
    if let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return inside.contains(':')
            && inside
                .bytes()
                .all(|byte| byte.is_ascii_hexdigit() || b":.".contains(&byte));
    }
    !text.is_empty()
        && !text.starts_with(['.', '-'])
        && !text.contains("..")
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_'))
}
