"""The comparison of millions of purchases in DuckDB, with the query of ``affected.sql``.

The CSV file is scanned twice: for the shops' names, which are compared in Python, then for the
lines at shops that are known. Both engines use the same functions for every cell.
"""

import importlib.util
import io
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mayoke.breach.purchases.cells import mask_cards, read_day
from mayoke.breach.purchases.judge import Standing, finding_of, only_card_data
from mayoke.breach.purchases.lines import DIGIT, names_shop, way_of, yen_of
from mayoke.breach.purchases.match import Matcher
from mayoke.breach.purchases.spans import spans_of
from mayoke.breach.purchases.table import COLUMNS_MAX, LINE_MAX, Table
from mayoke.records.errors import BadInput
from mayoke.records.purchase import (
    Answer,
    Columns,
    Finding,
    NameMatch,
    Purchase,
    Role,
    Tally,
    Watched,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

QUERY: Final = Path(__file__).with_name("affected.sql")
LARGE: Final = 200_000
"""From so many rows on this engine is worth its start."""
MEMORY: Final = "640MB"
_BATCH: Final = 10_000
_WIDE: Final = "０１２３４５６７８９"


def is_there() -> bool:
    """Is DuckDB installed (the extra ``scale``)?"""
    return importlib.util.find_spec("duckdb") is not None


def compare(
    table: Table, skip: int, columns: Columns, watched: Iterable[Watched]
) -> tuple[Tally, Iterator[Finding]]:
    """As ``plain.compare``. A second header within the file is not looked for.

    Raises BadInput for a file that DuckDB cannot read, ImportError without it.
    """
    import duckdb  # noqa: PLC0415  an extra

    known = list(watched)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="mayoke-")))
        path = table.path if table.codec == "utf-8-sig" else _utf8(table, folder)
        try:
            work = _start(stack, folder, columns, known)
            try:
                work.read(path, table, skip)
            except duckdb.Error:
                if path != table.path:
                    raise
                # Not UTF-8 throughout: once more with a copy that is.
                work = _start(stack, folder, columns, known)
                work.read(_utf8(table, folder), table, skip)
            tally = work.judge()
        except duckdb.Error as error:  # its words quote the row
            raise BadInput("the file cannot be read as one table") from error
        kept = stack.pop_all()
    return tally, work.findings(kept)


def _start(stack: ExitStack, folder: Path, columns: Columns, known: list[Watched]) -> "_Work":
    import duckdb  # noqa: PLC0415  an extra

    work = _Work(stack.enter_context(duckdb.connect()), columns, known)
    work.run("SET threads = 1")
    work.run(f"SET memory_limit = '{MEMORY}'")
    work.run("SET temp_directory = ?", [str(folder / "spill")])
    return work


def _utf8(table: Table, folder: Path) -> Path:
    """A copy in UTF-8 in the private folder, which is deleted at the end."""
    copy = folder / "rows.csv"
    with table.path.open("rb") as raw, copy.open("w", encoding="utf-8", newline="") as out:
        text = io.TextIOWrapper(raw, table.codec, errors="replace", newline="")
        for line in iter(lambda: text.readline(LINE_MAX), ""):
            out.write(mask_cards(line))
    return copy


class _Work:
    """One comparison under way."""

    def __init__(self, con: "DuckDBPyConnection", columns: Columns, known: list[Watched]) -> None:
        self.con, self.columns = con, columns
        self.known = sorted(known, key=lambda one: one.id)
        self.shops: list[str] = []
        self.matches: dict[str, tuple[NameMatch, ...]] = {}
        self.spans = {one.id: spans_of(one.incident, posted=columns.posted) for one in known}
        self.card_only = frozenset(one.id for one in known if only_card_data(one.incident))
        self.lines = self.purchases = 0

    def run(self, query: str, values: Sequence[Any] = ()) -> "DuckDBPyConnection":
        """Run one statement."""
        return self.con.execute(query, list(values))

    def read(self, path: Path, table: Table, skip: int) -> None:
        """Fill ``purchases``, ``matches`` and ``spans``."""
        source = _scan(path, table, self.columns, skip)
        self._match(self._shops(source))
        self._keep(source)
        self._make_purchases()
        self._spans()

    def _shops(self, source: str) -> list[tuple[str, bool, int]]:
        """Every shop's name as written, with a day or without, and on how many lines."""
        found = self.run(
            f"SELECT merchant, regexp_matches(date, '{DIGIT}') AS dated, count(*) "  # noqa: S608
            f"FROM ({source}) GROUP BY ALL"
        ).fetchall()
        self.lines = sum(row[2] for row in found)
        return found

    def _match(self, shops: Sequence[tuple[str, bool, int]]) -> None:
        matcher = Matcher(self.known)
        names: dict[str, int] = {}
        numbers: dict[str, int] = {}
        for raw, dated, lines in shops:
            name = raw.strip()
            if not dated or not names_shop(name):
                continue
            self.purchases += lines
            masked = mask_cards(name)
            if masked not in self.matches:
                self.matches[masked] = matcher.find(masked)
            if self.matches[masked]:
                names[raw] = numbers.setdefault(masked, len(numbers))
        self.shops = list(numbers)
        self._table(
            "names", {"raw": ("VARCHAR", list(names)), "merchant": ("INTEGER", [*names.values()])}
        )
        place = {one.id: at for at, one in enumerate(self.known)}
        pairs = [
            (at, place[one.incident])
            for at, name in enumerate(self.shops)
            for one in self.matches[name]
        ]
        self._table(
            "matches",
            {
                "merchant": ("INTEGER", [at for at, _ in pairs]),
                "incident": ("INTEGER", [incident for _, incident in pairs]),
            },
        )

    def _keep(self, source: str) -> None:
        """The lines at shops that are known, as ``kept``."""
        self.run(
            "CREATE TEMP TABLE kept AS SELECT s.line_no, names.merchant, s.date, s.card, "  # noqa: S608
            "s.amount, s.refund, s.kind, s.part "
            f"FROM (SELECT row_number() OVER () AS line_no, * FROM ({source})) s "
            f"JOIN names ON names.raw = s.merchant WHERE regexp_matches(s.date, '{DIGIT}')"
        )

    def _make_purchases(self) -> None:
        """``kept`` with days, amounts and kinds read by the functions of the plain engine."""
        days = [row[0] for row in self.run("SELECT DISTINCT date FROM kept").fetchall()]
        self._table(
            "days", {"raw": ("VARCHAR", days), "day": ("DATE", [read_day(d.strip()) for d in days])}
        )
        sums = self.run("SELECT DISTINCT amount, refund FROM kept").fetchall()
        yen = [yen_of(paid.strip(), back.strip()) for paid, back in sums]
        self._table(
            "sums",
            {
                "amount": ("VARCHAR", [row[0] for row in sums]),
                "refund": ("VARCHAR", [row[1] for row in sums]),
                "yen": ("BIGINT", yen),
            },
        )
        ways = self.run("SELECT DISTINCT kind, part FROM kept").fetchall()
        self._table(
            "ways",
            {
                "kind": ("VARCHAR", [row[0] for row in ways]),
                "part": ("VARCHAR", [row[1] for row in ways]),
                "way": ("VARCHAR", [way_of(words.strip(), part.strip()) for words, part in ways]),
            },
        )
        self.run(
            "CREATE TEMP TABLE purchases AS SELECT k.line_no, k.merchant, d.day AS bought_on, "
            "t.yen AS amount, CASE WHEN t.yen < 0 THEN 'refund' ELSE w.way END AS kind, k.card "
            "FROM kept k JOIN days d ON d.raw = k.date "
            "JOIN sums t ON t.amount = k.amount AND t.refund = k.refund "
            "JOIN ways w ON w.kind = k.kind AND w.part = k.part"
        )
        self.run("DROP TABLE kept")

    def _spans(self) -> None:
        found = [(at, span) for at, one in enumerate(self.known) for span in self.spans[one.id]]
        columns: dict[str, tuple[str, list[Any]]] = {
            "incident": ("INTEGER", [incident for incident, _ in found])
        }
        for name in ("core", "near", "open"):
            for at, end in enumerate(("first", "last")):
                days = [getattr(span, name)[at] for _, span in found]
                columns[f"{name}_{end}"] = ("DATE", days)
        self._table("spans", columns)

    def judge(self) -> Tally:
        """Run the query; count the answers."""
        self.run(f"CREATE TEMP TABLE answers AS {QUERY.read_text(encoding='utf-8')}")
        rows = self.run(
            "SELECT p.merchant, a.incident, p.kind, a.standing, a.points_to IS NOT NULL, "
            "min(a.bought_on), count(*) FROM answers a JOIN purchases p USING (line_no) "
            "GROUP BY ALL"
        ).fetchall()
        answers: Counter[Answer] = Counter()
        for merchant, incident, kind, rank, points, day, number in rows:
            line = Purchase(0, day, self.shops[merchant], None, kind)
            standing = Standing(rank, day, 0 if points else None)
            answers[self._finding(line, incident, standing).answer] += number
        matched = self._one("SELECT count(*) FROM purchases")
        return Tally(self.purchases, matched, self.lines - self.purchases, dict(answers))

    def findings(self, kept: ExitStack) -> Iterator[Finding]:
        """Every finding in the order of the lines; closes everything at the end."""
        with kept:
            found = self.run(
                "SELECT line_no, p.bought_on, merchant, amount, kind, card, incident, standing, "
                "a.bought_on, points_to FROM answers a JOIN purchases p USING (line_no) "
                "ORDER BY line_no, incident"
            )
            while rows := found.fetchmany(_BATCH):
                for row in rows:
                    line = Purchase(row[0], row[1], self.shops[row[2]], *row[3:6])
                    yield self._finding(line, row[6], Standing(row[7], row[8], row[9]))

    def _finding(self, line: Purchase, number: int, standing: Standing) -> Finding:
        incident = self.known[number].id
        match = next(one for one in self.matches[line.merchant] if one.incident == incident)
        periods, card = self.spans[incident], incident in self.card_only
        return finding_of(line, match, standing, periods, card_only=card)

    def _one(self, query: str) -> int:
        row = self.run(query).fetchone()
        return int(row[0]) if row else 0

    def _table(self, name: str, columns: Mapping[str, tuple[str, Sequence[Any]]]) -> None:
        """A table of our own values; names and types are ours."""
        made = ", ".join(f"unnest(?::{kind}[]) AS {c}" for c, (kind, _) in columns.items())
        self.run(
            f"CREATE TEMP TABLE {name} AS SELECT {made}",
            [list(values) for _, values in columns.values()],
        )


_READ: Final[tuple[Role, ...]] = ("date", "merchant", "amount", "refund", "kind", "part")


def _scan(path: Path, table: Table, columns: Columns, skip: int) -> str:
    """A query for the lines after the header; what is not there is the empty text."""
    before = sum(1 for _ in _physical(table, skip))
    most = max([*map(len, table.head), *(at + 1 for at in columns.at.values())], default=1)
    names = ", ".join(f"'c{n}': 'VARCHAR'" for n in range(min(most, COLUMNS_MAX)))
    taken = [f"{_cell(columns, role)} AS {role}" for role in _READ]
    digits = (
        f"regexp_replace(translate({_cell(columns, 'card')}, '{_WIDE}', '0123456789'), "
        "'[^0-9]', '', 'g')"
    )
    taken.append(
        f"CASE WHEN length({digits}) < 4 THEN '' ELSE '****' || right({digits}, 4) END AS card"
    )
    place = str(path).replace("'", "''")
    sign = table.delimiter.replace("\t", "\\t")
    return (
        f"SELECT {', '.join(taken)} FROM read_csv('{place}', header = false, skip = {before}, "  # noqa: S608
        f"auto_detect = false, delim = '{sign}', quote = '\"', escape = '\"', strict_mode = false, "
        f"null_padding = true, parallel = false, columns = {{{names}}})"
    )


def _cell(columns: Columns, role: Role) -> str:
    at = columns.at.get(role)
    return "''" if at is None else f"coalesce(c{at}, '')"


def _physical(table: Table, skip: int) -> Iterator[str]:
    """The physical lines up to and with the ``skip``-th row that is not blank."""
    with table.path.open(encoding=table.codec, errors="replace") as text:
        seen = 0
        while seen < skip:
            line = text.readline()
            if not line:
                return
            seen += bool(line.strip("\r\n"))
            yield line
