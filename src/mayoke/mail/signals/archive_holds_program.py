"""An attached archive with a program inside.

What it sees
    A zip archive whose list of files names a program, a script, a shortcut, a disc image or
    another thing that runs.
Why it matters
    The archive is there so that mail filters do not see the program.
When it is wrong
    Developers who send each other their work; source code in JavaScript.
Example
    「見積.zip」 with 「見積.js」 inside.
"""

from collections.abc import Iterator

from mayoke.mail.signals.attached_files import PROGRAMS, attachments, extension, name_evidence
from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="archive_holds_program",
    speaks_for="scam",
    looks_at="attachments",
    kinds=("takeover_malware",),
    ja="添付の「{file}」の中に、開くとプログラムが動き出す「{member}」が入っています。",
    en="The attached “{file}” holds “{member}”, which starts a program when it is opened.",
)

_MOST_SCRIPTS = 3
"""More scripts than that are a project's source code."""


def find(ctx: Context) -> Iterator[Signal]:
    """The first such file of every archive."""
    for attachment in attachments(ctx):
        if not attachment.members or extension(attachment.name) in PROGRAMS:
            continue
        found = [name for name in attachment.members if extension(name) in PROGRAMS]
        scripts = [name for name in found if extension(name) == "js"]
        if found and not (len(scripts) > _MOST_SCRIPTS and len(scripts) == len(found)):
            values = {"file": attachment.name, "member": found[0]}
            yield Signal(SIGNAL.id, name_evidence(attachment), values)
