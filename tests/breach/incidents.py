"""An invented incident with everything in it, for tests of what is made from one."""

from mayoke.records.incident import (
    AffectedCount,
    Contacts,
    Event,
    Exposure,
    Incident,
    Located,
    Quote,
    Site,
)

HERE = Quote("引用", 0, 2)


def event(day: str, kind: str, detail: str | None = None, actor: str = "operator") -> Event:
    return Event(day, "day", kind, actor, "absolute", HERE, detail)  # type: ignore[arg-type]


def incident() -> Incident:
    """A shop's card leak: told 1 March, shop stopped, announced 1 July."""
    return Incident(
        organisation="株式会社しおさい堂",
        organisation_from="text",
        sites=(Site("しおさい堂 本店", "https://shop.shiosai.example.jp/"),),
        notice_date="2024-07-01",
        notice_date_basis="absolute",
        exposure=(Exposure("2023-04-01", "2024-03-01", "purchase", "day", HERE),),
        affected_count=(
            AffectedCount(1200, "件", "max", "card", None, HERE, primary=True),
            AffectedCount(1100, "名", "exact", "card_holder", 0, HERE, relation="same"),
        ),
        data_items=("card_number", "card_expiry", "card_security_code"),
        data_items_negated=("password",),
        cause="web_skimming",
        cause_confirmed=True,
        leak_status="possible",
        misuse="possible",
        timeline=(
            event("2024-03-01", "suspicion_notified", actor="card_company"),
            event("2024-03-01", "card_payment_stopped"),
            event("2024-03-04", "site_stopped"),
            event("2024-03-05", "ppc_reported", "preliminary"),
            event("2024-03-08", "investigation_started"),
            event("2024-05-20", "investigation_completed", actor="forensics"),
            event("2024-05-27", "police_reported", "damage_report"),
            event("2024-07-01", "disclosed"),
        ),
        contacts=Contacts(
            ("0120-000-456",), ("desk@shiosai.example.jp",), "平日9時から17時", "お客様窓口"
        ),
        delay_reason=Quote("調査の結果を待つことにいたしました", 10, 27),
        reissue_fee="borne_by_operator",
        where={"cause": (Located("web_skimming", HERE),)},
    )
