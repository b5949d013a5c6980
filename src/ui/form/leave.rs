//! The question before a link takes the reader away from what was typed and not saved.

use crate::browser::dom;
use crate::browser::listener::Listener;
use crate::reactive::maybe;
use crate::ui::dialog::Dialog;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

/// When and what is asked.
pub struct Leaving {
    /// Whether something would be left behind.
    pub is_unsaved: Signal<bool>,
    /// Whether it would be gone for good: then the browser asks before the page is closed or loaded anew as well.
    pub would_be_lost: Signal<bool>,
    /// What becomes of it.
    pub text: &'static str,
    /// Throws it away.
    pub discard: Callback<()>,
}

/// Asks as long as it is there. Shows the dialog when a link was followed.
pub fn ask_before_leaving(leaving: Leaving) -> AnyView {
    let Leaving {
        is_unsaved,
        would_be_lost,
        text,
        discard,
    } = leaving;
    let wanted = RwSignal::new_local(None::<HtmlElement>);
    let is_decided = StoredValue::new(false);
    // The document hears a click before the window does, where the router listens.
    StoredValue::new_local(Listener::new(dom::document().into(), "click", move |event| {
        let is_free = is_decided.try_get_value().unwrap_or(true) || !is_unsaved.try_get_untracked().unwrap_or_default();
        if is_free {
            return;
        }
        if let Some(link) = event.dyn_ref().and_then(followed) {
            event.prevent_default();
            wanted.try_set(Some(link));
        }
    }));
    StoredValue::new_local(Listener::new(dom::window().into(), "beforeunload", move |event| {
        let [is_unsaved, would_be_lost] = [is_unsaved, would_be_lost].map(|is_so| is_so.try_get_untracked());
        if is_unsaved == Some(true) && would_be_lost == Some(true) {
            event.prevent_default();
        }
    }));
    let stay = move || wanted.set(None);
    let leave = move |discards: bool| {
        let link = wanted.get_untracked();
        is_decided.set_value(true);
        if discards {
            discard.run(());
        }
        wanted.set(None);
        if let Some(link) = link {
            link.click();
        }
        // It may have led to a place on this page.
        is_decided.try_set_value(false);
    };
    let is_asked = Memo::new(move |_| wanted.with(Option::is_some));
    maybe(move || {
        is_asked.get().then(|| {
            view! {
                <Dialog labelled_by="leave-title" on_close=Callback::new(move |()| stay())>
                    <h2 id="leave-title">"Leave without saving?"</h2>
                    <p class="lead">{text}</p>
                    <div class="actions">
                        <button class="btn" type="button" on:click=move |_| leave(true)>"Discard and leave"</button>
                        <button class="btn" type="button" on:click=move |_| leave(false)>"Leave"</button>
                        <button class="btn primary" type="button" autofocus on:click=move |_| stay()>"Stay"</button>
                    </div>
                </Dialog>
            }
            .into_any()
        })
    })
}

/// The link that a click follows in this tab, away from this page.
fn followed(event: &MouseEvent) -> Option<HtmlElement> {
    let is_plain =
        event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key();
    if !is_plain || event.default_prevented() {
        return None;
    }
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let stays = link.has_attribute("download")
        || link.get_attribute("target").is_some_and(|target| target != "_self")
        || link.get_attribute("href").is_some_and(|href| href.starts_with('#'));
    if stays { None } else { link.dyn_into().ok() }
}
