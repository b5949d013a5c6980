//! What the languages of the platforms have in common, and what not, as far as colours need it.

/// A language, as far as colours need it.
pub struct Language {
    /// What begins a comment up to the end of the line.
    pub line_comments: &'static [&'static str],
    /// What begins and ends a comment over several lines.
    pub block_comment: Option<(&'static str, &'static str)>,
    /// What begins and ends a text over several lines.
    pub long_texts: &'static [&'static str],
    /// What begins and ends a text within one line.
    pub quotes: &'static str,
    /// Reserved words, with a space between them.
    pub keywords: &'static str,
}

impl Language {
    /// Whether the word is reserved.
    pub fn reserves(&self, word: &str) -> bool {
        self.keywords.split(' ').any(|keyword| keyword == word)
    }
}

const C_COMMENTS: Option<(&str, &str)> = Some(("/*", "*/"));

const PYTHON: Language = Language {
    line_comments: &["#"],
    block_comment: None,
    long_texts: &["\"\"\"", "'''"],
    quotes: "\"'",
    keywords: "False None True and as assert async await break case class continue def del elif else except finally for \
               from global if import in is lambda match nonlocal not or pass raise return self try while with yield",
};

const JAVASCRIPT: Language = Language {
    line_comments: &["//"],
    block_comment: C_COMMENTS,
    long_texts: &["`"],
    quotes: "\"'",
    keywords: "abstract as async await break case catch class const continue debugger declare default delete do else \
               enum export extends false finally for from function get if implements import in instanceof interface \
               keyof let new null of private protected public readonly return set static super switch this throw true \
               try type typeof undefined var void while with yield",
};

const JAVA: Language = Language {
    line_comments: &["//"],
    block_comment: C_COMMENTS,
    long_texts: &["\"\"\""],
    quotes: "\"'",
    keywords: "abstract assert boolean break by byte case catch char class companion const continue data default do \
               double else enum extends false final finally float for fun if implements import in init inner \
               instanceof int interface internal is it lateinit long new null object open operator override package \
               private protected public record return sealed short static super suspend switch synchronized this \
               throw throws transient true try val var void volatile when while yield",
};

const CSHARP: Language = Language {
    line_comments: &["//"],
    block_comment: C_COMMENTS,
    long_texts: &["\"\"\""],
    quotes: "\"'",
    keywords: "abstract as async await base bool break byte case catch char class const continue decimal default \
               delegate do double else enum event explicit extern false finally fixed float for foreach get if \
               implicit in init int interface internal is lock long namespace new null object operator out override \
               params private protected public readonly record ref return sealed set short sizeof static string \
               struct switch this throw true try typeof uint ulong unsafe using var virtual void volatile when where \
               while with yield",
};

const GO: Language = Language {
    line_comments: &["//"],
    block_comment: C_COMMENTS,
    long_texts: &["`"],
    quotes: "\"'",
    keywords: "any bool break byte case chan const continue default defer else error fallthrough false float64 for \
               func go goto if import int int64 interface map nil package range return rune select string struct \
               switch true type uint var",
};

const RUBY: Language = Language {
    line_comments: &["#"],
    block_comment: Some(("=begin", "=end")),
    long_texts: &["`"],
    quotes: "\"'",
    keywords: "BEGIN END alias and begin break case class def defined? do else elsif end ensure extend false for if in \
               include lambda loop module next nil not or private proc protected public raise redo require rescue \
               retry return self super then true undef unless until when while yield",
};

const PHP: Language = Language {
    line_comments: &["//", "#"],
    block_comment: C_COMMENTS,
    long_texts: &["`"],
    quotes: "\"'",
    keywords: "abstract and array as bool break callable case catch class clone const continue declare default do echo \
               else elseif enum extends false final finally float fn for foreach function global if implements \
               include instanceof int interface isset list match mixed namespace new null or print private protected \
               public readonly require require_once return self static string switch this throw trait true try unset \
               use var void while xor yield",
};

const RUST: Language = Language {
    line_comments: &["//"],
    block_comment: C_COMMENTS,
    long_texts: &[],
    quotes: "\"",
    keywords: "Err None Ok Self Some as async await bool break char const continue crate dyn else enum extern f32 f64 \
               false fn for i32 i64 if impl in let loop match mod move mut pub ref return self static str struct super \
               trait true type u32 u64 u8 union unsafe use usize where while",
};

const SWIFT: Language = Language {
    line_comments: &["//"],
    block_comment: C_COMMENTS,
    long_texts: &["\"\"\""],
    quotes: "\"'",
    keywords: "@end @implementation @interface @objc @property @try Any BOOL NO Self YES actor any as associatedtype \
               async await break case catch class continue default defer deinit do else enum extension false \
               fileprivate final for func guard id if import in init inout internal is lazy let mutating nil open \
               override private protocol public repeat rethrows return self static struct subscript super switch \
               throw throws true try typealias var void weak where while",
};

const C: Language = Language {
    line_comments: &["//"],
    block_comment: C_COMMENTS,
    long_texts: &[],
    quotes: "\"'",
    keywords: "#define #include auto bool break case catch char class const constexpr continue default delete do double \
               else enum explicit extern false final float for friend goto if inline int long namespace new noexcept \
               nullptr operator override private protected public register return short signed sizeof static struct \
               switch template this throw true try typedef typename union unsigned using virtual void volatile while",
};

/// What is reserved in several languages and little used as a name in the others.
const ANY: Language = Language {
    line_comments: &["//"],
    block_comment: C_COMMENTS,
    long_texts: &[],
    quotes: "\"'`",
    keywords: "and async await break case catch class const continue def do else end enum false final finally fn for \
               func function if import in let match module new nil not null or return self static struct super switch \
               this throw true try use var void when while with yield",
};

/// The language of a file; where its name does not tell, the one of the platform.
pub fn language(platform: Option<&str>, file: Option<&str>) -> &'static Language {
    let name = file.map(|file| file.split(['?', '#']).next().unwrap_or_default());
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    match ending.unwrap_or_default() {
        "py" | "pyx" | "pyi" => &PYTHON,
        "js" | "mjs" | "cjs" | "jsx" | "ts" | "mts" | "tsx" | "vue" | "svelte" => &JAVASCRIPT,
        "java" | "kt" | "kts" | "scala" | "groovy" => &JAVA,
        "cs" | "cshtml" | "razor" | "fs" => &CSHARP,
        "go" => &GO,
        "rb" | "erb" | "rake" => &RUBY,
        "php" | "phtml" => &PHP,
        "rs" => &RUST,
        "swift" | "m" | "mm" => &SWIFT,
        "c" | "cc" | "cpp" | "cxx" | "h" | "hpp" => &C,
        _ => of_platform(platform.unwrap_or_default()),
    }
}

fn of_platform(platform: &str) -> &'static Language {
    match platform.split('-').next().unwrap_or_default() {
        "python" => &PYTHON,
        "javascript" | "node" => &JAVASCRIPT,
        "java" | "kotlin" | "android" | "scala" => &JAVA,
        "csharp" | "dotnet" => &CSHARP,
        "go" => &GO,
        "ruby" | "perl" | "elixir" | "crystal" => &RUBY,
        "php" => &PHP,
        "rust" => &RUST,
        "cocoa" | "swift" | "objc" | "apple" => &SWIFT,
        "native" | "c" => &C,
        _ => &ANY,
    }
}
