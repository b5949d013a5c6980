use super::{arguments, command, quoted};
use crate::request_parts::{RequestParts, request_parts};
use crate::testing::texts;
use serde_json::{Value, json};

/// The words of a command, as a shell of POSIX splits it when there is nothing in it but quotes and backslashes; None
/// when a character outside of quotes would do anything else.
fn words(command: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut rest = command.chars();
    while let Some(c) = rest.next() {
        match c {
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match rest.next()? {
                        '\'' => break,
                        c => word.push(c),
                    }
                }
            }
            '\\' => match rest.next()? {
                // The line goes on.
                '\n' => {}
                c => word.get_or_insert_default().push(c),
            },
            ' ' => words.extend(word.take()),
            c if c.is_ascii_alphanumeric() || "-_./:,".contains(c) => word.get_or_insert_default().push(c),
            _ => return None,
        }
    }
    words.extend(word);
    Some(words)
}

fn request(data: Value) -> RequestParts {
    let Value::Object(data) = data else { panic!("an object") };
    request_parts(data)
}

#[test]
fn a_command_a_person_can_read() {
    let request = request(json!({
        "method": "PUT", "url": "https://shop.example.com/it's", "query": [["q", "a b"], ["token", "t0p"]],
        "fragment": "top",
        "headers": [["Accept", "*/*"], ["Authorization", "Bearer abc"], ["Content-Length", "9"], ["X-Empty", ""]],
        "cookies": {"theme": "dark", "sessionid": "s3cret"}, "data": {"pay": true, "pin": 1234},
        "inferredContentType": "application/json",
    }));
    assert_eq!(
        command(&request, false).unwrap_or_default(),
        r#"curl \
  --url 'https://shop.example.com/it'\''s?q=a%20b&token=••••••' \
  --request PUT \
  --header 'Accept: */*' \
  --header 'Authorization: ••••••' \
  --header 'X-Empty;' \
  --header 'Cookie: sessionid=••••••; theme=dark' \
  --header 'Content-Type: application/json' \
  --data-raw '{"pay":true,"pin":"••••••"}' \
  --globoff"#
    );
    let whole = command(&request, true).unwrap_or_default();
    for secret in ["t0p", "Bearer abc", "s3cret", "1234"] {
        assert!(whole.contains(secret), "{secret}");
    }
}

#[test]
fn only_web_addresses_are_called() {
    for url in [
        "file:///etc/passwd",
        "-o /srv/x",
        "https://a@b.example/",
        "/path",
        "",
        "https://a.example/\n",
    ] {
        assert_eq!(arguments(&request(json!({"url": url})), true), None, "{url:?}");
    }
    assert_eq!(arguments(&request(json!({"method": "GET"})), true), None);
}

#[test]
fn nothing_makes_curl_read_a_file_or_another_header() {
    let request = request(json!({
        "method": "-K/etc/passwd", "url": "https://a.example/{a,b}[1-9]", "data": "@/etc/passwd",
        "headers": [["@/etc/passwd", ""], ["A", "b\r\nEvil: 1"], [":path", "/"], ["-o", "x"], ["B C", "d"]],
        "cookies": {"@/etc/passwd": "", "a": "b; c=d"},
    }));
    let arguments = arguments(&request, true).unwrap_or_default();
    assert_eq!(
        arguments,
        [
            "--url",
            "https://a.example/{a,b}[1-9]",
            "--header",
            "A: b  Evil: 1",
            "--header",
            "Cookie: @/etc/passwd=; a=b%3B%20c%3Dd",
            "--header",
            "Content-Type;",
            "--data-raw",
            "@/etc/passwd",
            "--globoff",
        ]
    );
}

#[test]
fn a_shell_reads_back_what_was_quoted() {
    for text in texts(10_000) {
        assert_eq!(words(&quoted(&text)), Some(vec![text.clone()]), "{text:?}");
    }
    let nasty = [
        "$(id)",
        "`id`",
        "a\\",
        "'",
        "''",
        "\\'",
        "\"; rm -rf /",
        "!!",
        "~",
        "a\n\nb",
        "#",
        "*",
        "--",
    ];
    for text in nasty {
        assert_eq!(words(&quoted(text)), Some(vec![text.to_owned()]));
    }
}

#[test]
fn a_shell_reads_back_the_arguments_of_any_request() {
    let texts: Vec<String> = texts(12_000).collect();
    let mut called = 0;
    for texts in texts.chunks_exact(6) {
        let [path, name, value, cookie, body, method] = texts else {
            continue;
        };
        let request = request(json!({
            "url": format!("https://shop.example.com/{}", path.split_whitespace().collect::<String>()), "method": method,
            "query": [[name, value]], "headers": [[name, value], ["X-Plain", value]], "cookies": {cookie: value},
            "data": body, "fragment": value,
        }));
        for with_secrets in [false, true] {
            let (Some(arguments), Some(command)) = (arguments(&request, with_secrets), command(&request, with_secrets))
            else {
                continue;
            };
            called += 1;
            let words = words(&command).expect("quoted");
            assert_eq!(words.split_first().map(|(first, _)| first.as_str()), Some("curl"));
            assert_eq!(words[1..], arguments);
            let is_option = |word: &&String| word.starts_with("--");
            let options = [
                "--url",
                "--request",
                "--header",
                "--data-raw",
                "--globoff",
                "--head",
                "--compressed",
            ];
            let values = arguments.iter().zip(arguments.iter().skip(1));
            for (option, value) in values.filter(|(option, _)| is_option(option) && **option != "--globoff") {
                assert!(options.contains(&option.as_str()) || value == "--globoff", "{option}");
                if option == "--header" {
                    assert!(
                        !value.starts_with(['@', '-']) && !value.contains(char::is_control),
                        "{value:?}"
                    );
                }
            }
        }
    }
    assert!(called > 500, "only {called} requests have an address");
}
