"""Somebody outside told of the suspicion: card company, brand or payment processor.

Excluded: what such a firm tells later (result, consent to reopen, lists), and what was told to it.
"""

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.rule import Case, Finding, Rule

OF_CARDS = ("card_company", "card_brand", "payment_processor")


def judge(case: Case) -> Finding | None:
    """Told by the card side?"""
    heard = case.heard
    if heard is None or heard.teller.actor not in OF_CARDS:
        return None
    return Finding("suspicion_notified", heard.teller.actor, heard.start, heard.end)


RULE = Rule("suspicion_notified", words.NOTICE, judge)
