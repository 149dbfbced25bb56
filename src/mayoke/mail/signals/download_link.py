"""A link straight to a program, a disk image or an archive.

What it sees
    The path of a link ends in .exe, .msi, .apk, .js, .iso, .zip and the like.
Why it matters
    One click fetches something that can run on the computer or telephone.
When it is wrong
    Software makers and colleagues send such links too.

Example
    https://secure-xyz.example.net/update/setup.exe
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.host_facts import facts
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="download_link",
    speaks_for="scam",
    looks_at="links",
    kinds=("takeover_malware",),
    ja="リンクを押すと、プログラムなどのファイル「{name}」を取り込むようになっています。",
    en='The link fetches a file that may be a program: "{name}".',
)

_ENDS_TEXT = """
    exe msi scr pif bat cmd vbs vbe js jse wsf hta lnk ps1 jar apk ipa dmg pkg iso
    img vhd one zip rar 7z cab ace xlsm docm xll chm cpl
"""
_ENDS = frozenset(_ENDS_TEXT.split())
_LINKS = 300


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such link."""
    for seen in ctx.links[:_LINKS]:
        name = seen.url.path.rpartition("/")[2]
        if name.rpartition(".")[2].lower() not in _ENDS or "." not in name:
            continue
        if seen.link.place == "image" or ctx.about_programs:
            continue
        if facts(ctx.registry, seen.url.host).owner is None:
            yield Signal(SIGNAL.id, seen.evidence(), {"name": name[-60:]})
