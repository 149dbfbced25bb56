"""Tables of any Japanese charset, read row by row within bounds."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mayoke.records.errors import BadInput, EmptyInput, TooLarge, UnsupportedInput
from mayoke.text.charset import decode

SIZE_MAX: Final = 8_000_000_000
COLUMNS_MAX: Final = 200
LINE_MAX: Final = 100_000
SAMPLE: Final = 65_536
SAMPLE_ROWS: Final = 60
_CHUNK: Final = 4_194_304
_NOT_TEXT: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x1f\x8b", b"\x89PNG")
_CODECS: Final = {
    "utf-8": "utf-8-sig",
    "ascii": "utf-8-sig",
    "euc-jp": "euc_jis_2004",
    "iso-2022-jp": "iso2022_jp_ext",
    "windows-1252": "cp1252",
    "gb18030": "cp932",  # both fit most short Japanese; nothing here is Chinese
}


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows: where, in which charset, how its cells are parted, its first rows.

    ``rows_about``: how many rows, judged from the first ones.
    """

    path: Path
    codec: str
    delimiter: str
    head: tuple[tuple[str, ...], ...]
    size: int
    rows_about: int


def open_table(path: Path) -> Table:
    """Find out how the file is written. Raises EmptyInput, TooLarge, UnsupportedInput, OSError."""
    size = path.stat().st_size
    if size > SIZE_MAX:
        raise TooLarge(f"larger than {SIZE_MAX // 10**9} GB; split it")
    with path.open("rb") as stream:
        first = stream.read(SAMPLE)
        if not first.strip():
            raise EmptyInput("the file is empty")
        if first.startswith(_NOT_TEXT):
            raise UnsupportedInput("this is no CSV; save the list as CSV first")
        codec = _codec(first, stream)
    text = first.decode(codec, "ignore")
    if "\0" in text:
        raise UnsupportedInput("this is no CSV; save the list as CSV first")
    lines = text.splitlines()
    whole = lines if len(first) < SAMPLE else lines[:-1]
    delimiter = _delimiter([line for line in whole[:SAMPLE_ROWS] if line.strip()])
    about = max(1, len(lines) * size // len(first))
    table = Table(path, codec, delimiter, (), size, about)
    head = tuple(tuple(row) for row, _ in zip(rows(table), range(SAMPLE_ROWS), strict=False))
    return Table(path, codec, delimiter, head, size, about)


def rows(table: Table) -> Iterator[list[str]]:
    """Every row but blank lines, as it stands; a few in memory at a time.

    Raises BadInput, TooLarge for rows no list of purchases has.
    """
    with table.path.open("rb") as raw:
        text = io.TextIOWrapper(raw, table.codec, errors="replace", newline="")
        reader = csv.reader(_lines(text), delimiter=table.delimiter)
        try:
            for row in reader:
                if len(row) > COLUMNS_MAX:
                    raise TooLarge(f"more than {COLUMNS_MAX} columns")
                if row:
                    yield row
        except csv.Error as error:
            raise BadInput("a quotation mark is not closed, or a cell is far too long") from error


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(LINE_MAX):
        if len(line) == LINE_MAX:
            raise TooLarge("a line of more than 100,000 characters")
        yield line


def _codec(first: bytes, stream: io.BufferedReader) -> str:
    """The charset, by the surroundings of the first characters that are not ASCII."""
    if first[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    chunk = first
    while chunk.isascii() and b"\x1b" not in chunk:
        chunk = stream.read(_CHUNK)
        if not chunk:
            return "utf-8-sig"
    at = next(n for n in range(0, len(chunk), 4096) if _tells(chunk[n : n + 4096]))
    start = chunk.rfind(b"\n", 0, at) + 1
    sample = chunk[start : at + SAMPLE]
    if start + len(sample) < len(chunk) or len(chunk) >= SAMPLE:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    used = decode(sample, None).used
    if used == "windows-1252" and _fits_cp932(sample):
        return "cp932"  # half-width kana alone; Western letters are rare in such lists
    return _CODECS.get(used, used)


def _fits_cp932(sample: bytes) -> bool:
    try:
        sample.decode("cp932")
    except UnicodeDecodeError:
        return False
    return True


def _tells(block: bytes) -> bool:
    return not block.isascii() or b"\x1b" in block


def _delimiter(lines: list[str]) -> str:
    """The sign that parts most lines into the same number of cells, more than one."""
    best, most = ",", 0
    for sign in (",", "\t", ";", "|"):
        counts = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if len(row) > 1)
        score = max((n * min(cells, 5) for cells, n in counts.items()), default=0)
        if score > most:
            best, most = sign, score
    return best
