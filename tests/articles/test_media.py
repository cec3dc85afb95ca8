"""Pages, feeds, documents, sheets and archives become articles; hostile ones cost one line each."""

import gzip
from pathlib import Path

import pytest

from tawatur.articles.media.sheet import columns_of
from tawatur.articles.reader import Refused, read_articles
from tawatur.errors import ArticleMalformed
from tawatur.model.article import Article
from tests.kinds import pdf, word, zipped

TEXT = "أعلنت الحكومة اليوم وقف إطلاق النار في المدينة، بعد أيام من القتال العنيف بين الطرفين."
PAGE = f"""<!doctype html><html><head><title>عنوان | موقع</title>
<meta property="og:title" content="وقف القتال في المدينة"><meta property="og:site_name" content="صحيفة المثال">
<meta property="article:published_time" content="2016-11-24T10:00:00Z"><link rel="canonical" href="https://example.org/1">
</head><body><nav>الرئيسية سياسة</nav><script>var x = "قصف";</script><article><h1>وقف القتال في المدينة</h1>
<p>{TEXT}</p><p>{TEXT}</p><p>{TEXT}</p></article><footer>جميع الحقوق محفوظة</footer></body></html>"""
FEED = f"""<?xml version="1.0"?><rss><channel><title>صحيفة المثال</title><item><title>وقف القتال</title>
<link>https://example.org/2</link><pubDate>Thu, 24 Nov 2016 10:00:00 +0000</pubDate>
<description><![CDATA[<p>{TEXT}</p>]]></description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>صحيفة المثال</title><entry><title>وقف القتال</title>
<link href="https://example.org/3"/><published>2016-11-24T10:00:00Z</published><summary>{TEXT}</summary></entry></feed>"""


def taken(folder: Path, name: str, content: str | bytes) -> list[Article | Refused]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_articles([path]))


def article(folder: Path, name: str, content: str | bytes) -> Article:
    (found,) = taken(folder, name, content)
    assert isinstance(found, Article), found
    return found


def refusal(folder: Path, name: str, content: str | bytes) -> str:
    (found,) = taken(folder, name, content)
    assert isinstance(found, Refused), found
    assert "\n" not in found.message
    assert found.message.startswith(name)
    return found.code


def test_page_gives_its_words_and_what_it_says_of_itself(tmp_path: Path) -> None:
    found = article(tmp_path, "a.html", PAGE)
    assert found.text.split("\n") == ["وقف القتال في المدينة", TEXT, TEXT, TEXT]
    assert (found.title, found.outlet, found.published) == ("وقف القتال في المدينة", "صحيفة المثال", "2016-11-24")
    assert (found.url, found.media) == ("https://example.org/1", "text/html")


def stated(folder: Path, head: str, body: str = "") -> Article:
    return article(
        folder, "a.html", f"<html><head><title>أخبار</title>{head}</head><body>{body}<p>{TEXT}</p></body></html>"
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="DC.date.issued" content="2016-11-24">', ""),
        ('<meta name="parsely-pub-date" content="2016-11-24T08:00:00Z">', ""),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2016-11-24T08:00:00Z"}]}</script>', ""),
        ("", '<time class="entry-date published" datetime="2016-11-24T08:00:00+02:00">قبل يومين</time>'),
        ("", '<span itemprop="datePublished" content="2016-11-24">الخميس</span>'),
    ],
)
def test_day_of_publication_is_where_pages_state_it(head: str, body: str, tmp_path: Path) -> None:
    assert stated(tmp_path, head, body).published == "2016-11-24"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:modified_time" content="2016-11-24T08:00:00Z">', ""),
        ('<meta itemprop="copyrightYear" content="2016">', ""),
        ('<meta name="date" content="24/11/2016">', ""),  # the order of day and month is not stated
        ("", '<time datetime="2016-11-24">في مثل هذا اليوم</time>'),
        (
            "",
            '<time class="post-date" datetime="2016-11-24">أمس</time>'
            '<time class="post-date" datetime="2016-11-25">اليوم</time>',
        ),
        ("", "<p>قُصفت المدينة في 2016-11-24</p>"),
    ],
)
def test_other_dates_of_a_page_are_not_its_day_of_publication(head: str, body: str, tmp_path: Path) -> None:
    assert stated(tmp_path, head, body).published is None


def test_outlet_and_headline_of_linked_data_stand_in(tmp_path: Path) -> None:
    data = '{"datePublished": "2016-11-24", "headline": "وقف القتال", "publisher": {"name": "صحيفة المثال"}}'
    found = stated(tmp_path, f'<script type="application/ld+json">{data}</script>')
    assert (found.title, found.outlet) == ("وقف القتال", "صحيفة المثال")


def test_page_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    assert article(tmp_path, "a.html", PAGE.encode("cp1256")).text.count(TEXT) == 3


@pytest.mark.parametrize("feed", [FEED, ATOM])
def test_entry_of_a_feed_is_an_article(feed: str, tmp_path: Path) -> None:
    found = article(tmp_path, "a.xml", feed)
    assert (found.text.strip(), found.title, found.outlet) == (TEXT, "وقف القتال", "صحيفة المثال")
    assert found.published == "2016-11-24"
    assert found.url is not None


def test_word_file_is_read_by_paragraph(tmp_path: Path) -> None:
    markup = f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>" * 2
    assert article(tmp_path, "a.docx", word(markup)).text == f"{TEXT}\n{TEXT}"


def test_sheet_finds_its_columns_by_name_or_as_told(tmp_path: Path) -> None:
    found = article(tmp_path, "a.csv", f"title,text,date,outlet\nعنوان,{TEXT},2016-11-24,صحيفة\n")
    assert (found.path, found.published, found.outlet) == ("a.csv:2", "2016-11-24", "صحيفة")
    path = tmp_path / "b.csv"
    path.write_text(f"x;y\n1;{TEXT}\n", encoding="utf-8-sig")
    (told,) = read_articles([path], columns=columns_of("text=y"))
    assert isinstance(told, Article)
    assert told.text == TEXT


@pytest.mark.parametrize("words", ["", "text", "words=a", "text=a,b"])
def test_columns_that_say_nothing_are_refused(words: str) -> None:
    with pytest.raises(ArticleMalformed, match=r"^columns [^\n]+$"):
        columns_of(words)


def test_archive_gives_what_it_holds_and_refuses_the_rest_by_name(tmp_path: Path) -> None:
    files = {"a.txt": TEXT.encode(), "b.html": PAGE.encode(), "../c.txt": TEXT.encode(), "/d.txt": TEXT.encode(),
             "e.zip": zipped({"a.txt": TEXT.encode()}), "f.txt": b"\x00" * 40_000_000, "g.png": b"\x89PNG"}  # fmt: skip
    found = taken(tmp_path, "a.zip", zipped(files))
    assert [f.path for f in found if isinstance(f, Article)] == ["a.zip/a.txt", "a.zip/b.html"]
    assert {f.path: f.code for f in found if isinstance(f, Refused)} == {
        "a.zip/../c.txt": "ArticleMalformed",
        "a.zip//d.txt": "ArticleMalformed",
        "a.zip/e.zip": "ArticleTooLarge",
        "a.zip/f.txt": "ArticleTooLarge",
    }
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.zip"]


def test_web_archive_gives_its_pages_with_their_address(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\n"
        "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2016-11-25T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    packed = gzip.compress(head.encode() + http + b"\r\n\r\n")
    found = article(tmp_path, "a.warc.gz", packed)
    assert (found.url, found.published) == ("https://example.org/1", "2016-11-24")
    inside = article(tmp_path, "a.wacz", zipped({"archive/a.warc.gz": packed}))
    assert inside.text == found.text


BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><rss><item>&c;</item></rss>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><rss/>'


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bomb.xml", BOMB, "ArticleMalformed"),
        ("outside.rss", OUTSIDE, "ArticleMalformed"),
        ("deep.xml", "<a>" * 100_000, "ArticleMalformed"),
        ("cut.xml", FEED[:200], "ArticleMalformed"),
        ("none.xml", "<a/>", "ArticleEmpty"),
        ("cut.zip", zipped({"a.txt": b"a" * 100})[:60], "ArticleMalformed"),
        ("lie.html", zipped({"a.txt": b"a"}), "ArticleMalformed"),
        ("lie.docx", PAGE, "ArticleMalformed"),
        ("lie.pdf", PAGE, "ArticleMalformed"),
        ("other.docx", zipped({"a.txt": b"a"}), "ArticleMalformed"),
        ("cut.warc.gz", gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n")[:-12], "ArticleMalformed"),
        ("nul.html", b"<p>\x00\x00</p>", "ArticleBinary"),
        ("long.csv", b"text\n" + b"a" * 20_000_000, "ArticleTooLarge"),
        ("none.csv", "a,b\n1,2\n", "ArticleMalformed"),
        ("empty.html", "", "ArticleEmpty"),
        ("gone.warc", "WARC", "ArticleMalformed"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "content",
)
def test_hostile_file_is_refused_in_one_line(name: str, content: str | bytes, code: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, name, content) == code


def test_entity_bomb_in_a_word_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a.docx", zipped({"word/document.xml": BOMB.encode()})) == "ArticleMalformed"


def test_deeply_nested_page_is_read(tmp_path: Path) -> None:
    assert article(tmp_path, "a.html", "<div>" * 200_000 + TEXT).text == TEXT


def test_pdf_is_read_and_every_reading_of_it_says_so(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    from tawatur.pipeline import read_article

    found = article(tmp_path, "a.pdf", pdf("قصف الجيش المدينة أمس"))
    assert found.media == "application/pdf"
    assert "media.pdf" in {issue.code for issue in read_article(found).issues}


def test_small_sheet_leaves_the_limit_of_fields_to_others(tmp_path: Path) -> None:
    import csv

    (tmp_path / "tiny.csv").write_text("text\nقصف\n", encoding="utf-8")
    list(read_articles([tmp_path / "tiny.csv"]))
    assert csv.field_size_limit() >= 131_072


def lines(folder: Path, body: str) -> list[str]:
    return article(folder, "a.html", f"<html><body>{body}</body></html>").text.split("\n")


MENU = (
    "<ul>"
    + "".join(f"<li><a href='/{n}'>قسم الأخبار المحلية والعالمية والاقتصادية {n}</a></li>" for n in range(9))
    + "</ul>"
)
COMMENT = "هذا رأيي أنا في ما جرى أمس وقد قصف الجيش المدينة كلها كما يعرف الجميع هنا ولا أحد يصدقكم أبدا يا جماعة."


def test_article_is_found_where_no_tag_marks_it(tmp_path: Path) -> None:
    """As content systems of the 2000s wrote it: a form around everything, tables for columns."""
    column = f"<td><div class='x'><h1>عنوان</h1><p>{TEXT}</p><p>{TEXT}</p></div></td>"
    other = "<td><a href='2'>خبر آخر طويل جدا عن شيء آخر تماما لا علاقة له بهذا الخبر أبدا هنا</a></td>"
    assert lines(tmp_path, f"<form>{MENU}<table><tr>{column}{other}</tr></table>{MENU}</form>") == ["عنوان", TEXT, TEXT]


@pytest.mark.parametrize("named", ["class='comments'", "id='related-news'", "class='box social'", "class='SideBar x'"])
def test_what_the_page_itself_sets_beside_the_article_is_left_out(named: str, tmp_path: Path) -> None:
    body = f"<div id='story'><p>{TEXT}</p><p>{TEXT}</p><div {named}><p>{COMMENT}</p></div><p>{TEXT}</p></div>"
    assert lines(tmp_path, body) == [TEXT, TEXT, TEXT]


def test_article_that_is_named_like_something_beside_it_is_read(tmp_path: Path) -> None:
    assert lines(tmp_path, f"<div class='share content'><p>{TEXT}</p><p>{TEXT}</p></div>") == [TEXT, TEXT]


@pytest.mark.parametrize("how", ["hidden", "style='display:none'", "style='color:red; visibility: hidden'"])
def test_words_that_no_reader_saw_are_not_read(how: str, tmp_path: Path) -> None:
    assert lines(tmp_path, f"<p>{TEXT}</p><div {how}><p>{COMMENT}</p></div><p>{TEXT}</p>") == [TEXT, TEXT]


def test_links_inside_a_sentence_stay(tmp_path: Path) -> None:
    first, rest = TEXT[:20], TEXT[20:]
    assert lines(tmp_path, f"<p><a href='1'>{first}</a>{rest}</p>") == [TEXT]
