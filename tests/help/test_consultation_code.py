"""Receipt codes and keys: how they may be typed, and what is noticed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.help.consultation import age, bech32
from mayoke.help.consultation.age import desk_key, identity_of, key_file, new_key, sealed_key_ok
from mayoke.help.consultation.code import (
    ALPHABET,
    LENGTH,
    Code,
    new_code,
    new_number,
    read_code,
    read_number,
)
from mayoke.records.errors import BadKey, BadReceipt, SealBroken

codes = st.text(ALPHABET, min_size=28, max_size=28).map(lambda text: Code(text[:8], text[8:]))
LOOKS_LIKE = {"0": "0Oo", "1": "1IiLl", "V": "VvUu"}
BETWEEN = ["", "", "", " ", "-", "　", "ー", "－", "–", "−", "‐", "ｰ", "\t", "\u200b", "・", "\n"]


def wide(text: str) -> str:
    return "".join(chr(ord(ch) + 0xFEE0) if "!" <= ch <= "~" else ch for ch in text)


@given(codes, st.data())
def test_a_code_is_read_however_it_is_typed(code: Code, data: st.DataObject) -> None:
    typed = []
    for ch in code.spelled().replace("-", ""):
        one = data.draw(st.sampled_from([ch, ch.lower(), *LOOKS_LIKE.get(ch, "")]))
        typed.append(data.draw(st.sampled_from([one, wide(one)])))
        typed.append(data.draw(st.sampled_from(BETWEEN)))
    assert read_code("".join(typed)) == code


@given(codes, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed_and_its_group_named(
    code: Code, place: int, letter: str
) -> None:
    letters = list(code.spelled().replace("-", ""))
    if letters[place] == letter:
        return
    letters[place] = letter
    with pytest.raises(BadReceipt, match=f"group {place // 5 + 1} of 6") as caught:
        read_code("".join(letters))
    assert f"左から{place // 5 + 1}番目" in caught.value.ja
    assert code.secret[:6] not in f"{caught.value!r} {caught.value.ja}"


@given(codes, st.data())
def test_two_wrong_or_exchanged_characters_are_noticed(code: Code, data: st.DataObject) -> None:
    letters = list(code.spelled().replace("-", ""))
    place = st.integers(0, LENGTH - 1)
    one, two = data.draw(st.tuples(place, place).filter(lambda pair: pair[0] != pair[1]))
    changed = letters.copy()
    if data.draw(st.booleans()):
        changed[one], changed[two] = letters[two], letters[one]
    else:
        changed[one] = data.draw(st.sampled_from(ALPHABET))
        changed[two] = data.draw(st.sampled_from(ALPHABET))
    if changed != letters:
        with pytest.raises(BadReceipt):
            read_code("".join(changed))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "0 came"),
        ("ABC", "3 came"),
        ("受付コード", "Latin letters"),
        ("A" * 31, "31 came"),
        ("A" * 10_000_000, "came"),
        ("@" * 30, "0 came"),
        ("\ud800" * 30, "0 came"),
    ],
)
def test_what_is_no_code_is_told_so(text: str, says: str) -> None:
    with pytest.raises(BadReceipt, match=says) as caught:
        read_code(text)
    assert caught.value.ja


def test_codes_have_six_groups_and_no_letter_that_looks_like_another() -> None:
    made = {new_code().spelled() for _ in range(200)}
    assert len(made) == 200
    for code in made:
        groups = code.split("-")
        assert [len(group) for group in groups] == [5] * 6
        assert not set(code) & set("ILOU")


@pytest.mark.parametrize("typed", ["K-7Q4M2", "k7q4m2", "7q4m2", "Ｋ－７Ｑ４Ｍ２", "k ー 7Q4M2"])
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert read_number(typed) == "K-7Q4M2"


@pytest.mark.parametrize("typed", ["", "K-", "K-7Q4M22", "相談", "x' OR 1=1", "\0" * 5])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert read_number(typed) == ""


def test_numbers_are_read_as_they_are_shown() -> None:
    for _ in range(200):
        number = new_number()
        assert read_number(number) == number == unicodedata.normalize("NFKC", number)


@given(st.binary(min_size=32, max_size=32))
def test_every_seed_makes_a_key_that_age_reads(seed: bytes) -> None:
    identity = age.seeded(seed)
    assert str(identity.keys[0]) == bech32.encode("age-secret-key-", seed).upper()
    wrapped = age.wrap(b"secret", desk_key(new_key().public), identity)
    assert age.unwrap(wrapped, identity) == b"secret"


def test_bech32_is_that_of_its_specification() -> None:
    """BIP-173, test vectors: ``split1…`` without its data is given as its five-bit groups."""
    assert bech32.encode("a", b"") == "a12uel5l"
    data = bytes.fromhex("00443214c74254b635cf84653a56d7c675be77df")
    assert bech32.encode("abcdef", data) == "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"


def test_a_bad_key_of_the_desk_is_told_from_a_good_one() -> None:
    good, other = new_key(), new_key()
    assert sealed_key_ok(good.public) and sealed_key_ok(f" {good.public}, {other.public}\n")
    assert desk_key(f"{good.public} {other.public}").public == (good.public, other.public)
    for bad in ("", "age1", good.public[:-1], good.public + "q", good.private, "ssh-ed25519 AAAA"):
        assert not sealed_key_ok(bad)
    with pytest.raises(BadKey, match="private key") as caught:
        desk_key(good.private)
    assert good.private not in f"{caught.value} {caught.value.ja}"


def test_each_of_several_desks_opens_what_is_sealed_to_all() -> None:
    one, two, visitor = new_key(), new_key(), age.seeded(bytes(range(32)))
    wrapped = age.wrap(b"k" * 32, desk_key(f"{one.public} {two.public}"), visitor)
    for identity in (
        identity_of(key_file(one), lambda: ""),
        identity_of(key_file(two), lambda: ""),
        identity_of(key_file(new_key()) + key_file(one), lambda: ""),
        visitor,
    ):
        assert age.unwrap(wrapped, identity) == b"k" * 32
    with pytest.raises(SealBroken):
        age.unwrap(wrapped, identity_of(key_file(new_key()), lambda: ""))
    with pytest.raises(SealBroken):
        age.unwrap(b"", visitor)


def test_a_key_file_with_a_passphrase_opens_with_it_alone() -> None:
    made = new_key()
    data = key_file(made, "correct horse")
    assert made.private.encode() not in data
    assert str(identity_of(data, lambda: "correct horse").keys[0]) == made.private
    with pytest.raises(BadKey, match="passphrase"):
        identity_of(data, lambda: "wrong")


@pytest.mark.parametrize(
    "data", [b"", b"# nothing\n", b"\xff\xfe", b"AGE-SECRET-KEY-1QQQQ\n", b"dear diary\n"]
)
def test_a_file_without_a_key_is_told_so(data: bytes) -> None:
    with pytest.raises(BadKey, match="no private key") as caught:
        identity_of(data, lambda: "")
    assert caught.value.ja and "QQQQ" not in str(caught.value)
