//! Android App: Kotlin. Obfuscated frames, ANRs.

use crate::seed::template::{Code, Platform, Problem, Setting, Spot, Thrown};
use glint_model::wire::issue::Level;

const CART: Code = Code {
    file: "CartFragment.kt",
    path: "CartFragment.kt",
    module: "com.acme.shop.ui.CartFragment",
    first_line: 84,
    text: r#"    override fun onViewCreated(view: View, state: Bundle?) {
        binding = FragmentCartBinding.bind(view)
        viewModel.cart.observe(viewLifecycleOwner) { cart -> adapter.submitList(cart.lines) }
    }

    private fun onAddClicked(sku: String) {
        val product = repository.load(sku)
        viewModel.add(product!!.id, binding.quantity.text.toString().toInt())
        requireActivity().findViewById<View>(R.id.badge).isVisible = true
    }
"#,
};

const LOOPER: Spot = Spot::lib("Looper.java", "android.os.Looper", 288, "loop");
const HANDLER: Spot = Spot::lib("Handler.java", "android.os.Handler", 103, "dispatchMessage");
const CLICK: Spot = Spot::lib("View.java", "android.view.View", 7892, "performClick");
const OBFUSCATED: Spot = Spot::bare("SourceFile", "com.acme.shop.a.b", 14, "a");
const HOOK: &str = "UncaughtExceptionHandler";

/// The project.
pub const PLATFORM: Platform = Platform {
    slug: "android-app",
    name: "Android App",
    platform: "java-android",
    event_platform: "java",
    setting: Setting::Phone,
    sdk: ("sentry.java.android", "8.28.0"),
    runtime: ("", ""),
    package: "com.acme.shop@",
    modules: &[],
    transactions: &["CartFragment", "ProductFragment", "MainActivity"],
    problems: &[
        Problem::error(&[Thrown::unhandled(
            "NullPointerException",
            "Attempt to read from field '{prop}' on a null object reference",
            HOOK,
            &[LOOPER, HANDLER, CLICK, OBFUSCATED, Spot::app(&CART, 91, "onAddClicked")],
        )
        .module("java.lang")])
        .level(Level::Fatal),
        Problem::error(&[Thrown::unhandled(
            "ApplicationNotResponding",
            "ANR for at least {ms} ms.",
            "ANR",
            &[
                LOOPER,
                Spot::app(&CART, 90, "onAddClicked"),
                Spot::lib("Object.java", "java.lang.Object", 568, "wait"),
            ],
        )
        .module("io.sentry.android.core")]),
        Problem::error(&[Thrown::unhandled(
            "NumberFormatException",
            "For input string: \"{word}\"",
            HOOK,
            &[
                LOOPER,
                HANDLER,
                CLICK,
                Spot::app(&CART, 91, "onAddClicked"),
                Spot::lib("Integer.java", "java.lang.Integer", 652, "parseInt"),
            ],
        )
        .module("java.lang")]),
        Problem::error(&[Thrown::unhandled(
            "IllegalStateException",
            "Fragment {class}Fragment{{hex}} not attached to an activity.",
            HOOK,
            &[
                LOOPER,
                HANDLER,
                Spot::app(&CART, 92, "onAddClicked"),
                Spot::lib(
                    "Fragment.java",
                    "androidx.fragment.app.Fragment",
                    975,
                    "requireActivity",
                ),
            ],
        )
        .module("java.lang")]),
        Problem::error(&[Thrown::handled(
            "SocketTimeoutException",
            "failed to connect to api.acme.example/{host} (port 443) after {ms}ms",
            "generic",
            &[
                Spot::lib(
                    "RealConnection.kt",
                    "okhttp3.internal.connection.RealConnection",
                    211,
                    "connect",
                ),
                OBFUSCATED,
            ],
        )
        .module("java.net")])
        .level(Level::Warning),
    ],
    messages: &[
        (Level::Info, "Push token was renewed after {id} days"),
        (Level::Warning, "Battery saver stopped sync {id}"),
    ],
};
