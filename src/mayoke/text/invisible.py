"""Characters that take no room on the screen, with which senders cut words apart."""

_RANGES = (
    (0x00, 0x08),  # control characters, without white space
    (0x0E, 0x1B),
    (0x7F, 0x84),
    (0x86, 0x9F),
    (0xAD, 0xAD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x0600, 0x0605),
    (0x061C, 0x061C),
    (0x06DD, 0x06DD),
    (0x070F, 0x070F),
    (0x0890, 0x0891),
    (0x08E2, 0x08E2),
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),  # Mongolian selectors
    (0x200B, 0x200F),  # zero-width space and joiners, direction marks
    (0x202A, 0x202E),  # direction changes
    (0x2060, 0x206F),
    (0x2800, 0x2800),  # the empty Braille pattern: not ignorable by the standard, but blank
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFC),
    (0x110BD, 0x110BD),
    (0x110CD, 0x110CD),
    (0x13430, 0x1343F),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),  # tags, and the selectors of Japanese name variants
)

INVISIBLE: frozenset[str] = frozenset(
    chr(code) for first, last in _RANGES for code in range(first, last + 1)
)
"""Categories Cf and Cc without white space, and what Unicode calls default ignorable (Unicode
Standard §5.21), plus the empty Braille pattern."""


def is_invisible(ch: str) -> bool:
    """Does this one character show nothing and take no room?"""
    return ch in INVISIBLE
