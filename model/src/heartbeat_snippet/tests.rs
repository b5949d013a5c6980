use super::{Sender, every, quote};
use crate::testing::texts;

const ENDPOINT: &str =
    "https://glitchtip.example.com/api/0/organizations/acme/heartbeat_check/da8ae815-ad4f-4078-867d-364dbce8f9a4/";

fn text(sender: Sender, endpoint: &str, name: &str, interval_s: i64) -> String {
    let all = sender.snippets(endpoint, name, interval_s).expect("an address");
    all.into_iter()
        .map(|snippet| snippet.title + "\n" + &snippet.text)
        .collect()
}

#[test]
fn every_sender_posts_to_the_endpoint() {
    for sender in Sender::ALL {
        let text = text(sender, ENDPOINT, "Nightly backup", 300);
        assert!(text.contains(ENDPOINT), "{sender:?}");
        assert!(text.to_lowercase().contains("post"), "{sender:?}");
        assert!(text.ends_with('\n'), "{sender:?}");
        assert!(!sender.label().is_empty() && !sender.hint().is_empty());
    }
}

#[test]
fn what_is_no_address_gives_nothing() {
    for endpoint in [
        "",
        "javascript:alert(1)",
        "https://a.example/\n",
        "https://a.example/$(x) y",
    ] {
        for sender in Sender::ALL {
            assert_eq!(sender.snippets(endpoint, "x", 60), None, "{endpoint}");
        }
    }
}

#[test]
fn the_address_stays_one_word_everywhere() {
    // Everything that an address may hold and some language reads.
    let hostile = "https://a.example/'$(id)'%25;$HOME/{}&|!#";
    let shell = r"'https://a.example/'\''$(id)'\''%25;$HOME/{}&|!#'";
    assert!(text(Sender::Curl, hostile, "x", 60).contains(shell));
    assert!(text(Sender::Cron, hostile, "x", 60).contains(&shell.replace('%', "\\%")));
    let systemd = r#""https://a.example/'$$(id)'%%25;$$HOME/{}&|!#""#;
    assert!(text(Sender::Systemd, hostile, "x", 60).contains(systemd));
    let double = format!("\"{hostile}\"");
    for sender in [Sender::Python, Sender::Node, Sender::Go, Sender::Kubernetes] {
        assert!(text(sender, hostile, "x", 60).contains(&double), "{sender:?}");
    }
    assert!(text(Sender::PowerShell, hostile, "x", 60).contains("'https://a.example/''$(id)''%25;$HOME/{}&|!#'"));
}

#[test]
fn strings_are_escaped() {
    assert_eq!(
        quote::double_quoted("a\"b\\c\nd\u{2028}é"),
        "\"a\\\"b\\\\c\\u000ad\\u2028\\u00e9\""
    );
    assert_eq!(quote::powershell("it’s 'x'"), "'it’’s ''x'''");
    assert_eq!(quote::systemd(r#"a"b\c%d$e"#), r#""a\"b\\c%%d$$e""#);
    assert_eq!(quote::one_line(" a\nExecStart=x\t\u{202e}b "), "a ExecStart=x b");
    for (name, want) in [
        ("Nightly backup!", "nightly-backup"),
        ("--", "heartbeat"),
        ("", "heartbeat"),
        ("Ünï (prod)", "n-prod"),
    ] {
        assert_eq!(quote::kubernetes(name), want, "{name}");
    }
    assert!(quote::kubernetes(&"ab ".repeat(100)).len() <= 40);
}

#[test]
fn heartbeats_come_sooner_than_they_are_due() {
    for (interval, want) in [
        (1, "* * * * *"),
        (60, "* * * * *"),
        (120, "* * * * *"),
        (300, "*/4 * * * *"),
        (900, "*/12 * * * *"),
        (1800, "*/20 * * * *"),
        (3600, "*/30 * * * *"),
        (7200, "0 * * * *"),
        (21_600, "0 */4 * * *"),
        (32_767, "0 */6 * * *"),
    ] {
        assert_eq!(every::cron(interval), want, "{interval}");
    }
    for interval in [i64::MIN, -1, 0, 1, 2, 59, 60, 32_767, i64::MAX] {
        assert!(every::beat_s(interval) >= 1);
        assert!(interval < 2 || every::beat_s(interval) < interval);
    }
}

/// A name is hostile too: it must not begin a line of its own.
#[test]
fn no_name_breaks_out() {
    for name in texts(1_000) {
        for sender in Sender::ALL {
            let lines = |name: &str| text(sender, ENDPOINT, name, 60).lines().count();
            assert_eq!(lines(&name), lines("x"), "{name:?}");
        }
    }
}
