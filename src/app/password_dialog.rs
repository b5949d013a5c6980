//! Over any page, when the session has expired: asks for the password, and what was under way goes on.

use crate::chunk::chunk;
use crate::page;
use crate::session::Session;
use crate::ui::dialog::Dialog;
use leptos::prelude::*;

/// Shows the dialog while it is wanted.
pub fn password_dialog(session: Session) -> impl IntoView {
    move || {
        session.password_wanted().then(|| {
            view! {
                <Dialog labelled_by="password-title" on_close=Callback::new(move |()| session.give_up())>
                    <h2 id="password-title">"Please sign in again"</h2>
                    <p class="lead">"Your session has expired. Everything on the page stays as it is."</p>
                    {chunk(|| Box::pin(page::sign_in_form()))}
                </Dialog>
            }
        })
    }
}
