"""Which language a text is in, as far as counting letters tells."""

import re
from collections import Counter

_READ = 2000
_KANA_ENOUGH = 20
"""So many kana between Latin letters that make no words are a Japanese text filled with noise."""
_HALF_KANA = re.compile("[ｦ-ﾝ]")
_HIRAGANA = re.compile("[ぁ-ゖ]")
_LATIN = re.compile("[a-zß-ɏ]+")
_URL = re.compile("https?://[!-~]+")

_BLOCKS = {
    "el": (0x03, 0x03),
    "ru": (0x04, 0x04),
    "he": (0x05, 0x05),
    "ar": (0x06, 0x06),
    "th": (0x0E, 0x0E),
    "kana": (0x30, 0x30),
    "half": (0xFF, 0xFF),
    "han": (0x34, 0x9F),
    "ko": (0xAC, 0xD7),
}
"""Scripts by the first byte of their letters in UTF-16: counting bytes is quick."""
_CODES = bytes(
    next((i for i, (a, b) in enumerate(_BLOCKS.values(), 1) if a <= byte <= b), 0)
    for byte in range(256)
)

_MARKS = "　、。〃〆〇〈〉《》「」『』【】〒〓〔〕〖〗〜〝〟・ー"
"""What Chinese texts, too, take from the block of the kana."""
_NO_LETTERS = bytes(byte for byte in range(256) if not 97 <= byte <= 122)

_COMMON_WORDS = {
    "en": "the and to of you your is for this with are we have our not be will that on from",
    "de": "der die das und ist nicht sie ich wir ihre ein eine mit für auf den zu bitte werden",
    "fr": "le la les des est vous votre nous pour une dans que avec pas sur et du ce merci",
    "es": "el los las que por para una con su es no del se como más usted gracias en le",
    "it": "il che di per una non con sono della gli questo suo è le si più grazie lei del",
    "pt": "que não uma para com os seu por você do da dos mais em se na no obrigado sua",
    "nl": "de het een van en is niet dat op te voor met uw wij u zijn aan bij ook",
}
_COMMON = {code: tuple(dict.fromkeys(words.split())) for code, words in _COMMON_WORDS.items()}

_KANA = re.compile("[\u3041-\u30ff\uff66-\uff9d]")


def is_japanese(text: str) -> bool:
    """Is this text, as a whole, Japanese? Needs kana, not only ideographs or one name.

    Looks at the first 2,000 characters.
    """
    # Most mail in other languages ends here, without its words being counted.
    return _KANA.search(text, 0, _READ) is not None and language(text) == "ja"


def language(text: str) -> str:
    """ISO 639-1 code of the main language ("ja", "zh", "ko", "ru", "en" …), or ``und``.

    Looks at the first 2,000 characters, without URLs. Letters of a Japanese or Chinese text count
    thrice: one of them stands for more of a word than a Latin letter does.
    """
    text = text[:_READ].lower()
    if "://" in text:
        text = _URL.sub(" ", text)
    if text.isascii():
        return _latin_language(text)
    blocks = text.encode("utf-16-be", "surrogatepass")[::2].translate(_CODES)
    counts = {code: blocks.count(i) for i, code in enumerate(_BLOCKS, 1)}
    han, kana, half = counts.pop("han"), counts.pop("kana"), counts.pop("half")
    kana -= sum(map(text.count, _MARKS)) if kana else 0
    kana += len(_HALF_KANA.findall(text)) if half else 0
    counts["ko"] *= 2
    counts["cjk"] = 3 * (kana + han)
    counts["latin"] = len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    best = max(counts, key=lambda key: counts[key])
    if counts[best] == 0:
        return "und"
    if best == "cjk":
        return _han_language(text, kana, han)
    if best != "latin":
        return best
    code = _latin_language(text)
    return "ja" if code == "und" and kana >= _KANA_ENOUGH else code


def _han_language(text: str, kana: int, han: int) -> str:
    """Kana make Japanese; a Chinese text may quote a few. Few ideographs alone decide nothing."""
    if kana * 10 >= han and (kana > 1 or han == 0):
        return "ja"
    if _HIRAGANA.search(text) and kana * 20 >= han:
        return "ja"
    return "zh" if han else "und"


def _latin_language(text: str) -> str:
    """The language whose commonest words are seen most; at least one word in twenty."""
    words = _LATIN.findall(text)
    seen = Counter(words)
    scores = {code: sum(map(seen.__getitem__, common)) for code, common in _COMMON.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] and scores[best] * 20 >= len(words) else "und"
