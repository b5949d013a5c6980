//! What is found by which words, and that every platform is there.

use super::{ALL, Category, choices, find, name};
use crate::dsn::Dsn;
use crate::sdk_guide::guide;
use std::collections::BTreeSet;

/// Those of `reference/inventory.md`, 21.5.
const KNOWN: &str = "csharp csharp-aspnetcore electron elixir go java java-android java-logging java-log4j java-log4j2 \
    java-logback javascript javascript-angular javascript-react javascript-nextjs javascript-vue native node node-connect \
    node-express node-koa cocoa php php-laravel php-symfony php-drupal python python-aiohttp python-asgi \
    python-pythonawslambda python-bottle python-celery python-django python-falcon python-fastapi python-flask \
    python-pyramid python-rq python-sanic python-pythonserverless python-tornado python-wsgi react-native dart-flutter ruby \
    ruby-rails swift rust other";

#[test]
fn every_platform_is_there_once_and_in_a_category() {
    let own: BTreeSet<&str> = ALL.iter().map(|platform| platform.id).collect();
    assert_eq!(own, KNOWN.split_whitespace().collect());
    let names: BTreeSet<&str> = ALL.iter().map(|platform| platform.name).collect();
    assert_eq!(names.len(), ALL.len());
    for platform in &ALL {
        let listed = |category: &&Category| **category != Category::All && platform.is_in(**category);
        assert!(
            Category::ALL.iter().any(|category| listed(&category)),
            "{}",
            platform.id
        );
    }
    assert_eq!(choices(Category::All, "").len(), ALL.len());
    for category in Category::ALL {
        assert!(choices(category, " ").len() >= 5, "{}", category.label());
    }
}

#[test]
fn every_platform_but_other_has_a_guide_of_its_own() {
    let dsn = Dsn::parse("https://abc@errors.example.com/1").expect("a DSN");
    for platform in &ALL {
        let notice = guide(Some(platform.id), &dsn).notice;
        assert_eq!(notice.is_none(), platform.id != "other", "{}", platform.id);
    }
}

#[test]
fn platforms_are_found_by_name_id_and_other_words() {
    for (typed, want) in [
        ("Next.js", "javascript-nextjs"),
        ("nextjs", "javascript-nextjs"),
        ("javascript-nextjs", "javascript-nextjs"),
        (" next JS ", "javascript-nextjs"),
        ("golang", "go"),
        ("c#", "csharp"),
        ("node", "node"),
        ("java", "java"),
        ("python", "python"),
        ("rails", "ruby-rails"),
        ("flutter", "dart-flutter"),
        ("Django", "python-django"),
        ("lambda", "python-pythonawslambda"),
        ("vue", "javascript-vue"),
        ("go", "go"),
    ] {
        let found = choices(Category::Mobile, typed);
        assert_eq!(found.first().map(|platform| platform.id), Some(want), "{typed}");
    }
    assert!(choices(Category::All, "cobol").is_empty());
}

#[test]
fn a_platform_nobody_knows_keeps_its_word() {
    assert_eq!(name("python-django"), "Django");
    assert_eq!(name("cobol\u{202e}"), "cobol⟨U+202E⟩");
    assert!(find("cobol").is_none());
}
