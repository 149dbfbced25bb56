import itertools

import numpy as np
import pytest

from mayoke.mail.campaigns import buckets
from mayoke.mail.campaigns import index as module
from mayoke.mail.campaigns.index import Index
from mayoke.mail.campaigns.minhash import SIZE, shared, signature
from mayoke.mail.campaigns.sketch import Sketch
from tests.mail.campaigns.families import FAMILIES, WHO, written


def invented(seed: int) -> Sketch:
    return Sketch(np.random.default_rng(seed).integers(0, 1 << 16, SIZE, dtype=np.uint16), 100)


def test_an_unknown_mail_is_not_found_and_looking_changes_nothing() -> None:
    index = Index()
    assert index.look_up(invented(1)) is None
    assert len(index) == 0
    index.add(invented(1))
    assert index.look_up(invented(2)) is None
    assert len(index) == 1


def test_campaigns_are_numbered_from_one_and_keep_their_number() -> None:
    index = Index()
    assert [index.add(invented(seed)) for seed in (1, 2, 1, 3, 2)] == [1, 2, 1, 3, 2]


def test_a_mail_that_adds_nothing_is_not_kept_twice() -> None:
    index = Index()
    for _ in range(50):
        index.add(invented(1))
    assert len(index) == 1


def test_an_index_restored_from_its_rows_answers_the_same() -> None:
    index = Index()
    for family, who in itertools.product(FAMILIES, WHO[:3]):
        index.add(written(family, who))
    again = Index.restore(index.rows())
    assert list(again.rows()) == list(index.rows())
    for family in FAMILIES:
        asked = written(family, WHO[4])
        assert again.look_up(asked) == index.look_up(asked)
        assert again.look_up(asked) is not None
    assert again.add(invented(9)) == len(FAMILIES) + 1


def test_rows_are_given_from_a_number_on_so_that_a_store_adds_only_the_new() -> None:
    index = Index()
    index.add(invented(1))
    held = len(index)
    index.add(invented(2))
    assert [row.campaign for row in index.rows(held)] == [2]


def test_a_row_of_the_wrong_size_is_refused() -> None:
    row = module._row(invented(1), 1)
    short = module.Row(1, row.words[:-2], 100, 0, 0, 0, (), (), "")
    with pytest.raises(ValueError, match="128"):
        Index.restore([short])


def test_what_lies_in_an_older_segment_is_still_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buckets.Segment, "full", property(lambda self: self.size >= 10))
    monkeypatch.setattr(module, "CAPACITY", 10)
    index = Index()
    given = [index.add(invented(seed)) for seed in range(35)]
    found = [index.look_up(invented(seed)) for seed in range(35)]
    assert [match.campaign for match in found if match] == given


def test_the_signature_tells_the_share_of_common_pieces() -> None:
    left = signature(f"piece {n}" for n in range(600))
    right = signature(f"piece {n}" for n in range(200, 800))
    assert abs(shared(left, right) - 0.5) < 0.13
    assert shared(left, signature(f"other {n}" for n in range(600))) < 0.05


def test_the_signature_is_the_same_on_every_machine() -> None:
    assert signature(["あ", "い", "う"])[:4].tolist() == [649, 3190, 22037, 44800]


def test_a_shared_link_host_brings_mails_together_for_comparison() -> None:
    one = Sketch(invented(1).words, 100, hosts=("b.example", "a.example"))
    other = Sketch(invented(2).words, 100, hosts=("b.example",))
    both = (buckets.slots(one) == buckets.slots(other)) & (buckets.slots(one) >= 0)
    assert both[buckets.BANDS :].sum() == 1
