"""Do two incidents concern the same organisation or site, by name or by domain?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from mayoke.records.verdict import Sentence
from mayoke.text.names import plain_name
from mayoke.text.url import parse

_SHORTEST: Final = 3
"""A name within a longer one has to be so long at least to count."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """What they share. Not ``sure``: a site or domain is the same, the organisation is not."""

    sure: bool
    says: Sentence


def kinship(one: Mapping[str, Any], other: Mapping[str, Any]) -> Kinship | None:
    """The kinship of two incidents; None when they share nothing.

    Two organisations that both have a name, and not the same, are two: they may share a shopping
    centre's domain or a processor.
    """
    mine, its = _organisation(one), _organisation(other)
    if mine and its and _alike(mine, its):
        name = str(one.get("organisation"))
        says = Sentence(f"組織の名前が同じです（{name}）", f"the same organisation ({name})")
        return Kinship(sure=True, says=says)
    sure = not (mine and its)
    domains = sorted(_domains(one) & _domains(other))
    if domains:
        same = domains[0]
        says = Sentence(f"サイトのドメインが同じです（{same}）", f"the same domain ({same})")
        return Kinship(sure, says)
    names = _site_names(one).keys() & _site_names(other).keys()
    if names:
        name = _site_names(one)[min(names)]
        says = Sentence(f"サイトの名前が同じです（{name}）", f"the same site ({name})")
        return Kinship(sure, says)
    return None


def _organisation(facts: Mapping[str, Any]) -> str:
    return plain_name(str(facts.get("organisation") or ""))


def _alike(one: str, other: str) -> bool:
    """Equal, or the shorter stands at the beginning or end of the longer."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    return len(short) >= _SHORTEST and 2 * len(short) >= len(long) and long.startswith(short)


def _sites(facts: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [site for site in facts.get("sites") or () if isinstance(site, Mapping)]


def _domains(facts: Mapping[str, Any]) -> set[str]:
    urls = (parse(str(site["url"])) for site in _sites(facts) if site.get("url"))
    return {url.registrable for url in urls if url and url.registrable}


def _site_names(facts: Mapping[str, Any]) -> dict[str, str]:
    """The sites' names in one form, and as written."""
    names = (str(site["name"]) for site in _sites(facts) if site.get("name"))
    found = {plain_name(name): name for name in names}
    return {plain: name for plain, name in found.items() if len(plain) >= _SHORTEST}
