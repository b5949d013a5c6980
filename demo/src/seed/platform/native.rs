//! Player: C++ from minidumps. Addresses, images, frames without names.

use crate::seed::template::{Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const EXE: &str = "C:\\Program Files\\Acme\\player.exe";
const NTDLL: &str = "C:\\Windows\\System32\\ntdll.dll";
const CODEC: &str = "C:\\Program Files\\Acme\\codec.dll";

const START: Spot = Spot::lib("", "", 0, "RtlUserThreadStart")
    .package(NTDLL)
    .address(0x7ffb_1a2b_5d88);
const MAIN: Spot = Spot::bare("D:\\ci\\player\\src\\main.cpp", "", 118, "main(int, char**)")
    .package(EXE)
    .address(0x7ff6_0001_1f40);
const NAMELESS: Spot = Spot::lib("", "", 0, "").package(CODEC).address(0x7ffa_f004_02b1);

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "player",
    name: "Player",
    platform: "native",
    event_platform: "native",
    setting: Setting::Desktop,
    sdk: ("sentry.native", "0.12.1"),
    runtime: ("", ""),
    package: "player@",
    modules: &[],
    transactions: &["decode", "render", "startup"],
    problems: &[
        Problem::error(&[Thrown::unhandled(
            "EXCEPTION_ACCESS_VIOLATION_READ",
            "attempted to read 0x{hex}",
            "minidump",
            &[
                START,
                MAIN,
                Spot::bare(
                    "D:\\ci\\player\\src\\decoder.cpp",
                    "",
                    402,
                    "player::Decoder::next(std::span<unsigned char const>)",
                )
                .package(EXE)
                .address(0x7ff6_0004_22c7),
                NAMELESS,
            ],
        )])
        .level(Level::Fatal),
        Problem::error(&[Thrown::unhandled(
            "SIGABRT",
            "pure virtual method {prop}() called",
            "signalhandler",
            &[
                MAIN,
                Spot::bare(
                    "D:\\ci\\player\\src\\renderer.cpp",
                    "",
                    77,
                    "player::Renderer::~Renderer()",
                )
                .package(EXE)
                .address(0x7ff6_0005_0010),
                Spot::lib("", "", 0, "abort")
                    .package("/lib/x86_64-linux-gnu/libc.so.6")
                    .address(0x7f10_0042_8859),
            ],
        )])
        .level(Level::Fatal),
        Problem::error(&[Thrown::unhandled(
            "std::bad_alloc",
            "cannot allocate a frame of {id} rows",
            "terminate",
            &[
                START,
                MAIN,
                Spot::lib("", "", 0, "operator new(unsigned long long)")
                    .package(EXE)
                    .address(0x7ff6_0009_aa01),
            ],
        )]),
        Problem::error(&[Thrown::handled(
            "CodecError",
            "unknown profile 0x{hex}",
            "generic",
            &[MAIN, NAMELESS],
        )])
        .level(Level::Warning),
    ],
    messages: &[
        (Level::Warning, "dropped {id} frames"),
        (Level::Debug, "driver {hex} loaded"),
    ],
};
