"""Finds the lines that were broken at a fixed width, in the middle of a sentence or a word."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

_NARROW = re.compile("[ -~｡-ﾟ]+")
_ENDS = frozenset("。．！？!?：:;；」』】〕》〉＞>≫|｜*＊=＝_＿─━―-－…♪★☆◆■●")
_WORD = re.compile("[!-~]+")
_NO_START = frozenset(
    "、。，．,.）)」』】〕》〉］]｝}！？!?・：；々ゝゞーぁぃぅぇぉっゃゅょァィゥェォッャュョ％%～〜"
)
"""Characters that Japanese typesetting keeps off a line's start (JIS X 4051 §6.1)."""
_HANGING = frozenset("、。，．」』）")
"""They may hang over the edge, so that such a line tells the width less two cells."""
_NO_END = frozenset("（(「『【〔《〈［[｛{")
_OPEN = re.compile("[（(「『]")
_CLOSE = re.compile("[）)」』]")
_PHONE = re.compile("[0-9(]{2,5}[-)][0-9]")
_FILE = re.compile("\\.(?:html?|php|pdf|aspx?|jsp)$")
_MIN_WIDTH = 30
_MIN_SINGLE = 56
_SUPPORT = 2
_MARGINS = 40
_SLACK = 2
"""Cells by which lines of one width differ: a character of two cells does not fit into one."""
_GOES_ON = re.compile(
    "(?:[をにがはでの]|における|による|により|に関する|関する|に対する|に係る|に伴う|に伴い|について、"
    "|および|及び|並びに|ならびに|または|又は|あるいは|もしくは|かつ|[、，､])$"
)
"""A line that ends so has not said its say yet."""
_SAID = re.compile("(?:もの|とは|ちは|まで|皆様に|さまに|までに|[くたみ]に)$")
_INFLECTED = re.compile(
    "ます|ました|まし[たて]|ません|した[。、]|して(?:い|お|しま|[、。])|され[たてまる]|させ[てまたら]|れ[たてる]|られ|った|って|いたしま"
    "|きました|ていま|てお[りら]|です|でした|である|ない[。、たよ]|なかった|なくな|ので|ことが|ことを|ことに|れてい"
)
"""Endings of verbs, with which no line of its own begins."""
_OPENER = re.compile(
    "なお|また[、は]|ただし|但し|このうち|うち[、 　]?[^のにちとへ]|このたび|この度|さらに|しかし|一方|以上|つきましては|尚、"
)
_AMOUNT = re.compile(
    "[0-9０-９万千](?:件|名|人|社|通|円|団体|世帯|口座|組|台|枚|冊|本|％|%)(?:分|様)?[)）]?$"
)
_PARTICLE = re.compile("[をがはにのでとも分様以、。,）)」~～〜から]|より|程|余")
_TORN = re.compile(
    "[ァ-ヺー][ァ-ヺー]|[A-Za-z0-9][A-Za-z0-9]|.(?:[をがはのにでともや][^ぁ-ん]|[ぁ-ん]、)"
)
_MIN_PHRASE = 20
_WIDE_DIGIT = re.compile("[０-９]")
_DIGITS = {0xFEE0 + c: c for c in range(0x30, 0x3A)}
_SIGNS = {0xFEE0 + c: c for c in range(0x21, 0x7F) if not chr(c).isalnum()}


def width(line: str) -> int:
    """Cells a line takes on a terminal: two for a Japanese character, one for ASCII."""
    return 2 * len(line) - sum(map(len, _NARROW.findall(line)))


def continues(lines: Sequence[str], own: Sequence[bool], firm: Sequence[bool] = ()) -> list[bool]:
    """Does line ``i`` continue line ``i - 1``?

    ``lines`` are stripped on the right; ``own[i]`` says that line ``i`` is a thing of its own
    whatever its shape (an empty line, a heading, an entry of a list), ``firm[i]`` that line ``i``
    looks whole although it may end in a particle (``■お客様へ``). A line is broken by width when
    the first word of the next would not have fitted on it, as programs wrap; by sense when it ends
    in a comma, a particle or an open bracket, or the next begins with the ending of a verb.
    """
    widths, margin, support = _measure(lines, own)
    narrow = _narrowed(lines, own, support)
    if narrow:
        return continues(narrow, own, firm)
    lengths = [len(line) for line in lines]
    letters, more = _margin(lines, lengths, own, slack=1)
    by_letters = more > 2 and more >= 0.7 * support  # some programs count letters, not cells
    found = [False] * len(lines)
    for i in range(1, len(lines)):
        before, line = lines[i - 1], lines[i].lstrip()
        if own[i] or not before or not line:
            continue
        cells = widths[i - 1]
        found[i] = (
            _is_torn(before, line, cells)
            or (cells >= _MIN_PHRASE and not (firm and firm[i - 1]) and _goes_on(before))
            or (
                not begins(before, line)
                and (
                    _is_full(before, line, cells, margin)
                    or (by_letters and _is_full(before, line[:1], lengths[i - 1], letters))
                )
            )
        )
    return found


def _measure(lines: Sequence[str], own: Sequence[bool]) -> tuple[list[int], int, int]:
    """The width of each line, the width the text was broken at, and how many lines tell so."""
    widths = [width(line) for line in lines]
    hung = [size - 2 * (line[-1:] in _HANGING) for size, line in zip(widths, lines, strict=True)]
    return (widths, *_margin(lines, hung, own))


def _narrowed(lines: Sequence[str], own: Sequence[bool], support: int) -> list[str]:
    """The lines with narrow digits, or digits and signs, where those tell the width better.

    Text that was widened after it had been broken has lines of no common width.
    """
    if not any(_WIDE_DIGIT.search(line) for line in lines):
        return []
    best: list[str] = []
    for table in (_DIGITS, _DIGITS | _SIGNS):
        narrow = [line.translate(table) for line in lines]
        _, _, told = _measure(narrow, own)
        if told > support:
            best, support = narrow, told
    return best


def joint(before: str, line: str) -> str:
    """Two pieces of a broken line as one, with a space only between Latin words."""
    return f"{before} {line}" if keeps_space(before, line) else before + line


def keeps_space(before: str, line: str) -> bool:
    """Does a space belong between them: a Latin sentence, no broken word, number or address?"""
    end, start = before[-8:], line[:4]
    if not (end.isascii() and start.isascii() and end[-1:].isalpha() and start[:1].isalpha()):
        return False
    token = before[-200:].split()[-1:]
    return not token or not ("://" in token[0] or "@" in token[0] or "www." in token[0])


def _goes_on(before: str) -> bool:
    """Has the line not said its say?"""
    end = before[-8:]
    return _GOES_ON.search(end) is not None and _SAID.search(end) is None


def _is_torn(before: str, line: str, cells: int) -> bool:
    """Can the next line not stand alone?"""
    if line[0] in _NO_START and line[0] not in "・～〜":
        return True
    if cells >= _MIN_PHRASE and before[-1] not in _ENDS and _INFLECTED.match(line):
        return True
    return before[-1] in _NO_END or _is_open(before, line) or _is_address(before, line)


def _is_address(before: str, line: str) -> bool:
    """Is a web address broken here?"""
    if not before[-1].isascii() or "://" not in before[-300:]:
        return False
    address = _WORD.findall(before[-300:])[-1]
    word = _WORD.match(line)
    if "://" not in address or word is None or _PHONE.match(word[0]):
        return False
    return address[-1] in "/-_?=&.%~" or "/" in word[0] or _FILE.search(word[0]) is not None


def _is_open(before: str, line: str) -> bool:
    """Does the next line close a bracket that this one opened?"""
    opened = max(before.rfind("("), before.rfind("（"), before.rfind("「"), before.rfind("『"))
    if opened < 0 or len(before) - opened > 200 or _CLOSE.search(before, opened):
        return False
    closed = _CLOSE.search(line, 0, 200)
    if closed is None:
        return False
    again = _OPEN.search(line, 0, closed.start())
    return again is None and "。" not in line[: closed.start()]


def _is_full(before: str, line: str, size: int, margin: int) -> bool:
    """Would the first word of the next line not have fitted?"""
    if not margin or before[-1] in "。！？" or (before[-1] in _ENDS and size < margin - 1):
        return False
    return margin < size + _first_word(line) and size <= margin + _SLACK


def begins(before: str, line: str) -> bool:
    """Is it a new sentence or entry, although the line before is as long as the others?"""
    if before[-1] != "、" and _OPENER.match(line):
        return True
    return _AMOUNT.search(before[-12:]) is not None and _PARTICLE.match(line) is None


def _first_word(line: str) -> int:
    """Cells of the piece that cannot be broken further."""
    word = _WORD.match(line)
    size = width(word[0]) if word else 2
    at = word.end() if word else 1
    while at < len(line) and line[at] in _NO_START and at < 24:
        size += 2
        at += 1
    return min(max(size, 2), 24)


def _margin(
    lines: Sequence[str], sizes: Sequence[int], own: Sequence[bool], *, slack: int = _SLACK
) -> tuple[int, int]:
    """The size at which the text was broken, and how many lines tell so; ``(0, 0)`` if none."""
    unfinished = [
        i
        for i in range(len(lines) - 1)
        if 2 * len(lines[i]) >= _MIN_WIDTH and lines[i][-1] not in _ENDS and not own[i + 1]
    ]
    counts = Counter(sizes[i] for i in unfinished)
    torn = Counter(
        sizes[i] for i in unfinished if _TORN.match(lines[i][-1] + lines[i + 1].lstrip()[:2])
    )
    ordered = sorted(sizes)
    for margin in sorted(counts, reverse=True)[:_MARGINS]:
        near = range(margin - slack, margin + 1)
        support = sum(counts[cells] for cells in near)
        evident = sum(torn[cells] for cells in near)
        longer = len(ordered) - bisect_right(ordered, margin + slack)
        allowed = 2 * support if evident * 3 >= support else support // 3
        if support >= _SUPPORT and longer <= allowed:
            often = [size for size in near if counts[size] > 1]
            return often[-1] if often else margin, support
    if len(unfinished) == 1 and _is_prose(lines, sizes, unfinished[0]):
        return sizes[unfinished[0]], 1
    return 0, 0


def _is_prose(lines: Sequence[str], sizes: Sequence[int], i: int) -> bool:
    """Is this the longest line, and a sentence that ends on the next?"""
    return (
        2 * len(lines[i]) >= _MIN_SINGLE
        and sizes[i] >= max(sizes)
        and "、" in lines[i]
        and "。" in lines[i + 1]
    )
