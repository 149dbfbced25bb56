"""What the desk's commands say."""

from collections.abc import Mapping
from typing import Final

from mayoke.records.consultation import Deed, Side, State
from mayoke.records.verdict import Sentence

STATES: Final[Mapping[State, Sentence]] = {
    "waiting": Sentence("返事待ち", "waiting"),
    "answered": Sentence("返事済み", "answered"),
}
SIDES: Final[Mapping[Side, Sentence]] = {
    "visitor": Sentence("相談された方", "The visitor"),
    "desk": Sentence("窓口", "The desk"),
}
DEEDS: Final[Mapping[Deed, Sentence]] = {
    "handed_in": Sentence("相談を受け付けました", "handed in"),
    "read": Sentence("読みました", "read"),
    "added": Sentence("書き足しました", "added to"),
    "answered": Sentence("返事をしました", "answered"),
    "erased": Sentence("消しました", "erased"),
    "expired": Sentence("保存期間が過ぎたので消しました", "erased, its time was over"),
    "refused": Sentence("受付コードが合いませんでした", "a code that did not fit"),
}
LINE: Final = Sentence(
    "書き込み{entries}件、{size}、あと{days}日", "entries: {entries}, {size}, days left: {days}"
)
NONE: Final = Sentence("お預かりしている相談はありません", "no consultation is kept at the moment")
NO_LINES: Final = Sentence("記録はまだありません", "nothing is logged yet")

ARRIVED: Final = Sentence("受け付け（日本時間）", "Handed in (Japan time)")
EXPIRES: Final = Sentence("保存期限（日本時間）", "Kept until (Japan time)")
SITUATIONS: Final = Sentence("あったこと", "What happened")
WHEN: Final = Sentence("起きた日", "When")
AMOUNT: Final = Sentence("金額", "Amount")
YEN: Final = Sentence("{amount}円", "{amount} yen")
MEANS: Final = Sentence("支払いの方法", "Means of payment")
CONTACT: Final = Sentence("連絡の希望", "How to be reached")
VERDICT: Final = Sentence("mayoke の判定", "What mayoke said")
TEXT: Final = Sentence("届いたメッセージ", "The message")
MAIL: Final = Sentence("メール", "The mail")
MAIL_SIZE: Final = Sentence(
    "{size}（--entry {entry} --mail FILE で保存できます）",
    "{size} (save it with --entry {entry} --mail FILE)",
)

KEY_MADE: Final = Sentence(
    "秘密鍵を {path} に作りました。このファイルをなくすと、相談は誰にも読めなくなります。"
    "写しを安全な場所に置き、公開するサーバーには置かないでください。"
    "次の行が公開鍵です。mayoke serve --desk-key に渡してください。",
    "The private key is in {path}. Without this file nobody can read the consultations: keep a copy "
    "in a locked place, and never put it on the public server. The next line is the public key, for "
    "mayoke serve --desk-key.",
)
THERE: Final = Sentence(
    "{path}: すでにあるファイルです。上書きはしません",
    "{path}: is there already, and is never overwritten",
)
NOT_MADE: Final = Sentence("{path}: 書き込めません（{why}）", "{path}: cannot be written ({why})")
NO_KEY: Final = Sentence(
    "窓口の秘密鍵のファイルを --key か MAYOKE_DESK_KEY で指定してください",
    "name the file with the desk's private key with --key or MAYOKE_DESK_KEY",
)
OPEN_KEY: Final = Sentence(
    "{path}: 秘密鍵をほかの人も読めます。chmod 600 で自分だけにしてください",
    "{path}: others can read this private key; make it yours alone with chmod 600",
)
PASSPHRASE: Final = Sentence("鍵の合言葉", "Passphrase of the key")
AGAIN: Final = Sentence("もう一度", "Once more")
NO_TERMINAL: Final = Sentence(
    "合言葉をお尋ねする端末がありません", "there is no terminal to ask for the passphrase on"
)
NO_STORE: Final = Sentence(
    "相談を預かる台帳がまだありません: {place}",
    "there is no database with consultations yet: {place}",
)
WRITE: Final = Sentence(
    "返事を書いてください。終わったら Ctrl+D を押してください。",
    "Write the answer, then press Ctrl+D.",
)
NOT_TEXT: Final = Sentence("{path}: UTF-8 の文章ではありません", "{path}: is no text in UTF-8")
NO_MAIL: Final = Sentence(
    "{entry}番目の書き込みにメールはありません", "entry {entry} holds no mail"
)
SAVED: Final = Sentence("{path} に保存しました", "saved as {path}")
ANSWERED: Final = Sentence(
    "{id}: 返事を封をして置きました。{day}まで保存します",
    "{id}: the answer is sealed and waits for the visitor; kept until {day}",
)
SURE: Final = Sentence(
    "{id} の鍵と内容をすべて消します。元に戻せません。消しますか",
    "Destroy the key and everything that was said in {id}? It cannot be brought back",
)
SAY_YES: Final = Sentence(
    "消すと元に戻せません。消してよければ --yes を付けてください",
    "erasing cannot be undone; add --yes if that is meant",
)
LEFT: Final = Sentence("消していません", "nothing was erased")
ERASED: Final = Sentence("{id}: 消しました", "{id}: erased")
PURGED: Final = Sentence(
    "保存期間が過ぎた相談を{n}件消しました", "{n} consultations whose time was over were erased"
)
UNEQUAL: Final = Sentence(
    "合言葉が空か、2回の入力が違っています。もう一度お試しください",
    "the passphrase was empty, or not the same twice; please try again",
)
