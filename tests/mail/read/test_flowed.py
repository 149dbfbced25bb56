"""Flowed text (RFC 3676)."""

import pytest

from mayoke.mail.read.flowed import unwrap


@pytest.mark.parametrize(
    ("sent", "delete", "shown"),
    [
        ("one \ntwo\nthree", False, "one two\nthree"),
        ("カード番号を \n入力してください", True, "カード番号を入力してください"),
        ("text\n-- \nname", False, "text\n-- \nname"),
        ("> one \n> two\nmine", False, "> one two\nmine"),
        ("> one \nmine", False, "> one \nmine"),
        (" stuffed \nline", False, "stuffed line"),
        ("no flow\nhere", False, "no flow\nhere"),
        ("end \n", False, "end "),
    ],
)
def test_unwrap(sent: str, delete: bool, shown: str) -> None:
    assert unwrap(sent, delete_space=delete) == shown
