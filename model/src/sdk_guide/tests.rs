use super::{Guide, guide, platform};
use crate::dsn::Dsn;
use crate::testing::texts;

/// Made so that it can be found in nothing else.
const DSN: &str = "https://0f1e2d3c@[2001:db8::1]:8443/below/42";

/// The ids that GlitchTip offers, and those that its tabs name besides.
const OFFERED: &str = "csharp csharp-aspnetcore electron elixir go java java-android java-logging java-log4j \
    java-log4j2 java-logback javascript javascript-angular javascript-react javascript-nextjs javascript-vue native \
    node node-connect node-express node-koa cocoa php php-laravel php-symfony php-drupal python python-aiohttp \
    python-asgi python-pythonawslambda python-bottle python-celery python-django python-falcon python-fastapi \
    python-flask python-pyramid python-rq python-sanic python-pythonserverless python-tornado python-wsgi react-native \
    dart-flutter ruby ruby-rails swift rust go-http java-appengine javascript-backbone javascript-ember php-monolog \
    python-pylons \
    ruby-rack";

fn of(platform: &str) -> Guide {
    guide(Some(platform), &Dsn::parse(DSN).expect("a DSN"))
}

fn codes(guide: &Guide) -> impl Iterator<Item = &str> {
    guide
        .steps
        .iter()
        .filter_map(|step| step.code.as_ref().map(|code| code.text.as_str()))
}

/// Every guide there is, by the id it is found with.
fn every() -> Vec<(&'static str, Guide)> {
    let mut every: Vec<_> = platform::ALL.iter().map(|(id, _)| (*id, of(id))).collect();
    every.push(("other", of("other")));
    every
}

#[test]
fn the_table_is_sorted() {
    assert!(platform::ALL.is_sorted_by(|one, next| one.0 < next.0));
}

#[test]
fn every_platform_that_is_offered_has_a_guide() {
    for id in OFFERED.split_whitespace() {
        let guide = of(id);
        assert_eq!(guide.notice, None, "{id}");
        assert!(guide.steps.len() >= 2, "{id}");
    }
}

#[test]
fn a_platform_without_a_guide_gets_that_of_its_family() {
    for (id, want) in [
        ("python-django", "Django"),
        ("PYTHON-Django", "Django"),
        (" python ", "Python"),
        ("python-pylons", "Python"),
        ("python-django-rest-framework", "Django"),
        ("javascript-ember", "JavaScript"),
        ("node-fastify", "Node.js"),
        ("php-monolog", "PHP"),
        ("java-appengine", "Java"),
        ("java-spring-boot", "Spring Boot"),
        ("dotnet-maui", ".NET"),
        ("csharp-wpf", ".NET"),
        ("apple-ios", "Swift and Apple platforms"),
        ("cocoa-swift", "Swift and Apple platforms"),
        ("ruby-rack", "Ruby"),
        ("go-echo", "Go"),
        ("go-http", "Go net/http"),
        ("dart-flutter", "Flutter"),
        ("react-native", "React Native"),
        ("native-qt", "C and C++"),
    ] {
        let guide = of(id);
        assert_eq!((guide.platform_name, guide.notice), (want, None), "{id}");
    }
}

#[test]
fn everything_else_is_told_that_there_is_no_guide() {
    let dsn = Dsn::parse(DSN).expect("a DSN");
    for id in ["other", "cordova", "minidump", "-", "pythonic", "\u{202e}x", "{dsn}"] {
        let guide = of(id);
        assert!(
            guide.notice.is_some_and(|text| text.contains("no special guide")),
            "{id}"
        );
    }
    for id in [None, Some(""), Some(" ")] {
        let guide = guide(id, &dsn);
        assert!(guide.notice.is_some_and(|text| text.contains("no platform")), "{id:?}");
    }
}

#[test]
fn the_dsn_stands_once_where_an_sdk_is_started() {
    for (id, guide) in every() {
        let counts: Vec<usize> = codes(&guide).map(|code| code.matches(DSN).count()).collect();
        assert!(counts.iter().all(|count| *count <= 1), "{id}: {counts:?}");
        let starts = codes(&guide)
            .filter(|code| code.contains(".init({\n") || code.contains("sdk.init("))
            .count();
        let with_dsn: usize = counts.iter().sum();
        assert!(with_dsn >= 1 && with_dsn >= starts, "{id}: {with_dsn} of {starts}");
    }
    assert_eq!(
        codes(&of("javascript-nextjs"))
            .filter(|code| code.contains(DSN))
            .count(),
        2
    );
}

#[test]
fn nothing_is_left_to_fill_in() {
    for (id, guide) in every() {
        for code in codes(&guide) {
            assert!(!code.contains("{dsn") && !code.contains("YOUR_DSN"), "{id}: {code}");
            assert_eq!(code.trim(), code, "{id}");
        }
    }
}

#[test]
fn quotes_and_brackets_are_in_pairs() {
    for (id, guide) in every() {
        for code in codes(&guide) {
            for quote in ['"', '\'', '`'] {
                assert!(code.matches(quote).count().is_multiple_of(2), "{id} {quote}: {code}");
            }
            let mut open = Vec::new();
            // An arrow's point is no bracket, and tags are looked at by their names below.
            for c in code.chars() {
                match c {
                    '(' => open.push(')'),
                    '[' => open.push(']'),
                    '{' => open.push('}'),
                    ')' | ']' | '}' => assert_eq!(open.pop(), Some(c), "{id}: {code}"),
                    _ => {}
                }
            }
            assert!(open.is_empty(), "{id}: {code}");
            let opened = code.matches('<').count();
            if code.starts_with("<configuration") || code.starts_with("<Configuration") || code.starts_with("<meta") {
                assert_eq!(opened, code.matches('>').count(), "{id}: {code}");
            }
        }
    }
}

#[test]
fn sessions_are_turned_off_where_an_sdk_would_send_them() {
    for (id, sign) in [
        ("python", "auto_session_tracking=False"),
        ("python-celery", "auto_session_tracking=False"),
        ("python-pythonawslambda", "auto_session_tracking=False"),
        ("ruby-rails", "auto_session_tracking = false"),
        ("javascript-vue", "\"BrowserSession\""),
        ("javascript-nextjs", "\"BrowserSession\""),
        ("node-express", "trackIncomingRequestsAsSessions: false"),
        ("electron", "\"MainProcessSession\""),
        ("java-android", "auto-session-tracking.enable\" android:value=\"false\""),
        ("cocoa", "enableAutoSessionTracking = false"),
        ("react-native", "enableAutoSessionTracking: false"),
        ("dart-flutter", "enableAutoSessionTracking = false"),
        ("csharp-aspnetcore", "AutoSessionTracking = false"),
        ("native", "auto_session_tracking(options, 0)"),
    ] {
        assert!(codes(&of(id)).any(|code| code.contains(sign)), "{id}");
    }
}

#[test]
fn titles_of_one_guide_differ_and_texts_are_sentences() {
    for (id, guide) in every() {
        let mut titles: Vec<_> = guide.steps.iter().map(|step| step.title).collect();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), guide.steps.len(), "{id}");
        for text in guide
            .steps
            .iter()
            .map(|step| step.text)
            .chain(guide.notes.iter().copied())
        {
            assert!(
                text.ends_with('.') && !text.contains("  ") && !text.contains('!'),
                "{id}: {text:?}"
            );
        }
    }
}

#[test]
fn no_platform_name_is_too_odd() {
    for text in texts(5_000) {
        let guide = of(&text);
        assert!(!guide.steps.is_empty() && !guide.platform_name.is_empty());
    }
}
