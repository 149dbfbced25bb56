"""The development mails: read in place from a folder that is not part of this repository."""

import csv
import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_LABELS = {
    "phish": ("scam", "phishing"),
    "scam419": ("scam", "romance_advance_fee"),
    "malware": ("scam", "takeover_malware"),
    "spam": ("junk", "advertising"),
    "ham": ("clean", "none"),
    "ham_template": ("clean", "none"),
    "bounce": ("apart", "none"),
}

RESTRICTED = "ja_templates_restricted"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One mail with what is known about it. ``truth`` is scam, junk, clean or apart."""

    name: str
    corpus: str
    split: str
    language: str
    cluster: str
    truth: str
    kind: str
    kind_scored: bool
    brand: str
    data: bytes


def labelled(folder: Path, splits: tuple[str, ...]) -> Iterator[Labelled]:
    """Every mail of the wanted splits (``train``, ``dev``, ``restricted``), in a fixed order."""
    archives = {
        "train": "train.tar.xz",
        "dev": "dev.tar.xz",
        "restricted": "restricted_ja_ham_dev.tar.xz",
    }
    for split in splits:
        path = folder / "corpora" / archives[split]
        if path.exists():
            yield from _archive(path, split)
    labels = folder / "ja_mail" / "labels.jsonl"
    if labels.exists():
        yield from _ja_mail(labels, splits)
    yield from _own(splits)


def _archive(path: Path, split: str) -> Iterator[Labelled]:
    with tarfile.open(path, "r:xz") as archive:
        files: dict[str, bytes] = {}
        index = ""
        for member in archive:
            if not member.isfile():
                continue
            stream = archive.extractfile(member)
            data = stream.read() if stream is not None else b""
            inner = member.name.partition("/")[2]
            if inner == "index.tsv":
                index = data.decode("utf-8")
            files[inner] = data
    for row in csv.DictReader(io.StringIO(index), delimiter="\t"):
        truth, kind = _LABELS[row["label"]]
        if row["quality"].endswith("+conflict"):
            truth = "apart"
        yield Labelled(
            name=row["path"],
            corpus=row["corpus"],
            split=split,
            language="ja" if row["lang"] == "ja" else "other",
            cluster=row["cluster"],
            truth=truth,
            kind=kind,
            kind_scored=row["quality"] != "weak" and truth == "scam",
            brand="",
            data=files[row["path"]],
        )


def _ja_mail(labels: Path, splits: tuple[str, ...]) -> Iterator[Labelled]:
    for line in labels.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["split"] in splits:
            yield Labelled(
                name=f"ja_mail/{row['file']}",
                corpus="ja_mail",
                split=row["split"],
                language="ja",
                cluster=row["skeleton"],
                truth=row["verdict"],
                kind=row["kind"],
                kind_scored=row["verdict"] == "scam",
                brand=row["brand"] or "",
                data=(labels.parent / row["file"]).read_bytes(),
            )


OWN = Path(__file__).resolve().parent.parent / "mails"


def _own(splits: tuple[str, ...]) -> Iterator[Labelled]:
    """The repository's own: three in ten are kept from training, by a hash of the name.

    Mails (``.eml``) are the corpus ``own``; short messages as a phone shows them (``.txt``) are
    ``messages``.
    """
    for path in sorted(path for path in OWN.rglob("*") if path.suffix in {".eml", ".txt"}):
        name = path.relative_to(OWN).as_posix()
        split = "dev" if hashlib.sha256(name.encode()).digest()[0] % 10 < 3 else "train"
        if split not in splits:
            continue
        truth = name.partition("/")[0]
        kind = {"clean": "none", "junk": "advertising"}.get(truth, path.parent.name)
        yield Labelled(
            name=f"own/{name}",
            corpus="own" if path.suffix == ".eml" else "messages",
            split=split,
            language="ja",
            cluster=name,
            truth=truth,
            kind=kind,
            kind_scored=truth == "scam",
            brand="",
            data=path.read_bytes(),
        )


_MIME_HEADERS = (b"content-", b"mime-version")


def without_headers(data: bytes) -> bytes:
    """The mail with every header removed that is not needed to decode its body."""
    separator = b"\r\n\r\n" if b"\r\n\r\n" in data else b"\n\n"
    head, _, body = data.partition(separator)
    kept = []
    keeping = False
    for line in head.splitlines(keepends=True):
        if line[:1] not in b" \t" or not line.strip():
            keeping = line.lower().startswith(_MIME_HEADERS)
        if keeping:
            kept.append(line)
    return b"".join(kept).rstrip(b"\r\n") + separator + body
