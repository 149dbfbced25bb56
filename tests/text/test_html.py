import pytest
from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML

from mayoke.text.html import HtmlView, view
from mayoke.text.targets import HtmlLink


def _shown(found: HtmlView, link: HtmlLink) -> str:
    return found.text[link.start : link.end]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("plain", "plain"),
        ("<p>one<p>two", "one\ntwo"),
        ("<p>one <b> two</b>\n three</p>", "one two three"),
        ("a<br>b<br><br>c<br><br><br><br>d", "a\nb\n\nc\n\nd"),
        ("<div><div>a</div></div><div>b</div>", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<pre>a\n  b\n</pre>c", "a\n  b\nc"),
        ('<p style="white-space:pre-wrap">a\n  b</p>', "a\n  b"),
        ("&lt;&amp;&nbsp;&#12354;&yen;", "<&\u00a0あ¥"),
        ("日本\n語　です", "日本 語　です"),
        ("a<script>x</script><style>y</style><!-- z --><title>t</title>b", "ab"),
        ("<head><title>t</title></head><body>a<noscript>b</noscript>", "ab"),
        ("<template>x</template><iframe>y</iframe>a", "a"),
        ("<select><option>a<option>b</select><textarea>c</textarea>", "a\nb\nc"),
        ("<button>go</button> <input type=submit value='send it'> <input value=x>", "go send it"),
        ("before\0after", "beforeafter"),
        ("<body>a</body></html>late", "alate"),
        ("<html style='display:none'>a", ""),
    ],
)
def test_the_text_is_what_a_browser_shows(html: str, text: str) -> None:
    assert view(html).text == text


@pytest.mark.parametrize(
    ("html", "how"),
    [
        ('<div style="display:none">secret</div>', "display"),
        ('<div style="DISPLAY : NONE !important">secret</div>', "display"),
        ('<div style="display:none;max-height:0;overflow:hidden">secret</div>', "display"),
        ("<style>.x{display:none}</style><p class='y x'>secret</p>", "display"),
        (
            "<style>/* a */ #x, p.z { color:red; display: none }</style><p id=x>secret</p>",
            "display",
        ),
        ("<p hidden>secret</p>", "attribute"),
        ('<p style="visibility:hidden">secret</p>', "visibility"),
        ('<p style="font-size:0">secret</p>', "size"),
        ('<p style="font-size:1px">secret</p>', "size"),
        ('<p style="font:0px/0 Arial">secret</p>', "size"),
        ('<p style="font-size:0.01em">secret</p>', "size"),
        ('<p style="opacity:0">secret</p>', "opacity"),
        ('<p style="max-height:0;overflow:hidden">secret</p>', "height"),
        ('<p style="width:0px;overflow:hidden">secret</p>', "width"),
        ('<p style="position:absolute;left:-9999px">secret</p>', "position"),
        ('<p style="text-indent:-9999px">secret</p>', "position"),
        ('<p style="color:#fff">secret</p>', "colour"),
        ('<p style="color:#fefefe">secret</p>', "colour"),
        ('<p style="color:transparent">secret</p>', "colour"),
        ('<p style="color:rgba(0,0,0,0)">secret</p>', "colour"),
        ("<font color=white>secret</font>", "colour"),
        ('<p style="background:#000;color:#010101">secret</p>', "colour"),
        ("<table bgcolor=#123456><tr><td><font color='#123457'>secret</font></table>", "colour"),
        ('<div style="background:#eee url()"></div><p style="color:white">secret</p>', "colour"),
        ('<a href=x style="color:white">secret</a>', "colour"),
    ],
)
def test_hidden_text_is_told_apart(html: str, how: str) -> None:
    found = view(f"{html}<p>seen</p>")
    assert [(run.text, run.how) for run in found.hidden] == [("secret", how)]
    assert "secret" not in found.text


def test_the_text_after_a_hidden_element_is_seen() -> None:
    assert view('<p style="font-size:0">x</p><p>seen</p>').text == "seen"


@pytest.mark.parametrize(
    "html",
    [
        '<div style="font-size:0"><p style="font-size:14px">seen</p></div>',
        '<div style="visibility:hidden"><p style="visibility:visible">seen</p></div>',
        '<table><td bgcolor="#003366"><font color="#ffffff">seen</font></table>',
        '<body bgcolor="#000000" text="#ffffff">seen</body>',
        '<table bgcolor="#036"><tr bgcolor="transparent"><td style="color:#fff">seen</table>',
        '<p style="background:rgb(0,94,166) 0% 50%;color:rgb(255,255,255)">seen</p>',
        '<p style="background-image:url(a.png);color:#fff">seen</p>',
        '<p style="background:linear-gradient(red,blue);color:#fff">seen</p>',
        '<table background="a.png"><tr><td style="color:#fff">seen</table>',
        "<style>.b{background:#036}</style><p class=b style='color:white'>seen</p>",
        "<style>table .b{background:#036}</style><p class=b style='color:white'>seen</p>",
        "<style>@media (max-width:600px){.m{display:none}}</style><p class=m>seen</p>",
        "<style>p:first-letter{font-size:0}</style><p>seen</p>",
        '<div style="color:#fff"><a href="https://example.com/">seen</a></div>',
        '<p style="opacity:0.5">seen</p>',
        '<p style="max-height:0">seen</p>',
        '<p style="mso-hide:all">seen</p>',
        '<p style="font-size:80%">seen</p>',
        '<p style="color:hsl(0,0%,100%)">seen</p>',
        '<p style="color:nonsense">seen</p>',
    ],
)
def test_what_a_reader_sees_is_not_called_hidden(html: str) -> None:
    found = view(html)
    assert found.text == "seen"
    assert found.hidden == ()


def test_padding_of_a_preheader_is_no_hidden_text() -> None:
    found = view('<div style="display:none">\u200c&nbsp;&zwnj;&#847; \u2800</div>a')
    assert found.hidden == ()


def test_every_kind_of_link_is_found_with_what_is_shown_for_it() -> None:
    found = view(
        "<base href='https://example.org/x/'>"
        "<meta http-equiv=Refresh content='5; URL=\"https://example.com/r\"'>"
        "<p>see <a href=' https://example.com/?a=1&amp;b=2 '>\n <b>the</b> page</a> now</p>"
        "<map><area href='https://example.com/area'></map>"
        "<a href='https://example.com/i'><img src='cid:logo'></a>"
        "<form action='post.php'><button formaction='https://example.com/f'>Go</button></form>"
        "<iframe src='//example.com/frame'></iframe>"
        "<a name=anchor>no link</a><a href=''>none</a>"
        "<svg><a xlink:href='https://example.com/svg'>s</a></svg>"
        "</body></html><a href='https://example.com/late'>late</a>"
    )
    assert [(link.target, link.place, _shown(found, link)) for link in found.links] == [
        ("https://example.com/r", "refresh", ""),
        ("https://example.com/?a=1&b=2", "a", "the page"),
        ("https://example.com/area", "area", ""),
        ("https://example.com/i", "a", ""),
        ("cid:logo", "image", ""),
        ("post.php", "form", ""),
        ("https://example.com/f", "form", "Go"),
        ("//example.com/frame", "frame", ""),
        ("https://example.com/svg", "a", "s"),
        ("https://example.com/late", "a", "late"),
    ]
    assert found.base == "https://example.org/x/"
    assert found.images == 1


def test_a_link_that_nobody_sees_is_still_a_link() -> None:
    found = view("a<div hidden><a href='https://example.com/'>x</a></div>b")
    assert [(link.target, _shown(found, link)) for link in found.links] == [
        ("https://example.com/", "")
    ]


def test_a_form_tells_its_fields() -> None:
    found = view(
        "<form action=' https://example.com/p '><input name=user><input name=pw type=PASSWORD>"
        "<select name=y></select><textarea name=t></textarea><button>ok</button></form>"
    )
    (form,) = found.forms
    assert form.action == "https://example.com/p"
    assert form.fields == (("user", "text"), ("pw", "password"), ("y", "select"), ("t", "textarea"))


def test_fields_without_a_form_are_told_too() -> None:
    (form,) = view("<input type=password name=p>").forms
    assert form.action == ""
    assert form.fields == (("p", "password"),)


HARD = {
    "html-tags": "<div>" * 20_000 + "<a href='https://example.com/'>x</a>",
    "html-attributes": "<p " + " ".join(f"a{i}" for i in range(20_000)) + ">"
    "<a href='https://example.com/'>x</a>",
    "html-depth": "".join(f"<p><font color={i}>" for i in range(1000))
    + "<a href='https://example.com/'>x</a>",
}


@pytest.mark.parametrize(("limit", "html"), HARD.items(), ids=HARD)
def test_a_page_made_to_choke_a_parser_is_still_read(limit: str, html: str) -> None:
    found = view(html)
    assert limit in found.limits
    assert [link.target for link in found.links] == ["https://example.com/"]
    assert found.text.strip() == "x"


def test_attributes_hidden_behind_quoted_ends_of_tags_are_counted() -> None:
    html = "<p " + " ".join(f"a{i}='>'" for i in range(5000)) + ">x"
    assert view(html).limits == ("html-attributes",)


def test_bounds_are_kept_and_told() -> None:
    links = view("<a href='https://example.com/'>x</a>" * 2500)
    assert len(links.links) == 2000
    assert "html-links" in links.limits
    long = view("あ" * 300_000)
    assert len(long.text) == 200_000
    assert long.limits == ("html-text",)
    assert "html-size" in view("a" * 1_000_001).limits
    hidden = view("<b hidden>x</b>y" * 500)
    assert len(hidden.hidden) == 200
    assert "html-hidden" in hidden.limits
    assert len(view(f"<a href='https://example.com/{'a' * 9000}'>x</a>").links[0].target) == 8192


def test_an_honest_page_meets_no_bound() -> None:
    row = '<tr><td style="font-size:12px"><a href="https://example.com/">x</a></td></tr>'
    assert view(f"<table>{row * 200}</table>").limits == ()


DOCUMENTS = [
    "<p>one <a href=a>two <p>three</a> four",
    "<table><tr><td>a<table><tr><td>b</table>c",
    "<b><i>x</b>y</i>z",
    "<a href=1>x<a href=2>y",
    "<p><ul><li>a<li>b<p>c</ul>d",
    "a<!-- <a href=no>x</a> --><a href=yes>y</a><!--><a href=z>z</a>",
    "<div title='<a href=no>'><a href='yes'>q</a></div>",
    "<textarea><a href=no></textarea><a href=yes>a</a>",
    "</p>a</br>b<a href=x>c</html></body>d",
    "<select><a href=a>x</a></select>",
    "<table><a href=foster>x</a><tr><td>y</table>",
    "&notit; &ampamp; &#x110000; &#0; &copy",
    "<svg><p>x<a href=y>z",
    "<a href='&#104;ttps&colon;//example.com'>x</a>",
]


@pytest.mark.parametrize("html", DOCUMENTS)
def test_text_and_links_are_those_of_another_browser_like_parser(html: str) -> None:
    tree = JustHTML(html, sanitize=False)
    found = view(html)
    theirs = tree.to_text(separator="", strip=False)
    assert "".join(found.text.split()) == "".join(theirs.split())
    anchors = [(node.attrs or {}).get("href") for node in tree.query("a[href]")]
    assert [link.target for link in found.links if link.place == "a"] == anchors


PIECES = st.sampled_from(
    [
        "<a href=x>", "</a>", "<p>", "</p>", "<div hidden>", "</div>", "<table>", "<tr>", "<td>",
        "</table>", "<font color=white>", "</font>", "<style>", ".a{", "display:none}", "</style>",
        "<!--", "-->", "<pre>", "</pre>", "<select>", "<svg>", "<template>", "<form action=y>",
        "<input name=q>", "<img src=z>", "<br>", "&amp;", "&#", "\n", " ", "\t", "あ", "\0",
        "<body style='", "opacity:0'>", "<", ">", '"', "'", "=", "<frameset>", "</html>", "\ud800",
        "<meta http-equiv=refresh content=", "<p class=a>", "<plaintext>", "</", "<textarea>",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map("".join))
def test_no_page_makes_it_raise(html: str) -> None:
    found = view(html)
    for link in found.links:
        assert 0 <= link.start <= link.end <= len(found.text)
        assert link.target
    assert found.text == found.text.strip(" \n") or "<pre" in html or "textarea" in html


@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map("".join))
def test_nor_does_the_plain_reader(html: str) -> None:
    found = view("<i></i>" * 9000 + html)
    assert "html-tags" in found.limits
    for link in found.links:
        assert 0 <= link.start <= link.end <= len(found.text)
