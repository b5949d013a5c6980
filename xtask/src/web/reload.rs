//! Live reload without an inline script: a script of its own listens to an event stream.

use std::convert::Infallible;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use axum::body::{Body, to_bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG};
use axum::http::{HeaderValue, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

const STREAM: &str = "/__glint/reload";
const SCRIPT: &str = "/__glint/reload.js";
const SCRIPT_TEXT: &str = "\
let shown;
new EventSource('/__glint/reload').onmessage = ({ data }) => {
  if (shown !== undefined && shown !== data) location.reload();
  shown = data;
};
";

/// Knows when there is a new build.
pub struct Reload {
    builds: watch::Receiver<u128>,
}

impl Reload {
    /// Looks at the page of a build folder, several times a second, for as long as the program runs.
    ///
    /// Also gives what to wait on for the first build: its value is 0 until then.
    pub fn watch(page: PathBuf) -> (Self, watch::Receiver<u128>) {
        let (sender, builds) = watch::channel(0);
        tokio::spawn(async move {
            loop {
                let stamp = stamp(&page).unwrap_or(0);
                // No page means that Trunk is just putting the new one in place.
                if stamp != 0 && *sender.borrow() != stamp {
                    tokio::time::sleep(Duration::from_millis(150)).await;
                    sender.send_replace(stamp);
                }
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        });
        (Self { builds: builds.clone() }, builds)
    }

    /// The answer to one of the two paths of the reload script.
    pub fn answer(&self, path: &str) -> Option<Response> {
        match path {
            SCRIPT => Some(([(CONTENT_TYPE, "text/javascript")], SCRIPT_TEXT).into_response()),
            STREAM => {
                let events = WatchStream::new(self.builds.clone())
                    .map(|stamp| Ok::<_, Infallible>(Event::default().data(stamp.to_string())));
                Some(Sse::new(events).keep_alive(KeepAlive::default()).into_response())
            }
            _ => None,
        }
    }

    /// Puts the script into a page, and keeps the browser from keeping any file of a development build.
    pub async fn inject(&self, response: Response) -> Response {
        let (mut parts, body) = response.into_parts();
        parts
            .headers
            .insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        let is_page = parts
            .headers
            .get(CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if parts.status != StatusCode::OK || !is_page {
            return Response::from_parts(parts, body);
        }
        let Ok(bytes) = to_bytes(body, 10_000_000).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let page = String::from_utf8_lossy(&bytes);
        let page = page.replacen(
            "</head>",
            &format!("<script src=\"{SCRIPT}\" defer></script></head>"),
            1,
        );
        parts.headers.remove(CONTENT_LENGTH);
        parts.headers.remove(ETAG);
        Response::from_parts(parts, Body::from(page))
    }
}

fn stamp(page: &PathBuf) -> Option<u128> {
    let changed = std::fs::metadata(page).ok()?.modified().ok()?;
    Some(changed.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_millis())
}
