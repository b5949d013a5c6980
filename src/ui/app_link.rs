//! A place of the app, for widgets that know no route.

/// Where a link inside of the app leads. Made from what a route printed, never from data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppLink(String);

impl AppLink {
    /// Takes the address that a route printed.
    pub fn new(address: String) -> Self {
        Self(address)
    }

    /// What the link has in its `href`.
    pub fn href(&self) -> String {
        self.0.clone()
    }
}
