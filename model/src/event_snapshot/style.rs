//! How the file looks.

/// All of its styles.
pub(super) const STYLE: &str = "
:root { color-scheme: light dark; }
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; color: light-dark(#1d1f27, #e6e7ec); background: light-dark(#fff, #16181f); }
main { max-width: 980px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 22px; overflow-wrap: anywhere; }
h2 { margin: 28px 0 8px; font-size: 16px; overflow-wrap: anywhere; }
h3 { margin: 14px 0 6px; font-size: 13px; font-weight: 600; overflow-wrap: anywhere; }
a { color: light-dark(#3a42c9, #a3a9ff); }
.made { color: light-dark(#555a68, #a9adba); }
.warning { padding: 8px 12px; border-radius: 6px; background: light-dark(#fdf3d8, #33290f); }
code, pre, dd { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 12.5px; }
pre { margin: 8px 0; padding: 10px 12px; overflow-x: auto; border-radius: 6px; background: light-dark(#f3f4f7, #0f1116); }
dl { display: grid; grid-template-columns: minmax(90px, 200px) minmax(0, 1fr); gap: 4px 16px; margin: 8px 0; }
dt { color: light-dark(#555a68, #a9adba); overflow-wrap: anywhere; }
dd { margin: 0; overflow-wrap: anywhere; }
mark { border-radius: 3px; padding: 0 2px; background: light-dark(#e4e6ff, #34386b); color: inherit; }
";
