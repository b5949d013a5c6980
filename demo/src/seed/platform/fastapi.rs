//! Reactor, of Globex: FastAPI. Only a little goes wrong there.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const CORE: Code = Code {
    file: "reactor/core.py",
    path: "/app/reactor/core.py",
    module: "reactor.core",
    first_line: 30,
    text: r#"async def tick(rods: list[Rod]) -> Reading:
    readings = await asyncio.gather(*(rod.read() for rod in rods))
    hottest = max(readings, key=lambda reading: reading.kelvin)
    if hottest.kelvin > LIMIT:
        raise MeltdownError(f"core temperature {hottest.kelvin} K")
    return hottest
"#,
};

const ROUTING: Spot = Spot::lib("fastapi/routing.py", "fastapi.routing", 302, "app");

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "reactor",
    name: "Reactor",
    platform: "python-fastapi",
    event_platform: "python",
    setting: Setting::Server,
    sdk: ("sentry.python.fastapi", "2.48.0"),
    runtime: ("CPython", "3.13.0"),
    package: "reactor@",
    modules: &[("fastapi", "0.123.0"), ("starlette", "0.50.0")],
    transactions: &["/tick", "/rods/{rod_id}"],
    problems: &[
        Problem::error(&[Thrown::unhandled(
            "MeltdownError",
            "core temperature {ms} K",
            "starlette",
            &[
                ROUTING,
                Spot::app(&CORE, 34, "tick").vars(&[
                    ("hottest", r#""Reading(kelvin={ms})""#),
                    ("rods", r#"["<Rod 1>", "<Rod 2>"]"#),
                ]),
            ],
        )
        .module("reactor.errors")])
        .level(Level::Fatal),
        Problem::error(&[Thrown::handled(
            "ResponseValidationError",
            "1 validation error: rod {id}: {field} is missing",
            "starlette",
            &[ROUTING],
        )])
        .level(Level::Warning),
    ],
    messages: &[(Level::Info, "Shift {id} signed on")],
};
