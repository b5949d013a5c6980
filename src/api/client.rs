//! One way to talk to the server: paths from encoded segments, the CSRF token read afresh for each call, errors as
//! `ApiError`, and an expired session that is mended and then gone on with.

use super::body::{Chunks, read_chunks};
use crate::browser::{dom, intl, wait};
use crate::reactive::spawn;
use glint_model::encode::{encode_query, encode_segment};
use glint_model::error::ApiError;
use glint_model::link::{Hits, Page, PageLinks};
use glint_model::wire::lossy::read_list;
use gloo_net::http::{Method, RequestBuilder, Response};
use js_sys::{Promise, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, HtmlDocument};

/// After this long without an answer a call has failed.
const PATIENCE_MS: i32 = 30_000;

/// Ends the calls that were made with it, when what asked for them is gone.
#[derive(Clone, Default)]
pub struct Cancel(Option<AbortController>);

impl Cancel {
    /// A handle that can end calls.
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// For calls that are not to be ended, such as a change that the user made.
    pub fn never() -> Self {
        Self(None)
    }

    /// Ends the calls. They give an error that nobody is there to see.
    pub fn cancel(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }

    /// Whether the calls were ended.
    pub fn is_cancelled(&self) -> bool {
        self.0.as_ref().is_some_and(|controller| controller.signal().aborted())
    }
}

/// What the server answered, before anybody looked into it.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body, whole; empty when it was asked for as bytes.
    pub body: String,
    /// The body of a success that was asked for as bytes.
    pub bytes: Option<Chunks>,
    link: Option<String>,
    hits: Option<String>,
    max_hits: Option<String>,
    retry_after: Option<String>,
    /// Whether the search was for an event's id and found it (`X-Sentry-Direct-Hit`).
    pub is_direct_hit: bool,
}

impl Answer {
    /// The body as a wire type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, ApiError> {
        serde_json::from_str(&self.body).map_err(unreadable)
    }

    /// The body as a list with its place among the pages. Rows that cannot be read are left out and counted.
    pub fn read_page<T: DeserializeOwned>(&self) -> Result<Page<T>, ApiError> {
        let list = read_list(&self.body).map_err(unreadable)?;
        let links = PageLinks::parse(self.link.as_deref().unwrap_or_default());
        Ok(Page {
            items: list.items,
            left_out: list.left_out,
            next: links.next,
            previous: links.previous,
            hits: Hits::parse(self.hits.as_deref(), self.max_hits.as_deref()),
        })
    }

    /// The error that this answer is.
    pub fn error(&self) -> ApiError {
        ApiError::from_answer(self.status, self.retry_after.as_deref(), &self.body)
    }
}

fn unreadable(error: serde_json::Error) -> ApiError {
    ApiError::Unreadable(error.to_string())
}

/// One call, made up step by step.
pub struct Call {
    method: Method,
    url: String,
    body: Option<String>,
    cancel: Cancel,
    wants_bytes: bool,
    is_ahead: bool,
}

impl Call {
    /// A call of `/api/0/...`: each segment is percent-encoded, and the trailing slash that the server wants is added.
    pub fn api(method: Method, segments: &[&str]) -> Self {
        Self::below(method, "api/0/", segments)
    }

    /// The same below another fixed path.
    pub fn below(method: Method, path: &'static str, segments: &[&str]) -> Self {
        Self {
            method,
            url: address(path, segments),
            body: None,
            cancel: Cancel::never(),
            wants_bytes: false,
            is_ahead: false,
        }
    }

    /// A call of a fixed path below the API's base, as it stands.
    pub fn fixed(method: Method, path: &'static str) -> Self {
        Self {
            method,
            url: format!("{}{path}", dom::api_base()),
            body: None,
            cancel: Cancel::never(),
            wants_bytes: false,
            is_ahead: false,
        }
    }

    /// Adds a query; names may repeat.
    pub fn query(mut self, pairs: &[(String, String)]) -> Self {
        if !pairs.is_empty() {
            self.url.push('?');
            self.url.push_str(&encode_query(pairs));
        }
        self
    }

    /// Adds a JSON body.
    pub fn body<T: Serialize>(mut self, body: &T) -> Self {
        self.body = serde_json::to_string(body).ok();
        self
    }

    /// Lets the call be ended.
    pub fn cancel_with(mut self, cancel: &Cancel) -> Self {
        self.cancel = cancel.clone();
        self
    }

    /// Asks for the body as bytes: of an answer that may be too large to be made a text in one go.
    pub fn as_bytes(mut self) -> Self {
        self.wants_bytes = true;
        self
    }

    /// Nobody waits for the answer yet: when the session is gone, this alone is no reason to ask for the password.
    pub fn ahead(mut self) -> Self {
        self.is_ahead = true;
        self
    }

    /// Sends it while the page is going away: the browser carries it on, and nobody hears the answer.
    pub fn send_last(&self) {
        let init = web_sys::RequestInit::new();
        init.set_method(self.method.as_ref());
        if let Some(body) = &self.body {
            init.set_body(&JsValue::from_str(body));
        }
        let Ok(headers) = web_sys::Headers::new() else { return };
        let _ = headers.set("Accept", "application/json");
        let _ = headers.set("Content-Type", "application/json");
        if let Some(token) = csrf_token() {
            let _ = headers.set("X-CSRFToken", &token);
        }
        init.set_headers(&headers);
        let _ = Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE);
        let _ = dom::window().fetch_with_str_and_init(&self.url, &init);
    }

    /// Sends it, and gives whatever the server answers, refusals included.
    pub async fn answer(&self) -> Result<Answer, ApiError> {
        if self.method == Method::GET
            && let Some(promise) = head_start(&self.url)
        {
            match JsFuture::from(promise)
                .await
                .map(|response| response.dyn_into::<web_sys::Response>())
            {
                Ok(Ok(response)) => return read_answer(response, self.wants_bytes).await,
                _ => return Err(ApiError::Offline),
            }
        }
        self.ask().await
    }

    async fn ask(&self) -> Result<Answer, ApiError> {
        let patience = AbortController::new().map_err(|_| ApiError::Offline)?;
        let mut request = RequestBuilder::new(&self.url)
            .method(self.method.clone())
            .header("Accept", "application/json")
            .abort_signal(Some(&patience.signal()));
        if self.method != Method::GET
            && let Some(token) = csrf_token()
        {
            request = request.header("X-CSRFToken", &token);
        }
        let request = match &self.body {
            Some(body) => request.header("Content-Type", "application/json").body(body.as_str()),
            None => request.build(),
        }
        .map_err(|_| ApiError::Offline)?;
        if let Some(controller) = &self.cancel.0 {
            let signal = controller.signal();
            let patience = patience.clone();
            let end = wasm_bindgen::closure::Closure::once_into_js(move || patience.abort());
            let _ = signal.add_event_listener_with_callback("abort", end.unchecked_ref());
        }
        let timer = patience.clone();
        let done = Rc::new(Cell::new(false));
        let is_done = Rc::clone(&done);
        spawn(async move {
            wait::milliseconds(PATIENCE_MS).await;
            if !is_done.get() {
                timer.abort();
            }
        });
        let promise = dom::window().fetch_with_request(&request.into());
        let answer = match JsFuture::from(promise).await.map(JsCast::dyn_into) {
            Ok(Ok(response)) => read_answer(response, self.wants_bytes).await,
            _ => Err(ApiError::Offline),
        };
        done.set(true);
        match answer {
            Err(_) if patience.signal().aborted() && !self.cancel.is_cancelled() => Err(ApiError::Timeout),
            other => other,
        }
    }

    /// Sends it, and gives what the server answers when it agrees. When the session is gone, the password is asked for
    /// and the call goes on; when only the CSRF token is stale, a new one is fetched and the call goes on.
    pub async fn send(&self) -> Result<Answer, ApiError> {
        let answer = self.answer().await?;
        if (200..300).contains(&answer.status) {
            return Ok(answer);
        }
        let error = answer.error();
        let mended = match &error {
            ApiError::SignedOut if !self.is_ahead => sign_in_again().await,
            ApiError::Csrf => Call::fixed(Method::GET, "_allauth/browser/v1/config")
                .ask()
                .await
                .is_ok(),
            _ => false,
        };
        if !mended || self.cancel.is_cancelled() {
            return Err(error);
        }
        let answer = self.ask().await?;
        if (200..300).contains(&answer.status) {
            Ok(answer)
        } else {
            Err(answer.error())
        }
    }
}

async fn read_answer(raw: web_sys::Response, wants_bytes: bool) -> Result<Answer, ApiError> {
    // Another handle of the same answer: its own `clone` would read it twice.
    let response = Response::from(Clone::clone(&raw));
    let headers = response.headers();
    let header = |name: &str| headers.get(name);
    if let Some(date) = header("date") {
        note_clock(&date);
    }
    let (body, bytes) = if wants_bytes && response.ok() {
        (String::new(), Some(read_chunks(&raw).await?))
    } else {
        (response.text().await.map_err(|_| ApiError::Offline)?, None)
    };
    Ok(Answer {
        status: response.status(),
        link: header("link"),
        hits: header("x-hits"),
        max_hits: header("x-max-hits"),
        retry_after: header("retry-after"),
        is_direct_hit: header("x-sentry-direct-hit").as_deref() == Some("1"),
        body,
        bytes,
    })
}

thread_local! {
    /// How far the server's clock is ahead of the reader's, in milliseconds, by its last answer.
    static AHEAD_MS: Cell<i64> = const { Cell::new(0) };
}

fn note_clock(date: &str) {
    let date_ms = js_sys::Date::parse(date);
    if date_ms.is_finite() {
        AHEAD_MS.set(date_ms as i64 - intl::now_ms());
    }
}

/// Milliseconds since the epoch, now, by the server's clock: for comparing with the times of its records, since the
/// reader's clock may be wrong. The reader's own until the server has said its time.
pub fn server_now_ms() -> i64 {
    intl::now_ms() + AHEAD_MS.get()
}

/// The address of something on the server: a fixed path below the API's base, then segments, each percent-encoded and with
/// a slash after it.
pub fn address(path: &'static str, segments: &[&str]) -> String {
    let mut url = dom::api_base();
    url.push_str(path);
    for segment in segments {
        url.push_str(&encode_segment(segment));
        url.push('/');
    }
    url
}

/// The answer that `boot.js` asked for while the app was loading; each can be taken once.
fn head_start(url: &str) -> Option<Promise> {
    let all = Reflect::get(&dom::window(), &"glintHeadStart".into()).ok()?;
    let key = JsValue::from_str(url);
    let promise = Reflect::get(&all, &key).ok()?.dyn_into().ok()?;
    let _ = Reflect::delete_property(all.unchecked_ref::<js_sys::Object>(), &key);
    Some(promise)
}

/// Forgets the answers of the head start that nobody has taken: they are refusals when nobody is signed in.
pub fn forget_head_start() {
    let _ = Reflect::delete_property(&dom::window(), &"glintHeadStart".into());
}

/// The token of the moment: it changes at sign-in, so it is never kept.
pub fn csrf_token() -> Option<String> {
    let cookies = dom::document().dyn_into::<HtmlDocument>().ok()?.cookie().ok()?;
    cookies
        .split("; ")
        .find_map(|cookie| cookie.strip_prefix("csrftoken="))
        .map(str::to_owned)
}

/// What asks for the password again; true when somebody signed in.
pub type SignInAgain = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = bool>>>>;

thread_local! {
    static SIGN_IN_AGAIN: RefCell<Option<SignInAgain>> = const { RefCell::new(None) };
}

/// Names what asks for the password when a session has expired; the session does, at start.
pub fn on_signed_out(ask: SignInAgain) {
    SIGN_IN_AGAIN.set(Some(ask));
}

async fn sign_in_again() -> bool {
    let ask = SIGN_IN_AGAIN.with_borrow(Clone::clone);
    match ask {
        Some(ask) => ask().await,
        None => false,
    }
}
