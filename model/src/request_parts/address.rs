//! Addresses without the secrets in them.

use super::secret::{MASK, is_placeholder, is_secret_name};
use crate::encode::decode_query_component;

/// The address with its password and the values of parameters that look secret masked; everything else stays as it is.
pub fn masked_address(address: &str) -> String {
    let (before, fragment) = match address.split_once('#') {
        Some((before, fragment)) => (before, Some(fragment)),
        None => (address, None),
    };
    let (path, query) = match before.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (before, None),
    };
    let mut out = without_password(path);
    for (sign, part) in [('?', query), ('#', fragment)] {
        if let Some(part) = part {
            out.push(sign);
            out.push_str(&masked_parameters(part));
        }
    }
    out
}

/// `a=1&token=x` with the secrets masked. A text that is no list of parameters stays as it is.
pub fn masked_parameters(text: &str) -> String {
    let parameters: Vec<String> = text
        .split('&')
        .map(|parameter| match parameter.split_once('=') {
            Some((name, value)) if is_secret(name, value) => format!("{name}={MASK}"),
            _ => parameter.to_owned(),
        })
        .collect();
    parameters.join("&")
}

fn is_secret(name: &str, value: &str) -> bool {
    is_secret_name(&decode_query_component(name)) && !is_placeholder(&decode_query_component(value))
}

fn without_password(path: &str) -> String {
    let Some((scheme, rest)) = path.split_once("://") else {
        return path.to_owned();
    };
    let authority = rest.split('/').next().unwrap_or_default();
    match authority.rsplit_once('@') {
        Some((user, host)) => {
            let user = match user.split_once(':') {
                Some((user, _)) => format!("{user}:{MASK}"),
                // A user name alone is often a token.
                None => MASK.to_owned(),
            };
            format!("{scheme}://{user}@{host}{}", &rest[authority.len()..])
        }
        None => path.to_owned(),
    }
}
