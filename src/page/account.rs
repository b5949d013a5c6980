//! Signing in.

mod sign_in;
mod sign_in_form;

pub use sign_in::SignInPage;
pub use sign_in_form::{Purpose, sign_in_form};
