"""An authority other than commission and police was told: ministry, prefecture, supervisor.

Excluded: reports inside an authority (to mayor or board), plans.
"""

import re2

from mayoke.breach.facts.events import words
from mayoke.breach.facts.events.authorities import report
from mayoke.breach.facts.events.rule import Case, Finding, Rule

_REGULATOR_WORDS = (
    r"(?:総務|文部科学|文科|厚生労働|厚労|経済産業|国土交通|国交|農林水産|農水|環境|防衛|法務|外務|財務|内閣府|経産)省|金融庁|消費者庁|国税庁"
    r"|観光庁|文化庁|スポーツ庁|こども家庭庁|デジタル庁|資源エネルギー庁|内閣(?:府|官房)|財務局|経済産業局|総合通信局|運輸局"
    r"|労働局|労働基準監督署|厚生局|保健所"
    r"|(?:監督|所管|主務|所轄|管轄|関係)(?:官庁|省庁|大臣|当局|行政庁|行政機関)|監督機関|規制当局|当局|都道府県|関係自治体"
    r"|プライバシーマーク|jipdec|日本情報経済社会推進協会|審査機関|認定(?:個人情報保護)?団体|証券取引所"
    r"|(?:都|道|府|県)(?:庁|の(?:担当|所管)[課部局])?(?:、|及び|および|並びに|と|・|へ|に)|(?:県|府"
    r"|都)の?[^警。、に]?[一-龥]{1,8}(?:課|局|室)(?:へ|に|、)|[都道府県]教育委員会|[県府都道]知事"
)
_REGULATOR = re2.compile(_REGULATOR_WORDS)
_THE_COMMISSION = re2.compile("^(?:である|の|、)?" + words.COMMISSION)


def judge(case: Case) -> Finding | None:
    """Was a supervising authority told on that day?"""
    clause, scene = case.clause, case.scene
    found = report(clause, _REGULATOR, scene.told)
    if found is None:
        return None
    start, end = found
    named = _REGULATOR.search(clause.words)
    if named and _THE_COMMISSION.search(clause.words[named.end() :]):
        return None
    return Finding("regulator_reported", scene.cast.subject(clause, end), start, end)


RULE = Rule("regulator_reported", words.REPORT + "|" + _REGULATOR_WORDS, judge)
