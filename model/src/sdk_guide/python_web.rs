//! Web frameworks of Python. The SDK finds most of them by itself when it is started.

use super::python::{INIT, INSTALL};
use super::{Part, Recipe};

/// Where to start the SDK in most frameworks.
const START: Part = Part::new(
    "Start the SDK",
    "Before the application is created. The framework is found by itself.",
    "Python",
    INIT,
);

/// For a framework in which an error looks like this.
const fn found_by_itself(name: &'static str, steps: &'static [Part]) -> Recipe {
    Recipe {
        name,
        steps,
        notes: &[],
    }
}

/// The step that causes an error in a handler.
const fn break_a_page(code: &'static str) -> Part {
    Part::new(
        "Cause a first error",
        "Add this page, open it in a browser, and take it out again.",
        "Python",
        code,
    )
}

pub(super) const DJANGO: Recipe = found_by_itself(
    "Django",
    &[
        INSTALL,
        Part::new(
            "Start the SDK",
            "In settings.py. Errors of views, commands and middleware are reported from then on.",
            "settings.py",
            INIT,
        ),
        Part::new(
            "Cause a first error",
            "Add this to urls.py, open /first-error/ in a browser, and take it out again.",
            "urls.py",
            r#"def first_error(request):
    return 1 / 0


urlpatterns += [path("first-error/", first_error)]"#,
        ),
    ],
);

pub(super) const FLASK: Recipe = found_by_itself(
    "Flask",
    &[
        INSTALL,
        START,
        break_a_page("@app.route(\"/first-error\")\ndef first_error():\n    return str(1 / 0)"),
    ],
);

pub(super) const FASTAPI: Recipe = found_by_itself(
    "FastAPI",
    &[
        INSTALL,
        START,
        break_a_page("@app.get(\"/first-error\")\nasync def first_error():\n    return 1 / 0"),
    ],
);

pub(super) const STARLETTE: Recipe = found_by_itself(
    "Starlette",
    &[
        INSTALL,
        START,
        break_a_page(
            "async def first_error(request):\n    return 1 / 0\n\n\n\
             app.router.routes.append(Route(\"/first-error\", first_error))",
        ),
    ],
);

pub(super) const AIOHTTP: Recipe = found_by_itself(
    "aiohttp",
    &[
        INSTALL,
        START,
        break_a_page(
            "async def first_error(request):\n    return 1 / 0\n\n\napp.router.add_get(\"/first-error\", first_error)",
        ),
    ],
);

pub(super) const BOTTLE: Recipe = found_by_itself(
    "Bottle",
    &[
        INSTALL,
        START,
        break_a_page("@route(\"/first-error\")\ndef first_error():\n    return 1 / 0"),
    ],
);

pub(super) const FALCON: Recipe = found_by_itself(
    "Falcon",
    &[
        INSTALL,
        START,
        break_a_page(
            "class FirstError:\n    def on_get(self, request, response):\n        1 / 0\n\n\n\
             app.add_route(\"/first-error\", FirstError())",
        ),
    ],
);

pub(super) const PYRAMID: Recipe = found_by_itself(
    "Pyramid",
    &[
        INSTALL,
        START,
        break_a_page(
            "def first_error(request):\n    return 1 / 0\n\n\nconfig.add_route(\"first_error\", \"/first-error\")\n\
             config.add_view(first_error, route_name=\"first_error\")",
        ),
    ],
);

pub(super) const SANIC: Recipe = found_by_itself(
    "Sanic",
    &[
        INSTALL,
        START,
        break_a_page("@app.get(\"/first-error\")\nasync def first_error(request):\n    return 1 / 0"),
    ],
);

pub(super) const TORNADO: Recipe = found_by_itself(
    "Tornado",
    &[
        INSTALL,
        START,
        break_a_page(
            "class FirstError(tornado.web.RequestHandler):\n    def get(self):\n        1 / 0\n\n\n\
             app.add_handlers(r\".*\", [(r\"/first-error\", FirstError)])",
        ),
    ],
);

pub(super) const WSGI: Recipe = found_by_itself(
    "WSGI",
    &[
        INSTALL,
        START,
        Part::new(
            "Wrap your application",
            "Only when no framework is there that the SDK knows.",
            "Python",
            "from sentry_sdk.integrations.wsgi import SentryWsgiMiddleware\n\napp = SentryWsgiMiddleware(app)",
        ),
        break_a_page("def app(environ, start_response):\n    return 1 / 0"),
    ],
);

pub(super) const ASGI: Recipe = found_by_itself(
    "ASGI",
    &[
        INSTALL,
        START,
        Part::new(
            "Wrap your application",
            "Only when no framework is there that the SDK knows.",
            "Python",
            "from sentry_sdk.integrations.asgi import SentryAsgiMiddleware\n\napp = SentryAsgiMiddleware(app)",
        ),
        break_a_page("async def app(scope, receive, send):\n    return 1 / 0"),
    ],
);
