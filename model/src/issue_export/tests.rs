use super::markdown::escaped;
use super::{COLUMNS, ExportRow, csv, markdown};
use crate::csv::row;
use crate::testing::{issue, texts};
use crate::wire::issue::{Assignee, Issue, IssueRelease, IssueStatus, IssueType, Level, Metadata};

const URL: &str = "https://glint.example/acme/issues/1";

fn titled(title: &str) -> Issue {
    Issue {
        kind: IssueType::Default,
        metadata: Metadata::default(),
        title: title.to_owned(),
        ..issue("1")
    }
}

fn item(issue: &Issue, url: &str) -> String {
    markdown(&[ExportRow {
        issue,
        url: url.to_owned(),
    }])
}

fn line(issue: &Issue) -> String {
    let text = csv(&[ExportRow {
        issue,
        url: URL.to_owned(),
    }]);
    text.strip_prefix(&format!("{}\r\n", COLUMNS.join(",")))
        .and_then(|rest| rest.strip_suffix("\r\n"))
        .expect("header and line ends")
        .to_owned()
}

/// What a reader by RFC 4180 makes of the text.
fn read(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut rest = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = rest.next() {
        let cells = rows.last_mut().expect("a row");
        match c {
            '"' if is_quoted && rest.peek() == Some(&'"') => {
                rest.next();
                cells.last_mut().expect("a cell").push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => cells.push(String::new()),
            '\r' if !is_quoted && rest.peek() == Some(&'\n') => {
                rest.next();
                rows.push(vec![String::new()]);
            }
            _ => cells.last_mut().expect("a cell").push(c),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "a line end at the end");
    rows
}

#[test]
fn an_issue_is_a_line_of_a_list() {
    let mut one = issue("1");
    one.count = 1204;
    assert_eq!(
        item(&one, URL).replace('\u{202f}', " "),
        "- [SHOP-API-1](https://glint.example/acme/issues/1) **KeyError**: 'total' — Shop API, error, unresolved, \
         1 204 events, last seen 2026-11-23 08:15 UTC\n"
    );
    assert_eq!(markdown(&[]), "");
    let both = markdown(&[
        ExportRow {
            issue: &one,
            url: URL.to_owned(),
        },
        ExportRow {
            issue: &issue("2"),
            url: URL.to_owned(),
        },
    ]);
    assert_eq!(both.lines().count(), 2);
}

#[test]
fn only_a_safe_address_becomes_a_link() {
    for url in [
        "",
        "javascript:alert(1)",
        "/acme/issues/1",
        "https://h/a b",
        "https://h/<x>",
        "https://h/\n",
    ] {
        assert!(item(&issue("1"), url).starts_with("- SHOP-API-1 **"), "{url}");
    }
    let closing = item(&issue("1"), "https://h/a)[x](https://evil");
    assert!(
        closing.starts_with("- [SHOP-API-1](https://h/a%29[x]%28https://evil) **"),
        "{closing}"
    );
}

#[test]
fn no_markup_is_smuggled_in() {
    for (text, want) in [
        ("[click](https://evil)", r"\[click\](https\://evil)"),
        ("![x](y)", r"!\[x\](y)"),
        ("<img src=x onerror=y>", r"\<img src=x onerror=y\>"),
        ("**bold** _it_ ~~no~~", r"\*\*bold\*\* \_it\_ \~\~no\~\~"),
        ("`code` ```", r"\`code\` \`\`\`"),
        (r"\[x]", r"\\\[x\]"),
        ("&lt;b&gt; &#91;", r"\&lt;b\&gt; \&#91;"),
        ("WWW.evil.com www.a", r"WWW\.evil.com www\.a"),
        ("a@b.c | $x$", r"a\@b.c \| \$x\$"),
        ("KeyError: 'x' (1.2)", "KeyError: 'x' (1.2)"),
        (".éww. ww.", ".éww. ww."),
    ] {
        assert_eq!(escaped(text), want);
        let line = item(&titled(text), URL);
        assert!(line.contains(&format!(" **{want}** — ")), "{line}");
    }
}

#[test]
fn every_hostile_field_stays_on_its_line() {
    for text in texts(2000) {
        let one = Issue {
            short_id: text.clone(),
            title: text.clone(),
            metadata: Metadata {
                kind: Some(text.clone()),
                value: Some(format!("{text}\r\n\r\n# {text}\u{2028}\u{85}{text}")),
                ..Metadata::default()
            },
            ..issue("1")
        };
        let line = item(&one, URL);
        let body = line.strip_suffix('\n').expect("a line end");
        assert!(!body.contains(char::is_control), "{line:?}");
        assert!(!body.contains(['\u{202e}', '\u{2028}', '\u{feff}']), "{line:?}");
        let bare = body.replace(r"\\", "");
        for c in ['`', '<', '>', '&', '_', '|'] {
            assert_eq!(
                bare.matches(c).count(),
                bare.matches(&format!("\\{c}")).count(),
                "{c} in {line:?}"
            );
        }
        assert_eq!(bare.matches('[').count() - bare.matches("\\[").count(), 1, "{line:?}");
        assert_eq!(bare.matches("**").count(), 2, "{line:?}");
    }
}

#[test]
fn what_hides_is_shown() {
    let line = item(&titled("a\u{202e}b\u{1b}[31m\u{200b}"), URL);
    assert!(line.contains(r"**a⟨U+202E⟩b␛\[31m⟨U+200B⟩**"), "{line}");
    let mut hidden = issue("1");
    hidden.metadata.value = Some("x\u{202e}\0".to_owned());
    let line = item(&hidden, URL);
    assert!(line.contains("**KeyError**: x⟨U+202E⟩␀ — "), "{line}");
    let mut long = issue("1");
    long.metadata.value = Some("é".repeat(5000));
    let line = item(&long, URL);
    assert!(line.contains("é… — Shop API"), "{line}");
    assert!(line.chars().count() < 500);
}

#[test]
fn an_issue_is_a_row_of_a_table() {
    let mut one = issue("1");
    assert_eq!(
        line(&one),
        "SHOP-API-1,KeyError: 'total',error,unresolved,Shop API,3,,2026-11-20T08:00:00.000Z,2026-11-23T08:15:11.990Z,,,\
         https://glint.example/acme/issues/1"
    );
    one.count = 12_345;
    one.user_count = Some(7);
    one.level = Level::Fatal;
    one.status = IssueStatus::Ignored;
    one.assigned_to = Some(Assignee {
        kind: "user".to_owned(),
        id: "1".to_owned(),
        name: "Lovelace, \"Ada\"".to_owned(),
        username: None,
        email: None,
        slug: None,
    });
    one.first_release = Some(IssueRelease {
        short_version: "1".to_owned(),
        date_created: one.first_seen,
        date_released: None,
        version: "@shop/api@1.0".to_owned(),
    });
    assert_eq!(
        line(&one),
        "SHOP-API-1,KeyError: 'total',fatal,ignored,Shop API,12345,7,2026-11-20T08:00:00.000Z,2026-11-23T08:15:11.990Z,\
         \"Lovelace, \"\"Ada\"\"\",'@shop/api@1.0,https://glint.example/acme/issues/1"
    );
    one.user_count = None;
    assert!(line(&one).contains(",12345,,2026"));
    one.title = " \n".to_owned();
    assert!(line(&one).starts_with("SHOP-API-1,KeyError,"));
    one.project.name = String::new();
    assert!(line(&one).contains(",shop-api,"));
    assert_eq!(csv(&[]), format!("{}\r\n", COLUMNS.join(",")));
}

#[test]
fn no_cell_begins_a_formula() {
    for (text, want) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "\"'\t'=1\""),
        ("\r=1", "\"'\r'=1\""),
        ("  =1", "  '=1"),
        ("＝1", "'＝1"),
        ("\"=1\"", "\"\"\"'=1\"\"\""),
        ("a;=1", "\"a;'=1\""),
        ("a; \"-1", "\"a; \"\"'-1\""),
        ("a, -1", "\"a, -1\""),
        ("a=b", "a=b"),
        ("'=1", "'=1"),
        ("a\r\nb", "\"a\r\nb\""),
        ("", ""),
    ] {
        assert_eq!(row([text]), format!("{want}\r\n"), "{text:?}");
    }
    let mut one = titled("\t=cmd|' /C calc'!A0\n@x");
    one.short_id = "-1".to_owned();
    assert!(
        line(&one).starts_with("'-1,'=cmd|' /C calc'!A0 @x,error,"),
        "{}",
        line(&one)
    );
}

#[test]
fn a_reader_gets_every_cell_back() {
    for text in texts(2000) {
        let mut one = titled(&text);
        one.project.name.clone_from(&text);
        let rows = read(&csv(&[
            ExportRow {
                issue: &one,
                url: text.clone(),
            },
            ExportRow {
                issue: &issue("2"),
                url: URL.to_owned(),
            },
        ]));
        assert_eq!(rows.len(), 3, "{text:?}");
        for row in &rows {
            assert_eq!(row.len(), COLUMNS.len(), "{text:?}");
            for cell in row {
                let start = cell.trim_start_matches([' ', '"']);
                assert!(!start.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
                assert!(!cell.contains(char::is_control), "{cell:?}");
            }
        }
        assert_eq!(rows[2][0], "SHOP-API-2");
    }
}
