//! Whether the server has a newer build of Glint than the one that runs here.

use super::dom;
use gloo_net::http::Request;

/// True when `version.json`, which the release build writes beside `index.html`, names another build than the one in
/// the address of the running app. False when that cannot be told, as in a development build.
pub async fn is_outdated() -> bool {
    let Some(running) = running_build() else {
        return false;
    };
    let Ok(request) = Request::get(&format!("{}version.json", dom::base_path()))
        .cache(web_sys::RequestCache::NoStore)
        .build()
    else {
        return false;
    };
    let Ok(answer) = request.send().await else {
        return false;
    };
    match answer.text().await {
        // The file names the newest build first, then the one before it.
        Ok(text) if answer.ok() => {
            let newest = text.split(',').next().unwrap_or_default();
            newest.contains("\"build\"") && !newest.contains(&running)
        }
        _ => false,
    }
}

/// The build in `b/{build}/app.js`, from the tag that started the app.
fn running_build() -> Option<String> {
    let script = dom::document().query_selector("script[data-app]").ok()??;
    let address = script.get_attribute("data-app")?;
    let (_, after) = address.split_once("b/")?;
    after.split_once('/').map(|(build, _)| build.to_owned())
}
