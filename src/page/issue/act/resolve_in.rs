//! Resolving in a release, where the server can (6.1): a small button beside the large one.

use super::IssueDialog;
use super::menu::entry;
use crate::page::issue::status::StatusChange;
use crate::reactive::maybe;
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::Menu;
use glint_model::deed::Deed;
use glint_model::wire::issue::IssueStatus;
use leptos::prelude::*;

const MENU: &str = "resolve-in";

/// The button with its menu; not there while the issue is resolved, nor on a narrow screen, where the other menu has the
/// same.
pub fn resolve_in(change: StatusChange) -> AnyView {
    let is_offered = Memo::new(move |_| change.can_resolve_in());
    maybe(move || {
        is_offered.get().then(|| {
            view! {
                <span class="wide">
                    <Menu
                        id=MENU
                        class="btn primary icon split"
                        label="Resolve in a release"
                        button=ViewFn::from(|| icon(Icon::Down, ""))
                    >
                        {entries(change, MENU)}
                    </Menu>
                </span>
            }
            .into_any()
        })
    })
}

impl StatusChange {
    /// Whether the issue can be resolved in a release; tracked.
    pub fn can_resolve_in(self) -> bool {
        self.server.can_assign() && self.status.get().is_some_and(|status| status != IssueStatus::Resolved)
    }
}

/// The entries, in the menu of this id.
pub fn entries(change: StatusChange, menu: &'static str) -> AnyView {
    view! {
        {entry(menu, "Resolve in the newest release", Icon::Check, "", move || change.act(Deed::ResolveIn(None)))}
        {entry(menu, "Resolve in a release…", Icon::Check, "", move || {
            change.open(IssueDialog::Release);
        })}
    }
    .into_any()
}
