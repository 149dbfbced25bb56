import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import mayoke.doors
from mayoke.doors.objects.verdict_json import dumps, verdict_object
from mayoke.records.verdict import Sentence
from tests.doors.verdicts import SCAM, weighed

SCHEMA: dict[str, Any] = json.loads(
    Path(mayoke.doors.__path__[0], "verdict.schema.json").read_text(encoding="utf-8")
)


def validate(value: object) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(value)


def test_a_full_verdict_keeps_the_schema() -> None:
    validate(verdict_object(SCAM, "a.eml", "ja", {"1:text": "本文"}))


def test_an_empty_verdict_keeps_the_schema() -> None:
    bare = replace(SCAM, brand=None, family=None, evidence=(), gaps=(), advice=(), would_change=())
    validate(verdict_object(bare, "-", "en"))


def test_another_field_breaks_the_schema() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate({**verdict_object(SCAM, "a.eml", "ja"), "score": 3})


def test_the_brand_is_named_in_the_readers_language() -> None:
    assert verdict_object(SCAM, "-", "ja")["brand"] == {"slug": "shop", "name": "お店"}
    assert verdict_object(SCAM, "-", "en")["brand"] == {"slug": "shop", "name": "Shop"}


def test_hostile_text_is_exact_but_steers_nothing() -> None:
    quote = "a\x1b[31m\x9b\u202e\u200b\ud800\x7fカード"
    hostile = replace(SCAM, evidence=(weighed(quote=quote, says=Sentence(quote, quote)),))
    data = dumps(verdict_object(hostile, "-", "ja"))
    assert json.loads(data)["evidence"][0]["quote"] == quote
    text = data.decode("utf-8")
    assert not set(text) & set("\x1b\x9b\u202e\u200b\x7f\n")
    assert "カード" in text
