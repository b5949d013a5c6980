//! The table of platforms: those of one family together, the more usual before the others.

use super::{Category, Platform};

const fn platform(
    id: &'static str,
    name: &'static str,
    aliases: &'static str,
    places: &'static [Category],
) -> Platform {
    Platform {
        id,
        name,
        aliases,
        places,
    }
}

/// Every platform.
pub static ALL: [Platform; 49] = {
    use Category::{Browser, Desktop, Mobile, Popular, Server};
    [
        platform(
            "javascript",
            "JavaScript",
            "js browser typescript ts vanilla",
            &[Popular, Browser],
        ),
        platform("javascript-react", "React", "reactjs jsx", &[Popular, Browser]),
        platform(
            "javascript-nextjs",
            "Next.js",
            "next nextjs vercel",
            &[Popular, Browser, Server],
        ),
        platform("javascript-vue", "Vue", "vuejs vue.js nuxt", &[Popular, Browser]),
        platform("javascript-angular", "Angular", "angularjs ng", &[Popular, Browser]),
        platform(
            "node",
            "Node.js",
            "nodejs js javascript typescript server",
            &[Popular, Server],
        ),
        platform(
            "node-express",
            "Express",
            "nodejs expressjs node.js",
            &[Popular, Server],
        ),
        platform("node-koa", "Koa", "nodejs node.js", &[Server]),
        platform("node-connect", "Connect", "nodejs node.js", &[Server]),
        platform("python", "Python", "py", &[Popular, Server]),
        platform("python-django", "Django", "py", &[Popular, Server]),
        platform("python-flask", "Flask", "py", &[Popular, Server]),
        platform("python-fastapi", "FastAPI", "py starlette fast", &[Popular, Server]),
        platform("python-celery", "Celery", "py worker queue", &[Server]),
        platform("python-aiohttp", "aiohttp", "py async", &[Server]),
        platform("python-asgi", "ASGI", "py async starlette", &[Server]),
        platform("python-bottle", "Bottle", "py", &[Server]),
        platform("python-falcon", "Falcon", "py", &[Server]),
        platform("python-pyramid", "Pyramid", "py", &[Server]),
        platform("python-rq", "RQ (Redis Queue)", "py worker", &[Server]),
        platform("python-sanic", "Sanic", "py async", &[Server]),
        platform("python-tornado", "Tornado", "py async", &[Server]),
        platform("python-wsgi", "WSGI", "py", &[Server]),
        platform(
            "python-pythonawslambda",
            "AWS Lambda (Python)",
            "py amazon serverless",
            &[Server],
        ),
        platform(
            "python-pythonserverless",
            "Serverless (Python)",
            "py functions cloud",
            &[Server],
        ),
        platform("php", "PHP", "", &[Popular, Server]),
        platform("php-laravel", "Laravel", "", &[Popular, Server]),
        platform("php-symfony", "Symfony", "", &[Server]),
        platform("php-drupal", "Drupal", "cms", &[Server]),
        platform("ruby", "Ruby", "rb", &[Popular, Server]),
        platform("ruby-rails", "Rails", "rb ror", &[Popular, Server]),
        platform("java", "Java", "jvm kotlin spring", &[Popular, Server, Desktop]),
        platform("java-logback", "Logback", "jvm spring", &[Server]),
        platform("java-log4j2", "Log4j 2", "jvm", &[Server]),
        platform("java-log4j", "Log4j 1", "jvm", &[Server]),
        platform("java-logging", "java.util.logging", "jvm jul", &[Server]),
        platform("go", "Go", "golang", &[Popular, Server]),
        platform(
            "csharp",
            ".NET",
            "c# dotnet csharp windows maui",
            &[Popular, Server, Desktop],
        ),
        platform("csharp-aspnetcore", "ASP.NET Core", "c# dotnet asp blazor", &[Server]),
        platform("elixir", "Elixir", "phoenix erlang", &[Server]),
        platform("rust", "Rust", "", &[Server, Desktop]),
        platform("native", "Native (C, C++)", "cpp c++ windows linux macos", &[Desktop]),
        platform("electron", "Electron", "desktop chromium", &[Desktop]),
        platform(
            "cocoa",
            "Apple (Cocoa)",
            "ios macos iphone objective-c objc xcode",
            &[Mobile, Desktop],
        ),
        platform("swift", "Swift", "ios macos iphone apple xcode", &[Mobile, Desktop]),
        platform("java-android", "Android", "kotlin", &[Popular, Mobile]),
        platform("react-native", "React Native", "expo ios android", &[Popular, Mobile]),
        platform("dart-flutter", "Flutter", "dart ios android", &[Popular, Mobile]),
        platform("other", "Other", "anything else", &[Server, Desktop]),
    ]
};
