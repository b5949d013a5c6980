//! Addresses to invite, as people paste them: apart by commas, semicolons, spaces or lines, alone or as mail programs copy
//! them (`Mia Member <mia@example.com>`).

use crate::wire::member::Member;

/// The most that are read: each becomes a request, and the server takes some fifty in five minutes.
pub const MOST: usize = 500;

/// What will become of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is invited.
    Fine,
    /// It was invited before; the mail goes out once more.
    InvitedBefore,
    /// It is a member's.
    Member,
    /// It stands in the list before.
    Twice,
    /// It is no address, and why.
    Wrong(&'static str),
}

/// One of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitee {
    /// The address; what was typed when it is none.
    pub address: String,
    /// What will become of it.
    pub verdict: Verdict,
}

impl Invitee {
    /// Whether a request is sent for it.
    pub fn is_due(&self) -> bool {
        matches!(self.verdict, Verdict::Fine | Verdict::InvitedBefore)
    }
}

/// Reads a list.
pub fn read(text: &str, members: &[Member]) -> Vec<Invitee> {
    let mut found: Vec<Invitee> = Vec::new();
    for piece in pieces(text).into_iter().take(MOST) {
        let verdict = if let Some(why) = problem(&piece) {
            Verdict::Wrong(why)
        } else if found.iter().any(|before| before.address.eq_ignore_ascii_case(&piece)) {
            Verdict::Twice
        } else {
            match members.iter().find(|member| member.has_address(&piece)) {
                Some(member) if member.pending => Verdict::InvitedBefore,
                Some(_) => Verdict::Member,
                None => Verdict::Fine,
            }
        };
        found.push(Invitee {
            address: piece,
            verdict,
        });
    }
    found
}

/// The list without these addresses, one a line: what is still to be done. Empty when all are gone.
pub fn without(text: &str, done: &[String]) -> String {
    let is_done = |piece: &String| done.iter().any(|done| done.eq_ignore_ascii_case(piece));
    let rest: Vec<String> = pieces(text).into_iter().filter(|piece| !is_done(piece)).collect();
    rest.join("\n")
}

/// The pieces of a list. What stands in angle brackets is the address, and what stands before it a name.
fn pieces(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in parts(text) {
        match bracketed(&part) {
            Some(address) => found.push(address),
            None => found.extend(part.split_whitespace().map(plain).filter(|word| !word.is_empty())),
        }
    }
    found
}

/// Parts between commas, semicolons and line ends, and behind each closing bracket; those within quotes are of a name.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut is_quoted = false;
    for c in text.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\n' | '\r' => is_quoted = false,
            _ => {}
        }
        let is_end = matches!(c, ',' | ';' | '\n' | '\r' | '\t') && !is_quoted;
        if !is_end && let Some(last) = parts.last_mut() {
            last.push(c);
        }
        if is_end || c == '>' {
            parts.push(String::new());
        }
    }
    parts
}

fn bracketed(part: &str) -> Option<String> {
    let (_, rest) = part.rsplit_once('<')?;
    let address = rest
        .strip_suffix('>')
        .or_else(|| rest.split_once('>').map(|(inside, _)| inside))?;
    let address = plain(address);
    (!address.is_empty()).then_some(address)
}

/// Without what surrounds an address in running text and in links.
fn plain(word: &str) -> String {
    let surrounds = |c: char| "\"'()[]<>“”".contains(c);
    let bare = word.trim().trim_start_matches(surrounds);
    let bare = bare.trim_end_matches(|c: char| surrounds(c) || c == '.');
    let is_link = bare.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:"));
    let bare = if is_link {
        bare.get(7..).unwrap_or_default()
    } else {
        bare
    };
    bare.to_owned()
}

/// Why a text is no address; none when it may be one. The server looks closer.
fn problem(text: &str) -> Option<&'static str> {
    let Some((name, host)) = text.rsplit_once('@') else {
        return Some("It has no @.");
    };
    if name.is_empty() {
        Some("There is nothing before the @.")
    } else if host.is_empty() {
        Some("There is nothing after the @.")
    } else if name.contains('@') {
        Some("It has more than one @.")
    } else if !host.contains('.') || host.starts_with('.') || host.contains("..") {
        Some("What stands after the @ is no domain.")
    } else if text.chars().any(|c| c.is_control() || "<>()[]\\\"".contains(c)) {
        Some("There are characters in it that do not belong there.")
    } else if text.len() > 254 {
        Some("It is too long.")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Verdict, read, without};
    use crate::wire::member::Member;

    fn addresses(text: &str) -> Vec<String> {
        read(text, &[]).into_iter().map(|one| one.address).collect()
    }

    fn member(email: &str, pending: bool) -> Member {
        let text = format!(r#"{{"id": "1", "email": "{email}", "pending": {pending}}}"#);
        serde_json::from_str(&text).expect("a member")
    }

    #[test]
    fn lists_come_in_many_shapes() {
        for text in [
            "a@x.com b@x.com",
            "a@x.com,b@x.com",
            "a@x.com; b@x.com;",
            "a@x.com\r\nb@x.com\n\n",
            "a@x.com\tb@x.com",
            "Ann <a@x.com>, Bob <b@x.com>",
            "Ann A. <a@x.com> Bob <b@x.com>",
            "\"Adams, Ann\" <a@x.com>; \"Bob\" <b@x.com>",
            "<a@x.com> (b@x.com).",
            "mailto:a@x.com, 'b@x.com'",
        ] {
            assert_eq!(addresses(text), ["a@x.com", "b@x.com"], "{text:?}");
        }
        assert!(addresses(" ,;\n").is_empty());
    }

    #[test]
    fn a_quote_that_stays_open_ends_with_its_line() {
        assert_eq!(
            addresses("\"a@x.com, b\nb@x.com"),
            ["a@x.com,", "b", "b@x.com"].map(str::to_owned)
        );
    }

    #[test]
    fn each_is_judged() {
        let members = [member("mia@x.com", false), member("penny@x.com", true)];
        let list = read(
            "new@x.com MIA@x.com, Penny@X.com; new@X.com bad @x.com a@ a@b a@b@x.com",
            &members,
        );
        let verdicts: Vec<Verdict> = list.into_iter().map(|one| one.verdict).collect();
        assert_eq!(
            verdicts[..4],
            [Verdict::Fine, Verdict::Member, Verdict::InvitedBefore, Verdict::Twice]
        );
        assert_eq!(verdicts.len(), 9);
        assert!(
            verdicts[4..].iter().all(|verdict| matches!(verdict, Verdict::Wrong(_))),
            "{verdicts:?}"
        );
    }

    #[test]
    fn what_is_done_leaves_the_list() {
        let text = "Ann <a@x.com>, nonsense; b@x.com\nc@x.com";
        let done = ["A@x.com".to_owned(), "c@x.com".to_owned()];
        assert_eq!(without(text, &done), "nonsense\nb@x.com");
        assert_eq!(without("a@x.com", &done), "");
    }
}
