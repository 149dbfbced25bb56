"""Texts and sizes made short for people."""


def shorten(text: str, most: int = 80) -> str:
    """At most ``most`` code points, with an ellipsis where something was cut."""
    return text if len(text) <= most else text[: most - 1] + "…"


def size(count: int) -> str:
    """Bytes for people."""
    if count < 10_000:
        return f"{count:,} B"
    return f"{count / 1000:,.0f} kB" if count < 10_000_000 else f"{count / 1_000_000:,.0f} MB"
