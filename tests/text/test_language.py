import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text.language import is_japanese, language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("お客様のカードのご利用を一時的に停止しました。", "ja"),
        (
            "ご確認ください https://www.example.com/account/login/verify?session=0123456789abcdef",
            "ja",
        ),
        ("【重要】アカウント停止のお知らせ", "ja"),
        ("ｱｶｳﾝﾄｦｶｸﾆﾝｼﾃｸﾀﾞｻｲ", "ja"),
        ("Amazonプライム会員の更新について、Amazon.co.jp からのお知らせです。", "ja"),
        ("您的账户已被暂停，请立即点击以下链接进行验证。", "zh"),
        ("您的账户已被暂停、请立即点击以下链接进行验证。", "zh"),
        ("親愛的客戶、您的包裹無法送達。", "zh"),
        ("고객님의 계정이 정지되었습니다. 아래 링크를 클릭하세요.", "ko"),
        ("Уважаемый клиент, ваш счёт заблокирован.", "ru"),
        ("Dear customer, your account has been suspended. Please verify it now.", "en"),
        ("Dear Mr. 田中, we are happy to tell you that your order is on its way to you.", "en"),
        (
            "Hello, this is ソニー speaking for the team; please find the report in the attachment.",
            "en",
        ),
        ("Sehr geehrter Kunde, bitte bestätigen Sie Ihr Konto, das wir für Sie führen.", "de"),
        ("Cher client, votre compte est suspendu, merci de le confirmer pour nous.", "fr"),
        ("Estimado cliente, su cuenta está bloqueada por el banco, gracias.", "es"),
        ("https://example.com/0123", "und"),
        ("xq7ご zkw確m認pqrくvbnだtyuさ" * 20, "ja"),
        ("12345 !?", "und"),
        ("", "und"),
    ],
)
def test_the_main_language_is_told(text: str, code: str) -> None:
    assert language(text) == code
    assert is_japanese(text) == (code == "ja")


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    assert language(text)
