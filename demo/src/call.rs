//! What an endpoint is given: the request taken apart, the world it may change, and who asks.

use crate::directory::Directory;
use crate::http::{Request, Response};
use crate::options::Generation;
use crate::seed::issues::IssueSeed;
use crate::server::Demo;
use crate::users::DemoUser;
use crate::world::World;
use glint_model::timestamp::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::json;
use std::sync::Arc;

/// One request on its way through an endpoint.
pub struct Call<'a> {
    /// The request as it came.
    pub request: &'a Request,
    /// The decoded parts of the path that the pattern names.
    pub params: Vec<(&'static str, String)>,
    /// The decoded pairs of the query.
    pub query: Vec<(String, String)>,
    /// The visitor's world.
    pub world: &'a mut World,
    /// The server: options and what all worlds share.
    pub demo: &'a Demo,
    /// Who has signed in completely.
    pub user: Option<&'static DemoUser>,
    /// The time of the request.
    pub now: Timestamp,
}

impl Call<'_> {
    /// A named part of the path; empty when the pattern has no such name.
    pub fn param(&self, name: &str) -> &str {
        self.params
            .iter()
            .find(|(key, _)| *key == name)
            .map_or("", |(_, value)| value)
    }

    /// A part of the path that must be a number.
    pub fn number(&self, name: &'static str) -> Result<i64, Response> {
        self.param(name).parse().map_err(|_| not_a_number(&["path", name]))
    }

    /// The first value of a query parameter.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// All values of a query parameter that may repeat.
    pub fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s str> {
        self.query
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// All values of a query parameter that may repeat and must be numbers.
    pub fn numbers(&self, name: &'static str, place: &[&str]) -> Result<Vec<i64>, Response> {
        let parsed = self.all(name).enumerate().map(|(index, text)| {
            text.parse().map_err(|_| {
                let mut loc: Vec<_> = place.iter().map(|part| json!(part)).collect();
                loc.extend([json!(name), json!(index)]);
                invalid(json!([{"type": "int_parsing", "loc": loc, "msg": NOT_A_NUMBER}]))
            })
        });
        parsed.collect()
    }

    /// The body as JSON of a shape; what does not fit is refused the way the server refuses it.
    pub fn body<T: DeserializeOwned>(&self) -> Result<T, Response> {
        serde_json::from_slice(&self.request.body).map_err(|error| {
            if error.is_data() {
                let message = error.to_string();
                invalid(json!([{"type": "value_error", "loc": ["body", "payload"], "msg": message}]))
            } else {
                Response::detail(400, "Cannot parse request body")
            }
        })
    }

    /// Organizations, members, teams, projects and keys as the world has them.
    pub fn directory(&self) -> &Directory {
        &self.world.directory
    }

    /// The same to be changed; the world keeps a copy of its own from then on.
    pub fn directory_mut(&mut self) -> &mut Directory {
        Arc::make_mut(&mut self.world.directory)
    }

    /// All issues of the world, by rising number; deleted and merged ones too.
    pub fn issues(&self) -> impl Iterator<Item = &Arc<IssueSeed>> {
        self.world.changes.issues(&self.demo.seed)
    }

    /// An issue and all that were merged into it.
    pub fn family(&self, issue: &Arc<IssueSeed>) -> Vec<Arc<IssueSeed>> {
        self.world.changes.merged_family(&self.demo.seed, issue)
    }

    /// Whether the newer generation is played.
    pub fn is_6_1(&self) -> bool {
        self.demo.options.generation == Generation::V6_1
    }
}

const NOT_A_NUMBER: &str = "Input should be a valid integer, unable to parse string as an integer";

/// A 422 with its list of what is wrong.
pub fn invalid(detail: serde_json::Value) -> Response {
    Response::detail(422, detail)
}

/// The 422 for a part of the path that should be a UUID.
pub fn not_a_uuid(name: &str, text: &str) -> Response {
    let first = text.chars().next().unwrap_or(' ');
    let problem = format!(
        "invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `{first}` at 1"
    );
    invalid(json!([{
        "type": "uuid_parsing",
        "loc": ["path", name],
        "msg": format!("Input should be a valid UUID, {problem}"),
        "ctx": {"error": problem},
    }]))
}

fn not_a_number(loc: &[&str]) -> Response {
    invalid(json!([{"type": "int_parsing", "loc": loc, "msg": NOT_A_NUMBER}]))
}
