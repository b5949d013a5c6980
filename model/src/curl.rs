//! A request as a `curl` command, for a shell as POSIX describes it. Everything in it is hostile: an argument stays one
//! argument, and none of them makes curl read a file or another option.

use crate::encode::encode_query;
use crate::request_parts::{Pair, RequestParts};
use crate::safe_url::SafeUrl;

/// The arguments after `curl`. None without an address that begins with `http://` or `https://`, and for one with a
/// user name in it.
pub fn arguments(request: &RequestParts, with_secrets: bool) -> Option<Vec<String>> {
    let bare = |with_secrets| {
        let address = request.address(with_secrets)?;
        Some(address.split('#').next().unwrap_or_default().to_owned())
    };
    SafeUrl::web(&bare(true)?)?;
    let address = bare(with_secrets)?;
    let mut arguments = Vec::new();
    let mut push = |option: &str, value: String| arguments.extend([option.to_owned(), value]);
    push("--url", address);
    let content_type = request.content_type.as_deref().or(request.header("content-type"));
    let body = request.body.as_ref().map(|body| body.raw(content_type, with_secrets));
    let method = request.method.as_deref().filter(|method| is_token(method));
    let usual = if body.is_some() { "POST" } else { "GET" };
    if let Some(method) = method.filter(|method| *method != usual && *method != "HEAD") {
        push("--request", method.to_owned());
    }
    for header in request.headers.iter().filter(|header| is_wanted(header)) {
        push("--header", header_line(&header.name, header.shown(with_secrets)));
    }
    if request.header("cookie").is_none() && !request.cookies.is_empty() {
        push(
            "--header",
            header_line("Cookie", &cookies(&request.cookies, with_secrets)),
        );
    }
    if body.is_some() && request.header("content-type").is_none() {
        // Without it, curl would call every body a form.
        push(
            "--header",
            header_line("Content-Type", content_type.unwrap_or_default()),
        );
    }
    if let Some(body) = body {
        // An argument cannot hold this character.
        push("--data-raw", body.replace('\0', ""));
    }
    if method == Some("HEAD") {
        arguments.push("--head".to_owned());
    }
    if request.header("accept-encoding").is_some() {
        arguments.push("--compressed".to_owned());
    }
    // Brackets and braces of an address would otherwise stand for many addresses.
    arguments.push("--globoff".to_owned());
    Some(arguments)
}

/// The command, an option on each line. None where [`arguments`] has none.
pub fn command(request: &RequestParts, with_secrets: bool) -> Option<String> {
    let mut command = "curl".to_owned();
    for argument in arguments(request, with_secrets)? {
        command.push_str(if argument.starts_with("--") && is_plain(&argument) {
            " \\\n  "
        } else {
            " "
        });
        command.push_str(&quoted(&argument));
    }
    Some(command)
}

/// The text as one word of a shell.
pub fn quoted(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

fn is_plain(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/' | b':' | b','))
}

/// Header names and methods: a name that begins with `@` would have curl read a file.
fn is_token(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// curl knows the length of the body better, and what it can unpack.
fn is_wanted(header: &Pair) -> bool {
    let is_own = ["content-length", "accept-encoding", "transfer-encoding"]
        .iter()
        .any(|name| header.name.eq_ignore_ascii_case(name));
    is_token(&header.name) && !is_own
}

/// One line, whatever is in the value: a line break would begin another header. curl takes a header away when its value
/// is empty, unless it ends in a semicolon.
fn header_line(name: &str, value: &str) -> String {
    let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match value.trim() {
        "" => format!("{name};"),
        value => format!("{name}: {value}"),
    }
}

/// Cookies as the browser sent them; what would end a cookie is encoded.
fn cookies(cookies: &[Pair], with_secrets: bool) -> String {
    let is_odd = |c: char| matches!(c, ';' | ',' | ' ' | '"' | '\\') || c.is_control();
    let texts: Vec<String> = cookies
        .iter()
        .map(|cookie| match cookie.shown(with_secrets) {
            value if value.contains(is_odd) || cookie.name.contains(is_odd) => encode_query(&[(&cookie.name, value)]),
            value => format!("{}={value}", cookie.name),
        })
        .collect();
    texts.join("; ")
}

#[cfg(test)]
mod tests;
