"""What lives in a page: scripts, styles, frames, pictures and links that are not the site's own."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DEAD = _names("""html head meta title link body header nav main section article aside footer div span p a ul
    ol li dl dt dd h1 h2 h3 h4 h5 h6 strong em b i s small mark ruby rt rp br hr wbr pre code kbd
    samp var time data abbr address blockquote q cite table caption thead tbody tfoot tr th td
    colgroup col form fieldset legend label input select option optgroup textarea button output
    progress meter details summary img script figure figcaption del ins sub sup dfn bdi bdo
    datalist search hgroup noscript""")
_OWN_SCRIPT = re.compile(r"(?:\.{1,2}/)+static/[a-z_]+\.js\?v=[0-9a-f]{12}\Z")
_OWN_PICTURE = re.compile(
    r"(?:\.{1,2}/)+(?:static/[a-z0-9-]+\.(?:svg|png)\?v=|[^:]*timeline\.svg\Z)"
)
_OWN_HEAD = re.compile(r"(?:\.{1,2}/)+(?:static/|manifest\.webmanifest|[^:]*\Z)")
_OWN_LINK = re.compile(r"(?:#[\w.-]*|(?:\.{1,2}/)[^:\\]*)\Z")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
_META = frozenset({"charset", "name", "content", "property"})
_LEADS = frozenset({"href", "action", "formaction", "xlink:href"})
_NEVER = _names("""style srcset srcdoc ping background poster data lowsrc dynsrc cite longdesc usemap profile
    manifest codebase classid archive http-equiv target is slot nonce""")


def live(html: str) -> Iterator[str]:
    """Every living thing in the page that is none of ours, in a few words."""
    for node in _walk(html):
        tag = (node.tag or "").lower()
        if tag not in _DEAD:
            yield f"element {tag}"
        attributes = {name.lower(): value or "" for name, value in node.attributes.items()}
        if tag == "script" and (node.text() or not _OWN_SCRIPT.match(attributes.get("src", ""))):
            yield f"script {node.html}"
        if tag == "img" and not _OWN_PICTURE.match(attributes.get("src", "")):
            yield f"picture {attributes.get('src')}"
        if tag == "meta" and not set(attributes) <= _META:
            yield f"meta {attributes}"
        for name, value in attributes.items():
            if not _dead(tag, name, value):
                yield f"{tag} {name}={value[:80]!r}"


def _dead(tag: str, name: str, value: str) -> bool:
    if name.startswith("on") or name in _NEVER:
        return False
    if name == "src":
        return tag in {"script", "img"}
    if name not in _LEADS:
        return True
    return bool((_OWN_HEAD if tag == "link" else _OWN_LINK).match(value))


def words(html: str) -> str:
    """The text of the page that a person reads; what stands in fields is left out."""
    tree = LexborHTMLParser(html)
    for node in tree.css("textarea, script, style, option"):
        node.decompose()
    return tree.body.text(separator=" ") if tree.body else ""


def unseen(text: str) -> set[str]:
    """Characters that turn the text around, hide words in it or steer a terminal."""
    return {f"U+{ord(char):04X}" for char in _UNSEEN.findall(text)}


def _walk(html: str) -> Iterator[LexborNode]:
    root = LexborHTMLParser(html).root
    if root is not None:
        yield from root.traverse()
