"""What a phone needs to install the page and to hand it text (W3C Web Application Manifest)."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from mayoke.doors.http.links import lang_of, path_of, relative

_SAYS = {
    "ja": (
        "mayoke 魔除け",
        "魔除け",
        "届いたメールが詐欺かどうかを調べます。調べたメールは保存しません。",
    ),
    "en": (
        "mayoke: is this mail a scam?",
        "mayoke",
        "Tells you whether a mail is a scam. The mail is not kept.",
    ),
}
_ICONS = (
    ("icon.svg", "any", "image/svg+xml"),
    ("icon-192.png", "192x192", "image/png"),
    ("icon-512.png", "512x512", "image/png"),
)


async def manifest(request: Request) -> Response:
    """The manifest of the language; every address in it is relative to its own."""
    lang, here = lang_of(request), path_of(request)
    name, short, about = _SAYS[lang]
    body = {
        "name": name,
        "short_name": short,
        "description": about,
        "lang": lang,
        "dir": "ltr",
        "start_url": "./",
        "scope": relative(here, "/"),
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#24508f",
        "icons": [
            {"src": relative(here, f"/static/{file}"), "sizes": sizes, "type": kind}
            for file, sizes, kind in _ICONS
        ],
        "share_target": {
            "action": "./share",
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
    }
    return Response(msgspec.json.encode(body), media_type="application/manifest+json")
