"""Does a brand named in the subject speak there, or is it merely spoken of?"""

from mayoke.records.evidence import Evidence

_MARKS = "【】[]「」『』<>〔〕〈〉《》＜＞［］:：!！"
_FROM = ("から", "より")
# "Amazonで", "メルカリも": the brand is the place or the theme, not the speaker.
_MERELY = ("で", "も", "と", "や", "なら", "に", "へ")


def speaks(subject: str, place: Evidence) -> bool:
    """Does the brand at ``place`` open the subject (after marks and brackets), or is it the writer?

    ``place`` holds offsets into ``subject``.
    """
    before, after = subject[: place.start].rstrip(), subject[place.end : place.end + 4]
    if after.startswith(_FROM):
        return True
    return (not before or before[-1] in _MARKS) and not after.startswith(_MERELY)
