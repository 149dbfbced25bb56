from itertools import combinations

import pytest

from mayoke.mail.campaigns.index import Index
from tests.mail.campaigns.families import FAMILIES, ORDER, UNLIKE, WHO, written


@pytest.mark.parametrize("html", [False, True])
def test_each_family_becomes_one_campaign_of_its_own_whatever_the_order(html: bool) -> None:
    index = Index()
    given = [[index.add(written(f, who, html=html)) for f in FAMILIES] for who in WHO]
    assert all(row == given[0] for row in given)
    assert len(set(given[0])) == len(FAMILIES)


def test_the_same_words_as_text_and_as_a_page_belong_together() -> None:
    index = Index()
    first = index.add(written(FAMILIES[0], WHO[0]))
    assert index.add(written(FAMILIES[0], WHO[1], html=True)) == first


def test_unlike_scams_of_one_brand_stay_apart_even_with_the_same_link_host() -> None:
    index = Index()
    given = [index.add(written(text, WHO[1])) for text in UNLIKE]
    assert len(set(given)) == len(UNLIKE)


def test_honest_shops_that_share_a_template_stay_apart() -> None:
    index = Index()
    shops = [
        written(ORDER, (name, "山田太郎", host, number), sender=f"shop@{host}")
        for name, host, number in (
            ("お茶のみどり", "midori.example.com", "1001"),
            ("靴のあるく", "aruku.example.net", "2002"),
            ("本のしおり", "shiori.example.org", "3003"),
        )
    ]
    assert len({index.add(shop) for shop in shops}) == len(shops)


def test_a_forged_copy_of_an_honest_mail_does_not_draw_the_honest_one_in() -> None:
    index = Index()
    index.add(written(ORDER, WHO[0], sender="x91@example.org", host="pay.example.net"))
    shop = ("お茶のみどり", "山田太郎", "www.example.com", "1001")
    honest = written(ORDER, shop, sender="order@example.com")
    assert index.look_up(honest) is None


def test_a_scam_that_links_to_its_own_sender_still_joins_when_it_names_a_brand() -> None:
    index = Index()
    hosts = ("a.example.com", "b.example.net", "c.example.org")
    given = {index.add(written(FAMILIES[0], WHO[1], sender=f"i@{h}", host=h)) for h in hosts}
    assert len(given) == 1


def test_two_mails_of_one_honest_shop_belong_together() -> None:
    index = Index()
    mails = [
        written(
            ORDER, ("お茶のみどり", name, "", number), sender="a@example.com", host="example.com"
        )
        for name, number in (("山田太郎", "1001"), ("佐藤花子", "1002"))
    ]
    assert index.add(mails[0]) == index.add(mails[1])


def test_no_two_skeletons_of_any_brand_pair_are_alike() -> None:
    index = Index()
    families = (*FAMILIES, *UNLIKE[1:])
    for (one, a), (other, b) in combinations(zip(families, WHO * 2, strict=False), 2):
        assert index.add(written(one, a)) != index.add(written(other, b))
