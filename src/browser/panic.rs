//! The page of last resort. It is drawn by `boot.js`, since after a panic nothing of this module can be trusted.

use super::dom::window;
use std::panic::PanicHookInfo;
use web_sys::{CustomEvent, CustomEventInit};

/// From now on a panic shows the page with the report.
pub fn install() {
    std::panic::set_hook(Box::new(show));
}

fn show(info: &PanicHookInfo<'_>) {
    let init = CustomEventInit::new();
    init.set_detail(&info.to_string().into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict("glint:panic", &init) {
        let _ = window().dispatch_event(&event);
    }
}
