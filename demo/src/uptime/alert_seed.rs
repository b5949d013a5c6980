//! The alerts that every world starts with: projects with none, one and two of them, and recipients of every kind.

use super::alerts::{AlertSettings, Alerts, Target};
use serde_json::json;

/// Adds them, the oldest first. Those with recipients that only 6.1 knows are not shown in 5.2.
pub fn fill(alerts: &mut Alerts) {
    shop(alerts);
    others(alerts);
}

/// What the pages about monitors rely on: Shop API, Checkout, Billing and Search. Shop Web has none.
fn shop(alerts: &mut Alerts) {
    let errors = events(1, 10, true, Some("Errors by mail"));
    alerts.add(1, errors, vec![mail()]);
    let webhooks = vec![
        Target {
            tags: tags(&["environment", "release"]),
            ..target("webhook", "https://hooks.acme.example/incoming")
        },
        target("discord", "https://discord.example/api/webhooks/1/x"),
    ];
    alerts.add(1, uptime(Some("Everything to webhooks")), webhooks);
    alerts.add(3, events(60, 1, false, Some("Errors only")), vec![mail()]);
    alerts.add(4, uptime(Some("Nobody is told")), Vec::new());
    alerts.add(11, uptime(None), vec![mail()]);
}

/// Ingest has two, Android two in 6.1 and one in 5.2, iOS and Jobs one each, and so has the reactor of Globex.
fn others(alerts: &mut Alerts) {
    let spikes = vec![
        Target {
            tags: tags(&["server_name"]),
            ..target("webhook", "https://hooks.acme.example/spikes")
        },
        target("googlechat", "https://chat.googleapis.com/v1/spaces/AAAA/messages"),
    ];
    alerts.add(5, events(5, 100, false, Some("Spikes")), spikes);
    alerts.add(5, events(1, 1, false, None), vec![mail()]);
    alerts.add(7, events(10, 5, false, Some("Crashes in the field")), vec![mail()]);
    let zulip = Target {
        config: json!({
            "bot_email": "glitchtip-bot@chat.acme.example",
            "api_key": "demo-key-of-the-bot",
            "channel": "mobile",
            "topic": "GlitchTip Alerts",
        }),
        tags: tags(&["device", "os.name"]),
        ..target("zulip", "https://chat.acme.example")
    };
    let ntfy = target("ntfy", "https://ntfy.example/acme-mobile");
    alerts.add(
        7,
        events(60, 50, false, Some("Mobile on call")),
        vec![zulip, ntfy, mail()],
    );
    let every = vec![target("discord", "https://discord.example/api/webhooks/2/y")];
    alerts.add(8, events(1, 0, false, Some("Every event")), every);
    alerts.add(10, events(1440, 3, true, Some("Left over from the move")), Vec::new());
    let broken = target("webhook", "https://fail.hooks.globex.example/old");
    alerts.add(14, events(15, 20, true, Some("Control room")), vec![broken]);
}

fn events(minutes: i64, quantity: i64, uptime: bool, name: Option<&str>) -> AlertSettings {
    AlertSettings {
        name: name.map(str::to_owned),
        minutes: Some(minutes),
        quantity: Some(quantity),
        uptime,
    }
}

fn uptime(name: Option<&str>) -> AlertSettings {
    AlertSettings {
        name: name.map(str::to_owned),
        minutes: None,
        quantity: None,
        uptime: true,
    }
}

fn mail() -> Target {
    target("email", "")
}

fn target(kind: &str, url: &str) -> Target {
    Target {
        kind: kind.to_owned(),
        url: url.to_owned(),
        ..Target::default()
    }
}

fn tags(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
