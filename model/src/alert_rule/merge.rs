//! Putting together what two people did to one alert: a `PUT` replaces all of it, recipients included, so whoever saves second
//! would drop what the first one added.

use super::draft::RuleDraft;
use super::recipient_form::is_same_place;
use crate::alert_reach::recipient_of;
use crate::wire::alert::AlertRecipient;

/// What is typed, put together with what somebody else did meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// What is to be looked through and saved.
    pub draft: RuleDraft,
    /// What the other one did, each in a few words: `added Discord discord.com`.
    pub done: Vec<String>,
}

/// Whether an alert is another one now than it was when it was read. Numbers of recipients and their order do not count.
pub fn differs(read: &RuleDraft, now: &RuleDraft) -> bool {
    let has_all = |some: &[AlertRecipient], all: &[AlertRecipient]| {
        some.iter()
            .all(|one| all.iter().any(|other| is_same_content(one, other)))
    };
    is_other_condition(read, now)
        || read.name != now.name
        || read.recipients.len() != now.recipients.len()
        || !has_all(&read.recipients, &now.recipients)
        || !has_all(&now.recipients, &read.recipients)
}

/// Puts what is `typed` on top of what was `read` together with what the server has `now`: what was not touched here follows
/// the server, what was stays as typed, and no recipient goes that was not taken away by somebody.
pub fn merge(read: &RuleDraft, typed: &RuleDraft, now: &RuleDraft) -> Merged {
    let pick = |read: &String, typed: &String, now: &String| if read == typed { now } else { typed }.clone();
    let pick_switch = |read: bool, typed: bool, now: bool| if read == typed { now } else { typed };
    // Numbers of a condition that the server has off say nothing.
    let number = |read: &String, typed: &String, of_now: &String| {
        if now.counts_events {
            pick(read, typed, of_now)
        } else {
            typed.clone()
        }
    };
    Merged {
        draft: RuleDraft {
            name: pick(&read.name, &typed.name, &now.name),
            counts_events: pick_switch(read.counts_events, typed.counts_events, now.counts_events),
            quantity: number(&read.quantity, &typed.quantity, &now.quantity),
            window: number(&read.window, &typed.window, &now.window),
            uptime: pick_switch(read.uptime, typed.uptime, now.uptime),
            recipients: merge_recipients(&read.recipients, &typed.recipients, &now.recipients),
            read: now.read,
        },
        done: done(read, now),
    }
}

/// The same for recipients alone.
pub fn merge_recipients(
    read: &[AlertRecipient],
    typed: &[AlertRecipient],
    now: &[AlertRecipient],
) -> Vec<AlertRecipient> {
    let mut merged: Vec<AlertRecipient> = typed
        .iter()
        .filter_map(|mine| {
            let is_untouched = read.iter().any(|old| is_same_content(old, mine));
            let theirs = now.iter().find(|other| is_same_place(other, mine));
            match theirs {
                Some(theirs) if is_untouched || is_same_content(theirs, mine) => Some(theirs.clone()),
                None if is_untouched => None,
                _ => Some(mine.clone()),
            }
        })
        .collect();
    for theirs in now {
        let is_known = |all: &[AlertRecipient]| all.iter().any(|one| is_same_place(one, theirs));
        if !is_known(read) && !is_known(&merged) {
            merged.push(theirs.clone());
        }
    }
    merged
}

fn is_other_condition(read: &RuleDraft, now: &RuleDraft) -> bool {
    let counts = |draft: &RuleDraft| (draft.counts_events, draft.counts(), draft.uptime);
    counts(read) != counts(now)
}

fn done(read: &RuleDraft, now: &RuleDraft) -> Vec<String> {
    let name = |recipient: &AlertRecipient| {
        let known = recipient_of(recipient, &[]);
        if recipient.recipient_type == "email" {
            known.kind
        } else {
            format!("{} {}", known.kind, known.to)
        }
    };
    let mut done = Vec::new();
    for theirs in &now.recipients {
        match read.recipients.iter().find(|old| is_same_place(old, theirs)) {
            None => done.push(format!("added {}", name(theirs))),
            Some(old) if !is_same_content(old, theirs) => done.push(format!("changed {}", name(theirs))),
            Some(_) => {}
        }
    }
    for old in &read.recipients {
        if !now.recipients.iter().any(|theirs| is_same_place(old, theirs)) {
            done.push(format!("removed {}", name(old)));
        }
    }
    if is_other_condition(read, now) {
        done.push("changed what sets it off".to_owned());
    }
    if read.name != now.name {
        done.push("changed its name".to_owned());
    }
    done
}

/// Whether all of it is the same but its number, which a server may give anew with each change.
fn is_same_content(one: &AlertRecipient, other: &AlertRecipient) -> bool {
    is_same_place(one, other) && one.config == other.config && one.tags() == other.tags()
}

#[cfg(test)]
mod tests {
    use super::{differs, merge, merge_recipients};
    use crate::alert_rule::RuleDraft;
    use crate::wire::alert::AlertRecipient;

    fn hook(at: &str) -> AlertRecipient {
        AlertRecipient::new("webhook", format!("https://hooks.example/{at}"))
    }

    fn draft(recipients: &[AlertRecipient]) -> RuleDraft {
        RuleDraft {
            recipients: recipients.to_vec(),
            ..RuleDraft::new()
        }
    }

    #[test]
    fn what_somebody_else_added_stays_and_what_one_removed_goes() {
        let (a, b, c) = (hook("a"), hook("b"), hook("c"));
        let read = [a.clone(), b.clone()];
        // I removed a; they added c.
        let merged = merge_recipients(&read, std::slice::from_ref(&b), &[a.clone(), b.clone(), c.clone()]);
        assert_eq!(merged, [b.clone(), c.clone()]);
        // I added c; they removed b.
        let merged = merge_recipients(&read, &[a.clone(), b.clone(), c.clone()], std::slice::from_ref(&a));
        assert_eq!(merged, [a.clone(), c.clone()]);
        // I changed the tags of b, which they removed: what is typed is not lost.
        let mine = b.clone().with_tags(&["release".to_owned()]);
        let merged = merge_recipients(&read, &[a.clone(), mine.clone()], std::slice::from_ref(&a));
        assert_eq!(merged, [a.clone(), mine]);
        // I sent a elsewhere: the old place does not come back.
        let moved = hook("moved");
        let merged = merge_recipients(&read, &[moved.clone(), b.clone()], &[a, b.clone(), c.clone()]);
        assert_eq!(merged, [moved, b, c]);
    }

    #[test]
    fn their_settings_are_taken_where_mine_were_not_touched() {
        let (a, tagged) = (hook("a"), hook("a").with_tags(&["device".to_owned()]));
        let read = std::slice::from_ref(&a);
        let theirs = std::slice::from_ref(&tagged);
        assert_eq!(merge_recipients(read, read, theirs), theirs);
        let mine = hook("a").with_tags(&["release".to_owned()]);
        let mine = std::slice::from_ref(&mine);
        assert_eq!(merge_recipients(read, mine, theirs), mine);
    }

    #[test]
    fn numbers_and_order_of_recipients_are_no_difference() {
        let mut numbered = hook("a");
        numbered.id = Some(7);
        let read = draft(&[hook("a"), hook("b")]);
        assert!(!differs(&read, &draft(&[hook("b"), numbered])));
        assert!(differs(&read, &draft(&[hook("a")])));
        assert!(differs(&read, &draft(&[hook("a"), hook("c")])));
        let other = RuleDraft {
            quantity: "9".to_owned(),
            ..read.clone()
        };
        assert!(differs(&read, &other));
    }

    #[test]
    fn each_part_follows_whoever_touched_it() {
        let read = draft(&[hook("a")]);
        let typed = RuleDraft {
            quantity: "5".to_owned(),
            ..read.clone()
        };
        let now = RuleDraft {
            name: "Theirs".to_owned(),
            window: "60".to_owned(),
            quantity: "7".to_owned(),
            recipients: vec![hook("a"), AlertRecipient::new("email", "")],
            ..read.clone()
        };
        let merged = merge(&read, &typed, &now);
        assert_eq!(
            (
                merged.draft.name.as_str(),
                merged.draft.quantity.as_str(),
                merged.draft.window.as_str()
            ),
            ("Theirs", "5", "60")
        );
        assert_eq!(merged.draft.recipients.len(), 2);
        assert_eq!(
            merged.done,
            ["added E-mail", "changed what sets it off", "changed its name"]
        );
        let merged = merge(&read, &typed, &draft(&[]));
        assert_eq!(merged.done, ["removed Webhook hooks.example"]);
    }

    #[test]
    fn numbers_that_are_off_are_kept_for_when_they_are_on_again() {
        let read = RuleDraft {
            quantity: "9".to_owned(),
            ..draft(&[])
        };
        let now = RuleDraft {
            counts_events: false,
            uptime: true,
            ..draft(&[])
        };
        let merged = merge(&read, &read, &now).draft;
        assert_eq!((merged.counts_events, merged.quantity.as_str()), (false, "9"));
    }
}
