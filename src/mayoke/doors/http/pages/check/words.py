"""What the Check page says beside the words of the verdict, in both languages."""

from typing import Final

from mayoke.records.verdict import Sentence

EMPTY: Final = Sentence(
    "調べるものがありません。メールの文章を貼り付けるか、ファイルを選んでください。",
    "There is nothing to check yet. Paste the words of the mail, or choose a file.",
)
OUTLOOK: Final = Sentence(
    "Outlookの形式（.msg）のファイルは、まだ読めません。メールの文章をコピーして貼り付けるか、.eml の形式で保存し直してください。",
    "Outlook's own form (.msg) cannot be read yet. Copy the words of the mail and paste them, or save the mail as .eml.",
)
NO_MAIL: Final = Sentence(
    "このファイルは、メールでも文章でもないようです。画像やPDFは読めません。.eml の形式で保存し直すか、文章をコピーして貼り付けてください。",
    "This file seems to be neither a mail nor a text. Pictures and PDFs cannot be read. Save the mail as .eml, or paste its words.",
)
TOO_LARGE: Final = Sentence(
    "大きすぎて調べられません。添付ファイルを外すか、文章だけを貼り付けてください。",
    "This is too large to be checked. Leave the attachments out, or paste only the words.",
)
SEVERAL: Final = Sentence(
    "このファイルには、何通ものメールが入っています。調べたい1通だけを保存し直すか、文章を貼り付けてください。",
    "This file holds several mails. Save only the one you want to check, or paste its words.",
)
AGAIN: Final = Sentence(
    "前の内容を受け取れませんでした。お手数ですが、もう一度貼り付けるか、ファイルを選んでください。",
    "What was checked before did not arrive. Please paste it or choose the file once more.",
)
NOT_CHOSEN: Final = Sentence(
    "本当はどんなメールだったかを選び、保存への同意に印を付けてください。",
    "Please choose what the mail really is, and tick that this may be kept.",
)

KEPT: Final = Sentence(
    "教えてくださり、ありがとうございます。判定の見直しに役立てます。",
    "Thank you for telling us. It helps to make the answers better.",
)
NO_STORE: Final = Sentence(
    "お気持ちをありがとうございます。ただ、このサーバーは何も保存しない設定なので、今のお知らせも残していません。",
    "Thank you. This server is set up to keep nothing, though, so your note was not kept either.",
)
NOT_NOW: Final = Sentence(
    "ありがとうございます。今は保存できませんでした。何も残していません。",
    "Thank you. It could not be kept just now; nothing was saved.",
)

FIRST_DEEDS: Final = (
    "clicked",
    "credentials",
    "card",
    "bank",
    "id_sent",
    "attachment",
    "app",
    "paid_bank",
)
"""Situations (their slugs) that come first under "what did you do?"; the others follow below."""
DEEDS_OF: Final = {
    "sextortion": ("sextortion", "credentials", "id_sent", "paid_crypto"),
    "fake_police": ("fakepolice", "id_sent", "paid_bank", "app"),
    "fictitious_billing": ("paid_code", "paid_bank", "clicked", "card"),
    "solicitation": ("sidejob", "id_sent", "paid_bank", "paid_crypto"),
    "romance_advance_fee": ("paid_bank", "paid_crypto", "id_sent", "paid_code"),
    "prize_aid": ("paid_code", "paid_bank", "id_sent", "card"),
    "recovery": ("recovery", "paid_bank", "id_sent"),
    "bec": ("company_transfer", "credentials", "attachment"),
    "fake_invoice": ("paid_bank", "paid_card_shop", "app", "clicked"),
    "takeover_malware": ("attachment", "app", "clicked", "credentials"),
}
"""By kind of scam: what comes before those."""
