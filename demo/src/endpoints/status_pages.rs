//! Status pages: a list and a form in the API, and the HTML that everybody may see.

use crate::call::Call;
use crate::cursor::Key;
use crate::endpoints::find;
use crate::endpoints::monitor_json::{self, MonitorWire};
use crate::fields::Fields;
use crate::http::Response;
use crate::page;
use crate::pages;
use crate::routes::{Access, Route};
use crate::uptime::status_pages::StatusPage;
use glint_model::timestamp::Timestamp;
use serde::Serialize;

/// Status pages.
pub const ROUTES: &[Route] = &[
    Route::new("GET", "/api/0/organizations/{organization_slug}/status-pages/", list),
    Route::new("POST", "/api/0/organizations/{organization_slug}/status-pages/", create),
    Route::new("GET", "/status-pages/{organization_slug}/{page_slug}/", show).access(Access::Open),
];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PageWire {
    is_public: bool,
    name: String,
    monitors: Vec<MonitorWire>,
    slug: String,
}

/// The pages of all organizations of the caller, whichever the path names, the newest first. In 5.2 a page with
/// monitors is an exception in the server.
fn list(call: &mut Call<'_>) -> Result<Response, Response> {
    let own: Vec<_> = find::organizations(call).iter().map(|own| own.id).collect();
    let all = call.world.uptime.pages.all().iter().rev();
    let rows: Vec<_> = all.filter(|page| own.contains(&page.organization)).collect();
    if !call.is_6_1() && rows.iter().any(|page| !page.monitors.is_empty()) {
        return Err(pages::server_error());
    }
    page::list(call, &rows, true, |page| Key::Number(page.id), |page| wire(call, page))
}

fn create(call: &mut Call<'_>) -> Result<Response, Response> {
    let (organization, _) = find::organization(call)?;
    let mut fields = Fields::of_body(call)?;
    let is_public = fields.flag("isPublic");
    let name = fields.required_text("name", 200).unwrap_or_default();
    fields.check()?;
    let page = call.world.uptime.pages.add(organization.id, name, is_public).clone();
    Ok(Response::json(201, &wire(call, &page)))
}

fn wire(call: &Call<'_>, page: &StatusPage) -> PageWire {
    let monitors = monitor_json::of_page(call, &page.monitors);
    PageWire {
        is_public: page.is_public,
        name: page.name.clone(),
        monitors: monitors
            .iter()
            .map(|monitor| monitor_json::wire(call, monitor, false))
            .collect(),
        slug: page.slug.clone(),
    }
}

/// The page for people; a private one only for members.
fn show(call: &mut Call<'_>) -> Result<Response, Response> {
    let slug = call.param("organization_slug");
    let directory = call.directory();
    let organization = directory.organization(slug).ok_or_else(pages::not_found)?;
    let is_member = call
        .user
        .is_some_and(|user| directory.role(organization.id, user.id).is_some());
    let page = call.world.uptime.pages.find(organization.id, call.param("page_slug"));
    let page = page
        .filter(|page| page.is_public || is_member)
        .ok_or_else(pages::not_found)?;
    let monitors = monitor_json::of_page(call, &page.monitors);
    let items: String = monitors.iter().map(|monitor| item(call, monitor)).collect();
    let title = pages::escape(&page.name);
    Ok(Response::html(
        200,
        format!(
            "\n<style>{STYLE}</style>\n\n<div class=\"content\">\n  <h1>{title}</h1>\n\n  <div>{items}\n  </div>\n\n{BRAND}</div>\n"
        ),
    ))
}

/// A monitor with its sign and what it says.
fn item(call: &Call<'_>, monitor: &crate::seed::monitors::Monitor) -> String {
    let record = monitor_json::record(call, monitor);
    let (class, sign, text) = match record.checks().next().map(|check| check.state.is_up) {
        Some(true) => ("up-symbol", "&#10004;", "Service is working normally".to_owned()),
        Some(false) => {
            let since = record
                .changes()
                .next()
                .map(|check| date(check.time))
                .unwrap_or_default();
            ("down-symbol", "&#10060;", format!("Down since {since}"))
        }
        None => ("no-status-symbol", "?", "No status yet".to_owned()),
    };
    let name = pages::escape(&monitor.name);
    format!(
        r#"
    <div class="monitor-item">
      <div class="uptime-symbol-container">
        <span class="{class}">{sign}</span>
      </div>
      <div class="monitor-item-text">
        <div>
          <b>{name}</b>
        </div>
        <div class="status-details">
            {text}
        </div>
      </div>
    </div>"#
    )
}

/// A time as Django's templates print one: `Nov. 22, 2026, 2:39 a.m.`
fn date(time: Timestamp) -> String {
    const MONTHS: [&str; 12] = [
        "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
    ];
    let iso = time.to_iso();
    let number = |from: usize, to: usize| {
        iso.get(from..to)
            .and_then(|text| text.parse::<usize>().ok())
            .unwrap_or(0)
    };
    let month = MONTHS.get(number(5, 7).wrapping_sub(1)).unwrap_or(&"");
    let (hour, minute) = (number(11, 13), number(14, 16));
    let half = if hour < 12 { "a.m." } else { "p.m." };
    let hour_12 = if hour % 12 == 0 { 12 } else { hour % 12 };
    let clock = match (hour, minute) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "noon".to_owned(),
        (_, 0) => format!("{hour_12} {half}"),
        _ => format!("{hour_12}:{minute:02} {half}"),
    };
    format!("{month} {}, {}, {clock}", number(8, 10), number(0, 4))
}

const STYLE: &str = "
  .content { margin: auto; width: fit-content; max-width: 600px; padding: 10px; font-family: sans-serif; }
  .monitor-item { display: flex; align-items: center; margin-top: 10px; }
  .uptime-symbol-container { display: flex; align-items: center; height: 25px; width: 25px; }
  .up-symbol { color: #54a65a; }
  .down-symbol { color: #e22a46; }
  .status-details { font-size: 14px; }
  .glitchtip-branding { margin-top: 20px; }
";

const BRAND: &str = "  <div class=\"glitchtip-branding\">\n    <div>Powered by</div>\n    <a class=\"logo-link\" href=\"https://glitchtip.com\">GlitchTip</a>\n  </div>\n";

#[cfg(test)]
mod tests {
    use super::date;
    use glint_model::timestamp::Timestamp;

    #[test]
    fn dates_are_printed_as_recorded() {
        for (iso, want) in [
            ("2026-11-22T02:39:46Z", "Nov. 22, 2026, 2:39 a.m."),
            ("2026-05-01T12:00:00Z", "May 1, 2026, noon"),
            ("2026-09-30T00:00:00Z", "Sept. 30, 2026, midnight"),
            ("2026-01-02T00:05:00Z", "Jan. 2, 2026, 12:05 a.m."),
            ("2026-01-02T15:00:00Z", "Jan. 2, 2026, 3 p.m."),
        ] {
            assert_eq!(Timestamp::parse(iso).map(date).as_deref(), Some(want));
        }
    }
}
