"""Which Authentication-Results are believed."""

import pytest

from mayoke.mail.read.auth_results import receiving_host_results
from mayoke.mail.read.read import read
from mayoke.records.auth import AuthMethod, AuthResults
from tests.mail.read.build import mail, mixed, part

HOSTS = frozenset({"mx.google.com", "protection.outlook.com", "icloud.com"})
R_OWN = "Received: from out.shop.example by mx.receiver.example (Postfix) with ESMTPS id 1; now"
R_FAR = "Received: from pc by out.shop.example with ESMTP id 2; before"
AR = "Authentication-Results: mx.receiver.example; spf=pass smtp.mailfrom=a@shop.example"
REST = ("From: a@shop.example", "Subject: x")


def results(*fields: str, named: str = "", hosts: frozenset[str] = HOSTS) -> AuthResults | None:
    message = read(mail("x", *fields, *REST))
    return receiving_host_results(message, frozenset({named} if named else ()), hosts)


@pytest.mark.parametrize(
    "fields", [(AR, R_OWN), (R_OWN, AR), (AR, R_OWN, R_FAR), (R_OWN, AR, R_FAR)]
)
def test_beside_the_topmost_received_line(fields: tuple[str, ...]) -> None:
    found = results(*fields)
    assert found is not None
    assert (found.authserv_id, found.source) == ("mx.receiver.example", "untrusted")
    assert found.methods == (AuthMethod("spf", "pass", "shop.example"),)
    assert found.evidence.part == "header:Authentication-Results"
    assert found.evidence.quote == AR.partition(": ")[2]


@pytest.mark.parametrize(
    "fields",
    [
        (R_OWN, R_FAR, AR),  # further down
        (R_OWN, "DKIM-Signature: v=1", AR),  # among the sender's own fields
        (R_OWN, "From: a@shop.example", AR),
        (R_OWN, AR.replace("mx.receiver.example", "mx.google.com")),  # a foreign id
        (AR.replace("mx.receiver", "mx.other"), R_OWN),
        (AR,),  # no Received line at all
        (R_OWN, "ARC-Authentication-Results: i=1; mx.receiver.example; spf=pass"),
        (R_OWN, R_FAR),
        (
            R_OWN,
            "Received: from x by mx.google.com; now",
            AR.replace("mx.receiver.example", "mx.google.com"),
        ),
    ],
)
def test_planted_ones_are_ignored(fields: tuple[str, ...]) -> None:
    assert results(*fields) is None


def test_the_own_line_wins_over_a_planted_one_below() -> None:
    planted = AR.replace("spf=pass", "dmarc=pass header.from=brand.example; spf=pass")
    found = results(AR, R_OWN, planted)
    assert found is not None
    assert [method.method for method in found.methods] == ["spf"]


def test_a_host_of_the_same_domain_counts() -> None:
    assert results(AR.replace("mx.receiver", "auth.receiver"), R_OWN) is not None


def test_neighbouring_fields_count_together() -> None:
    dkim = "Authentication-Results: mx.receiver.example; dkim=fail header.d=shop.example"
    found = results(dkim, "X-Spam: no", AR, R_OWN)
    assert found is not None
    assert [(method.method, method.result) for method in found.methods] == [
        ("dkim", "fail"),
        ("spf", "pass"),
    ]


@pytest.mark.parametrize("fields", [(AR,), (AR, R_FAR), (R_FAR, AR), ("X-A: 1", AR, R_FAR)])
def test_a_named_id_needs_no_received_line_of_its_own(fields: tuple[str, ...]) -> None:
    found = results(*fields, named="MX.Receiver.example")
    assert found is not None
    assert found.source == "named"


@pytest.mark.parametrize("fields", [(R_OWN, R_FAR, AR), (R_OWN, "Date: x", AR), ("From: x", AR)])
def test_a_named_id_is_not_believed_further_down(fields: tuple[str, ...]) -> None:
    assert results(*fields, named="mx.receiver.example") is None


GMAIL = (
    "Delivered-To: me@gmail.example",
    "Received: by 2002:a05:6402:1234:b0:5c1:0:1 with SMTP id x1; now",
    "X-Received: by 2002:a17:906:c112:b0:1 with SMTP id y; now",
    "ARC-Seal: i=1; a=rsa-sha256; d=google.com",
    "ARC-Authentication-Results: i=1; mx.google.com; spf=fail smtp.mailfrom=z.example",
    "Return-Path: <a@shop.example>",
    "Received: from out.shop.example (out.shop.example. [192.0.2.1]) by mx.google.com with ESMTPS id z for <me@gmail.example>; now",
    "Received-SPF: pass (google.com: domain of a@shop.example)",
    (
        "Authentication-Results: mx.google.com; dkim=pass header.i=@shop.example header.s=s1 header.b=Ab/c=;"
        " spf=pass (google.com: domain of a@shop.example designates 192.0.2.1) smtp.mailfrom=a@shop.example;"
        " dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=shop.example"
    ),
)


def test_the_form_of_gmail() -> None:
    found = results(*GMAIL)
    assert found is not None
    assert (found.authserv_id, found.source) == ("mx.google.com", "known-host")
    assert found.methods == (
        AuthMethod("dkim", "pass", "shop.example"),
        AuthMethod("spf", "pass", "shop.example"),
        AuthMethod("dmarc", "pass", "shop.example"),
    )


MICROSOFT = (
    "Received: from A1.apcprd01.prod.outlook.com (::1) by B1.apcprd01.prod.outlook.com with HTTPS; now",
    "Received: from C1.apcprd01.prod.outlook.com (::1) by A1.apcprd01.prod.outlook.com (::2) with Microsoft SMTP Server id 15; now",
    "Received: from D1.mail.protection.outlook.com by C1.outlook.office365.com.prod.outlook.com id 15; now",
    (
        "Authentication-Results: spf=fail (sender IP is 192.0.2.9) smtp.mailfrom=shop.example; dkim=none"
        " (message not signed) header.d=none;dmarc=fail action=oreject header.from=shop.example;compauth=fail reason=000"
    ),
    "Received-SPF: Fail (protection.outlook.com: domain of shop.example)",
    "Received: from evil (192.0.2.9) by D1.mail.protection.outlook.com (10.0.0.1) id 15; now",
)


def test_the_form_of_microsoft_without_an_id() -> None:
    found = results(*MICROSOFT)
    assert found is not None
    assert found.source == "known-host"
    assert found.methods[0] == AuthMethod("spf", "fail", "shop.example")
    assert found.methods[2] == AuthMethod("dmarc", "fail", "shop.example")
    assert found.methods[3] == AuthMethod("compauth", "fail", "")


def test_a_field_without_id_is_ignored_elsewhere() -> None:
    assert results("Authentication-Results: spf=pass smtp.mailfrom=a@shop.example", R_OWN) is None


def test_results_inside_quotation_marks_are_the_senders_words() -> None:
    lie = 'Authentication-Results: mx.receiver.example; spf=fail smtp.mailfrom="x;dkim=pass header.d=brand.example y"@evil.example'
    found = results(lie, R_OWN)
    assert found is not None
    assert found.methods == (AuthMethod("spf", "fail", "evil.example"),)


def test_results_inside_comments_are_not_read() -> None:
    lie = "Authentication-Results: mx.receiver.example (a (b; dkim=pass)); spf=fail (x; dkim=pass header.d=b.example) smtp.helo=evil.example"
    found = results(lie, R_OWN)
    assert found is not None
    assert found.methods == (AuthMethod("spf", "fail", "evil.example"),)


def test_the_name_a_sender_gives_itself_is_no_by() -> None:
    received = "Received: from by mx.google.com by mx.receiver.example with SMTP; now"
    assert results(AR.replace("mx.receiver.example", "mx.google.com"), received) is None


def test_an_id_with_a_version_and_no_results() -> None:
    found = results("Authentication-Results: mx.receiver.example 1; none", R_OWN)
    assert found is not None
    assert found.methods == ()


def test_an_attached_mail_is_no_proof_of_a_known_host() -> None:
    inner = mail("inner", *GMAIL, *REST)
    message = read(mixed(part("text/plain", "see"), part("message/rfc822", inner)))
    found = receiving_host_results(message, frozenset(), HOSTS)
    assert message.unwrapped == "attached"
    assert found is not None
    assert found.source == "untrusted"
