"""Text that was wrapped for sending (RFC 3676): lines joined as the reader sees them."""

MAX_JOINED = 500_000
"""Longer texts stay as they are."""


def unwrap(text: str, *, delete_space: bool) -> str:
    """Join the lines that end in a space; ``delete_space`` (DelSp, §4) removes that space.

    Signature lines (``-- ``) end a paragraph, quoted lines join only with lines of the same depth
    (§4.5), and one stuffed space is taken off (§4.4).
    """
    if " \n" not in text or len(text) > MAX_JOINED:
        return text
    paragraphs: list[list[str]] = []
    open_depth = -1  # of the paragraph that goes on; -1 when none does
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        shown = content[:-1] if flows and delete_space else content
        if depth == open_depth:
            paragraphs[-1].append(shown)
        else:
            paragraphs.append([">" * depth + (" " if depth else ""), shown])
        open_depth = depth if flows else -1
    return "\n".join("".join(paragraph) for paragraph in paragraphs)
