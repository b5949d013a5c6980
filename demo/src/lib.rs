//! A GlitchTip in memory.
