"""Saved pages as Arabic outlets' content systems write them: the article is found, what stands beside it is left."""

from pathlib import Path

import pytest

from tawatur.articles.media import second
from tawatur.articles.media.page import read_page
from tawatur.articles.reader import Refused, read_articles
from tawatur.building.rules import stamp
from tawatur.model.article import Article, FoundBy
from tawatur.pipeline import read_article

FIRST = "ساد هدوء حذر مدينة المخا الساحلية أمس الثلاثاء، بعد يومين من قصف مدفعي طال محيط الميناء وأحياء قريبة منه."
SECOND = "وقال مصدر في الدفاع المدني إن ثلاثة عمال قُتلوا وأصيب تسعة آخرون حين سقطت قذيفة على مخزن للحبوب غرب الرصيف."
THIRD = "ونقلت الوكالة عن قائد ميداني أن الطرفين اتفقا على هدنة من ثلاثة أيام تسمح بإجلاء الجرحى ودخول شاحنات الوقود."
FOURTH = "ولم تعلق قوات خفر السواحل على الاتفاق حتى مساء أمس، فيما شوهدت قوافل صغيرة تتجه نحو الطريق الجبلي شمالا."
OTHER = (
    "الحكومة تقر موازنة العام المقبل",
    "منتخب الناشئين يتعادل في مباراته",
    "أسعار القمح ترتفع للأسبوع الثالث",
    "كلام غير دقيق أبدا، أنا من سكان الحي",  # a reader's remark
    "وصلت إلى مطار العاصمة طائرة محملة بالأدوية",  # a notice of another article
    "صحفي يمني يكتب عن شؤون الساحل",  # of the author
    "نستخدم ملفات تعريف الارتباط",
    "سجل الدخول لمتابعة القراءة",
    "شارك هذا الموضوع",
    "captures",
)
HARD = ("untitled",)  # nothing in it tells the article from the rest: its headline is a picture
PAGES = {path.stem: path for path in sorted((Path(__file__).parent / "saved").glob("*.html"))}


@pytest.fixture(autouse=True)
def _own_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_PAGES", "own")


def lines(name: str) -> list[str]:
    return read_page(PAGES[name].read_bytes(), "a.html").text.split("\n")


def lacking(name: str, found: list[str]) -> list[str]:
    """The lines of the article that were not found whole."""
    wanted = (FIRST,) if name == "short" else (FIRST, SECOND, THIRD, FOURTH)
    return [line for line in wanted if line not in found]


@pytest.mark.parametrize("name", PAGES)
def test_article_is_found_whole(name: str) -> None:
    assert lacking(name, lines(name)) == []


@pytest.mark.parametrize("name", sorted(PAGES.keys() - HARD))
def test_what_stands_beside_the_article_is_left(name: str) -> None:
    assert [words for words in OTHER if any(words in line for line in lines(name))] == []


@pytest.mark.parametrize("name", sorted(PAGES.keys() - {"live"}))
def test_article_ten_times_as_long_is_found_too(name: str) -> None:
    """Its share of the page's prose is another one then."""
    more = [f"{FOURTH} وتكرر الأمر في الليلة رقم {n} على الطريق نفسه." for n in range(40)]
    markup = PAGES[name].read_text(encoding="utf-8")
    for tag in ("</p>", "\n<p>", "<br/>", "<br>", "</span></div>", "</div>"):
        if f"{THIRD}{tag}" in markup:
            opening = {"</p>": "<p>", "</span></div>": "<div><span>", "</div>": "<div>"}.get(tag, "")
            markup = markup.replace(f"{THIRD}{tag}", "".join(f"{opening}{line}{tag}" for line in [THIRD, *more]), 1)
            break
    found = read_page(markup.encode(), "a.html").text.split("\n")
    assert lacking(name, found) == []
    assert name == "short" or {*more} <= {*found}


@pytest.mark.parametrize("name", HARD)
def test_page_in_doubt_is_told_of_on_every_reading(name: str, tmp_path: Path) -> None:
    found = taken(tmp_path, PAGES[name].read_bytes())
    assert found.found_by == FoundBy(reader="own", sure=False)
    assert "media.page" in {issue.code for issue in read_article(found).issues}


@pytest.mark.parametrize("name", sorted(PAGES.keys() - {*HARD, "lead", "live"}))
def test_page_without_doubt_says_so(name: str, tmp_path: Path) -> None:
    found = taken(tmp_path, PAGES[name].read_bytes())
    assert found.found_by == FoundBy(reader="own", sure=True)
    assert read_article(found).issues == ()


def taken(folder: Path, page: bytes) -> Article:
    (folder / "a.html").write_bytes(page)
    (found,) = read_articles([folder / "a.html"])
    assert isinstance(found, Article), found
    return found


class TestSecondReader:
    """What trafilatura (extra `pages`) adds."""

    @pytest.fixture(autouse=True)
    def _installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("trafilatura")
        monkeypatch.setenv("TAWATUR_PAGES", "auto")

    def test_page_in_doubt_is_read_by_it(self, tmp_path: Path) -> None:
        found = taken(tmp_path, PAGES["untitled"].read_bytes())
        assert found.found_by is not None
        assert found.found_by.reader == f"trafilatura {second.installed()}"
        assert not found.found_by.sure
        assert FIRST in found.text
        assert len(found.text) < len(read_page_alone("untitled"))

    def test_page_without_doubt_stays_with_our_own_reader(self, tmp_path: Path) -> None:
        """Where a page calls each of its notices an article, trafilatura takes one of these for it."""
        found = taken(tmp_path, PAGES["cards"].read_bytes())
        assert found.found_by == FoundBy(reader="own", sure=True)

    @pytest.mark.parametrize("name", PAGES)
    def test_it_gives_the_same_words_each_time(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TAWATUR_PAGES", "trafilatura")
        page = PAGES[name].read_bytes()
        first = read_page(page, "a.html").text
        for other in PAGES.values():
            read_page(other.read_bytes(), "b.html")
        assert read_page(page, "a.html").text == first

    def test_another_reader_reads_the_article_again(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        page = PAGES["untitled"].read_bytes()
        by_it = taken(tmp_path, page)
        monkeypatch.setenv("TAWATUR_PAGES", "own")
        by_us = taken(tmp_path, page)
        assert by_it.id == by_us.id
        assert stamp(by_it) != stamp(by_us)

    def test_build_follows_the_reader_and_keeps_its_name(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from tawatur.building.build import build_case
        from tawatur.casefile.custody import custody
        from tawatur.casefile.storage import open_case

        (tmp_path / "news").mkdir()
        (tmp_path / "news" / "a.html").write_bytes(PAGES["untitled"].read_bytes())
        case = str(tmp_path / "a.tawatur")
        assert build_case([tmp_path / "news"], case).read == 1
        assert build_case([tmp_path / "news"], case).read == 0
        monkeypatch.setenv("TAWATUR_PAGES", "own")
        assert build_case([tmp_path / "news"], case).read == 1
        engine = open_case(case)
        (held,) = custody(engine).values()
        engine.dispose()
        assert held.found_by == FoundBy(reader="own", sure=False)

    @pytest.mark.parametrize(
        "markup", ["<p>", "<div>" * 50_000 + FIRST, f"<p>{FIRST}" + "<b><i>" * 20_000, "<a" * 50_000]
    )
    def test_hostile_page_costs_no_more_than_its_words(self, markup: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TAWATUR_PAGES", "trafilatura")
        read_page(markup.encode(), "a.html")


def read_page_alone(name: str) -> str:
    """The words that our own reader takes."""
    from tawatur.articles.media.page import chosen_in

    return chosen_in(PAGES[name].read_text(encoding="utf-8")).words


def test_reader_asked_for_and_not_there_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_PAGES", "trafilatura")
    monkeypatch.setattr(second, "installed", lambda: "")
    (tmp_path / "a.html").write_bytes(PAGES["blog"].read_bytes())
    (found,) = read_articles([tmp_path / "a.html"])
    assert isinstance(found, Refused)
    assert found.message == "a.html: TAWATUR_PAGES asks for trafilatura; run pip install 'tawatur[pages]'"


def test_setting_that_means_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tawatur.errors import QueryError

    monkeypatch.setenv("TAWATUR_PAGES", "best")
    (tmp_path / "a.html").write_bytes(PAGES["blog"].read_bytes())
    with pytest.raises(QueryError, match="auto, own, trafilatura"):
        list(read_articles([tmp_path / "a.html"]))
