"""What the codes of an incident are called, in Japanese and in English."""

from collections.abc import Mapping

from mayoke.records.verdict import Sentence

ITEMS: Mapping[str, Sentence] = {
    "card_holder_name": Sentence("カード名義人名", "cardholder name"),
    "card_number": Sentence("カード番号", "card number"),
    "card_expiry": Sentence("カードの有効期限", "card expiry date"),
    "card_security_code": Sentence("セキュリティコード", "card security code"),
    "card_info_unspecified": Sentence(
        "カード情報（内訳の記載なし）", "card data (not listed in detail)"
    ),
    "name": Sentence("氏名", "name"),
    "name_kana": Sentence("氏名のフリガナ", "name in kana"),
    "address": Sentence("住所", "address"),
    "postal_code": Sentence("郵便番号", "postal code"),
    "phone": Sentence("電話番号", "telephone number"),
    "fax": Sentence("FAX番号", "fax number"),
    "email": Sentence("メールアドレス", "mail address"),
    "password": Sentence("パスワード", "password"),
    "login_id": Sentence("ログインID", "login ID"),
    "birth_date": Sentence("生年月日", "date of birth"),
    "age": Sentence("年齢", "age"),
    "gender": Sentence("性別", "sex"),
    "order_history": Sentence("購入・注文の内容", "orders and purchases"),
    "bank_account": Sentence("口座の情報", "bank account"),
    "my_number": Sentence("マイナンバー", "individual number (My Number)"),
    "medical_info": Sentence("病気や健康に関する情報", "health information"),
    "student_record": Sentence("学籍・受講に関する情報", "school records"),
    "affiliation": Sentence("勤務先・所属", "employer or affiliation"),
    "vehicle": Sentence("車両の情報", "vehicle"),
    "location": Sentence("位置情報", "location"),
    "device_id": Sentence("端末の識別番号", "device ID"),
    "points": Sentence("ポイントの情報", "points"),
    "message_content": Sentence("メールや通信の本文", "text of messages"),
    "employment_record": Sentence("職歴・履歴書", "employment history"),
    "secret_question": Sentence("秘密の質問と答え", "secret question and answer"),
    "nationality": Sentence("国籍", "nationality"),
    "residence_status": Sentence("在留資格", "residence status"),
    "photo": Sentence("写真・画像", "photographs"),
    "customer_id": Sentence("会員番号・お客様番号", "customer number"),
    "insurance_number": Sentence("保険証の番号", "health insurance number"),
    "pension_number": Sentence("基礎年金番号", "pension number"),
    "family": Sentence("家族に関する情報", "family"),
    "salary_tax": Sentence("給与・税に関する情報", "salary and tax"),
    "personal_info_unspecified": Sentence(
        "個人情報（内訳の記載なし）", "personal information (not listed in detail)"
    ),
    "opinion": Sentence("意見・回答の内容", "opinions and answers"),
    "property_info": Sentence("住まいに関する情報", "property"),
    "occupation": Sentence("職業", "occupation"),
    "exam_result": Sentence("成績・合否", "examination results"),
    "nickname": Sentence("ニックネーム", "nickname"),
    "family_register": Sentence("戸籍・住民票の情報", "family register"),
    "contract_info": Sentence("契約・予約の内容", "contract or booking"),
}

CAUSES: Mapping[str, Sentence] = {
    "site_vulnerability": Sentence(
        "サイトの弱点を突いた不正アクセス", "an attack through a weakness of the site"
    ),
    "web_skimming": Sentence(
        "決済・入力画面の改ざん", "a payment or input page that had been altered"
    ),
    "credential_stuffing": Sentence(
        "よそから漏れたIDとパスワードを使った不正ログイン",
        "logins with IDs and passwords leaked elsewhere",
    ),
    "malware_ransomware": Sentence(
        "ウイルス（ランサムウェアなど）への感染", "malware or ransomware"
    ),
    "misdelivery": Sentence("誤送信・誤送付", "sending to the wrong people"),
    "misconfiguration": Sentence("設定の誤り", "a wrong setting"),
    "lost_device": Sentence("紛失または盗難", "loss or theft"),
    "insider": Sentence("内部の者による持ち出しや不正な閲覧", "somebody inside"),
    "processor_breach": Sentence("業務の委託先で起きた漏えい", "an incident at a contractor"),
    "unauthorised_access": Sentence("第三者による不正アクセス", "unauthorised access by outsiders"),
    "phishing_account_takeover": Sentence("アカウントの乗っ取り", "an account that was taken over"),
    "improper_disposal": Sentence("誤った廃棄", "wrong disposal"),
    "inadvertent_publication": Sentence("誤った公開・掲載", "publication by mistake"),
    "unknown": Sentence("わかっていない", "not known"),
}

EVENTS: Mapping[str, Sentence] = {
    "incident_occurred": Sentence("漏えいのもとになる出来事が起きた", "it happened"),
    "discovered": Sentence("自ら気付いた", "found by the organisation itself"),
    "suspicion_notified": Sentence(
        "カード会社などから疑いを知らされた", "told of the suspicion by a card company"
    ),
    "suspicion_notified_other": Sentence("外から知らされた", "told of it by others"),
    "leak_confirmed": Sentence("漏えいを確認", "leak confirmed"),
    "contained": Sentence("遮断・停止などの応急の対応", "cut off or stopped"),
    "card_payment_stopped": Sentence("カード決済を停止", "card payment stopped"),
    "site_stopped": Sentence("サイトを停止", "site stopped"),
    "investigation_started": Sentence("調査を開始", "investigation begun"),
    "investigation_completed": Sentence("調査が完了", "investigation completed"),
    "police_reported": Sentence("警察へ届け出・相談", "police told"),
    "ppc_reported": Sentence("個人情報保護委員会へ報告", "privacy commission told"),
    "regulator_reported": Sentence("監督官庁などへ報告", "regulator told"),
    "disclosed_first": Sentence("最初の公表", "first announcement"),
    "disclosed": Sentence("この公表", "this announcement"),
    "individuals_notified": Sentence("本人への連絡", "people concerned told"),
    "recovered": Sentence("回収・発見", "recovered"),
    "service_resumed": Sentence("サービスを再開", "service resumed"),
}

_DETAILS: Mapping[tuple[str, str], Sentence] = {
    ("police_reported", "consulted"): Sentence("警察へ相談", "police consulted"),
    ("police_reported", "damage_report"): Sentence("警察へ被害届", "damage report to the police"),
    ("police_reported", "lost_property"): Sentence(
        "警察へ遺失届", "lost-property report to the police"
    ),
    ("ppc_reported", "preliminary"): Sentence(
        "個人情報保護委員会へ速報", "preliminary report to the privacy commission"
    ),
    ("ppc_reported", "final"): Sentence(
        "個人情報保護委員会へ確報", "final report to the privacy commission"
    ),
}


def event(kind: str, detail: str | None) -> Sentence:
    """What an event is called, with its detail where it has one."""
    return _DETAILS.get((kind, detail or ""), EVENTS[kind])


PEOPLE: Mapping[str, Sentence] = {
    "card": Sentence("カード", "cards"),
    "card_holder": Sentence("カードの利用者", "cardholders"),
    "personal": Sentence("個人情報", "records of personal data"),
    "member": Sentence("会員", "members"),
    "account": Sentence("アカウント", "accounts"),
    "email_address": Sentence("メールアドレス", "mail addresses"),
    "customer": Sentence("客", "customers"),
    "business_contact": Sentence("取引先の担当者", "business contacts"),
    "company": Sentence("会社・団体", "companies"),
    "policy_holder": Sentence("契約者", "policyholders"),
    "insured": Sentence("被保険者", "insured people"),
    "employee": Sentence("従業員・職員", "staff"),
    "former_employee": Sentence("元従業員・元職員", "former staff"),
    "applicant": Sentence("応募者・受験者", "applicants"),
    "participant": Sentence("参加者・申込者", "participants"),
    "patient": Sentence("患者", "patients"),
    "student": Sentence("児童・生徒・学生", "pupils and students"),
    "family": Sentence("家族・保護者", "family members"),
    "resident": Sentence("住民", "residents"),
    "household": Sentence("世帯", "households"),
    "guest": Sentence("宿泊者", "guests"),
    "addressee": Sentence("届け先・宛先の人", "addressees"),
    "document": Sentence("書類", "documents"),
    "record": Sentence("データ", "records"),
    "bank_account": Sentence("口座", "bank accounts"),
    "third_party": Sentence("その他の人", "other people"),
    "mixed": Sentence("いろいろな立場の人", "people of several kinds"),
}

QUALIFIERS: Mapping[str, Sentence] = {
    "exact": Sentence("", ""),
    "about": Sentence("約", "about "),
    "max": Sentence("最大", "at most "),
    "max_about": Sentence("最大約", "at most about "),
    "min": Sentence("少なくとも", "at least "),
    "cumulative": Sentence("延べ", "a total, counted repeatedly, of "),
}

BASES: Mapping[str, Sentence] = {
    "purchase": Sentence("に買い物をした人", "(people who bought then)"),
    "input": Sentence("に入力した人", "(people who typed in their data then)"),
    "attack": Sentence("に攻撃や持ち出しがあった", "(the attack lasted then)"),
    "public_access": Sentence("に外から見られる状態だった", "(open to others then)"),
}

STATUSES: Mapping[str, Sentence] = {
    "confirmed": Sentence("漏えいは確認されています", "The leak is confirmed"),
    "possible": Sentence("漏えいした可能性があるとされています", "Data may have leaked"),
    "cannot_be_ruled_out": Sentence(
        "漏えいを否定できないとされています", "A leak cannot be ruled out"
    ),
    "undetermined": Sentence(
        "漏えいしたかどうかは、まだ調査中です", "Whether data leaked is still being looked into"
    ),
}

MISUSES: Mapping[str, Sentence] = {
    "reported": Sentence("悪用された例が報告されています", "Misuse has been reported"),
    "possible": Sentence("悪用された可能性があるとされています", "Misuse is possible"),
    "none_seen": Sentence("悪用は確認されていないとされています", "No misuse has been seen so far"),
}


def name_of(code: str) -> Sentence | None:
    """What a code of any table is called; None for what is no code."""
    tables = (ITEMS, CAUSES, EVENTS, PEOPLE, STATUSES, MISUSES)
    return next((table[code] for table in tables if code in table), None)


DELAY_NAMES: Mapping[str, Sentence] = {
    "suspicion_to_card_stop_days": Sentence(
        "疑いがわかってから、カード決済の停止まで", "From suspicion to the stop of card payment"
    ),
    "suspicion_to_site_stop_days": Sentence(
        "疑いがわかってから、サイトの停止まで", "From suspicion to the stop of the site"
    ),
    "suspicion_to_police_days": Sentence(
        "疑いがわかってから、警察への届け出まで", "From suspicion to the police"
    ),
    "suspicion_to_ppc_days": Sentence(
        "疑いがわかってから、個人情報保護委員会への報告まで",
        "From suspicion to the privacy commission",
    ),
    "suspicion_to_individuals_days": Sentence(
        "疑いがわかってから、本人への連絡まで", "From suspicion to telling the people concerned"
    ),
    "suspicion_to_disclosure_days": Sentence(
        "疑いがわかってから、最初の公表まで", "From suspicion to the first announcement"
    ),
    "suspicion_to_full_report_days": Sentence(
        "疑いがわかってから、この公表まで", "From suspicion to this announcement"
    ),
    "investigation_days": Sentence("調査の開始から完了まで", "The investigation"),
    "investigation_completed_to_disclosure_days": Sentence(
        "調査の完了から公表まで", "From the end of the investigation to the announcement"
    ),
    "occurrence_to_discovery_days": Sentence(
        "出来事が起きてから、わかるまで", "From the event to its discovery"
    ),
    "exposure_days": Sentence("漏れていた期間の長さ", "Length of the exposure"),
    "exposure_end_to_disclosure_days": Sentence(
        "漏れた期間の終わりから公表まで", "From the end of the exposure to the announcement"
    ),
}
