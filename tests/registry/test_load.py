"""Look-ups: whose domain is this, and in which list does it stand?"""

import pytest

from mayoke.records.brand import Brand, SendingDomain
from mayoke.records.errors import BadRegistry
from mayoke.registry.load import Registry, decode, load, parents


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load()


def slug_of(brand: Brand | None) -> str | None:
    return brand.slug if brand else None


@pytest.mark.parametrize(
    ("domain", "slug"),
    [
        ("amazon.co.jp", "amazon"),
        ("www.amazon.co.jp", "amazon"),
        ("notamazon.co.jp", None),
        ("amazon.co.jp.login.example", None),
        ("01epos.jp", "epos"),
        ("121.ana.co.jp", "ana"),
        ("cr.mufg.jp", "mufg-nicos"),
        ("www.bk.mufg.jp", "mufgbank"),
        ("jreast.co.jp", "ekinet"),
        ("click.contact.vpass.ne.jp", "smbc-card"),
        ("secure.sakura.ad.jp", "sakura"),
        ("someone.sakura.ne.jp", None),
        ("mail.yahoo.co.jp", "yahoo-jp"),
        ("yahoo.co.jp", None),
        ("docomo.ne.jp", None),
        ("abc.plala.or.jp", None),
        ("co.jp", None),
        ("", None),
    ],
)
def test_owner_of_a_sender_domain(registry: Registry, domain: str, slug: str | None) -> None:
    assert slug_of(registry.owner(domain)) == slug


@pytest.mark.parametrize(
    ("host", "slug"),
    [
        ("www.google.com", "google"),
        ("docs.google.com", None),
        ("docomo.ne.jp", "docomo"),
        ("www.docomo.ne.jp", "docomo"),
        ("login.live.com", "microsoft"),
        ("forms.office.com", None),
        ("shop.myshopify.com", None),
        ("www.biglobe.ne.jp", "biglobe"),
        ("www5a.biglobe.ne.jp", None),
    ],
)
def test_link_owner_leaves_out_hosts_where_strangers_publish(
    registry: Registry, host: str, slug: str | None
) -> None:
    assert slug_of(registry.link_owner(host)) == slug


def test_owner_matches_every_use_of_a_domain_and_what_is_below(registry: Registry) -> None:
    mercari = registry.brands["mercari"]
    assert registry.owner_matches(mercari, "mercari.com")
    assert registry.owner_matches(mercari, "email.mercari.jp")
    assert not registry.owner_matches(mercari, "mercari.example")
    assert not registry.owner_matches(mercari, "email-mercari.jp")
    assert registry.owner_matches(registry.brands["google"], "docs.google.com")


def test_owner_matches_brands_of_the_same_house(registry: Registry) -> None:
    rakuten = registry.brands["rakuten"]
    assert registry.owner_matches(rakuten, "mail.rakuten-card.co.jp")
    assert registry.owner_matches(registry.brands["rakuten-card"], "mkrm.rakuten.co.jp")
    assert not registry.owner_matches(registry.brands["mercari"], "rakuten.co.jp")
    # What strangers publish at one house does not speak for the other brand of the house.
    assert not registry.owner_matches(registry.brands["rakuten-card"], "r10.to")


def test_owner_matches_a_brand_from_elsewhere() -> None:
    brand = Brand(
        slug="invented",
        name_ja="架空堂",
        name_en="Kakudo",
        sector="ec",
        names=("架空堂",),
        login_domains=frozenset({"kakudo.example"}),
        hosting_domains=frozenset(),
        sending_domains=(SendingDomain("news.example", "code"),),
        match="sub",
    )
    assert load().owner_matches(brand, "a.news.example")
    assert not load().owner_matches(brand, "example")


def test_sending_grade_is_that_of_the_nearest_entry(registry: Registry) -> None:
    card = registry.brands["smbc-card"]
    assert registry.sending_grade(card, "mail.vpass.ne.jp") == "official"
    assert registry.sending_grade(card, "x.mail.vpass.ne.jp") == "official"
    assert registry.sending_grade(registry.brands["tepco"], "tepco.co.jp") == "uncertain"
    assert registry.sending_grade(card, "vpass.example") is None


def test_in_list_counts_domains_above_but_not_look_alikes(registry: Registry) -> None:
    assert registry.in_list("shorteners", "bit.ly")
    assert not registry.in_list("shorteners", "rabbit.ly")
    assert registry.in_list("free_hosting", "shop.pages.dev")
    assert registry.in_list("trackers", "u1.ct.sendgrid.net")
    assert registry.in_list("cheap_tlds", "a.example.top")
    assert not registry.in_list("cheap_tlds", "top.example.com")


def test_in_list_exact_entries_stand_for_themselves_only(registry: Registry) -> None:
    assert registry.in_list("freemail", "docomo.ne.jp")
    assert not registry.in_list("freemail", "mail.docomo.ne.jp")
    assert registry.in_list("freemail", "ab1.so-net.ne.jp")


def test_every_mailbox_domain_is_free_mail(registry: Registry) -> None:
    assert registry.mailboxes
    assert all(registry.is_mailbox(domain) for domain in registry.mailboxes)
    assert registry.mailboxes["docomo.ne.jp"] == "docomo"


@pytest.mark.parametrize(
    ("host", "path", "expected"),
    [
        ("www.google.com", "/url", True),
        ("www.google.com", "/urls", False),
        ("www.google.com", "/search", False),
        ("www.bing.com", "/ck/a", True),
        ("ad.doubleclick.net", "/ddm/trackclk/n1/b2", True),
        ("l.facebook.com", "/anything", True),
        ("google.com.example.net", "/url", False),
        ("notgoogle.com", "/url", False),
        ("x.example", "/" + "a/" * 5000, False),
    ],
)
def test_redirectors(registry: Registry, host: str, path: str, expected: bool) -> None:
    assert registry.in_redirectors(host, path) is expected


def test_parents_are_bounded() -> None:
    assert list(parents("a.b.example")) == ["a.b.example", "b.example", "example"]
    assert len(list(parents("a." * 500))) == 32


def test_names_have_one_brand_each_and_a_mode(registry: Registry) -> None:
    names = [name for name, _, _ in registry.brand_names]
    assert len(names) == len(set(names))
    modes = {name: (slug, mode) for name, slug, mode in registry.brand_names}
    assert modes["三井住友カード"] == ("smbc-card", "sub")
    assert modes["クロネコヤマト"] == ("yamato", "sub")
    assert modes["amazon"] == ("amazon", "word")
    assert modes["au"] == ("au", "weak")
    assert modes["line"] == ("line", "weak")
    assert modes["大和証券"] == ("daiwa", "sub")
    assert modes["アコム"] == ("acom", "word")


def test_every_kind_has_advice_in_both_languages(registry: Registry) -> None:
    assert set(registry.advice) == set(registry.kinds)
    assert registry.kinds["phishing"].family == "phishing"
    assert registry.kinds["advertising"].family is None
    for kind in registry.kinds.values():
        assert 4 <= len(registry.advice[kind.slug]) <= 6


def test_no_advice_names_a_link_or_a_long_phone_number(registry: Registry) -> None:
    for sentences in registry.advice.values():
        for sentence in sentences:
            text = sentence.ja + sentence.en
            assert "http" not in text
            assert "0120" not in text
            assert "03-" not in text


def test_the_gaps_that_signals_name_are_there(registry: Registry) -> None:
    assert {"no-header", "no-authentication-results", "picture-not-read", "limit-reached"} <= set(
        registry.gaps
    )


def test_damaged_data_is_a_registry_error() -> None:
    with pytest.raises(BadRegistry, match=r"compiled\.json"):
        decode(b'{"version": 1}')


def test_load_gives_one_and_the_same() -> None:
    assert load() is load()
