"""From a message to its signals and gaps."""

from dataclasses import dataclass
from functools import cache

from mayoke.mail.signals import gaps, phrases
from mayoke.mail.signals.catalogue import Find, all_signals, structural
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.scattered import without_scattered
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal

_PER_SIGNAL = 3


@dataclass(frozen=True, slots=True)
class Found:
    """What a message shows, and what could not be checked."""

    signals: tuple[Signal, ...]
    gaps: tuple[Gap, ...]


def find(ctx: Context) -> Found:
    """Run every signal; those scattered over a long message do not count.

    One that fails becomes a gap: it must never read as "nothing found".
    """
    signals: list[Signal] = []
    unchecked: dict[Gap, None] = dict.fromkeys(ctx.message.gaps)
    for name, run in (*_structural(*_parts(ctx)), ("phrases", phrases.find), ("gaps", gaps.find)):
        left = _PER_SIGNAL
        try:
            for item in run(ctx):
                if isinstance(item, Gap):
                    unchecked[item] = None
                    continue
                signals.append(item)
                left -= 1
                if not left and name != "phrases":
                    break
        # The one broad except below the doors: a rule's bug must not hide the others' findings.
        except Exception:  # noqa: BLE001
            unchecked[Gap(name, "check-failed")] = None
    return Found(without_scattered(ctx, signals, all_signals()), tuple(unchecked))


def _parts(ctx: Context) -> tuple[bool, bool]:
    return bool(ctx.message.links), bool(ctx.message.attachments)


@cache
def _structural(links: bool, attachments: bool) -> tuple[tuple[str, Find], ...]:  # noqa: FBT001
    """The signals that can find anything in a message with (or without) such parts."""
    there = {"": True, "links": links, "attachments": attachments}
    return tuple(
        (signal.info.id, signal.find) for signal in structural() if there[signal.info.looks_at]
    )
