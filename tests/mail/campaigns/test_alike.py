from dataclasses import replace

import numpy as np

from mayoke.mail.campaigns.alike import alike, common
from mayoke.mail.campaigns.minhash import SIZE, signature
from mayoke.mail.campaigns.sketch import Sketch
from tests.mail.campaigns.families import CARD_STOPPED, WHO, written


def made(equal: float, *, pieces: int = 200) -> tuple[Sketch, Sketch]:
    words = np.arange(SIZE, dtype=np.uint16)
    other = words.copy()
    other[round(equal * SIZE) :] += 1000
    return Sketch(words, pieces), Sketch(other, pieces)


def test_the_reasons_name_the_common_wording_and_host_in_both_languages() -> None:
    host = "login.evil-host.example.com"
    joined = alike(
        written(CARD_STOPPED, WHO[0], host=host), written(CARD_STOPPED, WHO[1], host=host)
    )
    assert joined is not None
    assert joined.reasons[0].ja.startswith("名前や番号、リンクを除いた文面のおよそ")
    assert "wording is the same" in joined.reasons[0].en
    assert any("example[.]com" in reason.ja for reason in joined.reasons)
    assert not any("example.com" in reason.en for reason in joined.reasons)


def test_half_of_the_wording_joins_only_with_something_beside_it() -> None:
    a, b = made(0.52)
    assert alike(a, b) is None
    assert alike(replace(a, hosts=("a.example",)), replace(b, hosts=("a.example",)))
    assert alike(replace(a, mime=1, headers=2), replace(b, mime=1, headers=2))
    assert alike(replace(a, mime=1), replace(b, mime=1)) is None


def test_a_common_host_alone_joins_nobody() -> None:
    a, b = made(0.3)
    assert alike(replace(a, hosts=("a.example",)), replace(b, hosts=("a.example",))) is None


def test_a_short_text_joins_only_with_something_beside_it() -> None:
    a, b = made(1.0, pieces=6)
    assert alike(a, b) is None
    assert alike(replace(a, paths=("k/in.php",)), replace(b, paths=("k/in.php",)))


def test_mails_without_any_words_never_join() -> None:
    a = Sketch(signature([]), 0, 1, 2, 3, ("a.example",), ("k/in.php",))
    assert alike(a, a) is None
    assert common(a, a).words == 0.0


def test_structure_that_is_not_there_is_nothing_in_common() -> None:
    a, b = made(0.52)
    assert common(a, b).build == 0


def test_the_score_grows_with_what_is_common_and_stays_below_one() -> None:
    full = Sketch(signature(["a"]), 100, 1, 2, 3, ("a.example",))
    less = alike(*made(0.6))
    most = alike(full, full)
    assert less is not None
    assert most is not None
    assert 0 < less.score < most.score <= 1
