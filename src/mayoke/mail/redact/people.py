"""Frequent Japanese names and their readings, to know a name in any script."""

from functools import cache

_FAMILY = (
    "佐藤サトウ 鈴木スズキ 高橋タカハシ 田中タナカ 伊藤イトウ 渡辺ワタナベ 渡邊ワタナベ 渡邉ワタナベ 山本ヤマモト "
    "中村ナカムラ 小林コバヤシ 加藤カトウ 吉田ヨシダ 山田ヤマダ 佐々木ササキ 山口ヤマグチ 松本マツモト 井上イノウエ "
    "木村キムラ 林ハヤシ 斎藤サイトウ 斉藤サイトウ 齋藤サイトウ 齊藤サイトウ 清水シミズ 山崎ヤマザキ 森モリ 池田イケダ "
    "橋本ハシモト 阿部アベ 石川イシカワ 山下ヤマシタ 中島ナカジマ 石井イシイ 小川オガワ 前田マエダ 岡田オカダ 長谷川ハセガワ "
    "藤田フジタ 後藤ゴトウ 近藤コンドウ 村上ムラカミ 遠藤エンドウ 青木アオキ 坂本サカモト 福田フクダ 太田オオタ 西村ニシムラ "
    "藤井フジイ 岡本オカモト 藤原フジワラ 三浦ミウラ 金子カネコ 中野ナカノ 中川ナカガワ 原田ハラダ 松田マツダ 竹内タケウチ "
    "小野オノ 田村タムラ 中山ナカヤマ 和田ワダ 石田イシダ 森田モリタ 上田ウエダ 原ハラ 内田ウチダ 柴田シバタ 酒井サカイ "
    "宮崎ミヤザキ 横山ヨコヤマ 高木タカギ 安藤アンドウ 宮本ミヤモト 大野オオノ 小島コジマ 谷口タニグチ 今井イマイ 工藤クドウ "
    "高田タカダ 増田マスダ 丸山マルヤマ 杉山スギヤマ 村田ムラタ 大塚オオツカ 新井アライ 藤本フジモト 小山コヤマ 平野ヒラノ "
    "河野コウノ 上野ウエノ 野口ノグチ 武田タケダ 松井マツイ 千葉チバ 菅原スガワラ 岩崎イワサキ 久保クボ 木下キノシタ "
    "佐野サノ 野村ノムラ 松尾マツオ 市川イチカワ 菊地キクチ 菊池キクチ 杉本スギモト 古川フルカワ 大西オオニシ 島田シマダ "
    "水野ミズノ 桜井サクライ 高野タカノ 渡部ワタナベ 吉川ヨシカワ 山内ヤマウチ 西田ニシダ 飯田イイダ 菊田キクタ 西川ニシカワ "
    "小松コマツ 北村キタムラ 安田ヤスダ 五十嵐イガラシ 川口カワグチ 平田ヒラタ 関セキ 中田ナカタ 久保田クボタ 服部ハットリ "
    "東ヒガシ 岩田イワタ 土屋ツチヤ 川崎カワサキ 福島フクシマ 本田ホンダ 辻ツジ 樋口ヒグチ 永井ナガイ 秋山アキヤマ 相良サガラ"
)
_GIVEN = (
    "太郎タロウ 一郎イチロウ 次郎ジロウ 三郎サブロウ 健ケン 健一ケンイチ 健二ケンジ 健太ケンタ 大輔ダイスケ 翔太ショウタ 翔ショウ "
    "拓也タクヤ 直樹ナオキ 和也カズヤ 達也タツヤ 雄太ユウタ 誠マコト 隆タカシ 浩ヒロシ 博ヒロシ 茂シゲル 実ミノル 進ススム 勇イサム "
    "清キヨシ 正マサシ 豊ユタカ 修オサム 学マナブ 剛ツヨシ 蓮レン 悠真ユウマ 陽翔ハルト 大翔ヒロト 湊ミナト 樹イツキ 颯太ソウタ "
    "亮リョウ 亮太リョウタ 智也トモヤ 哲也テツヤ 英樹ヒデキ 秀樹ヒデキ 正樹マサキ 裕之ヒロユキ 浩二コウジ 幸一コウイチ 洋平ヨウヘイ "
    "花子ハナコ 幸子サチコ 和子カズコ 洋子ヨウコ 陽子ヨウコ 恵子ケイコ 京子キョウコ 由美子ユミコ 由美ユミ 真由美マユミ 明美アケミ "
    "久美子クミコ 智子トモコ 裕子ユウコ 優子ユウコ 直美ナオミ 美咲ミサキ 愛アイ 彩アヤ 彩香アヤカ 葵アオイ 結衣ユイ 陽菜ヒナ "
    "凛リン 美穂ミホ 美香ミカ 香織カオリ 恵メグミ 恵美エミ 麻衣マイ 舞マイ 千尋チヒロ 桜サクラ さくらサクラ 結菜ユイナ 莉子リコ "
    "美優ミユ 節子セツコ 文子フミコ 良子ヨシコ 典子ノリコ 順子ジュンコ 純子ジュンコ 弘子ヒロコ 春子ハルコ 秋子アキコ 雪ユキ 遥ハルカ"
)
_ROMAN = dict(
    zip(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
        "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ",
        [
            "a",
            "i",
            "u",
            "e",
            "o",
            "ka",
            "ki",
            "ku",
            "ke",
            "ko",
            "sa",
            "shi",
            "su",
            "se",
            "so",
            "ta",
            "chi",
            "tsu",
            "te",
            "to",
            "na",
            "ni",
            "nu",
            "ne",
            "no",
            "ha",
            "hi",
            "fu",
            "he",
            "ho",
            "ma",
            "mi",
            "mu",
            "me",
            "mo",
            "ya",
            "yu",
            "yo",
            "ra",
            "ri",
            "ru",
            "re",
            "ro",
            "wa",
            "o",
            "n",
            "ga",
            "gi",
            "gu",
            "ge",
            "go",
            "za",
            "ji",
            "zu",
            "ze",
            "zo",
            "da",
            "ji",
            "zu",
            "de",
            "do",
            "ba",
            "bi",
            "bu",
            "be",
            "bo",
            "pa",
            "pi",
            "pu",
            "pe",
            "po",
        ],
        strict=True,
    )
)
_SMALL = {"ャ": "ya", "ュ": "yu", "ョ": "yo"}
_KUNREI = (("sh", "sy"), ("ch", "ty"), ("tsu", "tu"), ("j", "zy"), ("fu", "hu"))


def _table(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in written.split():
        at = next(i for i, ch in enumerate(word) if "ァ" <= ch <= "ヺ")
        found[word[:at]] = word[at:]
    return found


FAMILY = _table(_FAMILY)
"""Family names in kanji, with their usual reading in katakana."""
GIVEN = _table(_GIVEN)
"""Given names, likewise."""


def reading(name: str) -> tuple[str, str] | None:
    """The katakana of family and given name of a full name without a space; ``None`` if rare."""
    for size in range(1, len(name)):
        family, given = FAMILY.get(name[:size]), GIVEN.get(name[size:])
        if family and given:
            return family, given
    return None


@cache
def roman(kana: str) -> frozenset[str]:
    """A katakana name in Latin letters: Hepburn and Kunrei, long vowels written or not."""
    out, double = "", False
    for ch in kana:
        if ch == "ッ":
            double = True
            continue
        if ch in _SMALL and out.endswith("i"):
            soft = out.endswith(("shi", "chi", "ji"))
            out = out[:-1] + (_SMALL[ch][1:] if soft else _SMALL[ch])
            continue
        step = _ROMAN.get(ch, "")
        out += (step[:1] if double else "") + step
        double = False
    kunrei = out.replace("shi", "si").replace("chi", "ti").replace("ji", "zi")
    for old, new in _KUNREI:
        kunrei = kunrei.replace(old, new)
    both = {out, kunrei, out.replace("mb", "nb").replace("nb", "mb")}
    both |= {word.replace("ou", "o").replace("oo", "o").replace("uu", "u") for word in both}
    both |= {word.replace("ou", "oh").replace("oo", "oh") for word in (out, kunrei)}
    return frozenset(both - {""})
