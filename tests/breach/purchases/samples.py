"""Invented incidents and lists for the tests of purchases."""

from pathlib import Path

from mayoke.records.incident import Exposure, ExposureBasis, Incident, Precision, Quote, Site
from mayoke.records.purchase import Watched

HERE = Quote("この期間にご購入のお客様", 0, 12)


def exposure(
    start: str | None,
    end: str | None,
    basis: ExposureBasis = "purchase",
    precision: Precision = "day",
) -> Exposure:
    return Exposure(start, end, basis, precision, HERE)


def watched(
    name: str | None = "うみねこ雑貨店",
    *periods: Exposure,
    number: str = "a-1",
    url: str | None = "https://www.umineko.example/",
    organisation: str | None = "株式会社うみねこ商会",
    items: tuple[str, ...] = ("card_number", "card_expiry"),
    aliases: tuple[str, ...] = (),
) -> Watched:
    incident = Incident(
        organisation=organisation,
        sites=(Site(name, url),),
        notice_date="2024-09-01",
        exposure=periods or (exposure("2024-01-10", "2024-03-20"),),
        data_items=items,
    )
    return Watched(number, "published", incident, aliases)


def written(folder: Path, text: str, charset: str = "utf-8", name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(charset))
    return path
