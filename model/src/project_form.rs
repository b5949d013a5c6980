//! The forms for a project, its keys and what is uploaded for it: what is wrong with what is typed, what is sent, and whether
//! the server kept it.

mod environments;
mod general;
mod key;
mod upload;

pub use environments::distinct;
pub use general::{
    GeneralTexts, LONGEST_NAME, create_refusal, name_problem, new_slug_problem, not_kept, rate_of, slug_problem,
    throttle_problem, throttle_sentence,
};
pub use key::{WINDOWS, csp_header, is_kept, key_name_problem, limit_of, limit_problem, limit_words};
pub use upload::{debug_files, files_found, size_text, source_maps};

#[cfg(test)]
mod tests;
