//! Search: Go.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const INDEX: Code = Code {
    file: "index.go",
    path: "/src/internal/index/index.go",
    module: "github.com/acme/search/internal/index",
    first_line: 128,
    text: "func (x *Index) Query(ctx context.Context, words []string) ([]Hit, error) {\n\tx.mu.RLock()\n\tdefer x.mu.RUnlock()\n\tpostings := x.postings[words[0]]\n\tfor _, word := range words[1:] {\n\t\tpostings = intersect(postings, x.postings[word])\n\t}\n\tx.seen[words[0]]++\n\thits, err := x.store.Load(ctx, postings)\n\tif err != nil {\n\t\treturn nil, fmt.Errorf(\"query index: %w\", err)\n\t}\n\treturn hits, nil\n}\n",
};

const SERVE: Spot = Spot::lib("server.go", "net/http", 2092, "(*conn).serve");
const MUX: Spot = Spot::lib("server.go", "net/http", 2747, "(*ServeMux).ServeHTTP");
const HANDLER: Spot = Spot::bare(
    "handler.go",
    "github.com/acme/search/internal/web",
    58,
    "(*Handler).Search",
);
const QUERY: &str = "(*Index).Query";

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "search",
    name: "Search",
    platform: "go",
    event_platform: "go",
    setting: Setting::Server,
    sdk: ("sentry.go", "0.40.0"),
    runtime: ("go", "1.25.4"),
    package: "search@",
    modules: &[("github.com/acme/search", "(devel)"), ("golang.org/x/text", "v0.31.0")],
    transactions: &["GET /search", "GET /suggest", "POST /reindex"],
    problems: &[
        Problem::error(&[Thrown::unhandled(
            "runtime.boundsError",
            "runtime error: index out of range [{id}] with length 4",
            "panic",
            &[SERVE, MUX, HANDLER, Spot::app(&INDEX, 131, QUERY)],
        )])
        .level(Level::Fatal),
        Problem::error(&[Thrown::unhandled(
            "runtime.plainError",
            "assignment to entry in nil map: {word}",
            "panic",
            &[SERVE, MUX, HANDLER, Spot::app(&INDEX, 135, QUERY)],
        )])
        .level(Level::Fatal),
        Problem::error(&[
            Thrown::handled(
                "*net.OpError",
                "dial tcp {host}:9200: connect: connection refused",
                "generic",
                &[],
            ),
            Thrown::handled(
                "*fmt.wrapError",
                "query index: dial tcp {host}:9200: connect: connection refused",
                "generic",
                &[SERVE, MUX, HANDLER, Spot::app(&INDEX, 138, QUERY)],
            ),
        ]),
        Problem::error(&[Thrown::handled(
            "*errors.errorString",
            "context deadline exceeded after {ms}ms",
            "generic",
            &[SERVE, MUX, HANDLER, Spot::app(&INDEX, 136, QUERY)],
        )])
        .level(Level::Warning),
    ],
    messages: &[
        (Level::Info, "reindexed {id} documents in {ms} ms"),
        (Level::Warning, "synonym {word} is ambiguous"),
    ],
};
