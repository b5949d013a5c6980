//! Which guide a platform gets.

use super::{Recipe, browser, dotnet, engine, jvm, mobile, node, php, python, python_web, system, web_framework};

/// The guide of a platform, or else of the family that its name begins with.
pub(super) fn find(platform: &str) -> Option<&'static Recipe> {
    let lower = platform.to_ascii_lowercase();
    let mut name = lower.as_str();
    loop {
        if let Ok(at) = ALL.binary_search_by(|(known, _)| (*known).cmp(name)) {
            return ALL.get(at).map(|(_, recipe)| *recipe);
        }
        name = name.rsplit_once(['-', '.', '_'])?.0;
    }
}

/// Every platform with a guide, sorted: what GlitchTip names, and other names of the same things.
pub(super) static ALL: &[(&str, &Recipe)] = &[
    ("android", &mobile::ANDROID),
    ("apple", &mobile::APPLE),
    ("bun", &node::BUN),
    ("c", &system::NATIVE),
    ("cocoa", &mobile::APPLE),
    ("cpp", &system::NATIVE),
    ("csharp", &dotnet::DOTNET),
    ("csharp-aspnetcore", &dotnet::ASPNETCORE),
    ("dart", &mobile::FLUTTER),
    ("deno", &node::DENO),
    ("dotnet", &dotnet::DOTNET),
    ("dotnet-aspnetcore", &dotnet::ASPNETCORE),
    ("electron", &web_framework::ELECTRON),
    ("elixir", &system::ELIXIR),
    ("flutter", &mobile::FLUTTER),
    ("go", &system::GO),
    ("go-http", &system::GO_HTTP),
    ("godot", &engine::GODOT),
    ("java", &jvm::JAVA),
    ("java-android", &mobile::ANDROID),
    ("java-log4j", &jvm::LOG4J),
    ("java-log4j2", &jvm::LOG4J2),
    ("java-logback", &jvm::LOGBACK),
    ("java-logging", &jvm::LOGGING),
    ("java-spring", &jvm::SPRING),
    ("java-spring-boot", &jvm::SPRING),
    ("javascript", &browser::JAVASCRIPT),
    ("javascript-angular", &browser::ANGULAR),
    ("javascript-nextjs", &web_framework::NEXTJS),
    ("javascript-nuxt", &web_framework::NUXT),
    ("javascript-react", &browser::REACT),
    ("javascript-svelte", &browser::SVELTE),
    ("javascript-vue", &browser::VUE),
    ("kotlin", &jvm::KOTLIN),
    ("native", &system::NATIVE),
    ("node", &node::NODE),
    ("node-bun", &node::BUN),
    ("node-connect", &node::CONNECT),
    ("node-deno", &node::DENO),
    ("node-express", &node::EXPRESS),
    ("node-koa", &node::KOA),
    ("node-nestjs", &node::NESTJS),
    ("php", &php::PHP),
    ("php-drupal", &php::DRUPAL),
    ("php-laravel", &php::LARAVEL),
    ("php-symfony", &php::SYMFONY),
    ("powershell", &system::POWERSHELL),
    ("python", &python::PYTHON),
    ("python-aiohttp", &python_web::AIOHTTP),
    ("python-asgi", &python_web::ASGI),
    ("python-awslambda", &python::LAMBDA),
    ("python-bottle", &python_web::BOTTLE),
    ("python-celery", &python::CELERY),
    ("python-django", &python_web::DJANGO),
    ("python-falcon", &python_web::FALCON),
    ("python-fastapi", &python_web::FASTAPI),
    ("python-flask", &python_web::FLASK),
    ("python-pyramid", &python_web::PYRAMID),
    ("python-pythonawslambda", &python::LAMBDA),
    ("python-pythonserverless", &python::SERVERLESS),
    ("python-rq", &python::RQ),
    ("python-sanic", &python_web::SANIC),
    ("python-serverless", &python::SERVERLESS),
    ("python-starlette", &python_web::STARLETTE),
    ("python-tornado", &python_web::TORNADO),
    ("python-wsgi", &python_web::WSGI),
    ("react-native", &mobile::REACT_NATIVE),
    ("ruby", &system::RUBY),
    ("ruby-rails", &system::RAILS),
    ("rust", &system::RUST),
    ("swift", &mobile::APPLE),
    ("unity", &engine::UNITY),
    ("unreal", &engine::UNREAL),
];
