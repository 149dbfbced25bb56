"""What the tests of consultations share: keys, a story, times."""

from datetime import UTC, datetime, timedelta

from mayoke.help.consultation.age import DeskKey, Identity, desk_key, identity_of, key_file, new_key
from mayoke.records.consultation import Content

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
_MADE = new_key()
KEY: DeskKey = desk_key(_MADE.public)
IDENTITY: Identity = identity_of(key_file(_MADE), lambda: "")
STORY = "宅配便を名のる電話があり、カードの番号を話してしまいました。"
MAIL = b"From: parcel@example.com\r\nSubject: Your parcel\r\n\r\nPay the fee at once.\r\n"
CONTENT = Content(
    story=STORY,
    situations=("card_number_told",),
    when=NOON.date(),
    amount=12_000,
    means=("credit_card",),
    mail=MAIL,
    text="荷物をお預かりしています",
    contact="夕方に電話をください",
    verdict="scam",
)
