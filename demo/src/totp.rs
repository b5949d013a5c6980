//! Codes of the second step.

use totp_rs::{Algorithm, Secret, TOTP};

/// Whether a six-digit code fits the secret at a time, one step (30 s) early or late allowed.
pub fn fits(secret: &str, code: &str, unix_seconds: u64) -> bool {
    let Ok(bytes) = Secret::Encoded(secret.to_owned()).to_bytes() else {
        return false;
    };
    TOTP::new(Algorithm::SHA1, 6, 1, 30, bytes).is_ok_and(|totp| totp.check(code, unix_seconds))
}

#[cfg(test)]
mod tests {
    use super::fits;

    /// The vectors of RFC 6238, cut to six digits.
    #[test]
    fn knows_the_codes_of_the_standard() {
        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assert!(fits(secret, "287082", 59));
        assert!(fits(secret, "081804", 1_111_111_109));
        assert!(!fits(secret, "081804", 1_111_111_300));
        assert!(!fits(secret, "", 59));
    }
}
