"""Laws of the room of times that no single sentence shows: valid EDTF, exact spans, ordered data, honest anchors."""

from datetime import date
from importlib.resources import files

import pytest
import yaml
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic.analyse import analyse
from tawatur.mentions.times import intervals
from tawatur.mentions.times.known import bare_forms, index, known_events
from tawatur.mentions.times.lexicon import lexicon
from tawatur.mentions.times.published import read_published
from tawatur.mentions.times.reader import read_times
from tawatur.model.article import Article, Published

PIECES = [
    "في",
    "24",
    "نوفمبر",
    "2016",
    "منذ",
    "يومين",
    "الأسبوع",
    "الماضي",
    "مطلع",
    "آب",
    "وأمس",
    "اليوم",
    "الخميس",
    "قبل",
    "أكثر",
    "من",
    "ثلاثة",
    "أشهر",
    "بين",
    "و",
    "2012",
    "عام",
    "-",
    "/",
    "(",
    ")",
    "رمضان",
    "لليوم",
    "الثاني",
    "على",
    "التوالي",
    "ليل",
    "الأربعاء",
    "هذا",
    "العام",
    "صيف",
    "إلى",
    "5",
    "31",
    "شباط",
    "فجر",
    "بعد",
    "غد",
    "1437هـ",
    "المقبل",
    "،",
    ".",
]
ANCHORS = [None, "2016-11-24", "2015-10", "2019", "2016-02-29", "2019-01/2020-03"]


def articles() -> st.SearchStrategy[str]:
    """Sequences of words of time in no sensible order."""
    return st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)


@settings(deadline=None)  # the first text loads the lexicon
@given(articles(), st.sampled_from(ANCHORS))
def test_every_value_is_edtf_and_every_span_is_exact(text: str, anchor: str | None) -> None:
    published = Published(edtf=anchor, basis="metadata" if anchor else "unknown")
    last = 0
    for phrase in read_times(analyse(text), published):
        assert 0 <= phrase.span.start < phrase.span.end <= len(text)
        assert phrase.span.start >= last
        last = phrase.span.end
        if phrase.edtf:
            parse_edtf(phrase.edtf)
            assert intervals.days_of(phrase.edtf) is not None, phrase


@settings(deadline=None)  # the first text loads the dated events
@given(articles())
def test_dating_never_fails_and_quotes_the_text(text: str) -> None:
    article = Article(id="a", path="a", sha256="", text=text, body=())
    read = read_published(analyse(text), article)
    assert (read.edtf is None) == (read.basis == "unknown")
    assert set(read.why) == {"en", "ar"}
    assert all(0 <= s.start < s.end <= len(text) for s in read.evidence)


@pytest.mark.parametrize("name", ["conjunction", "preposition"])
def test_lexicon_keeps_what_stands_before_a_word(name: str) -> None:
    assert any(getattr(sense, name) for senses in lexicon().values() for sense in senses)


def test_dated_events_are_sorted_sourced_and_found_by_no_long_phrase() -> None:
    raw = yaml.safe_load(files("tawatur.knowledge.calendars").joinpath("dated_events.yml").read_text(encoding="utf-8"))
    ids = [row["id"] for row in raw["events"]]
    assert ids == sorted(ids)
    assert len(ids) >= 250
    assert all(row["source"] and row["en"] and row["ar"] for row in raw["events"])
    assert all(" " not in word for row in raw["events"] for key in row["keys"] for word in str(key).split("|"))


def test_dated_events_lie_in_the_years_of_the_wars() -> None:
    events = [event for group in index().by_first.values() for event in group]
    assert all(date(2001, 1, 1) <= event.days.first <= event.days.last <= date(2026, 1, 1) for event in events)


def test_event_is_found_behind_clitics_and_not_in_halves() -> None:
    assert [hit.event.id for hit in known_events(analyse("واغتيل زهران علوش بغارة"))] == ["alloush_killed"]
    assert known_events(analyse("قال علوش إن المعركة مستمرة")) == ()
    assert "قاعده" in bare_forms("بالقاعده")


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2014-22", date(2014, 6, 1), date(2014, 8, 31)),
        ("2013-06~/2013-07~", date(2013, 6, 1), date(2013, 7, 31)),
        ("2011", date(2011, 1, 1), date(2011, 12, 31)),
    ],
)
def test_edtf_covers_its_days(edtf: str, first: date, last: date) -> None:
    days = intervals.days_of(edtf)
    assert days is not None
    assert (days.first, days.last) == (first, last)


@pytest.mark.parametrize("edtf", ["2016-13", "2016-02-30", "../2016", "2016/2015", "soon", ""])
def test_what_covers_no_closed_days_gives_none(edtf: str) -> None:
    assert intervals.days_of(edtf) is None
