//! allauth under `/_allauth/browser/v1/`: configuration, session, sign-in, second step, sign-out.

use crate::call::Call;
use crate::csrf;
use crate::http::Response;
use crate::routes::{Access, Route};
use crate::session::{SecondStep, Session};
use crate::totp;
use crate::users::{self, DemoUser, RECOVERY_CODES};
use glint_model::wire::auth::{AuthAnswer, AuthData, AuthError, AuthFlow, AuthMeta, AuthProblem, AuthUser};
use serde_json::{Value, json};

/// Sign-in and sign-out.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/_allauth/browser/v1/config", config).access(Access::Allauth),
    Route::new("GET", "/_allauth/browser/v1/auth/session", session).access(Access::Allauth),
    Route::new("DELETE", "/_allauth/browser/v1/auth/session", sign_out).access(Access::Allauth),
    Route::new("POST", "/_allauth/browser/v1/auth/login", sign_in).access(Access::Allauth),
    Route::new("POST", "/_allauth/browser/v1/auth/2fa/authenticate", second_step).access(Access::Allauth),
];

fn config(_: &mut Call<'_>) -> Result<Response, Response> {
    let data = json!({
        "account": {
            "login_methods": ["email"],
            "is_open_for_signup": true,
            "email_verification_by_code_enabled": false,
            "login_by_code_enabled": false,
            "password_reset_by_code_enabled": false,
            "authentication_method": "email",
        },
        "socialaccount": {"providers": []},
        "mfa": {"supported_types": ["totp", "webauthn", "recovery_codes"], "passkey_login_enabled": true},
    });
    Ok(Response::auth_json(200, &json!({"status": 200, "data": data})))
}

fn session(call: &mut Call<'_>) -> Result<Response, Response> {
    Ok(session_answer(call.world.sessions.find(call.request)))
}

/// Signing out answers 401: that is what success looks like.
fn sign_out(call: &mut Call<'_>) -> Result<Response, Response> {
    Ok(call.world.sessions.end(call.request, session_answer(None)))
}

fn sign_in(call: &mut Call<'_>) -> Result<Response, Response> {
    let fields = body_fields(call)?;
    let text = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
    let missing = ["email", "password"].into_iter().filter(|name| text(name).is_empty());
    let errors: Vec<_> = missing
        .map(|name| error("This field is required.", "required", Some(name)))
        .collect();
    if !errors.is_empty() {
        return Err(refusal(400, errors));
    }
    if call.user.is_some() {
        return Err(refusal(409, Vec::new()));
    }
    let (email, password) = (text("email"), text("password"));
    if call.world.failed_logins.locked(email, call.now) {
        let message = "Too many failed login attempts. Try again later.";
        return Err(refusal(400, vec![error(message, "too_many_login_attempts", None)]));
    }
    let Some(user) = users::by_email(email).filter(|user| user.password == password) else {
        call.world.failed_logins.add(email, call.now);
        let message = "The email address and/or password you specified are not correct.";
        return Err(refusal(
            400,
            vec![error(message, "email_password_mismatch", Some("password"))],
        ));
    };
    call.world.failed_logins.clear(email);
    let second_step = if user.totp_secret.is_some() {
        SecondStep::Pending
    } else {
        SecondStep::NotNeeded
    };
    Ok(start_session(call, user, call.now, second_step))
}

fn second_step(call: &mut Call<'_>) -> Result<Response, Response> {
    let fields = body_fields(call)?;
    let pending = call
        .world
        .sessions
        .find(call.request)
        .filter(|found| found.second_step == SecondStep::Pending);
    let Some(Session { user, password_at, .. }) = pending.cloned() else {
        return Err(refusal(409, Vec::new()));
    };
    let code = fields.get("code").and_then(Value::as_str).unwrap_or_default().trim();
    let seconds = u64::try_from(call.now.0 / 1000).unwrap_or(0);
    let kind = if RECOVERY_CODES.contains(&code) {
        "recovery_codes"
    } else if user.totp_secret.is_some_and(|secret| totp::fits(secret, code, seconds)) {
        "totp"
    } else {
        ""
    };
    let code = code.to_owned();
    if kind.is_empty() || call.world.used_codes.contains(&code) {
        return Err(refusal(
            400,
            vec![error("Incorrect code.", "incorrect_code", Some("code"))],
        ));
    }
    call.world.used_codes.push(code);
    Ok(start_session(call, user, password_at, SecondStep::Done(kind, call.now)))
}

fn start_session(
    call: &mut Call<'_>,
    user: &'static DemoUser,
    password_at: glint_model::timestamp::Timestamp,
    second_step: SecondStep,
) -> Response {
    let session = Session {
        user,
        password_at,
        second_step,
    };
    let answer = session_answer(Some(&session));
    let rotate = second_step != SecondStep::Pending;
    let answer = csrf::set_cookie(call.request, answer, rotate, call.now);
    call.world.sessions.start(call.request, session, answer, call.now)
}

/// The body as an object; anything else is the empty 400 page that allauth sends.
fn body_fields(call: &Call<'_>) -> Result<Value, Response> {
    serde_json::from_slice::<Value>(&call.request.body)
        .ok()
        .filter(Value::is_object)
        .ok_or_else(|| Response::html(400, ""))
}

/// 200 with the user, or 401 with what can be done next.
fn session_answer(session: Option<&Session>) -> Response {
    let signed_in = session.filter(|session| session.second_step != SecondStep::Pending);
    let status = if signed_in.is_some() { 200 } else { 401 };
    let answer = AuthAnswer {
        status,
        data: AuthData {
            user: signed_in.map(|session| auth_user(session.user)),
            methods: signed_in.map(methods),
            flows: signed_in.is_none().then(|| flows(session.is_some())),
        },
        meta: AuthMeta {
            is_authenticated: signed_in.is_some(),
        },
    };
    Response::auth_json(status, &answer)
}

fn auth_user(user: &DemoUser) -> AuthUser {
    AuthUser {
        id: user.id,
        display: user.email.to_owned(),
        email: Some(user.email.to_owned()),
        has_usable_password: true,
    }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of our century fit a double")]
fn methods(session: &Session) -> Vec<Value> {
    let at = |time: glint_model::timestamp::Timestamp| time.0 as f64 / 1000.0;
    let mut methods = vec![json!({
        "method": "password", "at": at(session.password_at), "email": session.user.email,
    })];
    if let SecondStep::Done(kind, time) = session.second_step {
        let id = if kind == "totp" { 2 } else { 1 };
        methods.push(json!({"method": "mfa", "at": at(time), "id": id, "type": kind}));
    }
    methods
}

fn flows(second_step_pending: bool) -> Vec<AuthFlow> {
    let flow = |id: &str| AuthFlow {
        id: id.to_owned(),
        ..AuthFlow::default()
    };
    let mut flows = vec![flow("login"), flow("signup"), flow("mfa_login_webauthn")];
    if second_step_pending {
        flows.push(AuthFlow {
            is_pending: Some(true),
            types: Some(vec!["recovery_codes".to_owned(), "totp".to_owned()]),
            ..flow("mfa_authenticate")
        });
    }
    flows
}

fn error(message: &str, code: &str, param: Option<&str>) -> AuthError {
    AuthError {
        message: message.to_owned(),
        code: code.to_owned(),
        param: param.map(str::to_owned),
    }
}

fn refusal(status: u16, errors: Vec<AuthError>) -> Response {
    Response::auth_json(status, &AuthProblem { status, errors })
}
