//! The dialogs of the views. What is in them is a chunk of its own: most of the time people only go to views.

use super::manage::manage;
use super::save::save;
use super::state::Views;
use crate::chunk::{PageView, chunk};
use crate::reactive::maybe;
use crate::ui::dialog::Dialog;
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// Which dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewDialog {
    /// Naming what the list shows.
    Save,
    /// Names, stars, order, links, and views as a file.
    Manage,
}

/// Shows the dialog that is open.
pub fn view_dialogs(views: Views) -> AnyView {
    maybe(move || views.dialog.get().map(|dialog| shown(views, dialog)))
}

fn shown(views: Views, dialog: ViewDialog) -> AnyView {
    let (class, title) = match dialog {
        ViewDialog::Save => ("view-dialog", "Save as a view"),
        ViewDialog::Manage => ("view-dialog manage", "Manage views"),
    };
    view! {
        <Dialog labelled_by="view-dialog-title" on_close=Callback::new(move |()| views.close())>
            <div class=class>
                <header>
                    <h2 id="view-dialog-title">{title}</h2>
                    <button
                        class="btn quiet icon"
                        type="button"
                        aria-label="Close"
                        title="Close"
                        on:click=move |_| views.close()
                    >
                        {icon(Icon::Close, "")}
                    </button>
                </header>
                {chunk(move || Box::pin(saved_view_dialog(views, dialog)))}
            </div>
        </Dialog>
    }
    .into_any()
}

/// What is in the dialog.
#[cfg_attr(feature = "split", leptos::lazy(fallible))]
pub async fn saved_view_dialog(views: Views, dialog: ViewDialog) -> PageView {
    Ok(match dialog {
        ViewDialog::Save => save(views),
        ViewDialog::Manage => manage(views),
    })
}
