use super::{LONGEST_URL, Problem, Provider, Template, Words, fit, tracker_link};
use crate::encode::parse_query;
use crate::testing::texts;

fn template(provider: Provider) -> Template {
    Template {
        provider,
        base: "https://tracker.example:8443/sub/".to_owned(),
        project: if provider == Provider::Jira {
            "10000"
        } else {
            "acme/shop"
        }
        .to_owned(),
        issue_type: "10001".to_owned(),
        labels: "bug, from glitchtip,".to_owned(),
        ..Template::default()
    }
}

fn words(text: &str) -> Words {
    Words {
        title: text.to_owned(),
        short_id: "SHOP-1".to_owned(),
        ..Words::default()
    }
}

/// The address and the query of a link.
fn parts(template: &Template, title: &str, body: &str) -> (String, Vec<(String, String)>) {
    let link = tracker_link(template, &words(title), body).expect("a complete template");
    let (address, query) = link.url.as_str().split_once('?').expect("a query");
    (address.to_owned(), parse_query(query))
}

fn value<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(own, _)| own == name)
        .map(|(_, value)| value.as_str())
}

#[test]
fn each_tracker_gets_what_its_form_reads() {
    let (address, pairs) = parts(&template(Provider::GitLab), "KeyError: 'a&b=c'", "# body\n");
    assert_eq!(address, "https://tracker.example:8443/sub/acme/shop/-/issues/new");
    assert_eq!(value(&pairs, "issue[title]"), Some("KeyError: 'a&b=c' (SHOP-1)"));
    assert_eq!(value(&pairs, "issue[confidential]"), Some("true"));
    assert_eq!(
        value(&pairs, "issue[description]"),
        Some("/label ~\"bug\" ~\"from glitchtip\"\n\n# body\n")
    );
    let open = Template {
        is_confidential: false,
        labels: String::new(),
        ..template(Provider::GitLab)
    };
    let (_, pairs) = parts(&open, "x", "body");
    assert_eq!(value(&pairs, "issue[confidential]"), None);
    assert_eq!(value(&pairs, "issue[description]"), Some("body"));

    let (address, pairs) = parts(&template(Provider::GitHub), "x", "body");
    assert_eq!(address, "https://tracker.example:8443/sub/acme/shop/issues/new");
    assert_eq!(value(&pairs, "labels"), Some("bug,from glitchtip"));
    assert_eq!(
        (value(&pairs, "title"), value(&pairs, "body")),
        (Some("x (SHOP-1)"), Some("body"))
    );

    let (address, pairs) = parts(&template(Provider::Jira), "x", "a {noformat} !http://evil/x.png!");
    assert_eq!(
        address,
        "https://tracker.example:8443/sub/secure/CreateIssueDetails!init.jspa"
    );
    assert_eq!(
        (value(&pairs, "pid"), value(&pairs, "issuetype")),
        (Some("10000"), Some("10001"))
    );
    assert_eq!(
        value(&pairs, "description"),
        Some("{noformat}\na { noformat} !http://evil/x.png!\n{noformat}")
    );
}

#[test]
fn an_incomplete_template_makes_no_link() {
    let base = |base: &str| Template {
        base: base.to_owned(),
        ..template(Provider::GitLab)
    };
    for address in [
        "",
        "gitlab.example",
        "javascript:alert(1)",
        "ftp://x.example",
        "https://u:p@x.example",
        "https://x.example?a=b",
        "https://x.example/#a",
        "https://x.example/%2e%2e",
        "//x.example",
    ] {
        assert_eq!(base(address).checked(), Err(Problem::Address), "{address}");
    }
    for (provider, project) in [
        (Provider::GitLab, "shop"),
        (Provider::GitLab, "a//b"),
        (Provider::GitLab, "a/../b"),
        (Provider::GitLab, "a/b?c"),
        (Provider::GitHub, "a/b/c"),
        (Provider::GitHub, ""),
        (Provider::Jira, "SHOP"),
        (Provider::Jira, ""),
    ] {
        let wrong = Template {
            project: project.to_owned(),
            ..template(provider)
        };
        assert_eq!(wrong.checked(), Err(Problem::Project), "{project}");
    }
    let wrong = Template {
        issue_type: "Bug".to_owned(),
        ..template(Provider::Jira)
    };
    assert_eq!(wrong.checked(), Err(Problem::IssueType));
    let subgroups = Template {
        project: "/a/b/c d/".to_owned(),
        ..template(Provider::GitLab)
    };
    assert_eq!(subgroups.checked(), Err(Problem::Project));
}

#[test]
fn no_text_gets_out_of_its_field_or_makes_the_link_too_long() {
    for text in texts(1_500) {
        for provider in Provider::ALL {
            let template = Template {
                labels: text.clone(),
                title: format!("{{title}} {text}"),
                ..template(provider)
            };
            let long = text.repeat(400);
            for body in [&text, &long] {
                let link = tracker_link(&template, &words(&text), body).expect("a link");
                let url = link.url.as_str();
                assert!(url.len() <= LONGEST_URL, "{}", url.len());
                assert!(url.starts_with("https://tracker.example:8443/sub/"), "{url}");
                assert!(!url.contains('#') && url.matches('?').count() == 1, "{url}");
            }
        }
    }
}

#[test]
fn words_in_braces_are_put_in_once() {
    let titled = |title: &str| {
        let template = Template {
            title: title.to_owned(),
            ..Template::default()
        };
        template.titled(&words("a {level} {title}"))
    };
    for (title, want) in [
        ("{title}", "a {level} {title}"),
        ("[{short_id}] {title}", "[SHOP-1] a {level} {title}"),
        ("{unknown} {title", "{unknown} {title"),
        ("{title} ({release})", "a {level} {title}"),
        ("", "a {level} {title}"),
        ("{{short_id}}", "{SHOP-1}"),
        (" \n ", "a {level} {title}"),
    ] {
        assert_eq!(titled(title), want, "{title:?}");
    }
}

#[test]
fn what_is_cut_closes_its_fences() {
    let body = format!("# title\n\n````json\n{}````\n\nend\n", "{\"a\": 1}\n".repeat(400));
    for room in 0..1_200 {
        let fitted = fit(&body, room);
        assert!(fitted.is_cut);
        assert_eq!(
            fitted.text.lines().filter(|line| line.starts_with("````")).count() % 2,
            0,
            "{room}"
        );
        assert!(
            super::encoded_length(&fitted.text) <= room.max(60),
            "{room}: {}",
            fitted.text.len()
        );
    }
    let whole = fit("short", 5);
    assert_eq!((whole.text.as_str(), whole.is_cut), ("short", false));
}

#[test]
fn templates_are_read_as_they_are_kept() {
    let one = template(Provider::GitHub);
    assert_eq!(Template::from_json(&one.to_json()), Some(one));
    assert_eq!(Template::from_json("{}"), Some(Template::default()));
    assert_eq!(Template::from_json("1"), None);
    assert_eq!(Template::from_json("{\"provider\":\"other\"}"), None);
}
