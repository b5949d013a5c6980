//! Whether the reader may create organizations, for every page that offers it.

use crate::api::users::get_me;
use crate::load::{Load, load};
use crate::organization_list::OrganizationList;
use crate::server::Server;
use glint_model::home::Creation;
use leptos::prelude::*;

/// Whether they may; none until it is known. Only where the server turns it off is the account asked for: superusers may all
/// the same.
pub fn creation() -> Memo<Option<Creation>> {
    let (server, organizations) = (Server::get(), OrganizationList::get());
    let setting = Memo::new(move |_| server.can_create_organizations());
    let is_superuser = load(move |cancel| {
        let is_off = setting.get() == Some(false);
        Box::pin(async move {
            if !is_off {
                return Ok(None);
            }
            get_me(&cancel).await.map(|me| Some(me.is_superuser))
        })
    });
    Memo::new(move |_| {
        if setting.get()? {
            return Some(Creation::Allowed);
        }
        let is_superuser = match is_superuser.get() {
            Load::Ready(answer) => answer?,
            // Who cannot be told is let try: the server decides.
            Load::Failed(_) => return Some(Creation::Allowed),
            Load::Loading | Load::Slow => return None,
        };
        let is_in_any = match organizations.load() {
            Load::Ready(list) => !list.is_empty(),
            // Whether it is the very first is the server's to say.
            Load::Failed(_) => false,
            Load::Loading | Load::Slow => return None,
        };
        Some(Creation::of(false, is_superuser, is_in_any))
    })
}
