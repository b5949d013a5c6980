//! Addresses to invite, as people paste them: apart by commas, semicolons, spaces or lines, alone or as mail programs copy
//! them (`Mia Member <mia@example.com>`).

use crate::member_role::{Role, why_not_change};
use crate::text::counted;
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
    /// It was invited before with a role that the reader may not change, and why.
    Above(&'static str),
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

/// A list that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InviteList {
    /// What stands in it, as far as it was read.
    pub entries: Vec<Invitee>,
    /// How many stand behind what was read.
    pub beyond: usize,
}

impl InviteList {
    /// How many get an invitation.
    pub fn due(&self) -> usize {
        self.entries.iter().filter(|one| one.is_due()).count()
    }

    /// How many are no addresses.
    pub fn wrong(&self) -> usize {
        let wrong = |one: &&Invitee| matches!(one.verdict, Verdict::Wrong(_));
        self.entries.iter().filter(wrong).count()
    }

    /// What will become of it, in a sentence; empty for an empty list.
    pub fn in_words(&self) -> String {
        let (all, due) = (self.entries.len(), self.due());
        let mut text = match all {
            0 => return String::new(),
            _ if all == due => format!("{} to invite", counted(all as u64, "address", "addresses")),
            _ => format!("{due} of {} to invite", counted(all as u64, "entry", "entries")),
        };
        if self.beyond > 0 {
            let more = counted(self.beyond as u64, "entry", "entries");
            text.push_str(&format!(
                ". At most {MOST} are taken at a time: {more} behind them stay in the list."
            ));
        }
        text
    }

    /// How the work ended, when this is left and so many of it failed.
    pub fn as_the_rest(&self, failed: usize, is_stopped: bool) -> String {
        let left = self.entries.len() + self.beyond;
        if left == 0 {
            return "All of them are done.".to_owned();
        }
        if left == self.wrong() {
            return "Done, but for what is no address.".to_owned();
        }
        let stopped = if is_stopped { "Stopped; " } else { "" };
        let left = counted(left as u64, "entry is", "entries are");
        let failed = match failed {
            0 => String::new(),
            failed => format!("; {failed} failed"),
        };
        format!("{stopped}{left} still in the list{failed}.")
    }
}

/// What an address that was invited before is invited as from now on: “as a member and without teams”.
pub fn invited_as(role: Role, teams: &[String]) -> String {
    let teams = if teams.is_empty() {
        "without teams".to_owned()
    } else {
        format!("in #{}", teams.join(", #"))
    };
    format!("as {} and {teams}", role.one())
}

/// Reads a list, for somebody with this role.
pub fn read(text: &str, members: &[Member], mine: Role) -> InviteList {
    let mut found: Vec<Invitee> = Vec::new();
    let mut pieces = pieces(text);
    let beyond = pieces.len().saturating_sub(MOST);
    pieces.truncate(MOST);
    for piece in pieces {
        let verdict = if let Some(why) = problem(&piece) {
            Verdict::Wrong(why)
        } else if found.iter().any(|before| before.address.eq_ignore_ascii_case(&piece)) {
            Verdict::Twice
        } else {
            match members.iter().find(|member| member.has_address(&piece)) {
                Some(member) if member.pending => {
                    let reason = why_not_change(mine, &member.subject("", &[]));
                    reason.map_or(Verdict::InvitedBefore, Verdict::Above)
                }
                Some(_) => Verdict::Member,
                None => Verdict::Fine,
            }
        };
        found.push(Invitee {
            address: piece,
            verdict,
        });
    }
    InviteList { entries: found, beyond }
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
    use super::{MOST, Verdict, invited_as, read, without};
    use crate::member_role::Role;
    use crate::wire::member::Member;

    fn addresses(text: &str) -> Vec<String> {
        let list = read(text, &[], Role::Owner);
        list.entries.into_iter().map(|one| one.address).collect()
    }

    fn member(email: &str, pending: bool) -> Member {
        let text = format!(r#"{{"id": "1", "email": "{email}", "role": "member", "pending": {pending}}}"#);
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
            Role::Manager,
        );
        assert_eq!((list.due(), list.wrong()), (2, 5));
        let verdicts: Vec<Verdict> = list.entries.into_iter().map(|one| one.verdict).collect();
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
    fn an_invitation_of_somebody_above_is_left_alone() {
        let text = r#"[{"id": "1", "email": "penny@x.com", "pending": true, "role": "owner"}]"#;
        let members: Vec<Member> = serde_json::from_str(text).expect("members");
        let of = |mine| read("penny@x.com", &members, mine);
        assert!(matches!(of(Role::Manager).entries[0].verdict, Verdict::Above(_)));
        assert_eq!(of(Role::Manager).due(), 0);
        assert_eq!(of(Role::Owner).entries[0].verdict, Verdict::InvitedBefore);
        assert_eq!(invited_as(Role::Member, &[]), "as a member and without teams");
        let teams = ["web", "ops"].map(str::to_owned);
        assert_eq!(invited_as(Role::Admin, &teams), "as an admin and in #web, #ops");
    }

    #[test]
    fn what_is_cut_off_is_counted() {
        let many = |count: usize| {
            let all: Vec<String> = (0..count).map(|at| format!("a{at}@x.com")).collect();
            read(&all.join(" "), &[], Role::Owner)
        };
        assert_eq!((many(MOST).due(), many(MOST).beyond), (500, 0));
        let cut = many(MOST + 7);
        assert_eq!((cut.due(), cut.beyond), (500, 7));
        let words = "500 addresses to invite. At most 500 are taken at a time: 7 entries behind them stay in the list.";
        assert_eq!(cut.in_words(), words);
        assert_eq!(many(1).in_words(), "1 address to invite");
        assert_eq!(many(0).in_words(), "");
    }

    #[test]
    fn the_end_is_told_by_what_is_left() {
        let end = |text: &str, failed, is_stopped| read(text, &[], Role::Owner).as_the_rest(failed, is_stopped);
        assert_eq!(end("", 0, true), "All of them are done.");
        assert_eq!(end("bad", 0, false), "Done, but for what is no address.");
        assert_eq!(
            end("a@x.com b@x.com", 0, true),
            "Stopped; 2 entries are still in the list."
        );
        assert_eq!(
            end("a@x.com bad", 1, false),
            "2 entries are still in the list; 1 failed."
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
