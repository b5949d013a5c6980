//! The head of the table.

use glint_model::event_rows::Column;
use glint_model::reveal::reveal;
use leptos::prelude::*;

/// What stands above the columns.
pub fn head(columns: &[Column]) -> AnyView {
    let columns: Vec<AnyView> = columns
        .iter()
        .map(|column| view! { <th scope="col" role="columnheader">{reveal(column.label())}</th> }.into_any())
        .collect();
    view! {
        <thead role="rowgroup">
            <tr role="row">
                <th scope="col" role="columnheader" class="check"><span class="visually-hidden">"Selected"</span></th>
                <th scope="col" role="columnheader">"Time"</th>
                <th scope="col" role="columnheader">"Event"</th>
                {columns}
            </tr>
        </thead>
    }
    .into_any()
}
