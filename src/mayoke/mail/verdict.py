"""Judge: from signals to a verdict that can be explained."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mayoke.mail.model.score import Features, Score, decide, kind_scores, probabilities, score
from mayoke.mail.model.text_model import mask
from mayoke.mail.model.weights import Model
from mayoke.mail.signals import wording
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.find import Found
from mayoke.records.brand import Brand
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo
from mayoke.records.verdict import (
    Probabilities,
    Sentence,
    Verdict,
    VerdictWord,
    Versions,
    Weighed,
)
from mayoke.registry.load import Registry

_COUNTERFACTUALS = 4
_VALUE_LIMIT = 120
_WORDING_LEAST = 0.5
_WIDEN = 30
_STOPS = "。.!?\n、,"
_NAMES: Mapping[VerdictWord, Sentence] = {
    "scam": Sentence("詐欺メール", "scam"),
    "junk": Sentence("迷惑な広告メール", "junk"),
    "clean": Sentence("あやしい点は見つかりませんでした", "nothing suspicious found"),
    "unsure": Sentence("判断がつきません", "cannot tell"),
}


@dataclass(frozen=True, slots=True)
class Judge:
    """Everything that judging needs beside the message."""

    model: Model
    catalogue: Mapping[str, SignalInfo]
    registry: Registry
    versions: Versions

    def features(self, ctx: Context, found: Found, masked: str) -> Features:
        """What is weighed in a message; ``masked`` is its reading, masked."""
        language = "ja" if ctx.japanese else "other"
        scores = self.model.text[language].scores(masked)
        names = dict.fromkeys(signal.id for signal in found.signals)
        signals = tuple((name, self.catalogue[name].speaks_for) for name in names)
        return Features(
            language,
            signals,
            text_scam=scores[0] if ctx.japanese else 0.0,
            text_junk=scores[-1],
            lexical=frozenset(name for name in names if self.catalogue[name].lexical),
        )

    def judge(self, ctx: Context, found: Found) -> Verdict:
        """The verdict, without advice and with gaps as codes."""
        masked = mask(ctx.reading)
        features = self.features(ctx, found, masked)
        result = score(features, self.model.weights)
        chances = probabilities(result, self.model.weights.temperature[features.language])
        word = decide(result, chances, self.model.weights, features.language)
        kind = self._kind(features, chances, word, masked)
        weighed = self._weigh(found, word)
        if word != "clean":
            weighed += self._wording(ctx, features, result, masked)
        imitated = self._imitated(ctx, found) if word == "scam" or kind == "phishing" else None
        return Verdict(
            verdict=word,
            kind=kind,
            family=self.registry.kinds[kind].family,
            brand=imitated,
            probabilities=chances,
            evidence=weighed,
            gaps=found.gaps,
            advice=(),
            would_change=self._would_change(features, word, weighed),
            unwrapped=ctx.message.unwrapped,
            carrier=ctx.message.carrier,
            message_id=ctx.message.message_id,
            versions=self.versions,
        )

    def _imitated(self, ctx: Context, found: Found) -> tuple[str, str, str] | None:
        """Whose name is used: who the mail claims to be, else whom a finding names."""
        if ctx.claim is not None:
            return _names(ctx.claim.brand)
        named = next((s.values["brand"] for s in found.signals if "brand" in s.values), None)
        brands = self.registry.brands.values()
        return next((_names(brand) for brand in brands if brand.name_ja == named), None)

    def _kind(
        self, features: Features, chances: Probabilities, word: VerdictWord, masked: str
    ) -> str:
        likeliest = word
        if word == "unsure":
            likeliest = "scam" if chances.scam >= chances.junk else "junk"
        if likeliest != "scam":
            return {"junk": "advertising"}.get(likeliest, "none")
        text: tuple[float, ...] = ()
        if features.language == "ja":
            text = self.model.text["kind"].scores(masked)
        scores = kind_scores((name for name, _ in features.signals), text, self.model.weights)
        return max(scores, key=lambda kind: scores[kind])

    def _weigh(self, found: Found, word: VerdictWord) -> tuple[Weighed, ...]:
        """The findings, those for the verdict first, then by weight; found twice counts once."""
        weighed = []
        counted: set[str] = set()
        for signal in found.signals:
            weight = 0.0 if signal.id in counted else self._weight(signal.id)
            counted.add(signal.id)
            info = self.catalogue[signal.id]
            says = Sentence(_fill(info.ja, signal), _fill(info.en, signal))
            weighed.append(Weighed(signal.id, info.speaks_for, weight, signal.evidence, says))
        weighed.sort(key=lambda item: (item.speaks_for != word, -item.weight))
        return tuple(weighed)

    def _weight(self, name: str) -> float:
        scam = self.model.weights.scam.get(name, 0.0)
        junk = self.model.weights.junk.get(name, 0.0)
        speaks = self.catalogue[name].speaks_for
        share = {"scam": scam, "junk": junk, "clean": max(-scam, -junk)}[speaks]
        return round(max(share, 0.0), 3)

    def _wording(
        self, ctx: Context, features: Features, result: Score, masked: str
    ) -> tuple[Weighed, ...]:
        """The text model's share as evidence: its heaviest passage."""
        shares = [(wording.LIKE_JUNK, result.text_junk, -1)]
        if features.language == "ja":
            shares = [(wording.LIKE_SCAM, result.text_scam, 0), *shares]
        shown = [entry for entry in shares if entry[1] > _WORDING_LEAST][:1]
        if not shown and all(share < -_WORDING_LEAST for _, share, _ in shares):
            strongest = max(shares, key=lambda entry: entry[1])
            shown = [(wording.LIKE_CLEAN, strongest[1], strongest[2])]
        found = []
        for info, share, index in shown:
            model = self.model.text[features.language]
            evidence = _passage(ctx, *model.passage(masked, index, for_it=share > 0))
            if evidence.quote.strip():
                signal = Signal(info.id, evidence, {"quote": evidence.quote})
                says = Sentence(_fill(info.ja, signal), _fill(info.en, signal))
                weight = round(abs(share), 3)
                found.append(Weighed(info.id, info.speaks_for, weight, evidence, says))
        return tuple(found)

    def _would_change(
        self, features: Features, word: VerdictWord, weighed: tuple[Weighed, ...]
    ) -> tuple[Sentence, ...]:
        """The fewest strongest findings without which the verdict would be another."""
        if word == "clean":
            return ()
        strongest = [item for item in weighed if item.speaks_for != "clean" and item.weight > 0]
        removed: list[Weighed] = []
        for item in strongest[:_COUNTERFACTUALS]:
            removed.append(item)
            without = self._without(features, {gone.id for gone in removed})
            if without != word:
                ja = "、".join(f"「{_short(gone.evidence.quote)}」" for gone in removed)
                en = ", ".join(f"“{_short(gone.evidence.quote)}”" for gone in removed)
                to = _NAMES[without]
                return (
                    Sentence(
                        f"{ja}がなければ、判断は「{to.ja}」に変わります。",
                        f"Without {en} the answer would be “{to.en}”.",
                    ),
                )
        return ()

    def _without(self, features: Features, gone: set[str]) -> VerdictWord:
        kept = tuple(entry for entry in features.signals if entry[0] not in gone)
        text_scam = 0.0 if wording.LIKE_SCAM.id in gone else features.text_scam
        text_junk = 0.0 if wording.LIKE_JUNK.id in gone else features.text_junk
        fewer = replace(features, signals=kept, text_scam=text_scam, text_junk=text_junk)
        result = score(fewer, self.model.weights)
        chances = probabilities(result, self.model.weights.temperature[features.language])
        return decide(result, chances, self.model.weights, features.language)


def _names(brand: Brand) -> tuple[str, str, str]:
    return brand.slug, brand.name_ja, brand.name_en


class _Values(dict[str, str]):
    """A value that a sentence names and the signal did not give stays visible as a dash."""

    def __missing__(self, key: str) -> str:
        return "―"


def _fill(template: str, signal: Signal) -> str:
    values = _Values({key: _short(value) for key, value in signal.values.items()})
    values.setdefault("quote", _short(signal.evidence.quote))
    return template.format_map(values)


def _short(text: str) -> str:
    line = text if text.isprintable() else " ".join(text.split())
    return line if len(line) <= _VALUE_LIMIT else line[: _VALUE_LIMIT - 1] + "…"


def _passage(ctx: Context, start: int, end: int) -> Evidence:
    """A passage of ``ctx.reading`` as evidence in the subject or the body."""
    subject = ctx.subject.folded.text
    body = ctx.main_text
    if end <= len(subject) or body is None:
        return ctx.subject.evidence(min(start, len(subject)), min(end, len(subject)))
    text = body.folded.text
    begin = max(start - len(subject) - 1, 0)
    finish = min(end - len(subject) - 1, len(text))
    return body.evidence(*_sentence(text, begin, finish))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """A passage widened to where its sentence begins and ends, at most a little."""
    before = max(text.rfind(stop, max(0, start - _WIDEN), start) for stop in _STOPS)
    after = min(
        (at for stop in _STOPS if (at := text.find(stop, end, end + _WIDEN)) >= 0), default=end
    )
    return (before + 1 if before >= 0 else start), after
