//! What the URL of a page of the settings asks for.

use crate::route::Route;
use leptos::prelude::*;

/// The value that the URL has for a name; tracked.
pub fn asked(route: Memo<Route>, name: &str) -> Option<String> {
    route.with(|route| match route {
        Route::Settings { query, .. } => {
            let found = query.iter().find(|(of, _)| of == name);
            found.map(|(_, value)| value.clone())
        }
        _ => None,
    })
}
