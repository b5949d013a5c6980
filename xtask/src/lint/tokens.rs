//! Rust source as tokens: comments and doc comments are out of the way, strings are one piece.

use anyhow::{Result, anyhow};
use proc_macro2::{TokenStream, TokenTree};

/// Takes a file apart.
///
/// Fails on what is not Rust.
pub fn read(text: &str) -> Result<Vec<TokenTree>> {
    let stream: TokenStream = text.parse().map_err(|error| anyhow!("not readable as Rust: {error}"))?;
    Ok(stream.into_iter().collect())
}

/// The tokens inside a group; none for any other token.
pub fn inside(token: &TokenTree) -> Vec<TokenTree> {
    match token {
        TokenTree::Group(group) => group.stream().into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The line of a token, counted from 1.
pub fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

/// The name, if the token is one.
pub fn name(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    }
}

/// Whether the token is this punctuation mark.
pub fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

/// Whether the token is a string literal.
pub fn is_text(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Literal(literal) if literal.to_string().contains('"'))
}

/// Calls `look` with every run of tokens: the file's own, and those inside each group.
pub fn each_run(tokens: &[TokenTree], look: &mut impl FnMut(&[TokenTree])) {
    look(tokens);
    for token in tokens {
        if matches!(token, TokenTree::Group(_)) {
            each_run(&inside(token), look);
        }
    }
}
