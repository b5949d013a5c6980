//! Two events side by side: `/{organization}/issues/{issue}/events/{event}/compare?with=&show=`. `with` is the id of any
//! event that the reader may see, or `latest`; without it the event before stands beside this one. `show=all` shows what
//! is the same, too.

mod choose;
mod head;
mod pair;
mod table;

use super::issue_page::IssueContext;
use super::trouble::no_event;
use crate::chunk::PageView;
use crate::load::Load;
use crate::reactive::changing;
use crate::ui::state::{nothing, waiting};
use choose::choose;
use glint_model::comparison::compare;
use head::head;
use leptos::prelude::*;
use pair::{Compared, load_pair};
use table::table;

/// The page.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn event_comparison(context: IssueContext) -> PageView {
    let pair = load_pair(&context);
    let shows_all = {
        let context = context.clone();
        Memo::new(move |_| context.asked("show").as_deref() == Some("all"))
    };
    let place = context.place.clone();
    Ok(view! {
        <div class="compare">
            <h2 class="visually-hidden">"Two events side by side"</h2>
            {changing(move || match pair.get() {
                Load::Loading | Load::Slow => view! { <div class="panel">{waiting(9)}</div> }.into_any(),
                Load::Failed(error) => no_event(&place, &error, false, move || pair.reload()).into_any(),
                Load::Ready(Compared { left, right, missing }) => {
                    let head = head(&context, &left, right.as_ref(), shows_all);
                    let choose = choose(&context, &left, missing.clone());
                    let inside = match right {
                        Some(right) => table(compare(&left.event, &right.event), shows_all),
                        None if missing.is_some() => ().into_any(),
                        None => nothing(
                            "There is no other event to compare with",
                            "The issue has no other event that is still kept. Any event of another issue will do as well: \
                             enter its id above.",
                            ().into_any(),
                        )
                        .into_any(),
                    };
                    view! { {head}{choose}{inside} }.into_any()
                }
            })}
        </div>
    }
    .into_any())
}
