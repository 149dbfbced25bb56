"""``mayoke breach add``, ``import``: notices and other ledgers' exports into the ledger."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import msgspec

from mayoke import pipeline
from mayoke.breach import words as codes
from mayoke.breach.encode import incident_json
from mayoke.breach.ledger.diff import SAYS, Change, diff
from mayoke.breach.ledger.follow import follow
from mayoke.breach.ledger.link import Linked, link, link_json
from mayoke.doors.cli import exit_status
from mayoke.doors.cli.breach.about import about_document
from mayoke.doors.cli.breach.documents import bytes_of
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.cli.terminal import defang, plain
from mayoke.doors.say import leaks as words
from mayoke.doors.say.shapes import shorten
from mayoke.records.errors import BadInput
from mayoke.records.ledger import Added, Document, NewIncident
from mayoke.records.notice import NoticeContext
from mayoke.records.reading import NoticeReading
from mayoke.store import listing
from mayoke.store.bulk import import_incidents
from mayoke.store.connect import Store
from mayoke.store.derived import keys_of
from mayoke.store.ledger import Ledger
from mayoke.store.recording import Deed

_LINE_MAX = 4_000_000


@click.command(short_help="Add a notice. お知らせを台帳に加えます")
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option(
    "--belongs-to", metavar="ID", help="It tells of this incident. この件の続報として加える"
)
@click.option("--new", "as_new", is_flag=True, help="It is a new incident. 新しい件として加える")
@click.option("--again", is_flag=True, help="Read a known document anew. 同じ文書を読み直す")
@about_document
@at_the_desk
def add(
    *,
    desk: Desk,
    about: NoticeContext,
    file: str,
    belongs_to: str | None,
    as_new: bool,
    again: bool,
) -> int:
    """Read a notice and add its incidents to the ledger. お知らせを読み取り、台帳に加えます。

    A later report of an incident that the ledger knows is linked to it, and what changed is told.
    Where that is not certain it becomes a new incident, and the one that it may be is named; say so
    with --belongs-to. Nothing that was there is overwritten.
    """
    try:
        reading = pipeline.read_notice(bytes_of(file, desk.wishes), about)
    except BadInput as error:
        reason = desk.wishes.say(words.bad_document(error))
        raise Failure(f"{file}: {reason}", exit_status.DATAERR) from error
    if not reading.incidents:
        raise Failure(f"{file}: {desk.wishes.say(words.NOT_ADDED)}", exit_status.DATAERR)
    deed = desk.deed()
    with desk.open(create=True) as store:
        found = [_linked(store, incident_json(one), reading) for one in reading.incidents]
        chosen = [_chosen(data, kin, belongs_to, as_new=as_new) for data, kin in found]
        before = _known(store, chosen)
        added = Ledger(store, follow).add(_document(reading, deed), chosen, deed, again=again)
    for line in _told(desk, added, chosen, [kin for _, kin in found], before):
        click.echo(line)
    return exit_status.OK


@click.command("import", short_help="Add another ledger's export. 書き出したものを取り込みます")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@at_the_desk
def import_(*, desk: Desk, file: Path) -> int:
    """Add the incidents of an export (.jsonl) to the ledger, all or nothing. 取り込みます。

    Each becomes a new incident that has to be reviewed here; known ones are passed over.
    """
    with desk.open(create=True) as store:
        try:
            told = import_incidents(store, _lines(file), desk.deed())
        except (ValueError, OSError) as error:
            raise Failure(f"{file}: {error}", exit_status.DATAERR) from error
    text = desk.wishes.say(words.IMPORTED, added=f"{told.added:,}", known=f"{told.known:,}")
    click.echo(text)
    return exit_status.OK


def _lines(file: Path) -> Iterator[Mapping[str, Any]]:
    with file.open("rb") as stream:
        for number, line in enumerate(iter(lambda: stream.readline(_LINE_MAX), b""), 1):
            if not line.strip():
                continue
            try:
                yield msgspec.json.decode(line, type=dict[str, Any])
            except msgspec.DecodeError as error:
                raise ValueError(f"line {number} is no JSON object; nothing was added") from error


def _linked(
    store: Store, data: dict[str, Any], reading: NoticeReading
) -> tuple[dict[str, Any], Linked]:
    """An incident's plain values, and which known one it seems to be."""
    known = ((one.id, one.data) for one in listing.candidates(store, keys_of(data)))
    later = reading.report in {"later", "final"} or not reading.speaks_for_operator
    return data, link(data, known, later=later)


def _chosen(
    data: dict[str, Any], kin: Linked, belongs_to: str | None, *, as_new: bool
) -> NewIncident:
    known = kin.known.id if kin.known and not as_new else None
    return NewIncident(data, belongs_to or known, link_json(kin))


def _known(store: Store, chosen: list[NewIncident]) -> dict[str, Mapping[str, Any]]:
    """The facts of the known incidents as they stood before."""
    keys = frozenset().union(*(keys_of(one.data) for one in chosen if one.belongs_to))
    return {entry.id: entry.data for entry in listing.candidates(store, keys)} if keys else {}


def _document(reading: NoticeReading, deed: Deed) -> Document:
    notice, context = reading.notice, reading.notice.context
    return Document(
        sha256=notice.sha256,
        media_type=notice.media_type,
        received_at=deed.at,
        text=notice.text,
        url=context.url,
        title=context.title,
        site_name=context.site_name,
        published=context.published.isoformat() if context.published else None,
        document_kind=reading.document_kind,
        report=reading.report,
    )


def _told(
    desk: Desk,
    added: Added,
    chosen: list[NewIncident],
    kin: list[Linked],
    before: Mapping[str, Mapping[str, Any]],
) -> Iterator[str]:
    for name, one, linked in zip(added.incidents, chosen, kin, strict=False):
        if added.known:
            yield f"{name}: {desk.wishes.say(words.KNOWN)}"
            continue
        if one.belongs_to is None:
            yield f"{name}: {desk.wishes.say(words.ADDED)}"
            for offer in linked.offered:
                yield "  " + desk.wishes.say(words.MAY_BE, id=offer.id)
                yield from (f"    {desk.wishes.say(reason.says)}" for reason in offer.reasons)
            continue
        yield f"{name}: {desk.wishes.say(words.LINKED)}"
        if linked.known and linked.known.id == name:
            yield from (f"    {desk.wishes.say(reason.says)}" for reason in linked.known.reasons)
        for change in diff(before.get(name, {}), one.data):
            yield "  " + _change(change, desk)


def _change(change: Change, desk: Desk) -> str:
    """What changed, from what to what, in the user's language."""
    name = words.FIELDS.get(change.field)
    about = codes.name_of(change.about)
    field = " ".join(desk.wishes.say(one) for one in (name, about) if one) or change.field
    old, new = (_value(value, desk) for value in (change.before, change.after))
    return f"{field}: {desk.wishes.say(SAYS[change.kind])}  {old} → {new}"


def _value(value: Any, desk: Desk) -> str:
    if value is None:
        return "―"
    if isinstance(value, Mapping):
        return " ".join(_value(one, desk) for one in value.values() if one not in (None, "exact"))
    if isinstance(value, list | tuple):
        return ", ".join(_value(one, desk) for one in value)
    sentence = codes.name_of(str(value))
    return desk.wishes.say(sentence) if sentence else shorten(defang(plain(str(value))), 60)
