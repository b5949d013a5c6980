//! Tags of the events that were loaded in this tab, so that a search can offer their keys and values. Only in memory, and
//! only for one organization at a time.

use crate::sign_out::forget_with;
use glint_model::id::OrganizationSlug;
use glint_model::wire::event::EventTag;
use std::cell::RefCell;

/// How many keys are kept.
const MOST_KEYS: usize = 200;

/// How many values of a key are kept.
const MOST_VALUES: usize = 50;

/// What is longer is no help in a search; in characters.
const LONGEST: usize = 200;

/// Tags that SDKs and the server set by themselves, so they can be asked for before any event was looked at.
const WELL_KNOWN: &[&str] = &[
    "browser",
    "os.name",
    "user.email",
    "user.id",
    "transaction",
    "url",
    "server_name",
    "device",
    "browser.name",
    "user.username",
];

/// Keys with their values; both with the latest first.
type Tags = Vec<(String, Vec<String>)>;

thread_local! {
    static SEEN: RefCell<Option<(OrganizationSlug, Tags)>> = const { RefCell::new(None) };
}

/// Notes the tags of an event. Those of another organization are forgotten.
pub fn note(organization: &OrganizationSlug, tags: &[EventTag]) {
    forget_with(forget);
    SEEN.with_borrow_mut(|seen| {
        if seen.as_ref().is_none_or(|(of, _)| of != organization) {
            *seen = Some((organization.clone(), Vec::new()));
        }
        if let Some((_, known)) = seen {
            for tag in tags {
                take_in(known, tag);
            }
        }
    });
}

/// The keys that can be asked for, each with the values that were seen: the latest first, then those that are well known.
pub fn known(organization: &OrganizationSlug) -> Vec<(String, Vec<String>)> {
    let mut tags = SEEN.with_borrow(|seen| {
        seen.as_ref()
            .filter(|(of, _)| of == organization)
            .map(|(_, tags)| tags.clone())
            .unwrap_or_default()
    });
    for key in WELL_KNOWN {
        if !tags.iter().any(|(known, _)| known == key) {
            tags.push(((*key).to_owned(), Vec::new()));
        }
    }
    tags
}

/// Forgets everything.
fn forget() {
    SEEN.set(None);
}

fn take_in(tags: &mut Tags, tag: &EventTag) {
    let is_fit = |text: &str| !text.is_empty() && text.chars().take(LONGEST + 1).count() <= LONGEST;
    let Some(value) = tag.value.as_deref().filter(|value| is_fit(value)) else {
        return;
    };
    if !is_fit(&tag.key) {
        return;
    }
    let mut values = match tags.iter().position(|(key, _)| *key == tag.key) {
        Some(at) => tags.remove(at).1,
        None => Vec::new(),
    };
    values.retain(|known| known != value);
    values.insert(0, value.to_owned());
    values.truncate(MOST_VALUES);
    tags.insert(0, (tag.key.clone(), values));
    tags.truncate(MOST_KEYS);
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, MOST_KEYS, MOST_VALUES, WELL_KNOWN, forget, known, note};
    use glint_model::id::OrganizationSlug;
    use glint_model::wire::event::EventTag;

    fn tag(key: &str, value: Option<&str>) -> EventTag {
        EventTag {
            key: key.to_owned(),
            value: value.map(str::to_owned),
        }
    }

    fn values(organization: &OrganizationSlug, key: &str) -> Vec<String> {
        known(organization)
            .into_iter()
            .find(|(known, _)| known == key)
            .map(|(_, values)| values)
            .unwrap_or_default()
    }

    #[test]
    fn the_latest_comes_first_and_each_value_once() {
        let acme = OrganizationSlug::from("acme");
        note(&acme, &[tag("plan", Some("free")), tag("os", Some("Linux"))]);
        note(&acme, &[tag("plan", Some("paid")), tag("plan", Some("free"))]);
        assert_eq!(values(&acme, "plan"), ["free", "paid"]);
        assert_eq!(known(&acme)[0].0, "plan");
        assert_eq!(known(&acme).len(), 2 + WELL_KNOWN.len());
    }

    #[test]
    fn nothing_of_one_organization_is_offered_in_another() {
        let (acme, other) = (OrganizationSlug::from("acme"), OrganizationSlug::from("other"));
        note(&acme, &[tag("plan", Some("free"))]);
        assert_eq!(values(&other, "plan"), [""; 0]);
        note(&other, &[tag("plan", Some("paid"))]);
        assert_eq!(values(&acme, "plan"), [""; 0]);
        forget();
        assert_eq!(known(&other).len(), WELL_KNOWN.len());
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let acme = OrganizationSlug::from("acme");
        let long = "é".repeat(LONGEST);
        let too_long = format!("{long}é");
        note(
            &acme,
            &[
                tag("a", Some(&long)),
                tag("a", Some(&too_long)),
                tag("a", Some("")),
                tag("a", None),
                tag(&too_long, Some("x")),
                tag("", Some("x")),
            ],
        );
        assert_eq!(values(&acme, "a"), [long]);
        assert_eq!(known(&acme).len(), 1 + WELL_KNOWN.len());
        for number in 0..MOST_KEYS * 2 {
            note(&acme, &[tag(&format!("k{number}"), Some("x"))]);
            note(&acme, &[tag("busy", Some(&number.to_string()))]);
        }
        assert_eq!(known(&acme).len(), MOST_KEYS + WELL_KNOWN.len());
        let busy = values(&acme, "busy");
        assert_eq!((busy.len(), busy[0].as_str()), (MOST_VALUES, "399"));
    }
}
