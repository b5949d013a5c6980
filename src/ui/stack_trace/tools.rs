//! What can be done with a frame: copy it, copy a link to it, and read its line where it is kept.

use super::from::FrameSource;
use crate::browser::dom;
use crate::ui::copy_button::copy_button;
use crate::ui::icon::{Icon, icon};
use glint_model::safe_url::SafeUrl;
use glint_model::stack_trace::{FrameId, raw_frame};
use glint_model::wire::entry::Frame;
use leptos::prelude::*;

/// Shows the tools of a frame.
pub fn tools(from: &FrameSource, frame: &Frame, id: FrameId) -> AnyView {
    let text = raw_frame(frame, from.platform.as_deref());
    let link = from.links.as_ref().map(|links| {
        let href = (links.href_of)(id);
        view! {
            <span class="tool">
                {copy_button("btn quiet icon small", "Copy link to this frame", "Link to the frame", move || {
                    format!("{}{href}", dom::origin())
                })}
                <span aria-hidden="true">"Link"</span>
            </span>
        }
    });
    view! {
        <div class="tools">
            <span class="tool">
                {copy_button("btn quiet icon small", "Copy this frame as text", "Frame", move || text.clone())}
                <span aria-hidden="true">"Frame"</span>
            </span>
            {link}
            {source_links(frame)}
        </div>
    }
    .into_any()
}

/// The line where the frame says that it is kept, and the file where it was loaded from.
fn source_links(frame: &Frame) -> Vec<AnyView> {
    let web = |text: &Option<String>| text.as_deref().and_then(SafeUrl::web);
    let source = web(&frame.source_link);
    let file = web(&frame.abs_path).filter(|url| Some(url) != source.as_ref());
    let named = [(source, "Source at"), (file, "File at")];
    named
        .into_iter()
        .filter_map(|(url, what)| {
            let url = url?;
            let label = format!("{what} {}", url.host());
            Some(
                view! {
                    <a class="link" href=url.href() target="_blank" rel="noopener noreferrer" title=url.to_string()>
                        {label}
                        {icon(Icon::External, "")}
                    </a>
                }
                .into_any(),
            )
        })
        .collect()
}
