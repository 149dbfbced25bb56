"""The help room's records together, as ``compiled_help.json`` holds them.

They lie in a file of their own: judging a mail needs none of them, and must start quickly.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from mayoke.records.contact import Contact
from mayoke.records.knowledge import KnowledgePage
from mayoke.records.situation import Deadline, Means, Situation, Step


@dataclass(frozen=True, slots=True)
class HelpRegistry:
    """Every record by its slug, in the order in which people are shown them.

    ``version`` is the SHA-256 of everything else.
    """

    version: str
    contacts: Mapping[str, Contact]
    steps: Mapping[str, Step]
    situations: Mapping[str, Situation]
    means: Mapping[str, Means]
    deadlines: Mapping[str, Deadline]
    knowledge: Mapping[str, KnowledgePage]
