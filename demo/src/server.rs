//! The server: `Demo::handle` is the whole of it as a function, `router` puts axum around that.

use crate::call::Call;
use crate::endpoints::{checks, ingest};
use crate::http::{Request, Response};
use crate::options::Options;
use crate::recordings::{self, Recorded};
use crate::seed::Seed;
use crate::sentinel::{self, Sentinel};
use crate::world::{LoggedRequest, Start, World};
use crate::worlds::{self, Worlds};
use crate::{control, routes};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::StatusCode;
use glint_model::timestamp::Timestamp;
use std::sync::{Arc, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

/// What the paths of the backend start with; everything else belongs to the app.
pub const BACKEND_PREFIXES: &[&str] = &["/api/", "/_allauth/", "/accounts/", "/status-pages/", "/__demo/"];

const BODY_LIMIT: usize = 4 << 20;

/// A demo server: what all worlds share, and the worlds.
#[derive(Debug)]
pub struct Demo {
    /// How it was set up.
    pub options: Options,
    /// The data that every world starts from.
    pub seed: Seed,
    pub(crate) worlds: Worlds,
}

impl Demo {
    /// A server with its seed data.
    pub fn new(options: Options) -> Self {
        let now = options.now.unwrap_or_else(real_time);
        let seed = Seed::new(now);
        let start = Start {
            directory: Arc::clone(&seed.directory),
            is_lax: options.lax_permissions,
        };
        Self {
            options,
            seed,
            worlds: Worlds::new(start),
        }
    }

    /// The time the server goes by: the real one, or the one it was given, which stands still.
    pub fn now(&self) -> Timestamp {
        self.options.now.unwrap_or_else(real_time)
    }

    /// Answers a request. `Response::delay` says how long the answer should be held back.
    pub fn handle(&self, request: &Request) -> Response {
        let cookie = request.cookie(worlds::COOKIE).unwrap_or_default();
        let names = self.worlds.names();
        let named = ingest::world_of(request, &names).or_else(|| checks::world_of(request, &names));
        let world = self.worlds.get(named.as_deref().unwrap_or(cookie));
        let mut world = world.lock().unwrap_or_else(PoisonError::into_inner);
        world.changes.catch_up(&self.seed);
        if request.path.starts_with("/__demo/") {
            return control::handle(self, &mut world, request);
        }
        let mut response = match world.take_failure(&request.method, &request.path) {
            Some(status) => sentinel::refusal(request, status),
            None => self.answer(&mut world, request),
        };
        response.delay += world.delay;
        world.requests.add(LoggedRequest {
            method: request.method.clone(),
            path: request.path.clone(),
            query: request.raw_query.clone(),
            status: response.status,
        });
        with_security_headers(response)
    }

    /// The answer with what sentinels and recordings make of it.
    fn answer(&self, world: &mut World, request: &Request) -> Response {
        let (sentinels, cleaned) = sentinel::take(request, &self.seed);
        if sentinels.contains(&Sentinel::SignedOut) {
            world.sessions.forget(request);
        }
        if let Some(refusal) = sentinels.iter().find_map(|sentinel| sentinel.refusal(request)) {
            return refusal;
        }
        let is_signed_in = world.sessions.user(request).is_some();
        let recorded = self.options.recordings.as_deref().filter(|_| is_signed_in);
        let mut response = match recorded.and_then(|folder| recordings::find(folder, &cleaned)) {
            Some(Recorded::Answer(response)) => response,
            Some(Recorded::AsAcme { slug, request }) => {
                let mut response = self.dispatch(world, &request);
                recordings::rename(&mut response, &slug);
                response
            }
            None => self.dispatch(world, &cleaned),
        };
        for sentinel in sentinels {
            sentinel.spoil(&mut response);
        }
        response
    }

    fn dispatch(&self, world: &mut World, request: &Request) -> Response {
        let user = world.sessions.user(request);
        routes::dispatch(&mut Call {
            request,
            params: Vec::new(),
            query: request.query(),
            world,
            demo: self,
            user,
            now: self.now(),
        })
    }
}

fn real_time() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// An axum router that answers every path of the backend, and 404 as the server's HTML for all others.
pub fn router(options: Options) -> Router {
    Router::new().fallback(answer).with_state(Arc::new(Demo::new(options)))
}

async fn answer(State(demo): State<Arc<Demo>>, request: axum::extract::Request) -> axum::response::Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        return plain(StatusCode::PAYLOAD_TOO_LARGE);
    };
    let text = |value: &axum::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let request = Request {
        method: parts.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        raw_query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: parts
            .headers
            .iter()
            .map(|(name, value)| (name.as_str().to_owned(), text(value)))
            .collect(),
        body: body.to_vec(),
    };
    let response = demo.handle(&request);
    if !response.delay.is_zero() {
        tokio::time::sleep(response.delay).await;
    }
    let mut builder = axum::http::Response::builder().status(response.status);
    for (name, value) in &response.headers {
        builder = builder.header(name, value);
    }
    builder
        .body(Body::from(response.body))
        .unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR))
}

fn plain(status: StatusCode) -> axum::response::Response {
    let mut response = axum::response::Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// The headers that every answer of the server carries, except for its policy: that one is the app's own matter.
fn with_security_headers(response: Response) -> Response {
    response
        .with("vary", "Accept-Language, origin, Cookie")
        .with("content-language", "en")
        .with("x-frame-options", "DENY")
        .with("x-content-type-options", "nosniff")
        .with("referrer-policy", "same-origin")
        .with("cross-origin-opener-policy", "same-origin")
}
