//! Ingest: Rust. Panics with addresses and generic names.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const PIPELINE: Code = Code {
    file: "src/pipeline.rs",
    path: "/build/ingest/src/pipeline.rs",
    module: "",
    first_line: 201,
    text: r#"    pub fn step(&mut self) -> Result<usize, StepError> {
        let batch: Vec<_> = self.source.take(self.batch_size).collect();
        if batch.is_empty() {
            return Ok(0);
        }
        let mut done = 0;
        for record in batch {
            let shard = self.shards[record.key as usize % self.width];
            self.sinks.get_mut(&shard).unwrap().push(record);
            done += 1;
        }
        let head = self.queue.pop_front().unwrap();
        self.commit(head, done)?;
        Ok(done)
    }
"#,
};

const START: Spot = Spot::lib(
    "/rustc/library/std/src/rt.rs",
    "",
    195,
    "std::rt::lang_start::{{closure}}",
)
.address(0x55d1_c0ff_ee00);
const MAIN: Spot = Spot::bare("src/main.rs", "", 44, "ingest::main").address(0x55d1_c0ff_ee40);
const PANIC: Spot = Spot::lib(
    "/rustc/library/core/src/panicking.rs",
    "",
    75,
    "core::panicking::panic_fmt",
)
.address(0x55d1_c0ff_f300);
const STEP: &str = "ingest::pipeline::Pipeline<S,K>::step";

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "ingest",
    name: "Ingest",
    platform: "rust",
    event_platform: "native",
    setting: Setting::Worker,
    sdk: ("sentry.rust", "0.45.0"),
    runtime: ("rustc", "1.95.0"),
    package: "ingest@#",
    modules: &[],
    transactions: &["pipeline::step", "pipeline::commit", "source::poll"],
    problems: &[
        Problem::error(&[Thrown::unhandled(
            "panic",
            "index out of bounds: the len is 4 but the index is {id}",
            "panic",
            &[
                START,
                MAIN,
                Spot::app(&PIPELINE, 208, STEP).address(0x55d1_c0ff_ef00),
                PANIC,
            ],
        )])
        .level(Level::Fatal),
        Problem::error(&[Thrown::unhandled(
            "panic",
            "called `Option::unwrap()` on a `None` value: shard {id}",
            "panic",
            &[
                START,
                MAIN,
                Spot::app(&PIPELINE, 212, STEP).address(0x55d1_c0ff_ef40),
                Spot::lib(
                    "/rustc/library/core/src/option.rs",
                    "",
                    935,
                    "core::option::Option<T>::unwrap",
                )
                .address(0x55d1_c0ff_f000),
                PANIC,
            ],
        )])
        .level(Level::Fatal),
        Problem::error(&[
            Thrown::handled("Os", "Connection refused (os error 111): {host}:6379", "generic", &[]),
            Thrown::handled(
                "StepError",
                "cannot commit batch {hex}",
                "anyhow",
                &[START, MAIN, Spot::app(&PIPELINE, 213, STEP).address(0x55d1_c0ff_ef80)],
            ),
        ]),
        Problem::error(&[Thrown::handled(
            "serde_json::Error",
            "missing field `{field}` at line 1 column {id}",
            "tracing",
            &[],
        )])
        .level(Level::Warning),
    ],
    messages: &[
        (Level::Warning, "source lags {ms} ms behind"),
        (Level::Debug, "rebalanced to {id} shards"),
    ],
};
