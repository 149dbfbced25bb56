"""Notice → facts → incidents: the order in which the finders run."""

from dataclasses import replace

from mayoke.breach import counted, delays
from mayoke.breach.dates import resolve as when
from mayoke.breach.facts import delay_reason, parts, reissue_fee
from mayoke.breach.facts.affected import find as affected
from mayoke.breach.facts.cause import find as cause
from mayoke.breach.facts.contacts import find as contacts
from mayoke.breach.facts.events import find as timeline
from mayoke.breach.facts.exposure import find as exposure
from mayoke.breach.facts.items import find as items
from mayoke.breach.facts.kind import find as kind
from mayoke.breach.facts.kind.find import KindFound
from mayoke.breach.facts.parties import find as parties
from mayoke.breach.facts.parties.find import Parties
from mayoke.breach.facts.sites import find as sites
from mayoke.breach.facts.status import find as status
from mayoke.breach.read.layout import lay_out
from mayoke.breach.reading import Part, Reading
from mayoke.records.incident import Contacts, Incident, Located
from mayoke.records.notice import Notice
from mayoke.records.reading import NoticeReading


def find(notice: Notice) -> NoticeReading:
    """What a notice says. Pure; never raises on a notice that was read."""
    reading = counted.count(when.resolve(lay_out(notice)))
    sort = kind.find(reading)
    reading = replace(reading, kind=sort.document_kind)
    names = parties.find(reading)
    desk, desk_where = contacts.find(reading, names)
    incidents: tuple[Incident, ...] = ()
    if sort.describes_incident:
        incidents = tuple(
            _incident(reading, part, names, desk, desk_where) for part in parts.split(reading)
        )
    return _document(reading, sort, names, desk, incidents)


def _document(
    reading: Reading,
    sort: KindFound,
    names: Parties,
    desk: Contacts,
    incidents: tuple[Incident, ...],
) -> NoticeReading:
    return NoticeReading(
        notice=reading.notice,
        describes_incident=sort.describes_incident,
        document_kind=sort.document_kind,
        report=sort.report,
        negative_kind=sort.negative_kind,
        organisation=names.organisation,
        organisation_from=names.organisation_from,
        notice_date=reading.told.date,
        notice_date_basis=reading.told.basis,
        document_date=reading.told.document_date,
        contacts=desk,
        incidents=incidents,
        gaps=reading.notice.gaps,
        where=sort.where,
    )


def _incident(
    reading: Reading,
    part: Part,
    names: Parties,
    desk: Contacts,
    desk_where: dict[str, tuple[Located, ...]],
) -> Incident:
    """The facts of one incident of the page."""
    hit, site_where = sites.find(reading, names)
    periods, subjects = exposure.find(reading, part)
    kinds = items.find(reading, part)
    why = cause.find(reading, part)
    state = status.find(reading, part)
    events = timeline.find(reading, part, names)
    fee, fee_where = reissue_fee.find(reading)
    where = {
        **names.where,
        **site_where,
        **kinds.where,
        **desk_where,
        "cause": why.where,
        "leak_status": state.where,
        "reissue_fee": fee_where,
    }
    if reading.told.date and reading.told.span:
        where["notice_date"] = (Located(reading.told.date, reading.quote(*reading.told.span)),)
    return Incident(
        organisation=names.organisation,
        organisation_from=names.organisation_from,
        publisher=names.publisher,
        processor=names.processor,
        sites=hit,
        notice_date=reading.told.date,
        notice_date_basis=reading.told.basis,
        document_date=reading.told.document_date,
        exposure=periods,
        subject_periods=subjects,
        affected_count=affected.find(reading, part),
        groups=kinds.groups,
        data_items=kinds.leaked,
        data_items_negated=kinds.negated,
        data_items_flags=kinds.flags,
        cause=why.cause,
        cause_confirmed=why.confirmed,
        leak_status=state.leak_status,
        misuse=state.misuse,
        timeline=events,
        contacts=desk,
        delays=delays.derive(events, periods),
        delay_reason=delay_reason.find(reading, part),
        reissue_fee=fee,
        where={name: found for name, found in where.items() if found},
    )
