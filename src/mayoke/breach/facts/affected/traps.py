"""Numbers that are no people or records concerned: attempts, mails, staff, populations (study §4.2)."""

from typing import Literal

from mayoke.breach.facts.affected import trap_words as words
from mayoke.breach.facts.affected.mention import Mention, part_start
from mayoke.breach.facts.affected.signs import OF_DATA

Trap = Literal["", "population", "told", "other"]
"""``population``: the whole of which a part is concerned. ``told``: people reached or spoken to,
who may be the ones concerned when nothing better stands there. ``other``: nothing of the kind."""


def trap(m: Mention, *, by_address: bool) -> Trap:
    """Why a number is no count of those concerned; "" if nothing speaks against it.

    ``by_address``: the leak is addresses shown to the recipients of a mail, so that recipients are
    the people concerned.
    """
    before, after = m.before.rstrip("(「『【 "), m.after
    if _is_object(m) or _is_titled_other(m) or _is_other(m, before, after):
        return "other"
    if _is_population(m, before, after):
        return "population"
    return "told" if not by_address and _is_told(m) else ""


def _is_population(m: Mention, before: str, after: str) -> bool:
    others = words.OF_OTHERS.search(before)
    whole = words.WHOLE_BEFORE.search(before) and not _is_listed(m)
    return bool(
        (whole and not (OF_DATA.match(after) and words.LEAKED_HERE.search(m.said)))
        or _is_size(m, before, after)
        or words.SHARE_OF.match(after)
        or (others and not words.OWN.search(others[0]))
        or (
            words.UNDER_WHOLE.match(after)
            and not (words.BOUND.search(before) or words.SUMMED.match(m.words))
        )
        or (words.HAS_THEM.match(after) and part_start(m) is None)
    )


def _is_size(m: Mention, before: str, after: str) -> bool:
    """当校の生徒数は620人です: how large the body is."""
    size = words.SIZE.search(before)
    return bool(
        size
        and m.kind not in {"affected", "count", "items"}
        and words.SIZE_SAID.match(after)
        and not words.OF_CONCERNED.search(size[0])
    )


def _is_told(m: Mention) -> bool:
    if m.number.value <= words.ONE_OR_TWO and words.TO_ONE.match(m.after):
        return True
    if words.TOLD_HOW.match(m.after):
        return True
    told = words.TOLD_AFTER.match(m.after)
    if told is None or m.words.endswith("分"):
        return False
    return told[1] is None or not words.TOLD_GUARD.search(told[0])


def _is_object(m: Mention) -> bool:
    if m.number.unit in words.OBJECTS:
        return not _is_of_cards(m)
    return (
        m.number.value <= words.OWN_ACCOUNTS_MAX and words.OWN_ACCOUNT.search(m.before) is not None
    )


def _is_of_cards(m: Mention) -> bool:
    """カード 3,014枚: cards are counted by the sheet."""
    return (
        m.number.unit == "枚"
        and m.number.value > 1
        and words.CARD.search(m.before[-24:]) is not None
    )


def _is_titled_other(m: Mention) -> bool:
    """Does the label, the row or the question name a number of another kind?"""
    if words.QUESTION_OTHER.search(m.titles.rpartition("\n")[2]) or words.LABEL_OTHER.search(m.row):
        return True
    return words.LABEL_OTHER.search(m.label) is not None


def is_negated(m: Mention) -> bool:
    """Does the sentence say that the data of these people did not leak?"""
    said = words.NEGATED.match(words.BRACKETS.sub("", m.after))
    return said is not None and not words.AFFIRMED.search(said[0])


def _is_other(m: Mention, before: str, after: str) -> bool:
    near = before[-40:]
    return bool(
        (words.BEFORE.search(near) and not _is_listed(m))
        or words.AFTER_OTHER.match(after)
        or words.MISUSE_BEFORE.search(near)
        or words.MISUSE_NOUN.search(near)
        or is_overlap(m)
        or _is_of_incidents(m, near, after)
        or (words.MANAGED.match(after) and not words.LEAKED_HERE.search(m.said))
        or words.ELSEWHERE.search(before)
        or words.VIEWERS.match(after)
        or words.REACHED.search(near)
        or words.SPARED.search(near)
        or _is_each(m, before)
        or words.RETURNED.search(before)
        or words.EXAMINED.search(before)
        or words.MONEY.search(near)
        or (part_start(m) is not None and words.MISUSE_AFTER.match(after))
        or _is_staff(m, before, after)
        or (words.HEADCOUNT.search(near) and not _is_listed(m))
        or (
            words.SIZE_BEFORE.search(near)
            and words.SIZE_AFTER.match(after)
            and not words.LEAKED.search(m.said)
        )
        or (
            words.FAKE.search(m.said)
            and words.TYPED.search(near)
            and before.endswith(("が", "は", "も", "を"))
        )
        or (m.number.unit in words.COMPANIES and not _is_company(m, before, after))
    )


def is_overlap(m: Mention) -> bool:
    """重複86名, 86名の重複, 両プランをご利用の方が21名いらっしゃいます."""
    if m.before.endswith(words.OVERLAP) or words.OVERLAP_AFTER.match(m.after):
        return True
    return words.BOTH.search(m.before) is not None and words.BOTH_AFTER.match(m.after) is not None


def _is_each(m: Mention, before: str) -> bool:
    """購入履歴(最大10件), 直近3件: how many of each person's."""
    if m.number.unit != "件" or m.number.value > words.EACH_MAX:
        return False
    return before.endswith(words.LATEST) or (
        m.number.qualifier == "max" and words.EACH.search(before) is not None
    )


def _is_of_incidents(m: Mention, near: str, after: str) -> bool:
    """紛失について(2件): so many incidents, not records."""
    if m.number.unit != "件" or m.number.value > words.SMALL:
        return False
    return (
        m.before.endswith("(")
        and after[:1] == ")"
        and len(after) <= words.TITLE_REST
        and words.INCIDENTS.search(near) is not None
    )


def _is_listed(m: Mention) -> bool:
    """Is the number the value of a line under a heading of the affected?"""
    return m.kind in {"affected", "count"} and not m.before.strip("・:\t ")


def _is_staff(m: Mention, before: str, after: str) -> bool:
    return (
        m.number.unit in {"名", "人"}
        and words.STAFF_BEFORE.search(before) is not None
        and words.STAFF_AFTER.match(after) is not None
        and (
            m.number.value <= words.SMALL
            or "の" in after[:1]
            or words.CAN_SEE.match(after) is not None
            or words.SEARCHING.match(after) is not None
        )
        and not after.startswith(("分", "の情報", "の個人情報", "の氏名"))
    )


def _is_company(m: Mention, before: str, after: str) -> bool:
    """Companies concerned, not card companies, list brokers or the firms of people counted next."""
    if m.number.value <= 2 or words.NEXT_PEOPLE.match(after) or words.OTHER_FIRMS.search(before):
        return False
    if m.number.unit == "者" and m.number.value <= words.SMALL:
        return False
    if m.number.unit == "先":  # how banks count customers
        return m.short and m.number.value > words.SMALL
    return bool(
        words.FIRMS.search(before[-24:])
        or words.FIRMS.search(m.label)
        or words.OF_FIRMS.match(after)
    )
