//! The one table of what is served, and how a request finds its endpoint.

use crate::call::Call;
use crate::http::{Request, Response};
use crate::options::Generation;
use crate::{csrf, endpoints, not_yet, pages};

/// An endpoint: `Err` is an answer too, so that handlers may use `?`.
pub type Handler = fn(&mut Call<'_>) -> Result<Response, Response>;

/// Who may call an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody; CSRF is not checked.
    Open,
    /// Whoever has signed in; 401 otherwise, and CSRF is checked.
    SignedIn,
    /// allauth: anybody, CSRF is checked, and the CSRF cookie is set.
    Allauth,
}

/// One method of one path.
#[derive(Clone, Copy)]
pub struct Route {
    /// Such as `GET`.
    pub method: &'static str,
    /// The path as `contract/openapi.json` spells it, names in braces.
    pub pattern: &'static str,
    /// Who may call it.
    pub access: Access,
    /// The first generation that has it.
    pub since: Generation,
    /// What answers.
    pub handler: Handler,
}

impl Route {
    /// An endpoint for whoever has signed in, in both generations.
    pub const fn new(method: &'static str, pattern: &'static str, handler: Handler) -> Self {
        Self {
            method,
            pattern,
            access: Access::SignedIn,
            since: Generation::V5_2,
            handler,
        }
    }

    /// The same endpoint with another rule about who may call it.
    pub const fn access(self, access: Access) -> Self {
        Self { access, ..self }
    }

    /// The same endpoint, but only in 6.1.
    pub const fn since_6_1(self) -> Self {
        Self {
            since: Generation::V6_1,
            ..self
        }
    }
}

/// Everything that is served.
pub fn table() -> impl Iterator<Item = &'static Route> {
    endpoints::ALL.iter().copied().flatten()
}

/// The parts of a path that a pattern names, or None when the path does not fit.
pub fn matches(pattern: &'static str, segments: &[String]) -> Option<Vec<(&'static str, String)>> {
    let mut params = Vec::new();
    let mut rest = segments.iter();
    for part in pattern.trim_matches('/').split('/') {
        let segment = rest.next()?;
        match part.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) => params.push((name, segment.clone())),
            None if part == segment => {}
            None => return None,
        }
    }
    rest.next().is_none().then_some(params)
}

/// Answers a request that no sentinel and no recording has answered.
pub fn dispatch(call: &mut Call<'_>) -> Response {
    let segments = call.request.segments();
    let generation = call.demo.options.generation;
    let fits = |pattern| matches(pattern, &segments).is_some();
    let known = |route: &&&Route| fits(route.pattern) && (route.since == Generation::V5_2 || generation == route.since);
    let served: Vec<_> = table().collect();
    let candidates: Vec<_> = served.iter().filter(known).collect();
    let unserved = not_yet::methods(&segments, generation);
    if candidates.is_empty() && unserved.is_empty() {
        return pages::not_found();
    }
    let is_allauth = call.request.path.starts_with("/_allauth/");
    if call.request.path.ends_with('/') == is_allauth {
        return slash_redirect(call.request, is_allauth);
    }
    let Some(route) = candidates.iter().find(|route| route.method == call.request.method) else {
        if unserved.contains(&call.request.method.as_str()) {
            return not_served(call, is_allauth);
        }
        let allowed: Vec<_> = candidates.iter().map(|route| route.method).chain(unserved).collect();
        return Response::html(405, "Method not allowed").with("allow", allowed.join(", "));
    };
    if let Err(refusal) = admit(call, route.access) {
        return refusal;
    }
    call.params = matches(route.pattern, &segments).unwrap_or_default();
    let answer = (route.handler)(call).unwrap_or_else(|refusal| refusal);
    let has_token = answer
        .headers
        .iter()
        .any(|(name, value)| name == "set-cookie" && value.starts_with("csrftoken="));
    if route.access == Access::Allauth && !has_token {
        return csrf::set_cookie(call.request, answer, false, call.now);
    }
    answer
}

/// Django adds a missing slash even to a POST, which then arrives as a GET; allauth's paths have none.
fn slash_redirect(request: &Request, is_allauth: bool) -> Response {
    if is_allauth {
        return pages::not_found();
    }
    let query = if request.raw_query.is_empty() {
        String::new()
    } else {
        format!("?{}", request.raw_query)
    };
    Response::html(301, "").with("location", format!("{}/{query}", request.path))
}

fn not_served(call: &Call<'_>, is_allauth: bool) -> Response {
    if is_allauth {
        return Response::auth_json(404, &serde_json::json!({"status": 404}));
    }
    admit(call, Access::SignedIn).err().unwrap_or_else(Response::not_found)
}

/// The checks that come before every handler.
fn admit(call: &Call<'_>, access: Access) -> Result<(), Response> {
    let forged = call.request.is_unsafe() && !csrf::passes(call.request);
    match access {
        Access::Open => Ok(()),
        Access::Allauth if forged => Err(pages::csrf_failed()),
        Access::SignedIn if call.user.is_none() => Err(Response::detail(401, "Unauthorized")),
        Access::SignedIn if forged => Err(Response::detail(403, "CSRF check Failed")),
        Access::Allauth | Access::SignedIn => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    fn segments(path: &str) -> Vec<String> {
        path.split('/').map(str::to_owned).collect()
    }

    #[test]
    fn a_pattern_fits_only_its_own_length() {
        let pattern = "/api/0/issues/{issue_id}/";
        assert_eq!(
            matches(pattern, &segments("api/0/issues/7")),
            Some(vec![("issue_id", "7".to_owned())])
        );
        assert_eq!(matches(pattern, &segments("api/0/issues")), None);
        assert_eq!(matches(pattern, &segments("api/0/issues/7/events")), None);
    }
}
