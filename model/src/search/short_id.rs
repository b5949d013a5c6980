//! Short ids, as in `SHOP-API-2F`: the project's slug in capitals and the number within it in base 36.

/// The number within its project, out of a short id in any case: 87 for `SHOP-API-2F`. None where there
/// is no project, or no number in base 36.
pub fn short_id_number(short_id: &str) -> Option<u64> {
    let (project, number) = short_id.rsplit_once('-')?;
    let is_number = number.bytes().all(|b| b.is_ascii_alphanumeric());
    (!project.is_empty() && is_number)
        .then(|| u64::from_str_radix(number, 36).ok())
        .flatten()
}

/// The project in capitals and the number, if the text can be meant as a short id.
///
/// In capitals it need only look like one; `shop-api-1` in small letters needs a digit in its number and a project
/// of four letters or more, so that `e-mail`, `utf-8`, `sha-256` and `iso-8859-1` stay words.
pub(super) fn short_id(text: &str) -> Option<(String, u64)> {
    let (project, digits) = text.rsplit_once('-')?;
    let is_slug = project
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        && project.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !project.ends_with('-');
    // Numbers have no zeros in front, and six digits are enough for two thousand million issues.
    let is_number = (1..=6).contains(&digits.len()) && !digits.starts_with('0');
    let letters = project.bytes().filter(u8::is_ascii_alphabetic).count();
    let is_likely = if text.bytes().any(|b| b.is_ascii_lowercase()) {
        letters >= 4 && digits.bytes().any(|b| b.is_ascii_digit())
    } else {
        letters >= 1
    };
    if !(is_slug && is_number && is_likely) {
        return None;
    }
    short_id_number(text).map(|number| (project.to_ascii_uppercase(), number))
}

#[cfg(test)]
mod tests {
    use super::{short_id, short_id_number};
    use crate::testing::texts;

    fn short(project: &str, number: u64) -> Option<(String, u64)> {
        Some((project.to_owned(), number))
    }

    #[test]
    fn short_ids_are_told_from_words() {
        for (text, want) in [
            ("SHOP-API-1", short("SHOP-API", 1)),
            ("SHOP-API-2F", short("SHOP-API", 87)),
            ("SHOP-A", short("SHOP", 10)),
            ("API-1", short("API", 1)),
            ("A_B2-ZZ", short("A_B2", 1295)),
            ("UTF-8", short("UTF", 8)),
            ("shop-api-1", short("SHOP-API", 1)),
            ("Shop-API-2f", short("SHOP-API", 87)),
            ("shop-12", short("SHOP", 38)),
            ("shop-2-1", short("SHOP-2", 1)),
            ("mobile_app-z9", short("MOBILE_APP", 1269)),
        ] {
            assert_eq!(short_id(text), want, "{text}");
        }
        for word in [
            "",
            "-",
            "-1",
            "SHOP-",
            "SHOP--1",
            "-SHOP-1",
            "SHOP-01",
            "SHOP-0",
            "SHOP-1!",
            "SHOP-É",
            "SHOP-+1",
            "SHOP-API-1 fails",
            "SHOP-1234567",
            "APP-SETTINGS",
            "2026-11-12",
            "555-1234",
            "e-mail",
            "utf-8",
            "Utf-8",
            "sha-256",
            "iso-8859-1",
            "x86-64",
            "api-1",
            "log-4j",
            "sign-up",
            "shop-api",
            "read-only",
            "time-out",
            "web-01",
            "payment",
            "a:b-1",
            "release:shop-1",
            "shop@1.0-2",
            "is:unresolved",
        ] {
            assert_eq!(short_id(word), None, "{word}");
        }
    }

    #[test]
    fn numbers_of_short_ids_are_in_base_36() {
        for (text, want) in [
            ("SHOP-API-1", Some(1)),
            ("SHOP-API-10", Some(36)),
            ("shop-zz", Some(1295)),
            ("SHOP-3W5E11264SGSF", Some(u64::MAX)),
            ("SHOP-3W5E11264SGSG", None),
            ("SHOP-", None),
            ("-1", None),
            ("SHOP-+1", None),
            ("SHOP", None),
            ("", None),
        ] {
            assert_eq!(short_id_number(text), want, "{text}");
        }
    }

    #[test]
    fn no_text_does_harm() {
        for text in texts(8000) {
            if let Some((project, number)) = short_id(&text) {
                assert!(!project.is_empty() && number > 0, "{text:?}");
            }
        }
    }
}
