//! The shapes that the platform files fill in: what goes wrong in a project, and where in its code.

use glint_model::wire::issue::Level;

/// What runs there, which decides what an event carries besides its exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A server that answers HTTP requests.
    Server,
    /// A worker without requests.
    Worker,
    /// A page in a browser.
    Browser,
    /// An app on a phone.
    Phone,
    /// A program on a desktop.
    Desktop,
}

/// A project and all that can happen in it.
#[derive(Debug)]
pub struct Platform {
    /// The project's slug.
    pub slug: &'static str,
    /// The project's name.
    pub name: &'static str,
    /// The platform the project was created for.
    pub platform: &'static str,
    /// The platform that its events name.
    pub event_platform: &'static str,
    /// What runs there.
    pub setting: Setting,
    /// The SDK: name and version.
    pub sdk: (&'static str, &'static str),
    /// The runtime: name and version.
    pub runtime: (&'static str, &'static str),
    /// What stands before the version in a release's name.
    pub package: &'static str,
    /// Loaded modules and their versions.
    pub modules: &'static [(&'static str, &'static str)],
    /// Transactions for problems that name none.
    pub transactions: &'static [&'static str],
    /// Exceptions.
    pub problems: &'static [Problem],
    /// Messages: level and text.
    pub messages: &'static [(Level, &'static str)],
}

/// One thing that goes wrong. Words in braces such as `{sku}` are filled in for each issue.
#[derive(Debug)]
pub struct Problem {
    /// How bad it is.
    pub level: Level,
    /// Where it happens; empty means one of the platform's transactions.
    pub transaction: &'static str,
    /// The first cause first, what was thrown last.
    pub chain: &'static [Thrown],
}

/// One exception of a chain.
#[derive(Debug)]
pub struct Thrown {
    /// Its type; empty means none was sent.
    pub kind: &'static str,
    /// Its message.
    pub value: &'static str,
    /// The module of the type; empty means none.
    pub module: &'static str,
    /// What caught it.
    pub mechanism: Caught,
    /// The calls, the oldest first.
    pub frames: &'static [Spot],
}

/// How an exception was caught.
#[derive(Clone, Copy, Debug)]
pub enum Caught {
    /// No mechanism was sent.
    Nothing,
    /// By the application, which reported it.
    Handled(&'static str),
    /// By the last line of defence.
    Unhandled(&'static str),
    /// A member of a group: its number, its parent's, and whether it is itself a group.
    Grouped(i64, Option<i64>, bool),
}

/// A file of the made-up application, as far as frames show it.
#[derive(Debug)]
pub struct Code {
    /// The short name of the file.
    pub file: &'static str,
    /// Its whole path or URL.
    pub path: &'static str,
    /// Its module; empty means none.
    pub module: &'static str,
    /// The number of the first line of `text`.
    pub first_line: i64,
    /// The source, as much of it as is needed.
    pub text: &'static str,
}

/// One call of a stack trace.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// The file with its source, for the application's own frames that have it.
    pub code: Option<&'static Code>,
    /// The file, where there is no source.
    pub file: &'static str,
    /// The module, where there is no source.
    pub module: &'static str,
    /// The function.
    pub function: &'static str,
    /// The line; 0 means not known.
    pub line: i64,
    /// The column; 0 means not known.
    pub column: i64,
    /// Whether it is the application's own code.
    pub in_app: bool,
    /// The library or image; empty means none.
    pub package: &'static str,
    /// The address of the instruction; 0 means none.
    pub address: u64,
    /// Locals: name and JSON text.
    pub vars: &'static [(&'static str, &'static str)],
}

impl Spot {
    /// A call in the application's own code, with its source.
    pub const fn app(code: &'static Code, line: i64, function: &'static str) -> Self {
        Self {
            code: Some(code),
            in_app: true,
            ..Self::lib(code.file, code.module, line, function)
        }
    }

    /// A call in somebody else's code, without source.
    pub const fn lib(file: &'static str, module: &'static str, line: i64, function: &'static str) -> Self {
        Self {
            code: None,
            file,
            module,
            function,
            line,
            column: 0,
            in_app: false,
            package: "",
            address: 0,
            vars: &[],
        }
    }

    /// A call in the application's own code, without source.
    pub const fn bare(file: &'static str, module: &'static str, line: i64, function: &'static str) -> Self {
        Self {
            in_app: true,
            ..Self::lib(file, module, line, function)
        }
    }

    /// The same call with its column.
    pub const fn column(self, column: i64) -> Self {
        Self { column, ..self }
    }

    /// The same call with its locals.
    pub const fn vars(self, vars: &'static [(&'static str, &'static str)]) -> Self {
        Self { vars, ..self }
    }

    /// The same call in a library or image.
    pub const fn package(self, package: &'static str) -> Self {
        Self { package, ..self }
    }

    /// The same call at an address.
    pub const fn address(self, address: u64) -> Self {
        Self { address, ..self }
    }
}

impl Thrown {
    /// An exception that nobody caught.
    pub const fn unhandled(kind: &'static str, value: &'static str, by: &'static str, frames: &'static [Spot]) -> Self {
        Self {
            kind,
            value,
            module: "",
            mechanism: Caught::Unhandled(by),
            frames,
        }
    }

    /// An exception that the application caught and reported.
    pub const fn handled(kind: &'static str, value: &'static str, by: &'static str, frames: &'static [Spot]) -> Self {
        Self {
            mechanism: Caught::Handled(by),
            ..Self::unhandled(kind, value, by, frames)
        }
    }

    /// The same exception with the module of its type.
    pub const fn module(self, module: &'static str) -> Self {
        Self { module, ..self }
    }

    /// The same exception as a member of a group.
    pub const fn grouped(self, id: i64, parent: Option<i64>, is_group: bool) -> Self {
        Self {
            mechanism: Caught::Grouped(id, parent, is_group),
            ..self
        }
    }
}

impl Problem {
    /// An error somewhere in the platform's transactions.
    pub const fn error(chain: &'static [Thrown]) -> Self {
        Self {
            level: Level::Error,
            transaction: "",
            chain,
        }
    }

    /// The same problem at another level.
    pub const fn level(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// The same problem in a transaction of its own.
    pub const fn at(self, transaction: &'static str) -> Self {
        Self { transaction, ..self }
    }
}
