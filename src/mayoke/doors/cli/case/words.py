"""The words the casebook's commands themselves say, in both languages."""

from mayoke.records.verdict import Sentence

ADDED = Sentence(
    "{id}: 事例に加えました（未確認、判定は「{verdict}」）",
    "{id}: added as a new case, to be reviewed (verdict: {verdict})",
)
KNOWN = Sentence(
    "{file}: 同じメールがすでに事例 {id} にあります。何も変えていません",
    "{file}: this very mail is known as case {id}; nothing was changed",
)
SEVERAL = Sentence(
    "{path}: メールが何通も入ったファイルです。1通ずつに分けてから加えてください",
    "{path}: holds several mails; add them one by one",
)
FOLDER = Sentence(
    "{path}: フォルダーです。メールのファイルを1つ指定してください",
    "{path}: is a folder; name the file of one mail",
)
NO_BOOK = Sentence(
    "事例集がまだありません。mayoke case add で最初のメールを加えると作られます",
    "there is no casebook yet; mayoke case add makes it with the first mail",
)
NO_CASE = Sentence("{id} という番号の事例はありません", "the casebook has no case {id}")
LATER = Sentence(
    "最初に届いた日に、まだ来ていない日（{day}）は指定できません",
    "the day it was first seen cannot lie ahead ({day})",
)
NOTHING = Sentence("当てはまる事例はありません。", "The casebook has nothing of that kind.")
TAKEN = Sentence(
    "{path}: すでにあるか、作れないファイルです（{why}）", "{path}: cannot be made ({why})"
)
SAVED = Sentence(
    "{path} に、届いたままのメールを保存しました。開くときはご注意ください",
    "the mail was saved to {path} as it came; take care when opening it",
)

ALREADY = Sentence("{id} はすでに「{state}」です", "{id} is {state} already")
NO_WAY = Sentence(
    "{id} は「{state}」なので、「{after}」にはできません",
    "{id} is {state}; it cannot become {after} from there",
)
NOT_ALONE = Sentence(
    "{id} を加えたのは {who} さんです。確認は別の人が行ってください",
    "{who} added {id}; somebody else has to review it",
)

VERDICT = Sentence("判定", "Verdict")
KIND = Sentence("手口", "Kind")
BRAND = Sentence("名前を使われたところ", "Imitates")
FIRST_SEEN = Sentence("最初に届いた日", "First seen")
SOURCE = Sentence("どこから", "Source")
NOTES = Sentence("覚え書き", "Notes")
COMMENT = Sentence("{who} さんのひとこと", "Comment by {who}")
CAMPAIGN = Sentence("一連のメール", "Campaign")
SUBJECT = Sentence("件名", "Subject")
SPECIMEN = Sentence("メールの本文", "What the mail says")
CUT = Sentence(
    "（続きがあります。--mail で保存すると全文を見られます）",
    "(There is more; --mail saves the whole mail.)",
)
HISTORY = Sentence("事例の記録", "Record of the case")
