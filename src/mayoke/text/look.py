"""How text looks at one place of an HTML page: is it seen, and why not."""

from collections.abc import Mapping

from mayoke.text import css

Attributes = Mapping[str, str | None]

PRE = frozenset(("pre", "textarea", "xmp", "listing", "plaintext"))
"""Elements that keep their white space."""
_CHILDREN_MAX = 500

_Key = tuple[str, str | None, str | None, str | None, str | None, str | None, bool]


class Look:
    """The look inside an element, and a memory of the looks inside its children."""

    __slots__ = ("background", "children", "colour", "gone", "hides", "invisible", "pre", "tiny")

    def __init__(self) -> None:
        self.hides = ""
        """Why a reader does not see the text; empty when it is seen."""
        self.gone = ""
        self.invisible = False
        self.tiny = False
        self.pre = False
        self.colour = 0x000000
        self.background = 0xFFFFFF
        self.children: dict[_Key, Look] = {}

    def inside(self, tag: str, attrs: Attributes, sheet: css.Sheet) -> "Look":
        """The look inside a child element; the same object when nothing changes."""
        get = attrs.get
        key = (
            tag,
            get("style"),
            get("class"),
            get("bgcolor"),
            get("text") if tag == "body" else get("color"),
            get("background"),
            "hidden" in attrs,
        )
        if sheet.ids and get("id"):
            return self._child(tag, attrs, sheet)
        known = self.children.get(key)
        if known is None:
            known = self._child(tag, attrs, sheet)
            if len(self.children) < _CHILDREN_MAX:
                self.children[key] = known
        return known

    def _child(self, tag: str, attrs: Attributes, sheet: css.Sheet) -> "Look":
        style = _painted(tag, attrs)
        if sheet.rules:
            style = css.merged(style, sheet.of(tag, attrs.get("class"), attrs.get("id")))
        own = attrs.get("style")
        if own:
            style = css.merged(style, css.declared(own))
        if style == css.NOTHING and tag not in PRE:
            return self
        return self._with(style, pre=tag in PRE)

    def _with(self, style: css.Style, *, pre: bool) -> "Look":
        new = Look()
        new.gone = self.gone or ("display" if style.display == "none" else style.gone)
        new.invisible = style.visibility == "hidden" if style.visibility else self.invisible
        new.tiny = self.tiny
        if style.size:
            new.tiny = style.size == "tiny" or (style.size == "scaled" and self.tiny)
        new.colour = self.colour if style.colour is None else style.colour
        new.background = self.background if style.background is None else style.background
        new.pre = pre or (self.pre if style.pre is None else style.pre)
        new.hides = new.why_unseen()
        return new

    def why_unseen(self) -> str:
        """The means by which the text is hidden, or an empty string."""
        if self.gone:
            return self.gone
        if self.invisible:
            return "visibility"
        if self.tiny:
            return "size"
        if css.UNKNOWN in (self.colour, self.background):
            return ""
        clear = self.colour == css.CLEAR or css.near(self.colour, self.background)
        return "colour" if clear else ""


def _painted(tag: str, attrs: Attributes) -> css.Style:
    """What the attributes of old HTML say: bgcolor, background, color, text, hidden.

    A link has a colour of its own unless its style says otherwise.
    """
    if "hidden" in attrs and tag != "input":
        return css.Style(gone="attribute")
    background = attrs.get("bgcolor")
    letters = attrs.get("color") if tag == "font" else attrs.get("text") if tag == "body" else None
    picture = attrs.get("background")
    if not (background or letters or picture or tag == "a"):
        return css.NOTHING
    colour = css.colour(letters) if letters else None
    paint = css.colour(background) if background else css.CLEAR
    if picture:
        paint = css.UNKNOWN
    return css.Style(
        colour=css.UNKNOWN if tag == "a" and "href" in attrs else colour,
        background=None if paint == css.CLEAR else paint,
    )
