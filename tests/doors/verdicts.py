"""A verdict to render, with every field filled."""

from mayoke.records.evidence import Evidence
from mayoke.records.gap import Gap
from mayoke.records.verdict import Probabilities, Sentence, Verdict, Versions, Weighed

LINK = "https://login.shop.example/a?b=c"


def weighed(
    signal: str = "link_host_is_not_the_brands",
    quote: str = LINK,
    part: str = "1:link:1",
    says: Sentence | None = None,
    weight: float = 2.5,
) -> Weighed:
    sentence = says or Sentence(f"リンク先は {LINK} です。", f"The link goes to {LINK}.")
    return Weighed(signal, "scam", weight, Evidence(part, 0, len(quote), quote), sentence)


def against() -> Weighed:
    sentence = Sentence("宛名があなたのお名前です。", "It greets you by your name.")
    return Weighed("greets_by_name", "clean", 0.5, Evidence("1:text", 3, 5, "花子"), sentence)


SCAM = Verdict(
    verdict="scam",
    kind="phishing",
    family="phishing",
    brand=("shop", "お店", "Shop"),
    probabilities=Probabilities(0.97, 0.02, 0.01),
    evidence=(weighed(), against()),
    gaps=(Gap("authentication", "送信元の確認の記録がありません。"),),
    advice=(Sentence("リンクを開かないでください。", "Do not open the link."),),
    would_change=(Sentence("本物なら…。", "If it were real …."),),
    unwrapped="attached",
    carrier="花子 <hanako@example.jp>",
    message_id="<1@shop.example>",
    versions=Versions("0.1.0", "1", "1"),
)
