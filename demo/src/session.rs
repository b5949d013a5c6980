//! Who is signed in, kept in the world and named by an HttpOnly cookie.

use crate::csrf::random_token;
use crate::http::{Request, Response};
use crate::users::DemoUser;
use glint_model::timestamp::Timestamp;
use std::collections::HashMap;
use std::time::{Duration, SystemTime};

const COOKIE: &str = "sessionid";
const FORTNIGHT_SECONDS: i64 = 1_209_600;

/// One session: the steps of a sign-in that are done.
#[derive(Clone, Debug)]
pub struct Session {
    /// Whose it is.
    pub user: &'static DemoUser,
    /// When the password was accepted.
    pub password_at: Timestamp,
    /// The second step: none needed, still to do, or done with `totp` or `recovery_codes` at a time.
    pub second_step: SecondStep,
}

/// How far the second step of a sign-in is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondStep {
    /// The account has none.
    NotNeeded,
    /// The password was right; the code is to come.
    Pending,
    /// Done with an authenticator of this type at this time.
    Done(&'static str, Timestamp),
}

/// All sessions of a world, by the cookie's value.
#[derive(Debug, Default)]
pub struct Sessions(HashMap<String, Session>);

impl Sessions {
    /// The session of a request, pending ones included.
    pub fn find(&self, request: &Request) -> Option<&Session> {
        self.0.get(request.cookie(COOKIE)?)
    }

    /// Who has signed in completely.
    pub fn user(&self, request: &Request) -> Option<&'static DemoUser> {
        let session = self.find(request)?;
        (session.second_step != SecondStep::Pending).then_some(session.user)
    }

    /// Starts a session in place of the request's old one, and tells the client.
    pub fn start(&mut self, request: &Request, session: Session, response: Response, now: Timestamp) -> Response {
        self.forget(request);
        let id = random_token(32).to_ascii_lowercase();
        let expires = http_date(now, FORTNIGHT_SECONDS);
        self.0.insert(id.clone(), session);
        response.with(
            "set-cookie",
            format!("{COOKIE}={id}; expires={expires}; HttpOnly; Max-Age={FORTNIGHT_SECONDS}; Path=/; SameSite=Lax"),
        )
    }

    /// Ends the request's session, and tells the client to forget it.
    pub fn end(&mut self, request: &Request, response: Response) -> Response {
        self.forget(request);
        response.with(
            "set-cookie",
            format!("{COOKIE}=\"\"; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax"),
        )
    }

    /// Ends every session of the world; the clients find out by a 401.
    pub fn expire_all(&mut self) {
        self.0.clear();
    }

    /// Ends the request's session.
    pub fn forget(&mut self, request: &Request) {
        if let Some(id) = request.cookie(COOKIE) {
            self.0.remove(id);
        }
    }
}

/// Bad sign-ins by address, for the lockout.
#[derive(Debug, Default)]
pub struct FailedLogins(HashMap<String, Vec<Timestamp>>);

impl FailedLogins {
    const ALLOWED: usize = 5;
    const WINDOW_MS: i64 = 300_000;

    /// Whether the address is locked out: five failures within five minutes.
    pub fn locked(&self, email: &str, now: Timestamp) -> bool {
        let recent = |at: &&Timestamp| now.0 - at.0 < Self::WINDOW_MS;
        self.0
            .get(&email.to_lowercase())
            .is_some_and(|times| times.iter().filter(recent).count() >= Self::ALLOWED)
    }

    /// Notes a failure.
    pub fn add(&mut self, email: &str, now: Timestamp) {
        self.0.entry(email.to_lowercase()).or_default().push(now);
    }

    /// Forgets the failures of an address that signed in.
    pub fn clear(&mut self, email: &str) {
        self.0.remove(&email.to_lowercase());
    }
}

/// A cookie's expiry date.
pub fn http_date(now: Timestamp, seconds_ahead: i64) -> String {
    let seconds = u64::try_from(now.0 / 1000 + seconds_ahead).unwrap_or(0);
    httpdate::fmt_http_date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
}
