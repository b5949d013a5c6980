//! Who stands behind GlitchTip, and whom this server's operator pays for it: for servers of one's own.

use crate::api::billing::get_instance_license;
use crate::load::load;
use crate::reactive::maybe;
use crate::server::Server;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// The panel.
pub fn support_panel(server: Server) -> AnyView {
    view! {
        <section class="panel" aria-labelledby="support-heading">
            <header><h2 id="support-heading">"Support"</h2></header>
            <div class="panel-body">
                <p>
                    "GlitchTip is open source. How to get support, to donate, or to have it hosted is said at "
                    <a class="link" href="https://glitchtip.com/" target="_blank" rel="noopener noreferrer">"glitchtip.com"</a> "."
                </p>
                {maybe(move || server.is_supported().then(license_line))}
            </div>
        </section>
    }
    .into_any()
}

/// As whom the operator supports GlitchTip, where the server says so.
fn license_line() -> AnyView {
    let license = load(|cancel| Box::pin(async move { get_instance_license(&cancel).await }));
    maybe(move || {
        let address = license.ready()?.billing_email;
        let text = format!("This server’s licence is paid for as {}.", reveal(&address));
        (!address.is_empty()).then(|| view! { <p class="muted">{text}</p> }.into_any())
    })
}
