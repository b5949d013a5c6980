//! Made-up accounts that fill a large organization. Nobody signs in with them.

use super::names;
use crate::users::DemoUser;
use std::sync::LazyLock;

/// How many there are.
pub const COUNT: usize = 158;

const FIRST: i64 = 1001;

/// The accounts, by number. They are made once and live as long as the program, like those that are written down.
pub static PEOPLE: LazyLock<Vec<DemoUser>> = LazyLock::new(|| {
    let person = |(id, index): (i64, usize)| {
        let name = names::person(index);
        DemoUser {
            id,
            email: names::address(&name).leak(),
            password: "",
            name: name.leak(),
            purpose: "one of many",
            totp_secret: None,
            is_superuser: false,
        }
    };
    (FIRST..).zip(0..COUNT).map(person).collect()
});

/// The account with this number.
pub fn by_id(id: i64) -> Option<&'static DemoUser> {
    PEOPLE.get(usize::try_from(id - FIRST).ok()?)
}

#[cfg(test)]
mod tests {
    use super::{COUNT, PEOPLE, by_id};
    use std::collections::BTreeSet;

    #[test]
    fn everybody_has_an_address_of_their_own() {
        let addresses: BTreeSet<_> = PEOPLE.iter().map(|person| person.email).collect();
        assert_eq!(addresses.len(), COUNT);
        assert!(PEOPLE.iter().all(|person| by_id(person.id) == Some(person)));
        assert_eq!(by_id(1), None);
    }
}
