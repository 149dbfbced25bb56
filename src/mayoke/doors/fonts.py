"""Where this machine keeps Japanese type, for the PDF sheet."""

import unicodedata
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

FOLDERS: Final = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("~/.local/share/fonts"),
    Path("~/.fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
    Path("~/Library/Fonts"),
    Path("C:/Windows/Fonts"),
    Path("~/AppData/Local/Microsoft/Windows/Fonts"),
)
"""Usual folders on Linux, macOS and Windows."""

FILES: Final = (
    "ipaexg*.ttf", "notosanscjk*", "notosansjp*", "bizud*gothic*", "ヒラギノ角ゴシック*",
    "hiragino*gothic*", "hirakaku*", "yugoth*", "meiryo*", "msgothic*", "takaogothic*", "vl-gothic*",
    "ipag*.ttf", "sourcehansans*",
)  # fmt: skip
"""Names of files with the type of ``help.sheet.FAMILIES``, in lower case; the better first."""

HINT: Final = (
    "no Japanese type was found on this machine: install fonts-ipaexfont, or print --format html"
)
HINT_JA: Final = (
    "日本語の書体が見つかりません。fonts-ipaexfont を入れるか、--format html を印刷してください"
)


def japanese_type(folders: Iterable[Path] = FOLDERS) -> tuple[Path, ...]:
    """The folder of the best Japanese type that is there; empty when there is none."""
    best: tuple[int, Path] | None = None
    for folder in folders:
        for file in _files(folder):
            rank = _rank(file.name)
            if rank is not None and (best is None or rank < best[0]):
                best = rank, file.parent
    return (best[1],) if best else ()


def _files(folder: Path) -> Iterable[Path]:
    try:
        place = folder.expanduser()
    except RuntimeError:  # nobody's home is known
        return ()
    return (path for path in sorted(place.rglob("*.[tToO][tT][fFcC]")) if path.is_file())


def _rank(name: str) -> int | None:
    lower = unicodedata.normalize("NFC", name).lower()  # macOS takes kana apart
    return next((n for n, form in enumerate(FILES) if fnmatch(lower, form)), None)
