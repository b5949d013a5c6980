//! What the server's API cannot do with status pages, and who can.

use leptos::prelude::*;

/// Says so.
pub(super) fn limits() -> AnyView {
    view! {
        <section class="status-limits" aria-labelledby="status-limits-title">
            <h2 id="status-limits-title">"What is not possible here"</h2>
            <p>
                "GlitchTip’s API lists status pages and creates them, and no more. So neither Glint nor any other frontend can"
            </p>
            <ul>
                <li>"choose the monitors of a page: a new one is empty,"</li>
                <li>"rename a page, or make it public or not any more,"</li>
                <li>"delete a page."</li>
            </ul>
            <p>
                "Whoever runs this GlitchTip can do all of it in the server’s own administration, under Status pages. Servers of "
                "2025 cannot list status pages any more once one of them has monitors."
            </p>
        </section>
    }
    .into_any()
}
