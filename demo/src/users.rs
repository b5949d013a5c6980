//! Who can sign in. The passwords are public on purpose: nothing here is anybody's.

use crate::seed::crowd::people;

/// Somebody who can sign in to the demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoUser {
    /// The account's number.
    pub id: i64,
    /// The address to sign in with.
    pub email: &'static str,
    /// The password.
    pub password: &'static str,
    /// The name others see.
    pub name: &'static str,
    /// What this user is for.
    pub purpose: &'static str,
    /// The base32 secret of the second step, if the account has one.
    pub totp_secret: Option<&'static str>,
    /// Whether the account may do everything.
    pub is_superuser: bool,
}

/// The secret of the user with a second step: 30 seconds, six digits, SHA-1.
pub const TOTP_SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// The recovery codes of the user with a second step; each works once in a world.
pub const RECOVERY_CODES: [&str; 5] = ["11112222", "33334444", "55556666", "77778888", "99990000"];

const PASSWORD: &str = "demo";

/// Everybody who can sign in, the one to try first at the top.
pub const DEMO_USERS: &[DemoUser] = &[
    user(
        1,
        "admin@example.com",
        "Ada Admin",
        "owner of Acme, Empty Org and Wall of monitors, admin of Globex",
    ),
    user(
        2,
        "olivia.owner@example.com",
        "Olivia Owner",
        "owner of Acme and Globex",
    ),
    user(
        3,
        "max.manager@example.com",
        "Max Manager",
        "manager of Acme and Big Team",
    ),
    user(4, "anna.admin@example.com", "Anna Admin", "admin of Acme"),
    user(
        5,
        "mia.member@example.com",
        "Mia Member",
        "member of Acme, in two of its four teams",
    ),
    DemoUser {
        totp_secret: Some(TOTP_SECRET),
        ..user(
            6,
            "tom.totp@example.com",
            "Tom Totp",
            "member of Acme with a second step",
        )
    },
    user(7, "nora.new@example.com", "Nora New", "in no organization"),
    user(8, "gus.globex@example.com", "Gus Globex", "member of Globex only"),
    user(
        9,
        "sam.switch@example.com",
        "Sam Switch",
        "in 200 organizations, owner of Big Team with its 180 members",
    ),
];

const fn user(id: i64, email: &'static str, name: &'static str, purpose: &'static str) -> DemoUser {
    DemoUser {
        id,
        email,
        password: PASSWORD,
        name,
        purpose,
        totp_secret: None,
        is_superuser: id == 1,
    }
}

/// The user with this address, in any case.
pub(crate) fn by_email(email: &str) -> Option<&'static DemoUser> {
    DEMO_USERS
        .iter()
        .find(|user| user.email.eq_ignore_ascii_case(email.trim()))
}

/// The user with this number, one of the made-up crowd too.
pub(crate) fn by_id(id: i64) -> Option<&'static DemoUser> {
    let found = DEMO_USERS.iter().find(|user| user.id == id);
    found.or_else(|| people::by_id(id))
}
