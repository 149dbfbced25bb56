"""A leak that the ledger knows, as far as a mail about it is concerned."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownLeak:
    """An incident of the ledger whose organisation, site or domain a mail names.

    ``names`` are those of the organisation and its sites as the notice wrote them; ``domains``
    the registrable domains of its sites and of its notices.
    """

    id: str
    state: str
    organisation: str | None
    names: tuple[str, ...]
    domains: frozenset[str]
    notice_date: str | None

    def told(self) -> dict[str, object]:
        """What a verdict says of it (``related.incidents``)."""
        return {
            "id": self.id,
            "organisation": self.organisation,
            "notice_date": self.notice_date,
            "state": self.state,
        }
