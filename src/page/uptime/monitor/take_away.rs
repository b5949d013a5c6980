//! A table as text to take away: on the clipboard in Markdown, or as a file in CSV.

use crate::browser::files::TextFile;
use crate::reactive::maybe;
use crate::ui::copy_text::copy_text;
use crate::ui::icon::{Icon, icon};
use crate::ui::menu::{Menu, close_menu};
use crate::ui::toast::Toasts;
use leptos::prelude::*;
use std::sync::Arc;

/// Makes a text when it is wanted.
pub type MakeText = Arc<dyn Fn() -> String + Send + Sync>;

/// What can be taken away.
#[derive(Clone)]
pub struct Away {
    /// Of the menu, unique in the page.
    pub id: &'static str,
    /// The name of its button.
    pub label: &'static str,
    /// The name of the file, without its ending.
    pub file: String,
    /// The text of the file.
    pub csv: MakeText,
    /// The text for the clipboard.
    pub markdown: MakeText,
}

/// The menu. The file is made when the menu is opened, and is there as long as its link.
pub fn take_away(away: Away) -> AnyView {
    let opened = RwSignal::new(0_u32);
    let toasts = Toasts::get();
    let button =
        ViewFn::from(move || view! { {icon(Icon::Download, "")}<span class="wide">"Export"</span> }.into_any());
    let (id, label, markdown) = (away.id, away.label, Arc::clone(&away.markdown));
    let copy = move |_| {
        close_menu(id);
        copy_text(toasts, "Table", markdown());
    };
    let file = move || (opened.get() > 0).then(|| link(&away)).flatten();
    view! {
        <Menu
            id=id
            class="btn small"
            label=label
            button=button
            on_open=Callback::new(move |()| opened.update(|count| *count += 1))
        >
            <button class="entry" type="button" on:click=copy>
                {icon(Icon::Copy, "")}
                <span>"Copy as Markdown"</span>
            </button>
            {maybe(file)}
        </Menu>
    }
    .into_any()
}

fn link(away: &Away) -> Option<AnyView> {
    let file = TextFile::new(&(away.csv)(), "text/csv;charset=utf-8")?;
    let href = file.href();
    StoredValue::new_local(file);
    let (id, name) = (away.id, format!("{}.csv", away.file));
    let view = view! {
        <a class="entry" href=href download=name on:click=move |_| close_menu(id)>
            {icon(Icon::Download, "")}
            <span>"Save as CSV"</span>
        </a>
    };
    Some(view.into_any())
}
