"""Numbers agree with what they count, in both languages, and say no more than the reports do."""

import re

import pytest

from tawatur.explore.web.counting import counted, figure, unit_text
from tawatur.explore.web.dates import precision_of
from tawatur.explore.web.language import Language
from tawatur.explore.web.rendering import drawn_title, outlet_words, own_sentence, plain_name, told_note, told_title
from tawatur.model.case import Disagreement, Tally


def bare(markup: str) -> str:
    """The words without elements."""
    return re.sub(r"<[^>]*>", "", markup)


@pytest.mark.parametrize(
    ("number", "english", "arabic"),
    [(0, "no independent feet", "لا شواهد مستقلة"), (1, "one foot", "شاهد واحد"),
     (2, "2 independent feet", "شاهدان مستقلان"),
     (3, "3 independent feet", "3 شواهد مستقلة"),
     (11, "11 independent feet", "11 شاهدا مستقلا"), (100, "100 independent feet", "100 شاهد مستقل"),
     (10, "10 independent feet", "10 شواهد مستقلة"), (99, "99 independent feet", "99 شاهدا مستقلا"),
     (102, "102 independent feet", "102 شاهد مستقل"), (111, "111 independent feet", "111 شاهدا مستقلا"),
     (1103, "1,103 independent feet", "1,103 شواهد مستقلة")],
)  # fmt: skip
def test_nouns_agree_with_their_number(number: int, english: str, arabic: str) -> None:
    assert bare(counted(number, "feet", "en")) == english
    assert bare(counted(number, "feet", "ar")) == arabic


@pytest.mark.parametrize(
    ("low", "high", "language", "told"),
    [(12, 12, "en", "12 killed"), (12, 12, "ar", "12 قتيلا"), (4, 7, "ar", "4–7 قتلى"),
     (150, None, "en", "at least 150 killed"),
     (150, None, "ar", "150 قتيلا على الأقل"), (None, 9, "en", "at most 9 killed"), (100, 100, "ar", "100 قتيل")],
)  # fmt: skip
def test_a_figure_says_its_bounds(low: int | None, high: int | None, language: Language, told: str) -> None:
    assert bare(figure(Tally(unit="killed", low=low, best=low, high=high), language)) == told


def test_none_of_a_thing_is_said_in_words() -> None:
    assert bare(counted(0, "ties", "ar")) == "لا علاقات"
    assert bare(counted(0, "ties", "en")) == "no ties"
    assert bare(counted(0, "times", "en")) == "found 0 times"


def test_a_figure_without_a_unit_is_a_number() -> None:
    assert bare(figure(Tally(unit=None, low=5, best=5, high=5), "ar")) == "5"
    assert unit_text("things unheard of", "ar") == "things unheard of"


@pytest.mark.parametrize(
    ("edtf", "fine"),
    [("2016-11-17", "day"), ("2016-11-17~", "day"), ("2016-11", "month"), ("2016-22", "season"), ("2016", "year"),
     ("2016-11-14/2016-11-20", "span"), ("2016-11/..", "span")],
)  # fmt: skip
def test_a_date_is_as_fine_as_it_is_written(edtf: str, fine: str) -> None:
    assert precision_of(edtf) == fine


def test_what_a_sentence_of_ours_quotes_stands_apart() -> None:
    told = str(own_sentence('"يوم الثلاثاء" is said of <b> (2016-11-22)', "en"))
    assert told.startswith('<bdi class="own" dir="ltr">')
    assert "<bdi>&#34;يوم الثلاثاء&#34;</bdi>" in told
    assert "<bdi>2016-11-22</bdi>" in told
    assert "&lt;b&gt;" in told


def test_a_name_in_one_language_is_a_name_in_both() -> None:
    assert plain_name({"ar": "حلب"}, "en") == plain_name({"ar": "حلب"}, "ar") == "حلب"
    assert plain_name(None, "en") == ""


def test_a_name_in_the_other_script_does_not_turn_a_title_about() -> None:
    title = {"en": "Clash, شيلوبي, 7 August 2015", "ar": "اشتباك، Al-Watan، 7 آب 2015"}
    assert str(told_title(title, "en")) == '<bdi class="own" dir="ltr">Clash, <bdi>شيلوبي</bdi>, 7 August 2015</bdi>'
    assert drawn_title(title, "en") == "Clash, \u2068شيلوبي\u2069, 7 August 2015"
    assert str(told_title(title, "ar")) == '<bdi class="own" dir="rtl">اشتباك، <bdi>Al-Watan</bdi>، 7 آب 2015</bdi>'
    assert str(told_title({"en": "<b>", "ar": ""}, "ar")) == '<bdi class="own" dir="ltr">&lt;b&gt;</bdi>'


def test_an_outlet_has_its_name_in_the_language_of_the_page() -> None:
    assert bare(outlet_words("Asharq Al-Awsat", "ar")) == "صحيفة الشرق الأوسط"
    assert bare(outlet_words("An outlet nobody knows", "ar")) == "An outlet nobody knows"
    assert outlet_words(None, "en") == ""


def test_what_reports_disagree_about_is_counted_in_the_language_of_the_page() -> None:
    note = {"ar": "أعداد لا تلتقي (areas): 4؛ 6", "en": "figures that do not meet (areas): 4; 6"}
    found = Disagreement(field="figures", sides=(("a",), ("b",)), note=note)
    assert bare(told_note(found, "ar")) == "أعداد لا تلتقي (مناطق): 4؛ 6"
    assert bare(told_note(found, "en")) == note["en"]
