use super::{raw, raw_frame};
use crate::testing::texts;
use crate::wire::entry::{ExceptionData, Frame};

const CHAIN: &str = r#"{"values":[
    {"type":"ConnectionResetError","value":"[Errno 104] reset","stacktrace":{"frames":[{"filename":"http/client.py","function":"_send","lineNo":1344,"context_line":"    self.send(msg)"}]}},
    {"type":"UpstreamTimeout","value":"no answer","module":"shop.errors","mechanism":{"type":"x"},"stacktrace":{"frames":[
        {"module":"shop.views","filename":"shop/views.py","absPath":"/srv/shop/views.py","function":"pay","lineNo":142},
        {"module":"shop.gateway","filename":"shop/gateway.py","function":"charge","lineNo":88,"colNo":3}]}}]}"#;

const PLATFORMS: &[&str] = &[
    "python",
    "javascript",
    "node",
    "java",
    "csharp",
    "go",
    "ruby",
    "php",
    "rust",
    "cocoa",
    "native",
    "elixir",
];

fn text(json: &str, platform: &str) -> String {
    let data: ExceptionData = serde_json::from_str(json).expect("exceptions");
    raw(&data, Some(platform))
}

#[test]
fn python_tells_the_cause_first() {
    assert_eq!(
        text(CHAIN, "python"),
        "Traceback (most recent call last):\n  File \"http/client.py\", line 1344, in _send\n    self.send(msg)\nConnectionResetError: [Errno 104] reset\n\
         \nThe above exception was the direct cause of the following exception:\n\n\
         Traceback (most recent call last):\n  File \"/srv/shop/views.py\", line 142, in pay\n  File \"shop/gateway.py\", line 88, in charge\nshop.errors.UpstreamTimeout: no answer\n"
    );
}

#[test]
fn java_and_javascript_tell_what_was_thrown_first() {
    assert_eq!(
        text(CHAIN, "java"),
        "shop.errors.UpstreamTimeout: no answer\n\tat shop.gateway.charge(shop/gateway.py:88)\n\tat shop.views.pay(shop/views.py:142)\n\
         Caused by: ConnectionResetError: [Errno 104] reset\n\tat _send(http/client.py:1344)\n"
    );
    assert_eq!(
        text(CHAIN, "node"),
        "UpstreamTimeout: no answer\n    at charge (shop/gateway.py:88:3)\n    at pay (/srv/shop/views.py:142)\n\
         Caused by: ConnectionResetError: [Errno 104] reset\n    at _send (http/client.py:1344)\n"
    );
}

#[test]
fn what_is_missing_is_left_out() {
    assert_eq!(text(r#"{"values":[{}]}"#, "rust"), "Error\n");
    assert_eq!(text(r#"{"values":[]}"#, "python"), "");
    let sparse = r#"{"values":[{"value":"x","stacktrace":{"frames":[{},{"function":"f"}]}},{"type":"G","stacktrace":{"frames":null}}]}"#;
    assert_eq!(
        text(sparse, "elixir"),
        "G\nCaused by: Error: x\n  f\n  (unknown function)\n"
    );
    assert_eq!(
        text(sparse, "javascript"),
        "G\nCaused by: Error: x\n    at f (<anonymous>)\n    at <anonymous>\n"
    );
}

#[test]
fn python_counts_the_lines_that_repeat() {
    let frame = r#"{"filename":"tree.py","function":"visit","lineNo":33,"context_line":"visit(node)"}"#;
    let frames = vec![frame; 1_998].join(",");
    let json = format!(r#"{{"values":[{{"type":"RecursionError","stacktrace":{{"frames":[{frames}]}}}}]}}"#);
    let text = text(&json, "python");
    assert_eq!(text.matches("in visit").count(), 3);
    assert!(text.contains("  [Previous line repeated 1995 more times]\n"), "{text}");
}

#[test]
fn a_file_of_rust_makes_a_trace_of_rust() {
    let json = r#"{"values":[{"type":"panic","value":"no","stacktrace":{"frames":[{"filename":"src/main.rs","function":"app::main","lineNo":3,"inApp":true}]}}]}"#;
    assert_eq!(
        text(json, "native"),
        "thread panicked at src/main.rs:3:\nno\nstack backtrace:\n   0: app::main\n             at src/main.rs:3\n"
    );
}

#[test]
fn one_frame_is_written_as_in_the_whole() {
    let frame = |json: &str| serde_json::from_str::<Frame>(json).expect("a frame");
    let own = frame(
        r#"{"filename":"a/b.py","absPath":"/srv/a/b.py","function":"f","module":"a.b","lineNo":7,"context_line":"  g()"}"#,
    );
    for (platform, want) in [
        ("python", "  File \"/srv/a/b.py\", line 7, in f\n    g()"),
        ("node", "    at f (/srv/a/b.py:7)"),
        ("java", "\tat a.b.f(a/b.py:7)"),
        ("csharp", "   at a.b.f() in /srv/a/b.py:line 7"),
        ("go", "a.b.f(...)\n\t/srv/a/b.py:7"),
        ("ruby", "\tfrom /srv/a/b.py:7:in 'f'"),
        ("php", "/srv/a/b.py(7): f()"),
        ("rust", "f\n             at /srv/a/b.py:7"),
        ("native", "f () at /srv/a/b.py:7"),
        ("elixir", "  f (/srv/a/b.py:7)"),
    ] {
        assert_eq!(raw_frame(&own, Some(platform)), want, "{platform}");
    }
    let own_platform = frame(r#"{"function":"f","platform":"native","instruction_addr":"0x10"}"#);
    assert_eq!(raw_frame(&own_platform, Some("python")), "0x0000000000000010 in f ()");
}

#[test]
fn every_exception_and_frame_is_in_every_style() {
    for platform in PLATFORMS {
        let text = text(CHAIN, platform);
        for piece in [
            "ConnectionResetError",
            "UpstreamTimeout",
            "no answer",
            "charge",
            "pay",
            "_send",
            "142",
            "88",
        ] {
            assert!(text.contains(piece), "{platform}: {piece} is not in\n{text}");
        }
        assert!(text.ends_with('\n') && !text.contains("\n\n\n"), "{platform}:\n{text}");
    }
}

#[test]
fn whatever_was_sent_is_written() {
    for sent in texts(400) {
        let some = || Some(sent.clone());
        let frame = Frame {
            function: some(),
            filename: some(),
            abs_path: some(),
            module: some(),
            package: some(),
            instruction_addr: some(),
            line_no: Some(i64::MIN),
            ..Frame::default()
        };
        for platform in PLATFORMS {
            let _ = raw_frame(&frame, Some(platform));
        }
    }
}
