"""Hashed n-grams: masks keep offsets, scores are bounded and the heavy passage is found."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.mail.model.text_model import TextModel, TextModels, buckets, mask


def model_for(text: str, weight: float) -> TextModel:
    weights = np.zeros((1 << 18, 1), dtype=np.float16)
    for ids in buckets(mask(text), (2, 3), 18):
        weights[ids, 0] = weight
    return TextModel(weights, np.zeros(1, dtype=np.float32), (2, 3))


@given(st.text(max_size=500))
def test_mask_keeps_length(text: str) -> None:
    assert len(mask(text)) == min(len(text), 4_000)


def test_mask_hides_what_identifies() -> None:
    masked = mask("連絡先 taro@example.com まで https://example.com/x 090-1234-5678")
    assert "taro" not in masked and "example" not in masked and "1234" not in masked


@given(st.text(max_size=300))
def test_scoring_never_raises(text: str) -> None:
    assert len(model_for("あいうえお", 1.0).scores(mask(text))) == 1


def test_heaviest_passage_is_where_the_words_stand() -> None:
    model = model_for("支払いを今すぐ", 2.0)
    text = "山" * 200 + "支払いを今すぐ" + "川" * 200
    start, end = model.passage(mask(text), 0, for_it=True)
    assert start <= 200 + 7 and end >= 200


def test_short_text_scores_zero() -> None:
    assert model_for("あいう", 9.0).scores("あいう") == (0.0,)


def test_shipped_file_is_no_pickle() -> None:
    buffer = io.BytesIO()
    np.savez(buffer, ja_weights=np.array([object()], dtype=object))
    data = buffer.getvalue()
    with pytest.raises(ValueError, match="pickle"):
        TextModels(lambda: io.BytesIO(data))["ja"]
