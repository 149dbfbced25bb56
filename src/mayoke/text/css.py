"""As much of CSS as tells whether a reader sees a text."""

import re
from functools import lru_cache
from typing import NamedTuple

_STYLE_MAX = 4000
_STYLE_KEPT = 400
"""Styles up to this length are remembered."""
_COLOUR_MAX = 100
_SHEET_MAX = 64_000
_RULES_MAX = 1000

UNKNOWN = -1
"""A colour that this reader cannot tell (a picture, a gradient, a link's own)."""
CLEAR = -2
"""Text in the colour ``transparent``."""

_NEAR = 24
"""Two colours whose channels differ by at most so much (of 255) cannot be told apart."""

_NAMES = {
    "black": 0x000000, "white": 0xFFFFFF, "silver": 0xC0C0C0, "gray": 0x808080, "grey": 0x808080,
    "red": 0xFF0000, "maroon": 0x800000, "yellow": 0xFFFF00, "olive": 0x808000, "lime": 0x00FF00,
    "green": 0x008000, "aqua": 0x00FFFF, "cyan": 0x00FFFF, "teal": 0x008080, "blue": 0x0000FF,
    "navy": 0x000080, "fuchsia": 0xFF00FF, "magenta": 0xFF00FF, "purple": 0x800080,
    "orange": 0xFFA500, "snow": 0xFFFAFA, "ivory": 0xFFFFF0, "whitesmoke": 0xF5F5F5,
    "ghostwhite": 0xF8F8FF, "floralwhite": 0xFFFAF0, "lightgray": 0xD3D3D3, "lightgrey": 0xD3D3D3,
    "transparent": CLEAR, "window": 0xFFFFFF, "windowtext": 0x000000,
}  # fmt: skip
_NUMBER = re.compile(r"\s*([-+]?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9}))\s*(px|pt|em|rem|ex|ch|%|vw|vh)?")
_FONT_SIZE = re.compile(
    r"(?:^|[\s,])([-+]?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9})(?:px|pt|em|rem|%)?)(?=[\s/;]|$)"
)
_RELEVANT = re.compile(
    "display|visib|font|opacity|height|width|indent|position|left|top|clip|color|background|white-sp"
)


class Style(NamedTuple):
    """What a style declares; empty or ``None`` where it says nothing."""

    display: str = ""
    """``none`` or ``shown``."""
    visibility: str = ""
    """``hidden`` or ``visible``."""
    size: str = ""
    """Of the letters: ``tiny`` (nobody can read it), ``scaled`` (relative) or ``normal``."""
    gone: str = ""
    """The means by which the whole element disappears: opacity, height, position, clip."""
    colour: int | None = None
    background: int | None = None
    pre: bool | None = None


NOTHING = Style()


def near(one: int, other: int) -> bool:
    """Are two known colours (0xRRGGBB) the same to the eye?"""
    return all(abs((one >> shift & 255) - (other >> shift & 255)) <= _NEAR for shift in (16, 8, 0))


def colour(value: str) -> int:
    """A CSS or HTML colour as 0xRRGGBB, or ``CLEAR``, or ``UNKNOWN``."""
    return _colour(value[:_COLOUR_MAX])


@lru_cache(4096)
def _colour(value: str) -> int:
    value = value.strip().lower()
    if value in _NAMES:
        return _NAMES[value]
    if value.startswith("rgb"):
        return _rgb(value)
    digits = value.removeprefix("#")
    if len(digits) in (3, 4):
        digits = "".join(ch * 2 for ch in digits[:3])
    try:
        return int(digits[:6], 16) if len(digits) in (6, 8) else UNKNOWN
    except ValueError:
        return UNKNOWN


def _rgb(value: str) -> int:
    inside = value[value.find("(") + 1 :].partition(")")[0]
    numbers = [float(n) for n, _ in _NUMBER.findall(inside)[:4]]
    if len(numbers) < 3:
        return UNKNOWN
    if len(numbers) == 4 and numbers[3] < 0.1:
        return CLEAR
    if len(numbers) == 4 and numbers[3] < 0.9:
        return UNKNOWN
    red, green, blue = (min(max(int(n), 0), 255) for n in numbers[:3])
    return red << 16 | green << 8 | blue


def declared(style: str) -> Style:
    """What the declarations of a ``style`` attribute say (CSS Style Attributes §3)."""
    if len(style) > _STYLE_KEPT:
        return _declared.__wrapped__(style[:_STYLE_MAX])
    return _declared(style)


@lru_cache(4096)
def _declared(style: str) -> Style:
    style = style.lower()
    if not _RELEVANT.search(style):
        return NOTHING
    found: dict[str, str] = {}
    for declaration in style.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip()] = value.replace("!important", "").strip()
    background = found.get("background-color") or found.get("background") or ""
    text_colour = found.get("color")
    return Style(
        display=_display(found),
        visibility=_visibility(found),
        size=_size(found),
        gone=_gone(found),
        colour=None if text_colour in (None, "inherit") else colour(text_colour),
        background=_background(background, found),
        pre=found["white-space"].startswith("pre") if "white-space" in found else None,
    )


def _display(found: dict[str, str]) -> str:
    value = found.get("display")
    if value is None:
        return ""
    return "none" if value == "none" else "shown"


def _visibility(found: dict[str, str]) -> str:
    value = found.get("visibility")
    if value is None:
        return ""
    return "hidden" if value in ("hidden", "collapse") else "visible"


def _size(found: dict[str, str]) -> str:
    value = found.get("font-size")
    if value is None and "font" in found:
        at = _FONT_SIZE.search(found["font"])
        value = at[1] if at else None
    if value is None:
        return ""
    number = _NUMBER.match(value)
    if number is None:
        return "normal"
    amount, unit = float(number[1]), number[2]
    if unit in ("em", "rem", "ex", "ch"):
        return "tiny" if amount <= 0.1 else ("normal" if unit == "rem" else "scaled")
    if unit == "%":
        return "tiny" if amount <= 10 else "scaled"
    return "tiny" if amount <= 1 else "normal"


def _amount(value: str | None) -> float | None:
    number = _NUMBER.match(value) if value else None
    return float(number[1]) if number else None


def _gone(found: dict[str, str]) -> str:
    opacity = _amount(found.get("opacity"))
    if opacity is not None and opacity <= 0.05 and "%" not in found["opacity"]:
        return "opacity"
    if found.get("overflow", "").startswith(("hidden", "clip")):
        for name in ("max-height", "height", "max-width", "width"):
            amount = _amount(found.get(name))
            if amount is not None and amount <= 1 and "%" not in found[name]:
                return "height" if "height" in name else "width"
    if (_amount(found.get("text-indent")) or 0) <= -900:
        return "position"
    if found.get("position") in ("absolute", "fixed"):
        if any((_amount(found.get(name)) or 0) <= -900 for name in ("left", "top", "right")):
            return "position"
        if found.get("clip", "").replace(" ", "").startswith(("rect(0", "rect(1px")):
            return "clip"
    return ""


def _background(value: str, found: dict[str, str]) -> int | None:
    if "url(" in found.get("background", "") or "gradient" in value or "background-image" in found:
        return UNKNOWN
    if value in ("none", "inherit", "transparent", ""):
        return None
    known = colour(value)
    if known == UNKNOWN and not value.startswith("rgb"):
        words = [colour(word) for word in value.split()[:6]]
        known = next((word for word in words if word != UNKNOWN), UNKNOWN)
    return None if known == CLEAR else known


class Sheet:
    """The simple rules of the ``<style>`` elements of one document, by ``.class``, ``#id``, tag."""

    def __init__(self) -> None:
        self.rules: dict[str, Style] = {}
        self.ids = False
        """Does any rule name an id?"""

    def add(self, sheet: str) -> None:
        """Take in the rules of one more style element."""
        for name, style in rules(sheet).items():
            self.rules[name] = merged(self.rules.get(name, NOTHING), style)
            self.ids = self.ids or name[0] == "#"

    def of(self, tag: str, classes: str | None, ident: str | None) -> Style:
        """What the rules say about one element, the more special rule last."""
        style = self.rules.get(tag, NOTHING)
        for name in (classes or "").split()[:10]:
            rule = self.rules.get(f".{name}")
            style = merged(style, rule) if rule else style
            rule = self.rules.get(f"{tag}.{name}")
            style = merged(style, rule) if rule else style
        rule = self.rules.get(f"#{ident}") if ident else None
        return merged(style, rule) if rule else style


def merged(under: Style, over: Style) -> Style:
    """Two styles of one element; where both speak, ``over`` counts."""
    if under == NOTHING:
        return over
    return Style(
        over.display or under.display,
        over.visibility or under.visibility,
        over.size or under.size,
        over.gone or under.gone,
        under.colour if over.colour is None else over.colour,
        under.background if over.background is None else over.background,
        under.pre if over.pre is None else over.pre,
    )


@lru_cache(64)
def rules(sheet: str) -> dict[str, Style]:
    """The rules of one style sheet; what stands in ``@media`` and the like is left out.

    A rule with a compound selector makes colours unknown for what its last part names: nothing is
    called hidden because of a rule that was not understood.
    """
    found: dict[str, Style] = {}
    for selectors, body in _blocks(sheet[:_SHEET_MAX]):
        style = declared(body)
        if style == NOTHING:
            continue
        for selector in selectors.lower().split(",")[:20]:
            parts = selector.replace(">", " ").split()
            if not parts or ":" in parts[-1] or "[" in parts[-1]:
                continue
            says = style if len(parts) == 1 else _unsure(style)
            found[parts[-1]] = merged(found.get(parts[-1], NOTHING), says)
            if len(found) >= _RULES_MAX:
                return found
    return found


def _unsure(style: Style) -> Style:
    return Style(
        colour=None if style.colour is None else UNKNOWN,
        background=None if style.background is None else UNKNOWN,
        size="" if style.size == "tiny" else style.size,
    )


def _blocks(sheet: str) -> list[tuple[str, str]]:
    """``(selectors, declarations)`` of the top level, without comments and at-rules."""
    out: list[tuple[str, str]] = []
    text = _without_comments(sheet).replace("<!--", "").replace("-->", "")
    start = depth = 0
    head = ""
    for brace in re.finditer("[{};]", text):
        at = brace.start()
        if brace[0] == "{":
            if depth == 0:
                head, start = text[start:at].strip(), at + 1
            depth += 1
        elif brace[0] == "}":
            depth = max(depth - 1, 0)
            if depth == 0:
                if not head.startswith("@"):
                    out.append((head, text[start:at]))
                start = at + 1
        elif depth == 0:
            start = at + 1
    return out


def _without_comments(sheet: str) -> str:
    out: list[str] = []
    start = 0
    while (at := sheet.find("/*", start)) >= 0:
        out.append(sheet[start:at])
        end = sheet.find("*/", at + 2)
        if end < 0:
            return "".join(out)
        start = end + 2
    return "".join([*out, sheet[start:]])
