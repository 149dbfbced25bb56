"""Which language a text is in, as far as counting letters tells."""

import re

_READ = 4000
_KANA = re.compile("[ぁ-ゖゝゞァ-ヺヽヾｦ-ﾝ]")
_HIRAGANA = re.compile("[ぁ-ゖ]")
_HAN = re.compile("[々㐀-䶿一-鿿]")
_HANGUL = re.compile("[가-힣ㄱ-ㅣ]")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_THAI = re.compile("[ก-๛]")
_GREEK = re.compile("[Ͱ-Ͽ]")
_HEBREW = re.compile("[\u05d0-\u05ea]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_URL = re.compile("https?://[!-~]+")
_WORDS = re.compile("[A-Za-zÀ-ɏ]+")

_COMMON = {
    "en": "the and to of you your is for this with are we have our not be will that on from",
    "de": "der die das und ist nicht sie ich wir ihre ein eine mit für auf den zu bitte werden",
    "fr": "le la les des est vous votre nous pour une dans que avec pas sur et du ce merci",
    "es": "el los las que por para una con su es no del se como más usted gracias en le",
    "it": "il che di per una non con sono della gli questo suo è le si più grazie lei del",
    "pt": "que não uma para com os seu por você do da dos mais em se na no obrigado sua",
    "nl": "de het een van en is niet dat op te voor met uw wij u zijn aan bij ook",
}
_COMMON_SETS = {code: frozenset(words.split()) for code, words in _COMMON.items()}


def is_japanese(text: str) -> bool:
    """Is this text, as a whole, Japanese? Needs kana, not only ideographs or one name.

    Looks at the first 4,000 characters.
    """
    return language(text) == "ja"


def language(text: str) -> str:
    """ISO 639-1 code of the main language ("ja", "zh", "ko", "ru", "en" …), or ``und``.

    Looks at the first 4,000 characters, without URLs. Letters of a Japanese or Chinese text count
    thrice: one of them stands for more of a word than a Latin letter does.
    """
    text = text[:_READ]
    if "://" in text:
        text = _URL.sub(" ", text)
    latin = len(_LATIN.findall(text))
    if text.isascii():
        return _latin_language(text) if latin else "und"
    kana = len(_KANA.findall(text))
    han = len(_HAN.findall(text))
    counts = {
        "ko": 2 * len(_HANGUL.findall(text)),
        "ru": len(_CYRILLIC.findall(text)),
        "ar": len(_ARABIC.findall(text)),
        "th": len(_THAI.findall(text)),
        "el": len(_GREEK.findall(text)),
        "he": len(_HEBREW.findall(text)),
        "cjk": 3 * (kana + han),
        "latin": latin,
    }
    best = max(counts, key=lambda key: counts[key])
    if counts[best] == 0:
        return "und"
    if best == "cjk":
        return _han_language(text, kana, han)
    return _latin_language(text) if best == "latin" else best


def _han_language(text: str, kana: int, han: int) -> str:
    """Kana make Japanese; a Chinese text may quote a few. Few ideographs alone decide nothing."""
    if kana * 10 >= han and (kana > 1 or han == 0):
        return "ja"
    if _HIRAGANA.search(text) and kana * 20 >= han:
        return "ja"
    return "zh" if han else "und"


def _latin_language(text: str) -> str:
    words = [word.lower() for word in _WORDS.findall(text)]
    scores = {code: sum(w in common for w in words) for code, common in _COMMON_SETS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] * 20 >= len(words) and scores[best] else "und"
