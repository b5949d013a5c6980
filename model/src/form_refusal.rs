//! Stub until the branch of the wire types comes.
use crate::error::ApiError;
/// A refusal.
pub struct Refusal {
    /// Fields.
    pub fields: Vec<(&'static str, String)>,
    /// Rest.
    pub rest: Option<String>,
}
/// Stub.
pub fn refusal(error: &ApiError, _fields: &[(&'static str, &'static str)]) -> Refusal {
    Refusal {
        fields: Vec::new(),
        rest: Some(error.sentence()),
    }
}
