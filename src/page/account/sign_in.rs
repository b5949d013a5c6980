//! The sign-in page: `/login?next=`. Who is signed in already goes on at once.

use super::sign_in_form::{Purpose, sign_in_form};
use crate::api::settings::get_settings;
use crate::load::load;
use crate::ui::icon::logo;
use crate::ui::page_title::page_title;
use leptos::prelude::*;

/// Shows the sign-in form under the name of the installation.
#[component]
pub fn SignInPage() -> impl IntoView {
    let settings = load(|cancel| Box::pin(async move { get_settings(&cancel).await }));
    let instance = move || settings.ready().and_then(|settings| settings.glitchtip_instance_name);
    page_title(|| "Sign in".to_owned());
    view! {
        <main class="sign-in" id="content" tabindex="-1">
            <div class="logo">
                {logo()}
                "Glint"
            </div>
            <div class="panel">
                <h1>"Sign in"</h1>
                {move || instance().map(|name| view! { <p class="instance">{name}</p> })}
                {sign_in_form(Purpose::Enter)}
            </div>
        </main>
    }
}
