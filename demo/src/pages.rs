//! The HTML pages that Django answers with when something goes wrong before or outside the API.

use crate::http::Response;

/// A path that the server does not know.
pub fn not_found() -> Response {
    Response::html(404, page("GlitchTip", "Page not found (404)"))
}

/// An exception in the server.
pub fn server_error() -> Response {
    Response::html(500, page("Server Error (500)", "Server Error (500)"))
}

/// A refused CSRF check, as allauth and other Django views answer it.
pub fn csrf_failed() -> Response {
    Response::html(403, page("403 Forbidden", "Forbidden (403): CSRF verification failed."))
}

/// Any other status, for sentinels.
pub fn status(status: u16) -> Response {
    Response::html(status, page(&format!("{status}"), &format!("Status {status}")))
}

/// Text as HTML, the way Django's templates escape it.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#x27;")
}

fn page(title: &str, heading: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head><title>{title}</title></head>\n<body><h1>{heading}</h1></body>\n</html>\n"
    )
}
