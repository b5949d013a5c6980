use super::{ContextCard, bytes, context_cards, user_facts};
use serde_json::{Value, json};

fn cards(contexts: Value) -> Vec<ContextCard> {
    let Value::Object(contexts) = contexts else {
        panic!("an object")
    };
    context_cards(&contexts)
}

fn titles(contexts: Value) -> Vec<(String, String)> {
    let told = |card: ContextCard| (card.name, card.title.unwrap_or_default());
    cards(contexts).into_iter().map(told).collect()
}

#[test]
fn cards_have_titles_and_an_order() {
    let told = titles(json!({
        "trace": {"type": "trace", "trace_id": "abc", "op": "http.server"},
        "zoo": {"animals": 3},
        "os": {"type": "os", "name": "Windows", "version": "10"},
        "browser": {"type": "browser", "name": "Chrome", "version": "126"},
        "runtime": {"type": "runtime", "name": "node", "version": "v22.1.0"},
        "empty": {}, "nothing": null, "typed": {"type": "os"},
        "plain": "a word",
    }));
    let told: Vec<(&str, &str)> = told.iter().map(|(name, title)| (&**name, &**title)).collect();
    assert_eq!(
        told,
        [
            ("Browser", "Chrome 126 on Windows 10"),
            ("Operating system", "Windows 10"),
            ("Runtime", "node v22.1.0"),
            ("Trace", "http.server"),
            ("plain", ""),
            ("zoo", ""),
        ]
    );
}

#[test]
fn titles_take_what_is_there() {
    for (context, title) in [
        (
            json!({"runtime": {"name": "CPython", "version": "3.13"}, "os": {"name": "Linux"}}),
            "CPython 3.13 on Linux",
        ),
        (
            json!({"device": {"manufacturer": "Google", "model": "Pixel 8"}}),
            "Google Pixel 8",
        ),
        (
            json!({"device": {"manufacturer": "samsung", "model": "Samsung S9"}}),
            "Samsung S9",
        ),
        (json!({"device": {"family": "Other"}}), "Other"),
        (
            json!({"gpu": {"name": "RTX 4090", "vendor_name": "NVIDIA"}}),
            "RTX 4090",
        ),
        (
            json!({"os": {"raw_description": "Linux 6.6 x86_64"}}),
            "Linux 6.6 x86_64",
        ),
        (json!({"app": {"app_name": "Shop", "app_version": "2.1"}}), "Shop 2.1"),
        (json!({"app": {"app_build": "77"}}), ""),
        (json!({"os": {"name": ["odd"]}}), ""),
        (json!({"client_os": {"name": "Android", "version": 14}}), "Android 14"),
        (json!({"py": {"type": "runtime", "name": "PyPy"}}), "PyPy"),
    ] {
        let told = titles(context.clone());
        assert!(told.iter().any(|(_, own)| own == title), "{context}: {told:?}");
    }
    assert_eq!(
        titles(json!({"py": {"type": "runtime", "name": "PyPy"}}))[0].0,
        "Runtime (py)"
    );
}

#[test]
fn facts_are_told_in_words() {
    let card = cards(json!({"device": {
        "arch": "arm64", "memory_size": 8_589_934_592_u64, "free_memory": 1_610_612_736, "battery_level": 42.5,
        "charging": true, "simulator": false, "screen_width_pixels": 1080, "screen_height_pixels": 2400, "online": null,
    }}))
    .remove(0);
    let facts: Vec<String> = card
        .facts
        .iter()
        .map(|fact| format!("{}: {}", fact.label, fact.value))
        .collect();
    assert_eq!(
        facts,
        [
            "Architecture: arm64",
            "Simulator: no",
            "Memory: 1.5 GB free of 8 GB",
            "Screen: 1080 × 2400",
            "Battery: 42 %, charging"
        ]
    );
}

#[test]
fn sizes_are_round() {
    for (count, want) in [
        (0, "0 bytes"),
        (1, "1 byte"),
        (1023, "1023 bytes"),
        (1024, "1 kB"),
        (1536, "1.5 kB"),
        (1_048_575, "1023 kB"),
        (17_179_869_184, "16 GB"),
        (u64::MAX, "16777215 TB"),
    ] {
        assert_eq!(bytes(count), want);
    }
}

#[test]
fn a_user_is_told_whole() {
    let Value::Object(user) = json!({
        "id": 7, "email": "ada@example.com", "username": "", "name": {"first": "Ada"}, "ip_address": null,
        "geo": {"city": "Recife", "country_code": "BR"}, "plan": "pro", "data": {"seats": 3},
    }) else {
        panic!("an object")
    };
    let (facts, rest) = user_facts(&user);
    let facts: Vec<(&str, &str)> = facts.iter().map(|fact| (fact.label, &*fact.value)).collect();
    assert_eq!(
        facts,
        [("E-mail", "ada@example.com"), ("Id", "7"), ("Place", "Recife, BR")]
    );
    let rest: Vec<&str> = rest.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(rest, ["data", "name", "plan", "username"]);
    let Value::Object(user) = json!({"geo": {"city": "Recife", "zip": 5}}) else {
        panic!("an object")
    };
    assert_eq!(user_facts(&user).1.len(), 1, "a place that says more is shown as it is");
}
