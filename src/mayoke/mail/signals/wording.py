"""The text statistics as signals: not rules, but shown with the passage that weighed most."""

from mayoke.records.signal import SignalInfo

LIKE_SCAM = SignalInfo(
    id="wording_like_scam",
    speaks_for="scam",
    ja="「{quote}」のあたりの書き方が、詐欺メールでよく見る文面に似ています。",
    en="The wording around “{quote}” resembles that of known scam mails.",
)
LIKE_JUNK = SignalInfo(
    id="wording_like_junk",
    speaks_for="junk",
    ja="「{quote}」のあたりの書き方が、迷惑メールでよく見る文面に似ています。",
    en="The wording around “{quote}” resembles that of known junk mails.",
)
LIKE_CLEAN = SignalInfo(
    id="wording_like_clean",
    speaks_for="clean",
    ja="「{quote}」のあたりの書き方は、ふつうの連絡のメールに似ています。",
    en="The wording around “{quote}” resembles that of ordinary mail.",
)

WORDING = (LIKE_SCAM, LIKE_JUNK, LIKE_CLEAN)
