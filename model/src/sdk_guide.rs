//! How an application sends its first event: our own short instructions for each platform of GlitchTip, with the real
//! DSN filled in. The SDKs are the public ones of Sentry, whose protocol GlitchTip speaks.

mod browser;
mod dotnet;
mod engine;
mod general;
mod jvm;
mod mobile;
mod node;
mod php;
mod platform;
mod python;
mod python_web;
mod system;
mod web_framework;

use crate::dsn::Dsn;

/// Where the DSN goes in a piece of code.
const DSN_HERE: &str = "{dsn}";

/// Instructions for one platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// What the platform is called: `Django`.
    pub platform_name: &'static str,
    /// What to know before one begins; there is one only when no guide is special to the platform.
    pub notice: Option<&'static str>,
    /// What to do, in this order.
    pub steps: Vec<Step>,
    /// What else is worth knowing.
    pub notes: Vec<&'static str>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// A few words.
    pub title: &'static str,
    /// A sentence or two.
    pub text: &'static str,
    /// What to copy.
    pub code: Option<Code>,
}

/// A piece of code, ready to be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its language or its file, for people: `Python`, `next.config.js`.
    pub language: &'static str,
    /// The code.
    pub text: String,
}

/// The instructions for a platform as a project names it (`python-django`). A platform without a guide of its own gets
/// that of its family (`python-something`: Python), and every other a general one.
pub fn guide(platform: Option<&str>, dsn: &Dsn) -> Guide {
    let (recipe, notice) = match platform.map(str::trim).filter(|platform| !platform.is_empty()) {
        None => (&general::ANY, Some(general::NO_PLATFORM)),
        Some(platform) => match platform::find(platform) {
            Some(recipe) => (recipe, None),
            None => (&general::ANY, Some(general::NO_GUIDE)),
        },
    };
    Guide {
        platform_name: recipe.name,
        notice,
        steps: recipe.steps.iter().map(|part| part.with(dsn)).collect(),
        notes: recipe.notes.iter().chain(general::NOTES).copied().collect(),
    }
}

/// A guide before the DSN is filled in.
struct Recipe {
    name: &'static str,
    steps: &'static [Part],
    notes: &'static [&'static str],
}

/// A step before the DSN is filled in.
struct Part {
    title: &'static str,
    text: &'static str,
    code: Option<(&'static str, &'static str)>,
}

impl Part {
    const fn new(title: &'static str, text: &'static str, language: &'static str, code: &'static str) -> Self {
        Self {
            title,
            text,
            code: Some((language, code)),
        }
    }

    const fn words(title: &'static str, text: &'static str) -> Self {
        Self {
            title,
            text,
            code: None,
        }
    }

    fn with(&self, dsn: &Dsn) -> Step {
        Step {
            title: self.title,
            text: self.text,
            code: self.code.map(|(language, template)| Code {
                language,
                text: template.replace(DSN_HERE, dsn.as_str()),
            }),
        }
    }
}

#[cfg(test)]
mod tests;
