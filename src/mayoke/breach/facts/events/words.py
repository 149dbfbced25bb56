"""Words that several events share, as pieces of RE2 patterns over the folded text."""

import re2

ROOM = 32 << 20
"""Bytes for the automaton of a pattern with many bounded gaps."""


def roomy(pattern: str) -> "re2._Regexp":
    """A pattern with many bounded gaps, compiled with room (bytes) for its automaton.

    With the usual 8 MB the automaton is thrown away again and again, and RE2 falls back to a way
    that is ten times slower.
    """
    options = re2.Options()
    options.max_mem = ROOM
    return re2.compile(pattern, options=options)


STOP = (
    r"(?:停止|止め|とめ|取り?やめ|とりやめ|取り?止め|閉じ|見合わ?せ|閉鎖|中止|休止|中断|休業|クローズ|閉店|終了|凍結|非公開"
    r"|遮断|不可と|できない(?:状態|措置)|受付を?(?:終了|停止)|制限)"
)
"""To stop something, stem only: endings stay open (停止いたしました, 停止。, 停止済み)."""

LEAK = (
    r"(?:漏え?い|漏洩|漏れ|流出|流失|漏出|持ち?出|窃取|搾取|盗|抜き取|詐取|奪|不正(?:に)?(?:取得|閲覧|送信)"
    r"|外部(?:へ|に)(?:送信|転送|公開|送られ|流れ|渡)|による(?:複写|複製)|(?:複写|複製|コピー)され|持ち去|悪用|閲覧され|転売|売却|リークサイト)"
)
"""Data went out."""

ODD = (
    r"(?:不正|不審|異常|異変|障害|不具合|攻撃|侵入|感染|暗号化|ランサム|マルウェア|ウイルス|改ざん|改竄|脆弱性|私用|無断で"
    r"|脅迫|身代金|誤送信|誤送付|誤り"
    r"|誤発送|誤配|誤掲載|誤って|間違|ミス|紛失|亡失|不足|不明|所在|見当たら|無くな|なくな|盗難|置き忘れ|遺失|漏え?い|漏洩|漏れ|流出"
    r"|流失|持ち?出|閲覧(?:可能|でき)|見え(?:る|て)|公開され|バックドア|設定|混入|封入|痕跡|形跡|アラート|警報|使えない"
    r"|開けない|開かな|(?:利用|使用|アクセス|接続|閲覧|ログイン)(?:が)?でき(?:ない|なく|ず)|つながらな|不達|(?:事案|事象|事態"
    r"|本件|問題)(?:を|に|が))"
)
"""What somebody notices when data leaked or may have."""

NOTICE = (
    r"(?:連絡|指摘|通知|通報|通告|情報提供|情報の提供|情報を提供|知らせ|報告|問い?合わ?せ|問合せ|申し?出|申告|電話|苦情|クレーム|照会"
    r"|注意喚起|調査依頼|調査の?(?:要請|依頼)|お?届け|相談を受|ご?相談が|ご意見|ご?一報|第1報|伝え|取材|警告|懸念|疑い|疑義"
    r"|書き込み|投書|投稿が|教えて|お?声(?:が|を)|お?(?:手紙|便り|はがき|ハガキ|葉書|fax|ファックス|ファクス)(?:を|が|で)|訴え"
    r"|抗議|申し?入れ|疑問|ご質問|知らされ|言われ|告げられ|聞かされ|お?話(?:を|が)|情報(?:を|が)(?:寄せ|いただ|頂|得)"
    r"|メール(?:を|が|で))"
)
"""To be told."""

COMMISSION = r"(?:個人情報保護委員会|個情委|個人情報委員会|ppc|同委員会|(?:^|[^タ])保護委員会)"
"""The Personal Information Protection Commission."""

POLICE = (
    r"(?:警察|警視庁|[県府道]警|110番|被害届|告訴|告発状|遺失物?届|紛失届|盗難届|捜査機関|捜査当局|交番"
    r"|[^務防部督\s]署(?:に|へ|と|には|へは|及び|および|、|$))"
)
"""The police, or a paper that only the police take."""

REPORT = (
    r"(?:報告|第[一1]報|届け?出|届出|届け|相談|提出|申告|通報|通知|速報|確報|連絡|訴え|説明|発出|被害届|告訴|告発"
    r"|申請|情報共有|共有|(?:書類|報告書|書面|届出書|上申書)を[^。、◇]{0,6}?(?:送[っりる]|出し|郵送|持参)|知らせ|遺失物?届|紛失届|盗難届)"
)
"""To tell an authority."""

BEGINS_THERE = (
    r"◇(?:の?(?:未明|早朝|朝|夜|深夜|午前|午後|夕方)[^、に]{0,4})?(?:頃|ごろ)?に?、?(?:感染|侵入|発送|送信|送付|郵送|持ち?出|攻撃|紛失|盗難"
    r"|盗|廃棄|公開|掲載|配布|置き忘れ|アップロード|発生|ランサム|サイバー|不正(?:な)?(?:アクセス|ログイン))"
    r"[^。、◇をが]{0,14}?(?:し|さ|ま|れ|を受け|が発生|があ|が行|に遭|を委託)"
)
"""The date stands right before the verb, so it dates that verb and not the end of the sentence."""

INQUIRY = r"(?:調査|フォレンジック|解析|原因究明|分析|検証|調べ|点検|診断|聞き取り)"
"""An investigation."""
