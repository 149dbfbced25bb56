"""What the breach room makes of one document."""

from dataclasses import dataclass, field
from typing import Literal

from mayoke.records.gap import Gap
from mayoke.records.incident import Contacts, DocumentKind, Incident, Located, NegativeKind
from mayoke.records.notice import Notice

ReportKind = Literal["first", "later", "final"]


@dataclass(frozen=True, slots=True)
class NoticeReading:
    """A document with what it says.

    ``describes_incident`` is False for whatever only looks like a breach notice; then
    ``incidents`` is empty and organisation, date and contacts stand here alone. ``where`` holds
    the words that decided what kind of document it is.
    """

    notice: Notice
    describes_incident: bool
    document_kind: DocumentKind
    report: ReportKind | None
    negative_kind: NegativeKind | None = None
    organisation: str | None = None
    organisation_from: Literal["text", "page_title", "page_frame", "url"] | None = None
    notice_date: str | None = None
    notice_date_basis: Literal["absolute", "inherited", "from_url", "weekday"] | None = None
    document_date: str | None = None
    contacts: Contacts = field(default_factory=Contacts)
    incidents: tuple[Incident, ...] = ()
    gaps: tuple[Gap, ...] = ()
    where: tuple[Located, ...] = ()

    @property
    def speaks_for_operator(self) -> bool:
        """A notice of the operator's own, not a report by others about it."""
        return self.document_kind in {
            "operator_notice",
            "second_report",
            "processor_client_notice",
            "operator_faq",
        }
